public import Cases
public import Values

/// What a case begins with, before the register of requests gives it a number.
public struct CaseOpening: Hashable, Sendable, Codable {
  /// Who asks.
  public var applicant: CaseApplicant
  /// The service, by its name in the catalogue.
  public var service: String
  /// What is asked for, in the applicant's words.
  public var details: String
  /// The amount asked for, in halalas.
  public var amount: Int64?
  /// The day the draft was opened.
  public var opened: CivilDate
  /// How the answer goes out, where the member wishes another channel than the request's own.
  public var replyChannel: CaseChannel?

  /// An opening by its parts.
  public init(
    applicant: CaseApplicant, service: String, details: String, amount: Int64? = nil, opened: CivilDate,
    replyChannel: CaseChannel? = nil
  ) {
    self.applicant = applicant
    self.service = service
    self.details = details
    self.amount = amount
    self.opened = opened
    self.replyChannel = replyChannel
  }

  /// The draft under its number.
  func file(number: String) -> CaseFile {
    CaseFile(
      number: number, applicant: applicant, service: service, details: details, amount: amount,
      opened: opened, replyChannel: replyChannel)
  }
}
