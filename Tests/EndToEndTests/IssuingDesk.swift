import Cryptography
import Foundation
import TestSupport
import Testing

/// A copy of the sample office with its own register and letters, and records for as many members as wanted.
struct IssuingDesk {
  let folder: TemporaryFolder
  var environment = ["KHITAB_USER": "منيرة"]

  init(members count: Int) throws {
    folder = try TemporaryFolder()
    try add(["office.yaml", "fields.yaml"])
    try write((1...count).map { Self.member($0) })
  }

  /// Another office with the same files, register and letters.
  init(copying other: IssuingDesk) throws {
    folder = try TemporaryFolder()
    environment = other.environment
    for name in try FileManager.default.contentsOfDirectory(atPath: other.path) {
      try FileManager.default.copyItem(atPath: "\(other.path)/\(name)", toPath: "\(path)/\(name)")
    }
  }

  /// Gives the office what its cases need: the services it offers, and its members.
  func addCases() throws { try add(["catalogue.yaml", "members.csv"]) }

  private func add(_ names: [String]) throws {
    for name in names {
      try FileManager.default.copyItem(
        atPath: Repository.file("samples/\(name)").path, toPath: "\(path)/\(name)")
    }
  }

  var path: String { folder.url.path }

  /// One member's accepted request.
  static func member(_ number: Int) -> [String: Any] {
    let names = [
      "نورة بنت عبدالرحمن آل سدرة", "سعد بن ناصر الشيحي", "Mohammed Ali Khan", "هيا بنت فهد الريحاني",
    ]
    return [
      "الاسم": names[number % names.count], "الجنس": number % 2 == 0 ? "أنثى" : "ذكر",
      "رقم العضوية": String(format: "%04d", number), "البريد الإلكتروني": "member\(number)@wadi.example",
      "رقم الطلب": "1448/\(1000 + number)", "تاريخ الطلب": "1448/05/02هـ", "الخدمة المطلوبة": "ترميم مسكن",
      "رقم الاجتماع": 12, "تاريخ الاجتماع": "1448/05/24هـ", "مبلغ الدعم": "\(2000 + number).50",
      "مدة المراجعة": 15, "المناسبة": "ختام العام",
    ]
  }

  func write(_ members: [[String: Any]]) throws {
    try JSONSerialization.data(withJSONObject: members, options: [.sortedKeys]).write(
      to: folder.url.appending(path: "records.json"))
  }

  /// The options that say what letters are made of.
  func letters(_ template: String = "acceptance-letter") -> [String] {
    ["--template", template, "--office", path, "--records", path + "/records.json"]
  }

  func run(_ arguments: [String], by: String? = nil, at moment: String? = nil) throws -> Program.Result {
    var line = arguments + ["--lang", "en", "--quiet"]
    if let by { line += ["--by", by] }
    if let moment { line += ["--now", moment] }
    return try Program.run(line, environment: environment, folder: folder.url)
  }

  func issue(row: Int, _ further: [String] = [], at moment: String? = nil) throws -> Program.Result {
    try run(["issue", "--row", String(row)] + letters() + further, at: moment)
  }

  /// Plans a batch, has it approved, and gives its name.
  func approvedBatch(_ template: String = "acceptance-letter") throws -> String {
    let plan = try run(["batch", "plan"] + letters(template))
    #expect(plan.code <= 1, "\(plan.errors)")
    let id = plan.output.trimmingCharacters(in: .newlines)
    let approval = try run(["batch", "approve", id, "--office", path], by: "سلمان")
    #expect(approval.code == 0, "\(approval.errors)")
    return id
  }

  /// What the register says, by an SQL tool that isn't ours.
  func query(_ sql: String) throws -> [String] {
    let result = try Program.run(URL(filePath: "/usr/bin/sqlite3"), [path + "/register.db", sql])
    #expect(result.code == 0, "\(result.errors)")
    return result.output.split(separator: "\n").map(String.init)
  }

  /// Checks that `count` letters have the numbers from 1, one file each with the hash that was recorded, one member
  /// each and one place in the queue, and that nothing else is there.
  func expectExactly(_ count: Int, sourceLocation: Testing.SourceLocation = #_sourceLocation) throws {
    let rows = try query("SELECT number, reference, file_sha256, member FROM entries ORDER BY number")
      .map { $0.split(separator: "|", omittingEmptySubsequences: false).map(String.init) }
    #expect(rows.map { $0[0] } == (0..<count).map { String($0 + 1) }, sourceLocation: sourceLocation)
    #expect(Set(rows.map { $0[3] }).count == count, sourceLocation: sourceLocation)
    let top = folder.url.appending(path: "letters/1448")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: top.path)) ?? []
    #expect(files.sorted() == rows.map { "SANA-\($0[1]).pdf" }, sourceLocation: sourceLocation)
    for row in rows {
      let bytes = try Data(contentsOf: top.appending(path: "SANA-\(row[1]).pdf"))
      #expect(SHA256Digest(of: [UInt8](bytes)).description == row[2], sourceLocation: sourceLocation)
    }
    let queued = try query("SELECT count(*), count(DISTINCT entry) FROM outbox WHERE state = 'queued'")
    #expect(queued == ["\(count)|\(count)"], sourceLocation: sourceLocation)
    let staging = try? FileManager.default.contentsOfDirectory(atPath: path + "/letters/.staging")
    #expect((staging ?? []).isEmpty, sourceLocation: sourceLocation)
    let audit = try run(["register", "audit", "--office", path])
    #expect(audit.code == 0, "\(audit.errors)", sourceLocation: sourceLocation)
  }
}
