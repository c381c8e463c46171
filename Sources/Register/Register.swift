public import Diagnostics
import Foundation
import GRDB
public import Values

/// The registers of an office: one SQLite file that holds all series, the ledger that ties them together,
/// and what is still to be sent.
///
/// Several processes may hold it at once. Whatever is written is written in one transaction that is wholly
/// there or not at all, and on the disk before it counts.
public final class Register: Sendable {
  /// The database's file.
  public let path: String
  /// How the office counts and prints numbers.
  public let numbering: Numbering
  let queue: DatabaseQueue
  let cipher: PersonalCipher

  private init(path: String, numbering: Numbering, queue: DatabaseQueue, key: RegisterKey?) {
    self.path = path
    self.numbering = numbering
    self.queue = queue
    cipher = PersonalCipher(key: key)
  }

  /// Opens the register at `path`.
  ///
  /// - Parameters:
  ///   - path: the database's file.
  ///   - numbering: how numbers are counted and printed.
  ///   - key: the key that encrypts what tells of persons; a register made with one always needs it.
  ///   - creates: whether a register that isn't there is made.
  ///   - patience: how long another process's transaction is waited for, in seconds.
  /// - Returns: the register.
  /// - Throws: `RegisterError` when it can't be opened, is damaged or newer, or the key isn't its own.
  public static func open(
    path: String, numbering: Numbering = Numbering(), key: RegisterKey? = nil, creates: Bool = true,
    patience: Double = 120
  ) throws(RegisterError) -> Register {
    guard creates || FileManager.default.fileExists(atPath: path) else {
      throw .unopenable(path: path, reason: "no such file")
    }
    let clock = ContinuousClock()
    let end = clock.now + .seconds(patience)
    let endOfMaking = clock.now + makingTime
    while true {
      do {
        try checkFile(path)
        let queue = try DatabaseQueue(path: path, configuration: configuration(patience))
        let register = Register(path: path, numbering: numbering, queue: queue, key: key)
        try register.prepare(creates: creates)
        return register
      } catch is NotFilledYet {
        guard clock.now < endOfMaking else { throw RegisterError.empty(path: path) }
        usleep(5_000)
      } catch {
        // While another process makes a new register, SQLite refuses some steps at once, without waiting.
        let isBusy = (error as? DatabaseError)?.resultCode == .SQLITE_BUSY
        guard isBusy, clock.now < end else { throw RegisterError(error, path: path) }
        usleep(5_000)
      }
    }
  }

  /// A file that holds nothing: another process is just making its register there, or all that it held is gone, and
  /// numbers would begin again with 1.
  private struct NotFilledYet: Error {}

  /// Longer than making a register takes on a slow disk.
  private static let makingTime = Duration.seconds(3)

  /// Looks at a file before it is opened as a register, which sets the mode of its journal.
  private static func checkFile(_ path: String) throws {
    guard BackupFile.isRegularFile(path) else { return }
    let file = try FileHandle(forReadingFrom: URL(filePath: path))
    defer { try? file.close() }
    let header = try file.read(upToCount: 20) ?? Data()
    if header.isEmpty { throw NotFilledYet() }
    // The version by which it is read, 1 for a journal that is rolled back: a register is so only just out of a backup.
    guard header.count == 20, header[18] == 1 else { return }
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(2)
    if try DatabaseQueue(path: path, configuration: configuration).read(isForeign) {
      throw RegisterError.foreign(path: path)
    }
  }

  /// Whether it has tables, and none of a register's.
  private static func isForeign(_ database: Database) throws -> Bool {
    let count = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
    return try count > 0 && !database.tableExists("grdb_migrations")
  }

  private static func configuration(_ patience: Double) -> Configuration {
    var configuration = Configuration()
    configuration.journalMode = .wal
    // Every few milliseconds, so that a clerk's letter comes between two chunks of a long batch.
    configuration.busyMode = .callback { attempts in
      let pause = 2_000 + (attempts % 7) * 500
      usleep(UInt32(pause))
      return Double(attempts) * 0.0035 < patience
    }
    configuration.prepareDatabase { database in
      // In WAL mode the default lets the last transactions go at a power cut; a number that was given stays given.
      try database.execute(sql: "PRAGMA synchronous = FULL")
    }
    return configuration
  }

  /// Brings the database to this version's form, and checks that the key is its own.
  private func prepare(creates: Bool) throws {
    let migrator = Schema.migrator
    switch try form(by: migrator) {
    case .foreign: throw RegisterError.foreign(path: path)
    case .none where !creates: throw NotFilledYet()
    case .newer: throw RegisterError.newer(path: path)
    case .none, .older: try migrate(migrator)
    case .current: break
    }
    let own = cipher.key == nil ? "none" : cipher.token("khitab register")
    let found = try queue.read { database in
      try String.fetchOne(database, sql: "SELECT value FROM settings WHERE name = 'key'")
    }
    if let found {
      if found != own {
        throw found != "none" && cipher.key == nil
          ? RegisterError.keyNeeded(path: path) : RegisterError.wrongKey(path: path)
      }
      return
    }
    try queue.write { database in
      try database.execute(sql: "INSERT OR IGNORE INTO settings VALUES ('key', ?)", arguments: [own])
    }
  }

  /// Whose form the database has.
  private enum Form {
    /// Nothing is in it.
    case none
    /// Another program's, in which nothing is to be written.
    case foreign
    case older
    case current
    case newer
  }

  /// Its form beside this version's, asked in one transaction.
  ///
  /// The list of steps is looked for first: the migrator finds that it isn't there by failing, and another process may
  /// make it in just that moment.
  private func form(by migrator: DatabaseMigrator) throws -> Form {
    try queue.read { database in
      if try Self.isForeign(database) { return .foreign }
      guard try database.tableExists("grdb_migrations") else { return .none }
      if try migrator.hasBeenSuperseded(database) { return .newer }
      return try migrator.hasCompletedMigrations(database) ? .current : .older
    }
  }

  /// Several processes may find a new register at the same moment: of the same step all but one fail, and go on when it
  /// is there.
  private func migrate(_ migrator: DatabaseMigrator) throws {
    var attempts = 0
    while true {
      do {
        return try migrator.migrate(queue)
      } catch {
        if try form(by: migrator) == .current { return }
        attempts += 1
        guard attempts < Self.migrationAttempts else { throw error }
        usleep(10_000)
      }
    }
  }

  /// More than there are steps; a step that fails for another reason fails each time.
  private static let migrationAttempts = 50

  /// Reads in one transaction, with failures in the register's own terms.
  func reading<Result>(_ body: (Database) throws -> Result) throws(RegisterError) -> Result {
    do { return try queue.read(body) } catch { throw RegisterError(error, path: path) }
  }

  /// Writes in one transaction that changes no entry: queue, log of deliveries, log of accesses.
  func writing<Result>(_ body: (Database) throws -> Result) throws(RegisterError) -> Result {
    do { return try queue.write(body) } catch { throw RegisterError(error, path: path) }
  }

  /// Runs `body` in one transaction that may give numbers: what it returns is recorded, or nothing of it.
  ///
  /// The register is locked for other processes from the beginning, so that the numbers `body` sees as next
  /// are its own. Nothing is kept if it returns `nil` or throws.
  ///
  /// - Parameters:
  ///   - now: the moment; one earlier than the last recorded is refused.
  ///   - log: takes what stands against recording.
  ///   - body: what to record.
  /// - Returns: what `body` returns.
  /// - Throws: `RegisterError` for the database's failures; what `body` throws itself passes through.
  public func recording<Result>(
    at now: Moment, log: inout DiagnosticLog,
    _ body: (Recording, inout DiagnosticLog) throws -> Result?
  ) throws -> Result? {
    do {
      return try queue.writeWithoutTransaction { database in
        var result: Result?
        try database.inTransaction(.immediate) {
          let tail = try Ledger.tail(of: database)
          guard let moment = Self.moment(now, after: tail.recordedAt, log: &log) else { return .rollback }
          let recording = try Recording(register: self, database: database, now: moment, tail: tail)
          result = try body(recording, &log)
          guard result != nil else { return .rollback }
          try recording.keepLastNumbers()
          return .commit
        }
        return result
      }
    } catch let error as DatabaseError {
      throw RegisterError(error, path: path)
    }
  }

  /// Clocks of two machines differ by seconds, and a process may have waited for the lock.
  private static let clockTolerance = 180

  private static func moment(_ now: Moment, after last: Moment?, log: inout DiagnosticLog) -> Moment? {
    guard let last, now < last else { return now }
    guard last.seconds - now.seconds <= clockTolerance else {
      log.error(.clockSetBack(now, last), hints: [.setClock])
      return nil
    }
    return last
  }
}

extension Diagnostic.Message {
  fileprivate static func clockSetBack(_ now: Moment, _ last: Moment) -> Self {
    Self(
      "register.clock-set-back",
      arabic:
        "ساعة الجهاز (\u{2066}\(now.iso)\u{2069}) قبل آخر قيد في السجل (\u{2066}\(last.iso)\u{2069})، فلا يُعطى رقم",
      english:
        "The machine's clock (\(now.iso)) is before the last entry (\(last.iso)), so no number is given")
  }
}

extension Diagnostic.Hint {
  fileprivate static let setClock = Self(
    arabic: "اضبط تاريخ الجهاز ووقته ثم أعد الأمر",
    english: "Set the machine's date and time, then run it again")
}
