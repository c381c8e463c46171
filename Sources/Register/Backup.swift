public import Diagnostics
import Foundation
import GRDB
import Glibc

extension Register {
  /// Copies the register to a new file, while others go on using it, and checks the copy: its pages, its foreign
  /// keys and every link of its ledger.
  ///
  /// The file takes its name only when it is whole and checked; until then an older backup of that name stays.
  ///
  /// - Parameters:
  ///   - target: the backup's file: a new one, or an older backup.
  ///   - log: takes why a file isn't written over.
  /// - Returns: what the audit of the copy found; `nil` if the file may not be written over.
  /// - Throws: the database's failures.
  public func backUp(to target: String, log: inout DiagnosticLog) throws(RegisterError) -> Audit? {
    guard BackupFile(path: target).mayReplace(registerAt: path, log: &log) else { return nil }
    let partial = BackupFile(path: target).partial
    do {
      try? FileManager.default.removeItem(atPath: partial)
      defer { Self.removeJournals(of: partial) }
      let audit = try {
        var configuration = Configuration()
        configuration.journalMode = .default
        let copy = try DatabaseQueue(path: partial, configuration: configuration)
        try queue.backup(to: copy)
        // A backup is one file: a copy keeps the source's write-ahead mode until it is told otherwise.
        try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
        try copy.read { try Self.check($0, path: target) }
        let audit = try copy.read { database in
          var auditor = Auditor(database: database, cipher: cipher, noted: nil)
          try auditor.walk()
          return auditor.audit
        }
        try copy.close()
        return audit
      }()
      try Self.flush(partial)
      try Self.rename(partial, to: target)
      // Of the older backup's journals SQLite would put pages into the new one.
      Self.removeJournals(of: target)
      return audit
    } catch {
      try? FileManager.default.removeItem(atPath: partial)
      throw RegisterError(error, path: target)
    }
  }

  /// Puts a backup in the place of the register at `path`; what was there is kept beside it as `PATH.before-restore`,
  /// and never written over by a later restoring.
  ///
  /// A backup whose audit finds something takes no register's place, unless that is accepted: it may be all that is left.
  ///
  /// - Returns: what the audit of the backup found; `nil` if the backup is the register itself.
  public static func restore(
    _ backup: String, to path: String, numbering: Numbering = Numbering(), key: RegisterKey? = nil,
    acceptsFindings: Bool = false, log: inout DiagnosticLog
  ) throws(RegisterError) -> Audit? {
    guard FileManager.default.fileExists(atPath: backup) else {
      throw .unopenable(path: backup, reason: "no such file")
    }
    guard BackupFile(path: backup).mayBecome(registerAt: path, log: &log) else { return nil }
    // The copy is opened, migrated and audited first: a damaged backup must not take a register's place.
    let partial = BackupFile(path: path).partial
    do {
      try? FileManager.default.removeItem(atPath: partial)
      removeJournals(of: partial)
      try FileManager.default.copyItem(atPath: backup, toPath: partial)
      // What was set aside by an earlier restoring may have its last transactions in its journal alone.
      if FileManager.default.fileExists(atPath: backup + "-wal") {
        try FileManager.default.copyItem(atPath: backup + "-wal", toPath: partial + "-wal")
      }
      let (audit, links) = try {
        let register: Register
        do {
          register = try open(path: partial, numbering: numbering, key: key, creates: false)
        } catch let error as RegisterError {
          // A full disk is that of the copy; whatever else is wrong is wrong with what was given.
          if case .full = error { throw error }
          throw error.naming(backup)
        }
        try register.queue.read { try check($0, path: backup) }
        let audit = try register.audit()
        let links = try register.queue.read { Set(try Data.fetchAll($0, sql: "SELECT hash FROM ledger")) }
        try register.queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
        try register.queue.close()
        return (audit, links)
      }()
      guard acceptsFindings || audit.findings.isEmpty else {
        try FileManager.default.removeItem(atPath: partial)
        removeJournals(of: partial)
        return audit
      }
      try flush(partial)
      let aside = setAsideName(of: path)
      let lost = entries(of: path, without: links)
      if !lost.isEmpty { log.warning(.restoreLoses(lost), at: .file(backup), hints: [.bringBack(aside)]) }
      do {
        try move(path, to: aside)
        try rename(partial, to: path)
      } catch {
        try? move(aside, to: path)
        throw error
      }
      return audit
    } catch {
      try? FileManager.default.removeItem(atPath: partial)
      removeJournals(of: partial)
      throw RegisterError(error, path: path)
    }
  }

  /// The numbers of a register's entries whose links aren't among `links`; none if it isn't there or can't be read.
  private static func entries(of path: String, without links: Set<Data>) -> [String] {
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    var configuration = Configuration()
    configuration.readonly = true
    let rows = try? DatabaseQueue(path: path, configuration: configuration).read { database in
      try Row.fetchAll(
        database,
        sql: "SELECT reference, hash FROM entries JOIN ledger USING (position) ORDER BY position")
    }
    return (rows ?? []).filter { !links.contains($0["hash"]) }.map { $0["reference"] }
  }

  /// The database's own checks: no damaged page, no row that points nowhere.
  private static func check(_ database: Database, path: String) throws {
    let answers = try String.fetchAll(database, sql: "PRAGMA integrity_check(5)")
    guard answers == ["ok"] else {
      throw RegisterError.damaged(path: path, reason: answers.joined(separator: "; "))
    }
    let strays = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check")
    guard strays.isEmpty else {
      throw RegisterError.damaged(path: path, reason: "\(strays.count) rows refer to rows that are gone")
    }
  }

  /// The first name for what is set aside that nothing has yet.
  private static func setAsideName(of path: String) -> String {
    let name = path + ".before-restore"
    let isFree = { (name: String) in
      ["", "-wal", "-shm"].allSatisfy { !FileManager.default.fileExists(atPath: name + $0) }
    }
    return isFree(name) ? name : (2...).lazy.map { "\(name)-\($0)" }.first(where: isFree) ?? name
  }

  /// Moves a register and its journals, as far as they are there; a damaged one too.
  private static func move(_ path: String, to other: String) throws {
    for suffix in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: path + suffix) {
      try FileManager.default.moveItem(atPath: path + suffix, toPath: other + suffix)
    }
  }

  private static func removeJournals(of path: String) {
    for suffix in ["-wal", "-shm", "-journal"] { try? FileManager.default.removeItem(atPath: path + suffix) }
  }

  private static func flush(_ path: String) throws {
    let file = try FileHandle(forUpdating: URL(filePath: path))
    try file.synchronize()
    try file.close()
  }

  /// Gives a file the name of another in one step, as rename(2) does: that one is replaced, or stays if this fails.
  private static func rename(_ path: String, to target: String) throws {
    guard unsafe Glibc.rename(path, target) == 0 else {
      throw unsafe RegisterError.failed(path: target, reason: String(cString: strerror(errno)))
    }
  }
}
