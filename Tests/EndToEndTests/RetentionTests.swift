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
          desk.path + "/destroyed.csv", "--record", desk.path + "/destroyed.pdf",
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
    // The paper says which links of the ledger prove it, and names nobody of whom the letters spoke.
    let paper = try Program.run(
      URL(filePath: "/usr/bin/pdftotext"), ["-layout", desk.path + "/destroyed.pdf", "-"]
    ).output.unicodeScalars.filter { !(0x200E...0x206F).contains($0.value) }
    let text = String(String.UnicodeScalarView(paper))
    let links = try desk.query("SELECT position FROM acts WHERE kind = 'destruction' ORDER BY position")
    #expect(links.count == 2)
    for said in ["إتلاف", digest, "1440/1", "1441/1", "MS-10", "سلمان", "منيرة"] + links {
      #expect(text.contains(said), "\(said): \(text)")
    }
    #expect(!text.contains("سعد") && !text.contains("0001") && !text.contains("ترميم"))
    try recordIsWrittenAgain(digest, at: desk)
    #expect(
      try desk.query("SELECT kind, done_by, approver FROM acts")
        == Array(
          repeating: "destruction|منيرة|سلمان", count: 2))
    let again = try desk.run(["register", "retention", "--office", desk.path], at: today)
    #expect(again.output.split(separator: "\n").count == 1)
  }

  /// What a case says goes with its request, in every form that the register holds: names, words, numbers, addresses.
  @Test func whatACaseSaysGoesWithItsRequest() throws {
    let desk = try IssuingDesk(members: 1)
    try desk.addCases()
    try """
    at 2019-03-03
    new --members members.csv --only "رقم العضوية=0002" --service "ترميم مسكن" --details "سقف المجلس متضرر" --agent "Zebediah Quill" --deed "صك 77"
    submit 1440/0001 --channel site
    refer 1440/0001 --question "ما اسم الجار الشاهد"
    send-receipt 1440/0001
    """.write(toFile: desk.path + "/story.txt", atomically: true, encoding: .utf8)
    let told = try desk.run(["case", "run", desk.path + "/story.txt", "--office", desk.path])
    #expect(told.code == 0, "\(told.errors)")
    _ = try desk.query(
      "INSERT INTO deliveries (entry, channel, state, attempt, at, reason, tracking) SELECT position, 'email', 'failed', 1, '2019-03-04T00:00:00Z', '550 member02@wadi.example', 'RR77' FROM entries WHERE series = 'outgoing'"
    )
    let telling = [
      "نورة", "سقف المجلس", "الجار الشاهد", "Zebediah", "1000260412", "member02@wadi.example", "0555010368",
      "RR77",
    ]
    func held() throws -> [String] {
      let files = ["register.db", "register.db-wal"].compactMap {
        try? Data(contentsOf: desk.folder.url.appending(path: $0))
      }
      return telling.filter { word in files.contains { $0.range(of: Data(word.utf8)) != nil } }
    }
    #expect(try held().count > 4)
    try """
    مدد الحفظ:
      - {الفئة: case, السنوات: 5, السند: "سياسة الاحتفاظ، المادة ٥"}
      - {الفئة: MS-04, السنوات: 5, السند: "سياسة الاحتفاظ، المادة ٤"}
      - {الفئة: MS-07, السنوات: 5, السند: "سياسة الاحتفاظ، المادة ٤"}
    """.write(to: desk.folder.url.appending(path: "retention.yaml"), atomically: true, encoding: .utf8)
    let list = try desk.run(["register", "retention", "--office", desk.path], at: today)
    let digest = list.output.split(separator: "\n").last.map(String.init) ?? ""
    let done = try desk.run(
      [
        "register", "destroy", "--office", desk.path, "--list", digest, "--approver", "سلمان", "--record",
        desk.path + "/destroyed.csv",
      ], at: today)
    #expect(done.code == 0 && done.errors.contains("3 entries destroyed"), "\(done.errors)")
    #expect(try held() == [])
    #expect(try desk.query("SELECT count(*) FROM case_acts") == ["0"])
    #expect(try desk.folder.contents(of: "letters/1440").isEmpty)
    let show = try desk.run(["case", "show", "1440/0001", "--office", desk.path])
    #expect(show.code == 1 && show.errors.contains("[issuing.case-destroyed]"), "\(show.errors)")
    #expect(try desk.run(["case", "list", "--office", desk.path]).output.isEmpty)
    #expect(try desk.run(["register", "audit", "--office", desk.path]).code == 0)
  }

  /// The register keeps all that the record says: written again at any time, it is the same to the byte.
  private func recordIsWrittenAgain(_ digest: String, at desk: IssuingDesk) throws {
    let later = "2027-03-01T09:00:00Z"
    let lists = try desk.run(["register", "destroyed", "--office", desk.path], at: later)
    #expect(lists.output == "\(digest)\t2026-11-26\t2\tمنيرة\tسلمان\n", "\(lists.errors)")
    func again(_ digest: String, _ name: String) throws -> Program.Result {
      try desk.run(
        [
          "register", "destroyed", digest, "--office", desk.path, "--record", desk.path + "/\(name).csv",
          "--record", desk.path + "/\(name).pdf",
        ], at: later)
    }
    #expect(try again(digest, "again").code == 0)
    for ending in ["csv", "pdf"] {
      let files = try ["destroyed", "again"].map {
        try Data(contentsOf: desk.folder.url.appending(path: "\($0).\(ending)"))
      }
      #expect(files[0] == files[1], "\(ending)")
    }
    #expect(try again(digest, "again").errors.contains("[khitab.retention-record-exists]"))
    let unknown = try again("0123456789abcdef", "unknown")
    #expect(unknown.code == 1 && unknown.errors.contains("[issuing.no-destroyed-list]"), "\(unknown.errors)")
    #expect(try desk.run(["register", "destroyed", digest, "--office", desk.path]).code == 2)
  }

  /// An office whose dictionary knows nothing of the record's fields hears of it before anything is gone.
  @Test func whatCannotBePutOnRecordIsNotDestroyed() throws {
    let desk = try desk()
    let file = desk.folder.url.appending(path: "fields.yaml")
    let fields = try String(contentsOf: file, encoding: .utf8)
    #expect(fields.contains("الاسم: القيود المتلفة"))
    try fields.replacing("الاسم: القيود المتلفة", with: "الاسم: قيود أخرى").write(
      to: file, atomically: true, encoding: .utf8)
    let list = try desk.run(["register", "retention", "--office", desk.path], at: today)
    let digest = list.output.split(separator: "\n").last.map(String.init) ?? ""
    let refused = try desk.run(
      [
        "register", "destroy", "--office", desk.path, "--list", digest, "--approver", "سلمان", "--record",
        desk.path + "/destroyed.pdf",
      ], at: today)
    #expect(refused.code == 1 && refused.errors.contains("[templates.unknown-field]"), "\(refused.errors)")
    // Nor where one of its files can't be written: the other goes too, since it tells of what didn't happen.
    let unwritable = try desk.run(
      [
        "register", "destroy", "--office", desk.path, "--list", digest, "--approver", "سلمان", "--record",
        desk.path + "/destroyed.csv", "--record", desk.path + "/office.yaml/destroyed.csv",
      ], at: today)
    #expect(unwritable.code == 3, "\(unwritable.errors)")
    #expect(!FileManager.default.fileExists(atPath: desk.path + "/destroyed.csv"))
    #expect(try desk.query("SELECT count(*) FROM acts") == ["0"])
    #expect(try desk.folder.contents(of: "letters/1440").count == 1)
    #expect(try desk.query("SELECT count(*) FROM particulars") == ["3"])
    #expect(!FileManager.default.fileExists(atPath: desk.path + "/destroyed.pdf"))
  }

  /// Killed between the register's transaction and the removal of files: the next destruction removes them.
  @Test func aFileThatACrashLeftGoesWithTheNextDestruction() throws {
    let desk = try desk()
    func destroy(_ record: String) throws -> Program.Result {
      let list = try desk.run(["register", "retention", "--office", desk.path], at: today)
      let digest = list.output.split(separator: "\n").last.map(String.init) ?? ""
      return try desk.run(
        [
          "register", "destroy", "--office", desk.path, "--list", digest, "--approver", "سلمان", "--record",
          desk.path + "/" + record,
        ], at: today)
    }
    let left = try desk.folder.contents(of: "letters/1440")
    #expect(try destroy("first.csv").code == 0)
    let name = try #require(left.keys.first)
    try left[name]?.write(to: desk.folder.url.appending(path: "letters/1440/\(name)"))
    // The first record isn't written over.
    #expect(try destroy("first.csv").errors.contains("[khitab.retention-record-exists]"))
    #expect(FileManager.default.fileExists(atPath: desk.path + "/first.csv"))
    #expect(try destroy("second.csv").code == 0)
    #expect(try desk.folder.contents(of: "letters/1440").isEmpty)
  }

  @Test(arguments: [
    ("مدد الحفظ: [{الفئة: MS-10, السنوات: 5}]", "[themes.retention-rule-incomplete]"),
    ("مدد الحفظ: [{الفئة: MS-10, السنوات: خمس, السند: x}]", "[settings.not-number]"),
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
