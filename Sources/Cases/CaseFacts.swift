public import Values

/// A document that an applicant handed in, as the officer who matched it found it.
public struct CaseDocument: Hashable, Sendable, Codable {
  /// How the office came to know it.
  public enum Keeping: Hashable, Sendable, Codable {
    /// The original was looked at and given back: the rule.
    case sighted
    /// A copy was kept, which needs a legal basis (personal data protection law, article 28).
    case copied(basis: String)
  }

  /// The kind, as the catalogue calls it: «تعريف راتب».
  public var kind: String
  /// Its number, if it has one.
  public var number: String?
  /// Who issued it.
  public var issuer: String?
  /// The day it was issued.
  public var issued: CivilDate?
  /// The last day on which it is valid.
  public var expires: CivilDate?
  /// Whether what it says is what the request says.
  public var isMatching: Bool
  /// How the office came to know it.
  public var keeping: Keeping

  /// A document as found.
  public init(
    kind: String, number: String? = nil, issuer: String? = nil, issued: CivilDate? = nil,
    expires: CivilDate? = nil, isMatching: Bool = true, keeping: Keeping = .sighted
  ) {
    self.kind = kind
    self.number = number
    self.issuer = issuer
    self.issued = issued
    self.expires = expires
    self.isMatching = isMatching
    self.keeping = keeping
  }
}

/// A document, and the day it was handed in: the day on which it had to be valid.
public struct HandedInDocument: Hashable, Sendable, Codable {
  /// The document.
  public var document: CaseDocument
  /// The day it was handed in.
  public var day: CivilDate
}

/// What the committee decided of a case.
public struct CaseDecision: Hashable, Sendable, Codable {
  /// The decision's number.
  public var number: String
  /// The meeting's number.
  public var meeting: Int
  /// The day of the meeting.
  public var day: CivilDate
  /// The amount granted, in halalas.
  public var amount: Int64?
  /// The reasons, in sentences.
  public var reasons: [String]
  /// The conditions of a conditional acceptance.
  public var conditions: [String]
  /// By when the conditions are to be met.
  public var deadline: CivilDate?
  /// Who approved an amount that needs an approver.
  public var approver: String?
  /// The post of who decided: an appeal is heard by another.
  public var decidedBy: String

  /// A decision of a meeting.
  public init(
    number: String, meeting: Int, day: CivilDate, amount: Int64? = nil, reasons: [String] = [],
    conditions: [String] = [], deadline: CivilDate? = nil, approver: String? = nil, decidedBy: String
  ) {
    self.number = number
    self.meeting = meeting
    self.day = day
    self.amount = amount
    self.reasons = reasons
    self.conditions = conditions
    self.deadline = deadline
    self.approver = approver
    self.decidedBy = decidedBy
  }
}

/// A letter that left the office.
public struct CaseLetter: Hashable, Sendable, Codable {
  /// Its number in the outgoing register.
  public var number: String
  /// Its day.
  public var day: CivilDate

  /// The letter of a number and day.
  public init(number: String, day: CivilDate) {
    self.number = number
    self.day = day
  }
}

/// A question to the social research officer, and his answer.
public struct CaseReferral: Hashable, Sendable, Codable {
  /// What isn't clear to the member.
  public var question: String
  /// The day of the referral.
  public var day: CivilDate
  /// Who referred it.
  public var referredBy: String
  /// Where the case stood, and goes back to.
  public var from: CaseState
  /// The answer, once there is one.
  public var answer: String?
  /// The day of the answer.
  public var answered: CivilDate?
}

/// A reply sent before its day, with the name of who allowed it and why.
///
/// It is kept in the case's timeline and never printed.
public struct EarlyReply: Hashable, Sendable, Codable {
  /// Who allowed it: one of the rules' approvers.
  public var approver: String
  /// Why.
  public var reason: String

  /// An override by `approver` for `reason`.
  public init(approver: String, reason: String) {
    self.approver = approver
    self.reason = reason
  }
}
