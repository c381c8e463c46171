import ArgumentParser
import Diagnostics
import Foundation
import Issuing
import Records
import Templates
import Values

/// Where records come from.
struct RecordOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say("ملف السجلات: csv أو json أو xlsx أو sqlite.", "The records: a csv, json, xlsx or sqlite file."),
      valueName: "file"))
  var records: String?

  @Option(
    help: ArgumentHelp(
      say("الورقة أو الجدول؛ وإلا فالأول.", "The sheet or table; the first one by default."),
      valueName: "name"))
  var sheet: String?

  @Option(
    help: ArgumentHelp(
      say("استعلام SQL على ملف sqlite.", "An SQL query on an sqlite file."), valueName: "sql"))
  var query: String?

  @Option(
    help: ArgumentHelp(
      say(
        "ملف ثانٍ يُكمل السجلات، مثل ملف الأعضاء.",
        "A second file that completes the records, such as the members'."),
      valueName: "file"))
  var members: String?

  @Option(
    help: ArgumentHelp(
      say("الحقل الذي يربط الملفين.", "The field that joins the two files."), valueName: "field"))
  var on: String?

  @Option(
    help: ArgumentHelp(
      say(
        "السجلات التي حقلها بهذه القيمة فقط؛ ويُكرَّر: لحقل واحد بأي من قيمه، ولحقول بها جميعاً.",
        "Only records whose field has this value; repeated: any value of one field, all of several fields."),
      valueName: "field=value"))
  var only: [String] = []

  mutating func validate() throws {
    for pair in only { try Self.check(pair) }
    guard (members == nil) == (on == nil) else {
      throw ValidationError(say("يُذكر --members مع --on", "--members and --on go together"))
    }
  }

  /// Refuses what states no field and value.
  static func check(_ pair: String) throws {
    guard pair.contains("=") else {
      throw ValidationError(say("تُكتب --only هكذا: الحقل=القيمة", "--only is written field=value"))
    }
  }

  /// The same options as arguments, paths made absolute.
  var arguments: [String] {
    func absolute(_ path: String?) -> String? { path.map { URL(filePath: $0).path } }
    let named = [
      ("--records", absolute(records)), ("--sheet", sheet), ("--query", query),
      ("--members", absolute(members)),
      ("--on", on),
    ]
    return named.flatMap { name, value in value.map { [name, $0] } ?? [] } + only.flatMap { ["--only", $0] }
  }

  /// The records asked for, and what is wrong with their files as a whole.
  struct Found {
    var records: [ReadRecord]
    var log: DiagnosticLog
  }

  /// Reads the records of `workshop`'s letters, joined with the second file where there is one; nothing
  /// without a file.
  ///
  /// What the dictionary requires of every person's record isn't asked of one that the letter doesn't speak
  /// to, such as a register's or a report's: there the letter needs what its template names.
  func read(for workshop: Workshop) throws -> Found? {
    guard let records else { return nil }
    let (dictionary, calendar) = (workshop.office.records, workshop.office.calendar)
    let isPartial = members != nil || !workshop.template.template.speaksToPerson
    var set = try InputFile.records(
      records, sheet: sheet, query: query, dictionary: dictionary, calendar: calendar, isPartial: isPartial)
    if let members, let on {
      let others = try InputFile.records(members, dictionary: dictionary, calendar: calendar, isPartial: true)
      set = set.joined(with: others, on: on)
    }
    var found = Found(records: set.records, log: set.log)
    let places = chosen(among: set.records, of: workshop.office, log: &found.log)
    found.records = places.map { set.records[$0] }
    return found
  }

  /// The places of the records that `--only` asks for; none, with the reason, where it can't be told.
  func chosen(among records: [ReadRecord], of office: Office, log: inout DiagnosticLog) -> [Int] {
    let selection = RecordSelection(
      only.map(Self.pair), dictionary: office.records, calendar: office.calendar, log: &log)
    return selection?.places(among: records, log: &log) ?? []
  }

  /// The field and the value of `field=value`.
  static func pair(_ text: String) -> (field: String, value: String) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      .map { $0.trimmingCharacters(in: .whitespaces) }
    return (parts[0], parts.dropFirst().first ?? "")
  }
}
