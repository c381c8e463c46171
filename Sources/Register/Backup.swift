import Foundation
import GRDB

extension Register {
  /// Copies the register to a new file, while others go on using it, and checks the copy: its pages, its foreign
  /// keys and every link of its ledger.
  ///
  /// The file takes its name only when it is whole and checked.
  /// - Returns: what the audit of the copy found.
  public func backUp(to target: String) throws(RegisterError) -> Audit {
    let partial = target + ".partial"
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
      try FileManager.default.replace(target, with: partial)
      return audit
    } catch {
      try? FileManager.default.removeItem(atPath: partial)
      throw RegisterError(error, path: target)
    }
  }

  /// Puts a backup in the place of the register at `path`; what was there is kept beside it as `PATH.before-restore`.
  ///
  /// - Returns: what the audit of the restored register found.
  public static func restore(
    _ backup: String, to path: String, numbering: Numbering = Numbering(), key: RegisterKey? = nil
  ) throws(RegisterError) -> Audit {
    guard FileManager.default.fileExists(atPath: backup) else {
      throw .unopenable(path: backup, reason: "no such file")
    }
    // The copy is opened, migrated and audited first: a damaged backup must not take a register's place.
    let partial = path + ".partial"
    do {
      try? FileManager.default.removeItem(atPath: partial)
      removeJournals(of: partial)
      try FileManager.default.copyItem(atPath: backup, toPath: partial)
      let audit = try {
        let register = try open(path: partial, numbering: numbering, key: key, creates: false)
        try register.queue.read { try check($0, path: backup) }
        let audit = try register.audit()
        try register.queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
        try register.queue.close()
        return audit
      }()
      try flush(partial)
      if FileManager.default.fileExists(atPath: path) {
        try setAside(path)
      }
      try FileManager.default.replace(path, with: partial)
      return audit
    } catch {
      try? FileManager.default.removeItem(atPath: partial)
      removeJournals(of: partial)
      throw RegisterError(error, path: path)
    }
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

  /// Moves a register and its journals out of the way; a damaged one too.
  private static func setAside(_ path: String) throws {
    let aside = path + ".before-restore"
    for suffix in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: aside + suffix)
      guard FileManager.default.fileExists(atPath: path + suffix) else { continue }
      try FileManager.default.moveItem(atPath: path + suffix, toPath: aside + suffix)
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
}

extension FileManager {
  /// Gives the file `source` the name `target`, in place of what had it.
  fileprivate func replace(_ target: String, with source: String) throws {
    if fileExists(atPath: target) {
      _ = try replaceItemAt(URL(filePath: target), withItemAt: URL(filePath: source))
    } else {
      try moveItem(atPath: source, toPath: target)
    }
  }
}
