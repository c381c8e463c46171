import ArgumentParser
import Diagnostics
import Foundation
import Issuing
import Register
import Themes
import Values

/// `khitab register retention`: the list of what may be destroyed.
struct Retention: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say(
      "قائمة ما انتهت مدة حفظه، لتُعتمد قبل إتلافه.",
      "List what is kept no longer, for approval before it is destroyed."),
    discussion: say(
      "السطر الأخير بصمة القائمة: يعتمدها المعتمد ويذكرها destroy.",
      "The last line is the list's digest: it is what gets approved, and what destroy is given."))

  @OptionGroup var options: RegisterOptions
  @OptionGroup var interface: InterfaceOptions

  func run() throws {
    try options.withRegister(interface) { register, log in
      let rules = try Destruction.rules(in: options.folder, log: &log)
      guard !log.hasErrors else { return }
      let list = try Destruction(by: rules, in: register, on: options.moment.day)
      for item in list.items {
        let entry = item.entry
        print(
          "\(entry.number)\t\(entry.printed)\t\(entry.day.iso)\t\(item.rule.documents)\t\(item.end.iso)\t\(item.rule.basis)"
        )
      }
      print(list.digest)
      Interface.report(say("القيود \(list.items.count).", "\(list.items.count) entries."))
    }
  }
}

/// `khitab register destroy`: an approved list is destroyed as it was approved.
struct Destroy: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say(
      "يتلف قائمة معتمدة ويكتب محضر الإتلاف.", "Destroy an approved list, and write the record of it."),
    discussion: say(
      "تذهب الأسماء والأرقام والموضوعات وملفات الخطابات، وتبقى أرقام القيود وبصماتها. والنسخ الاحتياطية السابقة تُتلف على حدة.",
      "Names, numbers, subjects and the letters' files go; entries' numbers and hashes stay. Earlier backups must be destroyed apart."
    ))

  @Option(help: ArgumentHelp(say("بصمة القائمة المعتمدة.", "The approved list's digest.")))
  var list: String

  @Option(help: ArgumentHelp(say("من اعتمد القائمة.", "Who approved the list.")))
  var approver: String

  @Option(
    help: ArgumentHelp(
      say(
        "ملف محضر الإتلاف: pdf للتوقيع أو csv؛ ويُكرر لهما.",
        "The record's file: pdf, to be signed, or csv; may be repeated for both."), valueName: "file"))
  var record: [String]

  @Option(
    help: ArgumentHelp(
      say("مجلد الخطابات الصادرة.", "The folder of issued letters; letters, in the office's folder."),
      valueName: "folder"))
  var letters: String?

  @OptionGroup var options: RegisterOptions
  @OptionGroup var interface: InterfaceOptions

  mutating func validate() throws {
    guard record.allSatisfy({ Self.isPDF($0) || $0.lowercased().hasSuffix(".csv") }) else {
      throw ValidationError(say("ينتهي اسم الملف بـ .pdf أو .csv", "the file's name ends in .pdf or .csv"))
    }
  }

  func run() throws {
    try options.withRegister(interface) { register, log in
      let rules = try Destruction.rules(in: options.folder, log: &log)
      let profile = try Office.profile(in: options.folder, log: &log)
      guard !log.hasErrors else { return }
      let due = try Destruction(by: rules, in: register, on: options.moment.day)
      guard due.digest == list else {
        log.error(.otherList(due.digest))
        return
      }
      for path in record where FileManager.default.fileExists(atPath: path) {
        log.error(.recordExists(path), hints: [.otherName])
      }
      guard !log.hasErrors else { return }
      guard let acts = try destroy(due, in: register, log: &log) else { return }
      let archive = LetterArchive(
        folder: letters ?? options.folder + "/letters", prefix: profile?.registry.filePrefix)
      try Destruction.clearAway(in: register, archive: archive)
      Interface.report(say("أُتلفت بيانات \(acts.count) قيداً.", "\(acts.count) entries destroyed."))
    }
  }

  /// Destroys a list and puts it on record, or does neither.
  private func destroy(
    _ list: Destruction, in register: Register, log: inout DiagnosticLog
  ) throws -> [RegisterAct]? {
    var isDone = false
    // The record of what wasn't destroyed after all tells of nothing.
    defer {
      if !isDone { for path in record { try? FileManager.default.removeItem(atPath: path) } }
    }
    let acts = try list.carryOut(
      in: register, by: options.by, approver: approver, at: options.moment, log: &log
    ) { acts, log in
      for path in record { try write(list, acts, to: path, log: &log) }
    }
    isDone = acts != nil
    return acts
  }

  private static let template = "destruction-record"

  private static func isPDF(_ path: String) -> Bool { path.lowercased().hasSuffix(".pdf") }

  /// Writes the record of a destruction, inside the transaction that carries it out.
  private func write(
    _ list: Destruction, _ acts: [RegisterAct], to path: String, log: inout DiagnosticLog
  ) throws {
    guard Self.isPDF(path) else {
      try OutputFile(path: path).write(Array(CSVText.text(list.record(of: acts)).utf8))
      return
    }
    let report = try OfficeReport.destruction(
      list, acts: acts, by: options.by, approver: approver, on: options.moment.day)
    try report.write(as: Self.template, of: options.folder, to: path, log: &log)
  }
}

extension Diagnostic.Hint {
  fileprivate static let otherName = Self(
    arabic: "اختر للمحضر الجديد اسماً آخر", english: "Choose another name for the new record")
}

extension Diagnostic.Message {
  fileprivate static func recordExists(_ path: String) -> Self {
    Self(
      "khitab.retention-record-exists",
      arabic: "الملف \u{2068}\(path)\u{2069} موجود، وقد يكون محضر إتلاف سابق، فلا يُكتب فوقه",
      english: "The file \(path) exists and may be the record of an earlier destruction: it isn't overwritten"
    )
  }
  fileprivate static func otherList(_ digest: String) -> Self {
    Self(
      "khitab.retention-other-list",
      arabic: "القائمة تغيرت أو ليست هذه بصمتها (\u{2066}\(digest)\u{2069})؛ اعتمدها من جديد",
      english: "The list has changed, or this isn't its digest (\(digest)); have it approved anew")
  }
}
