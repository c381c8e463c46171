public import Values

/// Something that happened to an entry after it was made, or to what was prepared and has none; itself a link of the ledger.
public struct RegisterAct: Hashable, Sendable {
  /// What can happen.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// إلغاء: the number stays, the document no longer holds.
    case void
    /// بدل فاقد: a copy in place of a lost original, under the same number and date.
    case replacement
    /// صورة طبق الأصل: a copy that somebody certifies.
    case certifiedCopy = "certified-copy"
    /// إحالة: an incoming letter goes to a department.
    case referral
    /// رد: an incoming letter is answered by an outgoing one.
    case reply
    /// إتلاف: what tells of a person is destroyed; number and hashes stay.
    case destruction
    /// إجراء معاملة: something was done in the case of a request; what it was is kept beside the entry.
    case caseAct = "case"
    /// سحب: what was prepared isn't to be issued any more; it has no entry.
    case withdrawal

    /// The act's Arabic name.
    public var arabicName: String {
      switch self {
      case .void: "إلغاء"
      case .replacement: "بدل فاقد"
      case .certifiedCopy: "صورة طبق الأصل"
      case .referral: "إحالة"
      case .reply: "رد"
      case .destruction: "إتلاف"
      case .caseAct: "إجراء معاملة"
      case .withdrawal: "سحب"
      }
    }
  }

  /// What happened.
  public var kind: Kind
  /// Who did it.
  public var by: String
  /// Who approved it.
  public var approver: String?
  /// Why, or what else must be said.
  public var reason: String?
  /// The number of the copy, from 1: «بدل فاقد رقم (1)».
  public var copy: Int?
  /// SHA-256 of the copy's file, of what a case's act says, or of a plan that is withdrawn, in hexadecimal.
  public var file: String?
  /// The canonical number of another entry it has to do with, such as the reply; the name of what is withdrawn.
  public var related: String?
  /// The digest of the approved list by which an entry was destroyed.
  public var list: String?
  /// The day from which a destroyed entry might be destroyed.
  public var ended: CivilDate?
  /// Its place in the ledger; 0 before it is recorded.
  public internal(set) var position = 0
  /// The day it was recorded.
  public internal(set) var day = CivilDate(year: 1970, month: 1, day: 1)
  /// The moment it was recorded.
  public internal(set) var recordedAt = Moment(seconds: 0)

  /// An act, not yet recorded.
  public init(
    _ kind: Kind, by: String, approver: String? = nil, reason: String? = nil, copy: Int? = nil,
    file: String? = nil, related: String? = nil
  ) {
    self.kind = kind
    self.by = by
    self.approver = approver
    self.reason = reason
    self.copy = copy
    self.file = file
    self.related = related
  }
}
