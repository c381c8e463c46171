public import Diagnostics

extension Recording {
  /// Records an act on the entry under `number`, if it may still happen to it.
  ///
  /// - Parameters:
  ///   - act: what happens; a copy's number is given here.
  ///   - number: the entry.
  ///   - log: takes what stands against it.
  /// - Returns: the act as recorded.
  /// - Throws: the database's failures.
  public func record(
    _ act: RegisterAct, on number: RegisterNumber, log: inout DiagnosticLog
  ) throws -> RegisterAct? {
    guard let entry = try entry(number) else {
      log.error(.noEntry(number.description))
      return nil
    }
    guard !act.by.isEmpty else {
      log.error(.nobody)
      return nil
    }
    let isVoid = entry.state == .void
    switch act.kind {
    case .void:
      if isVoid { log.error(.alreadyVoid(number)) }
      if (act.reason ?? "").isEmpty || (act.approver ?? "").isEmpty { log.error(.voidNeedsReason) }
    case .replacement, .certifiedCopy, .reply, .referral, .caseAct:
      if isVoid { log.error(.isVoid(number)) }
    case .destruction:
      if entry.particulars == nil { log.error(.alreadyDestroyed(number)) }
      if (act.approver ?? "").isEmpty { log.error(.destructionNeedsApproval) }
    case .withdrawal: preconditionFailure("an entry is voided; withdrawn is what has none")
    }
    if [.referral, .reply].contains(act.kind), number.series != .incoming { log.error(.notIncoming(number)) }
    if act.kind == .reply {
      let reply = try act.related.flatMap(RegisterNumber.init).flatMap { try self.entry($0) }
      if reply?.number.series != .outgoing { log.error(.noReply(act.related ?? "")) }
    }
    guard !log.hasErrors else { return nil }
    var numbered = act
    if [.replacement, .certifiedCopy].contains(act.kind) {
      numbered.copy = nextCopy(of: entry, act.kind)
    }
    return try record(numbered, on: entry.position)
  }

  /// The number that the next copy of an entry's document gets.
  public func nextCopy(of entry: RegisterEntry, _ kind: RegisterAct.Kind) -> Int {
    entry.acts.count { $0.kind == kind } + 1
  }
}

extension Diagnostic.Message {
  /// Nothing in the register has this number or code.
  public static func noEntry(_ name: String) -> Self {
    Self(
      "register.no-entry", arabic: "ليس في السجل قيد برقم أو رمز «\u{2068}\(name)\u{2069}»",
      english: "The register has no entry called “\(name)”")
  }
  static let nobody = Self(
    "register.nobody", arabic: "لم يُذكر من يقوم بالعمل", english: "It isn't said who does this")
  fileprivate static func alreadyVoid(_ number: RegisterNumber) -> Self {
    Self(
      "register.already-void", arabic: "القيد \u{2066}\(number)\u{2069} ملغى من قبل",
      english: "The entry \(number) is void already")
  }
  fileprivate static func isVoid(_ number: RegisterNumber) -> Self {
    Self(
      "register.is-void", arabic: "القيد \u{2066}\(number)\u{2069} ملغى، فلا تُعطى منه نسخة ولا يُرد عليه",
      english: "The entry \(number) is void: it gives no copies and isn't answered")
  }
  fileprivate static let voidNeedsReason = Self(
    "register.void-needs-reason", arabic: "لا يُلغى قيد إلا بسبب واسم من اعتمد الإلغاء",
    english: "An entry is voided only with a reason and the name of who approved it")
  fileprivate static func alreadyDestroyed(_ number: RegisterNumber) -> Self {
    Self(
      "register.already-destroyed", arabic: "أُتلفت بيانات القيد \u{2066}\(number)\u{2069} من قبل",
      english: "The particulars of \(number) are destroyed already")
  }
  fileprivate static let destructionNeedsApproval = Self(
    "register.destruction-needs-approval", arabic: "لا تُتلف بيانات إلا باسم من اعتمد الإتلاف",
    english: "Particulars are destroyed only with the name of who approved it")
  fileprivate static func notIncoming(_ number: RegisterNumber) -> Self {
    Self(
      "register.not-incoming",
      arabic: "القيد \u{2066}\(number)\u{2069} ليس من سجل الوارد، فلا يُحال ولا يُرد عليه",
      english: "\(number) isn't an incoming letter: it is neither referred nor answered")
  }
  fileprivate static func noReply(_ name: String) -> Self {
    Self(
      "register.no-reply", arabic: "«\u{2068}\(name)\u{2069}» ليس رقم خطاب صادر، فلا يكون رداً",
      english: "“\(name)” isn't the number of an outgoing letter, so it can't be the reply")
  }
}
