public import Values

/// Why an association writes to a member who hasn't asked.
public enum OutreachOccasion: Hashable, Sendable {
  /// Documents on file that expire within so many days.
  case expiringDocuments(within: Int)
  /// A subscription that is due within so many days, or was due, and isn't paid.
  case unpaidSubscription(within: Int)
  /// A service of the catalogue that the member hasn't asked for.
  case newService(String)
  /// A request whose reply is late: why, and the new day.
  case overdueReply(reason: String, until: CivilDate)

  /// The template of its letter.
  public var template: String {
    switch self {
    case .expiringDocuments: "expiry-reminder"
    case .unpaidSubscription: "subscription-reminder"
    case .newService: "service-announcement"
    case .overdueReply: "study-extension"
    }
  }
}
