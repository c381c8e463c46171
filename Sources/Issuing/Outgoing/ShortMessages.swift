import Foundation
public import Mail
public import Register
public import Themes
public import Values

/// Notices of letters that a provider's program sends by SMS or WhatsApp: the sheet it takes, and their place in the
/// outbox.
public struct ShortMessages: Sendable {
  /// The way of such notices, as the outbox names it.
  public static let channel = "sms"

  /// The items on the sheet.
  public private(set) var items: [OutboxItem] = []
  /// The sheet.
  public private(set) var sheet = ShortMessageSheet(rows: [])
  /// Items that are left out, and why.
  public private(set) var withheld: [(item: OutboxItem, reason: PreparedMail.Reason)] = []

  /// The notices that are due, in the words and the style of the office of `profile`.
  public init(due register: Register, of profile: OfficeProfile?, at now: Moment) throws {
    var association = ""
    if case .name(let name)? = profile?.values["اسم الجمعية"] { association = name }
    let verificationPage = profile?.registry.verificationPage
    let style = profile?.style ?? HouseStyle()
    for item in try register.outbox(channel: Self.channel, in: [.queued]) where item.due <= now {
      guard let entry = try register.entry(at: item.entry) else { continue }
      if let reason = try Self.reason(against: item, entry, in: register) {
        withheld.append((item, reason))
        continue
      }
      items.append(item)
      sheet.rows.append(
        .init(
          mobile: item.address ?? "", text: Self.words(entry, association, style),
          link: verificationPage.map { $0 + (entry[.code] ?? "") } ?? "", reference: entry.number.description)
      )
    }
  }

  private static func reason(
    against item: OutboxItem, _ entry: RegisterEntry, in register: Register
  ) throws -> PreparedMail.Reason? {
    if entry.state == .void { return .voided }
    if try register.consent(ofEntry: item.entry, channel: channel) == false { return .noConsent }
    guard let address = item.address, !address.isEmpty else { return .noAddress }
    return ShortMessageSheet.Row(mobile: address, text: "", reference: "").hasSoundNumber ? nil : .badAddress
  }

  /// Number and date, and nothing of the person or of what the letter says.
  private static func words(
    _ entry: RegisterEntry, _ association: String, _ style: HouseStyle
  ) -> String {
    let date = entry.hijri.map { DatePhrase.numeric($0, style: style) } ?? entry.day.iso
    return "صدر لكم خطاب من \(association) برقم \u{2066}\(entry.printed)\u{2069} وتاريخ \(date)."
  }

  /// Says in the register that the sheet was handed to the provider.
  public func settle(in register: Register, by name: String, at now: Moment) throws {
    for item in items {
      try register.settle(item, as: .sent, at: now, by: name, reason: DeliveryWords.handedOver)
    }
    for (item, reason) in withheld {
      try register.settle(
        item, as: reason == .voided ? .cancelled : .failed, at: now, by: name, reason: reason.rawValue)
    }
  }
}
