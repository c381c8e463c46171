import ArgumentParser
import Diagnostics
import Issuing
import Records
import Register

/// Which one record a single letter is made from, and how the letter relates to an earlier entry.
struct LetterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say("رقم السجل في ملفه، من 1.", "Which record of the file, from 1."), valueName: "number"))
  var row: Int?

  @Option(
    help: ArgumentHelp(
      say("رقم الخطاب الذي يُلحق به هذا.", "The letter that this one is further to."), valueName: "number"))
  var furtherTo: String?

  @Option(
    help: ArgumentHelp(
      say("رقم الوارد الذي هذا رده.", "The incoming letter that this one answers."), valueName: "number"))
  var replyTo: String?

  mutating func validate() throws {
    guard (row ?? 1) > 0 else { throw ValidationError(say("العدّ من ١", "counting starts at 1")) }
  }

  /// Whether nothing is said.
  var isEmpty: Bool { row == nil && furtherTo == nil && replyTo == nil }

  /// Which of the records is asked for, from 1.
  func ordinal(among records: [ReadRecord], log: inout DiagnosticLog) -> Int? {
    if let row {
      guard records.indices.contains(row - 1) else {
        log.error(.noRecord(row, records.count))
        return nil
      }
      return row
    }
    guard records.count == 1 else {
      log.error(.notOneRecord(records.count), hints: [.useBatch])
      return nil
    }
    return 1
  }

  /// The relation that is asked for.
  func relation(in register: Register, log: inout DiagnosticLog) throws -> IssueOrder.Relation? {
    if let furtherTo {
      return try register.entry(named: furtherTo, log: &log).map { .init(.furtherTo, to: $0.number) }
    }
    if let replyTo {
      return try register.entry(named: replyTo, log: &log).map { .init(.replyTo, to: $0.number) }
    }
    return nil
  }
}

extension Diagnostic.Message {
  static func noRecord(_ row: Int, _ count: Int) -> Self {
    Self(
      "khitab.no-record", arabic: "ليس في الملف سجل رقمه \(row)؛ فيه \(count)",
      english: "There is no record \(row); the file has \(count)")
  }
  fileprivate static func notOneRecord(_ count: Int) -> Self {
    Self(
      "khitab.not-one-record", arabic: "المختار \(count) من السجلات، والأمر لخطاب واحد",
      english: "\(count) records are chosen, and the command is for one letter")
  }
}

extension Diagnostic.Hint {
  fileprivate static let useBatch = Self(
    arabic: "اختر واحداً بـ --row أو --only، أو أصدرها دفعةً بـ khitab batch",
    english: "Choose one with --row or --only, or issue them with khitab batch")
}
