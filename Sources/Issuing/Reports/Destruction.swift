import Cryptography
public import Diagnostics
import Foundation
public import Register
import Themes
public import Values

/// The documents whose time is over: a list that is approved as it stands, then destroyed as it was approved.
public struct Destruction: Sendable {
  /// One entry whose time is over.
  public struct Item: Hashable, Sendable {
    /// The entry.
    public var entry: RegisterEntry
    /// The rule by which its time is over.
    public var rule: RetentionRule
    /// The day from which it may be destroyed.
    public var end: CivilDate
  }

  /// The entries, rule by rule, oldest first.
  public let items: [Item]

  /// The rules of the office in `folder`.
  public static func rules(in folder: String, log: inout DiagnosticLog) throws(IssuingError)
    -> [RetentionRule]
  {
    let file = folder + "/retention.yaml"
    guard FileManager.default.fileExists(atPath: file) else {
      log.error(.noRetentionFile(file))
      return []
    }
    let settings = try InputFile.text(file, log: &log).flatMap {
      RetentionSettings.read(yaml: $0, file: file, log: &log)
    }
    return (settings?.rules ?? []).map {
      RetentionRule(documents: $0.documents, years: $0.years, basis: $0.basis)
    }
  }

  /// What is over on `day` by `rules`.
  public init(by rules: [RetentionRule], in register: Register, on day: CivilDate) throws(RegisterError) {
    var found: [Item] = []
    for rule in rules {
      for entry in try register.due(by: rule, on: day) {
        if let end = rule.end(for: entry.day) { found.append(Item(entry: entry, rule: rule, end: end)) }
      }
    }
    items = found
  }

  /// A list that was destroyed, and its acts, as the register keeps them; `nil` and a mistake where it keeps none of the
  /// digest, or where what it keeps isn't what was destroyed.
  public static func carriedOut(
    _ digest: String, in register: Register, log: inout DiagnosticLog
  ) throws(RegisterError) -> (list: Destruction, acts: [RegisterAct])? {
    let found = try register.entries(destroyedBy: digest)
    let list = Destruction(items: found.map { Item(entry: $0.entry, rule: $0.rule, end: $0.ended) })
    guard !found.isEmpty, list.digest == digest else {
      log.error(found.isEmpty ? .noSuchList(digest) : .listDiffers(digest), hints: [.listsDestroyed])
      return nil
    }
    return (list, found.map(\.act))
  }

  private init(items: [Item]) { self.items = items }

  /// Stands for the list: who approves it names it, so that nothing else is destroyed in its name.
  public var digest: String {
    let text = items.map { "\($0.entry.number) \($0.rule.documents) \($0.end.iso)" }.joined(separator: "\n")
    return String(SHA256Digest(of: Array(text.utf8)).description.prefix(16))
  }

  /// Destroys everything on the list in one transaction; ``clearAway(in:archive:)`` comes after it.
  ///
  /// - Parameters:
  ///   - register: the register.
  ///   - name: who carries it out.
  ///   - approver: who approved the list.
  ///   - now: the moment.
  ///   - log: takes what stands against it.
  ///   - putOnRecord: writes the record of the acts; where it can't, nothing is destroyed.
  /// - Returns: the acts, in the list's order; nothing if anything stood against it.
  /// - Throws: failures of the register and of `putOnRecord`; nothing is destroyed then.
  public func carryOut(
    in register: Register, by name: String, approver: String, at now: Moment, log: inout DiagnosticLog,
    putOnRecord: ([RegisterAct], inout DiagnosticLog) throws -> Void
  ) throws -> [RegisterAct]? {
    guard name != approver else {
      log.error(.destroysOwnList(name))
      return nil
    }
    let digest = digest
    return try register.recording(at: now, log: &log) { recording, log -> [RegisterAct]? in
      var acts: [RegisterAct] = []
      for item in items {
        let act = try recording.destroy(
          item.entry.number, rule: item.rule, list: digest, by: name, approver: approver, log: &log)
        guard let act else { return nil }
        acts.append(act)
      }
      try putOnRecord(acts, &log)
      return log.hasErrors ? nil : acts
    }
  }

  /// Removes the files of letters that were destroyed, then what the deleted rows leave in the register's file.
  public static func clearAway(in register: Register, archive: LetterArchive) throws {
    try archive.removeDestroyed(in: register)
    try register.wipe()
  }

  /// The record of the destruction (محضر الإتلاف) as a table.
  ///
  /// It says what, by which rule, when, by whom, and which link of the ledger proves it; it names nobody whom the
  /// documents spoke of.
  public func record(of acts: [RegisterAct]) -> [[String]] {
    let headings = [
      "رقم القيد", "الرقم المعتمد", "تاريخ القيد", "الفئة", "السند", "انتهاء المدة", "تاريخ الإتلاف",
      "المنفذ", "المعتمد",
      "حلقة السجل", "بصمة الملف",
    ]
    return [headings]
      + zip(items, acts).map { item, act in
        [
          item.entry.printed, item.entry.number.description, item.entry.day.iso, item.rule.documents,
          item.rule.basis, item.end.iso, act.day.iso, act.by, act.approver ?? "", String(act.position),
          item.entry[.file] ?? "",
        ]
      }
  }
}

extension LetterArchive {
  /// Removes the files of entries that are destroyed; after a crash in between, the next destruction does it.
  func removeDestroyed(in register: Register) throws {
    try register.walk { entry in
      guard entry.particulars == nil else { return }
      let copies = entry.acts.compactMap { act -> String? in
        guard let copy = act.copy else { return nil }
        return (act.kind == .replacement ? "R" : "C") + String(copy)
      }
      for copy in [nil] + copies {
        let path = path(of: entry.number, copy: copy)
        guard FileManager.default.fileExists(atPath: path) else { continue }
        do {
          try FileManager.default.removeItem(atPath: path)
        } catch {
          throw IssuingError.unwritable(path: path, reason: error.localizedDescription)
        }
      }
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func noRetentionFile(_ path: String) -> Self {
    Self(
      "issuing.no-retention-file", arabic: "ليس في مجلد المكتب ملف مدد الحفظ \u{2068}\(path)\u{2069}",
      english: "The office's folder has no file of retention periods, \(path)")
  }
  fileprivate static func noSuchList(_ digest: String) -> Self {
    Self(
      "issuing.no-destroyed-list", arabic: "لا يعرف السجل قائمة أُتلفت بصمتها \u{2066}\(digest)\u{2069}",
      english: "The register knows of no destroyed list whose digest is \(digest)")
  }
  fileprivate static func listDiffers(_ digest: String) -> Self {
    Self(
      "issuing.destroyed-list-differs",
      arabic:
        "ما في السجل ليس القائمة التي أُتلفت ببصمة \u{2066}\(digest)\u{2069}، فافحصه بـ khitab register audit",
      english: "What the register holds isn't the list destroyed under \(digest): `khitab register audit` it")
  }
  fileprivate static func destroysOwnList(_ name: String) -> Self {
    Self(
      "issuing.destroys-own-list", arabic: "«\u{2068}\(name)\u{2069}» ينفذ الإتلاف، فلا يعتمده هو",
      english: "“\(name)” carries out the destruction and can't approve it too")
  }
}

extension Diagnostic.Hint {
  fileprivate static let listsDestroyed = Self(
    arabic: "القوائم المتلفة في khitab register destroyed",
    english: "`khitab register destroyed` lists them")
}
