import Diagnostics
import Foundation
import GRDB
import Register
import Values

/// A register in a folder of its own that is gone after its test.
final class TemporaryRegister {
  let folder: URL
  let key: RegisterKey?
  let numbering: Numbering
  private(set) var register: Register
  /// The moment of the next entry; every entry is a minute later than the one before.
  var now = Moment(seconds: 1_764_150_000)

  init(key: RegisterKey? = nil, numbering: Numbering = Numbering()) throws {
    // In memory where there is such a place: hundreds of entries wait for the disk otherwise.
    let memory = URL(filePath: "/dev/shm")
    let files = FileManager.default
    let place = files.isWritableFile(atPath: memory.path) ? memory : files.temporaryDirectory
    folder = place.appending(path: "khitab-\(UUID().uuidString)")
    try files.createDirectory(at: folder, withIntermediateDirectories: true)
    self.key = key
    self.numbering = numbering
    register = try Register.open(
      path: folder.appending(path: "register.db").path, numbering: numbering, key: key)
  }

  /// All that the register's files hold by now.
  var bytes: [UInt8] {
    get throws {
      try [path, path + "-wal"].filter { FileManager.default.fileExists(atPath: $0) }
        .flatMap { [UInt8](try Data(contentsOf: URL(filePath: $0))) }
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var path: String { register.path }

  /// A second connection to the same file, as another process has it.
  func another() throws -> Register { try Register.open(path: path, numbering: numbering, key: key) }

  /// Makes entries of the drafts, a minute apart.
  @discardableResult
  func add(_ drafts: [EntryDraft]) throws -> [RegisterEntry] {
    try drafts.map { draft in
      now.seconds += 60
      var log = DiagnosticLog()
      let entry = try register.recording(at: now, log: &log) { recording, _ in try recording.record(draft) }
      guard let entry else { throw RegisterError.failed(path: path, reason: "\(log.diagnostics)") }
      return entry
    }
  }

  /// Records an act; what stands against it is in the log.
  func act(_ act: RegisterAct, on entry: RegisterEntry) throws -> DiagnosticLog {
    now.seconds += 60
    var log = DiagnosticLog()
    _ = try register.recording(at: now, log: &log) { try $0.record(act, on: entry.number, log: &$1) }
    return log
  }

  /// Makes a backup, which nothing stands against.
  @discardableResult
  func backUp(to target: String) throws -> Audit {
    var log = DiagnosticLog()
    guard let audit = try register.backUp(to: target, log: &log) else {
      throw RegisterError.failed(path: target, reason: "\(log.diagnostics)")
    }
    return audit
  }

  /// Restores a backup, which nothing stands against.
  @discardableResult
  func restore(_ backup: String, to target: String) throws -> Audit {
    var log = DiagnosticLog()
    guard let audit = try Register.restore(backup, to: target, key: key, log: &log) else {
      throw RegisterError.failed(path: target, reason: "\(log.diagnostics)")
    }
    return audit
  }

  /// Changes a register's file behind the program's back.
  static func execute(_ sql: String, at path: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: sql) }
    try queue.close()
  }

  /// A database of another program's.
  static func makeForeignDatabase(at path: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: "CREATE TABLE members (name TEXT)") }
    try queue.close()
  }

  /// Changes the file as somebody with an SQL tool would.
  func tamper(_ sql: String) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.write { try $0.execute(sql: sql) }
    try queue.close()
  }
}

extension EntryDraft {
  /// A letter to somebody.
  static func letter(
    to name: String = "نورة بنت عبد الرحمن آل سدرة", party: String = "0002",
    _ facts: [EntryColumn: String] = [:]
  ) -> EntryDraft {
    EntryDraft(
      series: .outgoing, facts: facts.merging([.document: "خطاب قبول طلب"]) { own, _ in own },
      particulars: [.name: name, .party: party, .subject: "قبول طلب ترميم مسكن"])
  }
}
