import Foundation
import TestSupport
import Testing

/// All that is wrong with a row is said by one run of whatever command: what can't be read in it, and what its letter
/// lacks besides.
@Suite struct AllAtOnceTests {
  /// A row of each kind: what is wrong with it, and what must be said of it and nothing else.
  struct Row: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let values: [String: String?]
    let said: [String]
  }

  static let rows = [
    Row(
      testDescription: "a month 13 and no gender", values: ["تاريخ الطلب": "1448/13/02", "الجنس": nil],
      said: ["values.date-month", "templates.unknown-person"]),
    Row(
      testDescription: "an amount in letters and no length of time",
      values: ["مبلغ الدعم": "ألفان", "مدة المراجعة": nil],
      said: ["values.amount-characters", "templates.missing-value"]),
    Row(
      testDescription: "a meeting that is no number and a character that no font has",
      values: ["رقم الاجتماع": "كثير", "الخدمة المطلوبة": "ترميم 你"],
      said: ["records.not-a-number", "text.missing-glyph"]),
    Row(
      testDescription: "a gender that is none, on which everything depends", values: ["الجنس": "ولد"],
      said: ["records.not-gender"]),
    Row(
      testDescription: "no name, which is required", values: ["الاسم": "", "الجنس": nil],
      said: ["records.missing-value", "templates.unknown-person"]),
  ]

  /// A worker's line is a table of its own, in which a value that is missing is a column that is.
  private static let nameless = Row(
    testDescription: "a line without a name", values: ["الاسم": nil, "الجنس": nil],
    said: ["records.missing-column", "templates.unknown-person"])

  /// The commands that make letters or try them, with what they need besides the records.
  static let commands: [(command: [String], further: [String])] = [
    (["render"], ["--output", "out"]), (["render"], ["--output", "all.pdf"]),
    (["preview"], ["--row", "1", "--output", "letter.txt"]),
    (["preview"], ["--row", "1", "--output", "letter.png"]),
    (["batch", "plan"], []), (["prepare"], ["--row", "1"]), (["issue"], ["--row", "1"]),
  ]

  /// A desk whose first record is `row` and whose second is good.
  private func desk(_ row: Row) throws -> IssuingDesk {
    let desk = try IssuingDesk(members: 2)
    try desk.write([Self.member(row), IssuingDesk.member(2)])
    return desk
  }

  private static func member(_ row: Row) -> [String: Any] {
    var member = IssuingDesk.member(1)
    for (field, value) in row.values { member[field] = value }
    return member
  }

  /// The ids of the errors in what a command has said.
  private func errors(in text: String) -> Set<String> {
    Set(
      text.split(separator: "\n").filter { $0.hasPrefix("error") }
        .compactMap { $0.firstMatch(of: #/\[([\w.-]+)\]$/#).map { String($0.1) } })
  }

  @Test("every command says all that is wrong with a row, and nothing that follows from it", arguments: rows)
  func allIsSaidAtOnce(row: Row) throws {
    for (command, further) in Self.commands {
      let desk = try desk(row)
      let result = try desk.run(command + desk.letters() + further)
      #expect(result.code == 1, "\(command)")
      #expect(errors(in: result.errors) == Set(row.said), "\(command) \(result.errors)")
      let made = try desk.folder.contents()
      #expect(made["letter.txt"] == nil && made["letter.png"] == nil)
      #expect((try? desk.folder.contents(of: "letters/1448"))?.isEmpty ?? true)
      if further == ["--output", "out"] {
        #expect(try desk.folder.contents(of: "out").keys.sorted() == ["acceptance-letter-0002.pdf"])
      }
    }
    let desk = try desk(row)
    let check = [
      "check", "acceptance-letter", "--office", desk.path, "--records", desk.path + "/records.json",
    ]
    let result = try desk.run(check)
    #expect(result.code == 1)
    #expect(errors(in: result.errors) == Set(row.said), "\(result.errors)")
  }

  @Test(
    "a number or an address that can't be read isn't said to be missing from a batch",
    arguments: [
      ("رقم العضوية", "لا يعرف", "email", "values.reference-pattern"),
      ("البريد الإلكتروني", "ليس بريداً", "email", "values.email-blank"),
      ("الجوال", "050", "sms", "values.phone-length"),
      ("العنوان الوطني", "#N/A", "post", "records.spreadsheet-error"),
    ]) func plansComplainOnce(field: String, text: String, channel: String, expected: String) throws
  {
    let desk = try IssuingDesk(members: 1)
    var member = IssuingDesk.member(1)
    member[field] = text
    try desk.write([member])
    let result = try desk.run(["batch", "plan", "--channel", channel] + desk.letters())
    #expect(errors(in: result.errors) == [expected], "\(result.errors)")
  }

  @Test("a member who isn't found lacks nothing else, and what the request itself lacks is said")
  func missingMembersAreSaidOnce() throws {
    let desk = try IssuingDesk(members: 1)
    let requests = """
      رقم العضوية,رقم الطلب,تاريخ الطلب,الخدمة المطلوبة,رقم الاجتماع,تاريخ الاجتماع,مدة المراجعة
      9999,1448/1,1448/13/02,ترميم,12,1448/05/24,15
      0002,1448/2,1448/13/02,ترميم,,1448/05/24,15
      """
    try requests.write(toFile: desk.path + "/requests.csv", atomically: true, encoding: .utf8)
    let result = try desk.run([
      "render", "--template", "acceptance-letter", "--office", desk.path, "--records",
      desk.path + "/requests.csv", "--members", Program.samples + "/members.csv", "--on", "رقم العضوية",
      "--output", "out",
    ])
    let errors = result.errors.split(separator: "\n").filter { $0.hasPrefix("error") }
    let rows = [2, 3].map { row in errors.filter { $0.contains("row \(row)") }.joined() }
    #expect(errors.count == 4, "\(result.errors)")
    #expect(rows[0].contains("[values.date-month]") && rows[0].contains("[records.join-finds-none]"))
    #expect(rows[1].contains("[values.date-month]") && rows[1].contains("[templates.missing-value]"))
  }

  @Test("so does the worker, of one line at a time", arguments: rows + [nameless])
  func theWorkerSaysAllAtOnce(row: Row) throws {
    let desk = try IssuingDesk(members: 1)
    let line = try JSONSerialization.data(withJSONObject: Self.member(row), options: [.sortedKeys])
    let result = try Program.run(
      ["worker", "--template", "acceptance-letter", "--office", desk.path],
      input: String(decoding: line, as: UTF8.self) + "\n")
    #expect(result.code == 1 && result.output.contains(" refusal 1 "))
    for id in row.said { #expect(result.output.contains("\"\(id)\""), "\(result.output)") }
    let errors = result.output.split(separator: "\"").filter {
      $0.contains(#/^(values|records|templates|text)\./#)
    }
    #expect(Set(errors.map(String.init)) == Set(row.said))
  }
}
