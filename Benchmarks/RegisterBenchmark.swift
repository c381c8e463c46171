import Diagnostics
import Foundation
import Register
import Values

/// Measures a register of many entries: what an issue, a search and a look-up take, waiting for the disk included.
struct RegisterBenchmark {
  /// The most that a step may take, in milliseconds.
  private static let limit = 50.0
  private let register: Register
  private let members = Member.sample(20_000)

  /// Fills a register with `count` entries, measures, and says whether every step stayed under the limit.
  static func run(entries count: Int, isEncrypted: Bool) throws -> Bool {
    let folder = FileManager.default.temporaryDirectory.appending(path: "khitab-bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let key = isEncrypted ? RegisterKey(bytes: Array(0..<32)) : nil
    let benchmark = RegisterBenchmark(
      register: try Register.open(path: folder.appending(path: "register.db").path, key: key))
    return try benchmark.run(count)
  }

  private func run(_ count: Int) throws -> Bool {
    try fill(count)
    let middle = "C" + String(count / 2)
    var next = count
    let steps: [(String, () throws -> Void)] = [
      (
        "issue one entry",
        {
          try add(next..<next + 1, at: Moment(seconds: 1_900_000_000 + next))
          next += 1
        }
      ),
      ("a full name", { try find("نوره بنت عبدالرحمن القحطاني") }),
      ("two common words", { try find("محمد الحربي") }),
      ("one common word", { try find("عبد الله") }),
      ("words never together", { try find("محمد نورة سارة فاطمة") }),
      ("the beginning of a word", { try find("محمد الشم") }),
      ("a name not there", { try find("زرقاء اليمامة") }),
      ("a verification code", { keep(try register.entries(named: middle)) }),
      ("a printed number", { keep(try register.entries(named: "1445/77")) }),
      ("a party's entries", { keep(try register.entries(ofParty: "MB-100077")) }),
    ]
    var isFast = true
    for (name, step) in steps {
      let times = try (0..<15).map { _ in try Self.milliseconds(step) }.sorted()
      let title = name.padding(toLength: 26, withPad: " ", startingAt: 0)
      print(title, String(format: "%8.2f ms, worst of 15 %8.2f", times[7], times[14]))
      isFast = isFast && times[7] < Self.limit
    }
    print("every step under \(Int(Self.limit)) ms: \(isFast ? "yes" : "no")")
    return isFast
  }

  private func find(_ words: String) throws {
    var query = Register.Query()
    query.words = words
    keep(try register.search(query))
  }

  private func fill(_ count: Int) throws {
    let start = ContinuousClock.now
    for first in stride(from: 0, to: count, by: 5_000) {
      try add(first..<min(first + 5_000, count), at: Moment(seconds: 1_700_000_000 + first * 60))
    }
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    let size = try FileManager.default.attributesOfItem(atPath: register.path)[.size] as? Int ?? 0
    print("\(count) entries in \(Int(seconds)) s, \(size >> 20) MB")
  }

  private func add(_ numbers: Range<Int>, at moment: Moment) throws {
    var log = DiagnosticLog()
    let done = try register.recording(at: moment, log: &log) { recording, _ in
      for number in numbers { try record(number, in: recording) }
      return true
    }
    guard done == true else { throw LetterPress.Failure(log: log) }
  }

  private func record(_ index: Int, in recording: Recording) throws {
    let member = members[index % members.count]
    var draft = EntryDraft(series: .outgoing)
    draft.facts = [
      .document: "خطاب", .template: "MS-10", .request: member.requestNumber, .channel: "email",
      .file: String(repeating: "0", count: 64), .code: "C\(index)",
    ]
    draft.particulars = [
      .name: member.name, .party: member.membershipNumber, .subject: member.requestType,
    ]
    let entry = try recording.record(draft)
    try recording.enqueue(entry, channel: "email", address: "member@example.org")
  }

  private static func milliseconds(_ step: () throws -> Void) throws -> Double {
    let start = ContinuousClock.now
    try step()
    return (ContinuousClock.now - start) / .milliseconds(1)
  }
}
