import Diagnostics
public import Register
import Themes

/// What is said about a letter besides its record: who answers for it, how it goes out, what it belongs to.
public struct IssueOrder: Hashable, Sendable {
  /// Who prepared it.
  public var preparer: String
  /// Who checked it.
  public var reviewer: String?
  /// Who approved it.
  public var approver: String?
  /// The recorded words for exactly this letter; `nil` where names are only stated.
  public var approval: PlanApproval?
  /// The way it goes out: `email`, `post`, `hand`; `nil` chooses by what the record holds.
  public var channel: String?
  /// How it relates to an earlier entry.
  public var relation: Relation?
  /// Where the paper is kept.
  public var filing: String?
  /// The batch it belongs to, and what stands for the member in it.
  public var batch: (id: String, member: String)? {
    get { batchID.map { ($0, member) } }
    set { (batchID, member) = (newValue?.id, newValue?.member ?? "") }
  }
  private var batchID: String?
  private var member = ""

  /// A letter's relation to an earlier entry.
  public struct Relation: Hashable, Sendable {
    /// How letters relate.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
      /// إلحاقاً لـ
      case furtherTo = "further-to"
      /// بناءً على
      case basedOn = "based-on"
      /// رداً على
      case replyTo = "reply-to"
    }

    /// How.
    public var kind: Kind
    /// The earlier entry.
    public var number: RegisterNumber

    /// A relation to the entry under `number`.
    public init(_ kind: Kind, to number: RegisterNumber) {
      self.kind = kind
      self.number = number
    }
  }

  /// An order of somebody's.
  public init(preparer: String, reviewer: String? = nil, approver: String? = nil, channel: String? = nil) {
    self.preparer = preparer
    self.reviewer = reviewer
    self.approver = approver
    self.channel = channel
  }

  /// An order that carries out what was planned by `preparer` and approved.
  public init(preparer: String, approval: PlanApproval, channel: String?) {
    self.init(
      preparer: preparer, reviewer: approval.reviewer?.by, approver: approval.approver.by, channel: channel)
    self.approval = approval
  }

  /// Checks the names against those the office gives each role.
  func check(against registry: RegistrySettings, log: inout DiagnosticLog) {
    let roles = [
      (preparer, registry.preparers, "المعدّين", "preparers"),
      (reviewer, registry.reviewers, "المراجعين", "reviewers"),
      (approver, registry.approvers, "المعتمدين", "approvers"),
    ]
    for (name, names, arabic, english) in roles where !names.isEmpty {
      guard let name else {
        log.error(.roleEmpty(arabic, english))
        continue
      }
      if !names.contains(name) { log.error(.notInRole(name, arabic, english)) }
    }
    if let approver, approver == preparer { log.error(.approvesOwn(approver)) }
  }

  /// Checks who prepared it against those the office lets prepare letters.
  func checkPreparer(against registry: RegistrySettings, log: inout DiagnosticLog) {
    guard !registry.preparers.isEmpty, !registry.preparers.contains(preparer) else { return }
    log.error(.notInRole(preparer, "المعدّين", "preparers"))
  }

  /// Says so where the office wants letters approved before they get a number, and nobody's word for this one is recorded.
  func checkApproval(
    against registry: RegistrySettings, log: inout DiagnosticLog,
    hints: [Diagnostic.Hint] = [.prepareFirst]
  ) {
    guard registry.approvesLetters, approval == nil else { return }
    log.error(.notApproved, hints: hints)
  }
}

extension Diagnostic.Hint {
  static let prepareAct = Self(
    arabic: "أعد الأمر مع --prepare، ثم يعتمده غيرك بـ khitab approve، ثم أعده مع --approved واسمه",
    english:
      "Give the command with --prepare, let somebody else `khitab approve` it, then give it with --approved and its name"
  )
  fileprivate static let prepareFirst = Self(
    arabic: "أعدّه بـ khitab prepare، ثم يعتمده غيرك بـ khitab approve، ثم أصدره بـ khitab issue باسمه",
    english:
      "Prepare it with `khitab prepare`, let somebody else `khitab approve` it, then `khitab issue` it by its name"
  )
}

extension Diagnostic.Message {
  fileprivate static let notApproved = Self(
    "issuing.letter-not-approved", arabic: "لا يصدر في هذه الجمعية خطاب لم يُسجَّل اعتماده",
    english: "This office issues no letter whose approval isn't recorded")
  fileprivate static func roleEmpty(_ arabic: String, _ english: String) -> Self {
    Self(
      "issuing.role-empty", arabic: "لا يصدر الخطاب قبل أن يُذكر أحد \(arabic) المسمّين في ملف الجمعية",
      english: "The letter isn't issued until one of the \(english) named in the office's file is given")
  }
  fileprivate static func notInRole(_ name: String, _ arabic: String, _ english: String) -> Self {
    Self(
      "issuing.not-in-role", arabic: "«\u{2068}\(name)\u{2069}» ليس من \(arabic) المسمّين في ملف الجمعية",
      english: "“\(name)” isn't one of the \(english) named in the office's file")
  }
  fileprivate static func approvesOwn(_ name: String) -> Self {
    Self(
      "issuing.approves-own", arabic: "«\u{2068}\(name)\u{2069}» أعدّ الخطاب، فلا يعتمده هو",
      english: "“\(name)” prepared the letter and can't approve it too")
  }
}
