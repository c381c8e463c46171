import Foundation
import TestSupport
import Testing

/// `khitab register retention` and `destroy`: list, approval, destruction, record.
@Suite struct RetentionTests {
  private static let rules = """
    مدد الحفظ:
      - {الفئة: MS-10, السنوات: 5, السند: "سياسة الاحتفاظ، المادة ٤"}
      - {الفئة: MS-12, السنوات: دائم, السند: "سياسة الاحتفاظ، المادة ٣"}
    """

  private func desk() throws -> IssuingDesk {
    let desk = try IssuingDesk(members: 3)
    try Self.rules.write(
      to: desk.folder.url.appending(path: "retention.yaml"), atomically: true, encoding: .utf8)
    for (row, moment) in [
      (1, "2019-03-01T09:00:00Z"), (2, "2020-03-01T09:00:00Z"), (3, "2024-03-01T09:00:00Z"),
    ] {
      let issued = try desk.issue(row: row, at: moment)
      #expect(issued.code == 0, "\(issued.errors)")
    }
    return desk
  }

  private let today = "2026-11-26T09:00:00Z"

  @Test func whatIsOverIsDestroyedAsItWasApprovedAndTheRegisterStaysProven() throws {
    let desk = try desk()
    let list = try desk.run(["register", "retention", "--office", desk.path], at: today)
    var lines = list.output.split(separator: "\n").map(String.init)
    let digest = lines.removeLast()
    #expect(lines.map { $0.prefix(15) } == ["OUT-1440-000001", "OUT-1441-000001"], "\(list.errors)")
    func destroy(_ digest: String, approver: String) throws -> Program.Result {
      try desk.run(
        [
          "register", "destroy", "--office", desk.path, "--list", digest, "--approver", approver, "--record",
          desk.path + "/destroyed.csv",
        ], at: today)
    }
    #expect(
      try destroy("0123456789abcdef", approver: "سلمان").errors.contains("[khitab.retention-other-list]"))
    #expect(try destroy(digest, approver: "منيرة").errors.contains("[issuing.destroys-own-list]"))
    #expect(try desk.query("SELECT count(*) FROM particulars") == ["3"])
    let done = try destroy(digest, approver: "سلمان")
    #expect(done.code == 0 && done.errors.contains("2 entries destroyed"), "\(done.errors)")

    // Gone: names in the register and its file, addresses, the letters. There: numbers, hashes, the acts.
    #expect(try desk.query("SELECT position FROM particulars") == ["3"])
    #expect(try desk.query("SELECT count(*) FROM outbox WHERE address IS NOT NULL") == ["1"])
    let file = try Data(contentsOf: desk.folder.url.appending(path: "register.db"))
    #expect(file.range(of: Data("سعد بن ناصر".utf8)) == nil)
    #expect(try desk.folder.contents(of: "letters/1440").isEmpty)
    #expect(try desk.folder.contents(of: "letters/1445").count == 1)
    #expect(try desk.run(["register", "search", "سعد", "--office", desk.path]).output.isEmpty)
    #expect(try desk.run(["register", "audit", "--office", desk.path]).code == 0)
    let record = try String(contentsOf: desk.folder.url.appending(path: "destroyed.csv"), encoding: .utf8)
    let rows = record.split(separator: "\r\n")
    #expect(rows.count == 3 && rows[1].contains("OUT-1440-000001") && rows[1].contains("سلمان"))
    #expect(!record.contains("سعد"))
    #expect(
      try desk.query("SELECT kind, done_by, approver FROM acts")
        == Array(
          repeating: "destruction|منيرة|سلمان", count: 2))
    let again = try desk.run(["register", "retention", "--office", desk.path], at: today)
    #expect(again.output.split(separator: "\n").count == 1)
  }

  /// Killed between the register's transaction and the removal of files: the next destruction removes them.
  @Test func aFileThatACrashLeftGoesWithTheNextDestruction() throws {
    let desk = try desk()
    func destroy() throws -> Program.Result {
      let list = try desk.run(["register", "retention", "--office", desk.path], at: today)
      let digest = list.output.split(separator: "\n").last.map(String.init) ?? ""
      return try desk.run(
        [
          "register", "destroy", "--office", desk.path, "--list", digest, "--approver", "سلمان", "--record",
          desk.path + "/destroyed.csv",
        ], at: today)
    }
    let left = try desk.folder.contents(of: "letters/1440")
    #expect(try destroy().code == 0)
    let name = try #require(left.keys.first)
    try left[name]?.write(to: desk.folder.url.appending(path: "letters/1440/\(name)"))
    #expect(try destroy().code == 0)
    #expect(try desk.folder.contents(of: "letters/1440").isEmpty)
  }

  @Test(arguments: [
    ("مدد الحفظ: [{الفئة: MS-10, السنوات: 5}]", "[themes.retention-rule-incomplete]"),
    ("مدد الحفظ: [{الفئة: MS-10, السنوات: خمس, السند: x}]", "[themes.setting-not-number]"),
    (
      "مدد الحفظ: [{الفئة: MS-10, السنوات: 5, السند: x}, {الفئة: MS-10, السنوات: 6, السند: x}]",
      "[themes.retention-ruled-twice]"
    ),
  ]) func aFileOfPeriodsThatIsWrongDestroysNothing(text: String, id: String) throws {
    let desk = try desk()
    try text.write(to: desk.folder.url.appending(path: "retention.yaml"), atomically: true, encoding: .utf8)
    let refused = try desk.run(["register", "retention", "--office", desk.path], at: today)
    #expect(refused.code == 1 && refused.errors.contains(id) && refused.output.isEmpty, "\(refused.errors)")
  }
}
