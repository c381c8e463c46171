import Diagnostics
import Foundation
import Register
import Testing
import Values

@Suite struct RegisterBackupTests {
  @Test func aBackupIsOneFileThatRestoresTheRegister() throws {
    let office = try TemporaryRegister(key: RegisterKey(bytes: Array(0..<32)))
    try office.add([.letter(), .letter()])
    let backup = office.folder.appending(path: "backup.db").path
    let copied = try office.backUp(to: backup)
    #expect(copied.findings.isEmpty && copied.links == 2)
    try office.add([.letter()])
    let target = office.folder.appending(path: "elsewhere.db").path
    let restored = try office.restore(backup, to: target)
    #expect(restored.head == copied.head)
    let register = try Register.open(path: target, key: office.key)
    #expect(try register.entries(named: "1447/2").first?.particulars?[.party] == "0002")
    let names = try FileManager.default.contentsOfDirectory(atPath: office.folder.path)
    #expect(!names.contains { $0.contains("partial") || $0.hasPrefix("backup.db-") })
  }

  @Test func whatWasThereIsKeptBeside() throws {
    let office = try TemporaryRegister()
    try office.add([.letter()])
    let backup = office.folder.appending(path: "backup.db").path
    try office.backUp(to: backup)
    let target = office.folder.appending(path: "damaged.db").path
    try Data("not a register".utf8).write(to: URL(filePath: target))
    try office.restore(backup, to: target)
    #expect(try Register.open(path: target).audit().links == 1)
    #expect(try Data(contentsOf: URL(filePath: target + ".before-restore")) == Data("not a register".utf8))
  }

  @Test func aBackupThatWasChangedTakesNoRegistersPlaceUnlessThatIsAccepted() throws {
    let office = try TemporaryRegister()
    try office.add([.letter(), .letter()])
    let backup = office.folder.appending(path: "backup.db").path
    try office.backUp(to: backup)
    try TemporaryRegister.execute("UPDATE entries SET printed = '1447/99' WHERE position = 2", at: backup)
    let target = office.folder.appending(path: "elsewhere.db").path
    try office.restore(office.path, to: target)
    var log = DiagnosticLog()
    let refused = try #require(try Register.restore(backup, to: target, log: &log))
    #expect(refused.findings == [.changed(position: 2, reference: "OUT-1447-000002")])
    #expect(try Register.open(path: target).audit().findings.isEmpty)
    let names = try FileManager.default.contentsOfDirectory(atPath: office.folder.path)
    #expect(!names.contains { $0.contains("partial") || $0.hasPrefix("elsewhere.db.") }, "\(names)")
    _ = try Register.restore(backup, to: target, acceptsFindings: true, log: &log)
    #expect(try Register.open(path: target).audit().findings == refused.findings)
  }

  @Test func aSecondRestoringKeepsWhatTheFirstSetAside() throws {
    let office = try TemporaryRegister()
    try office.add([.letter()])
    let backup = office.folder.appending(path: "backup.db").path
    try office.backUp(to: backup)
    let target = office.folder.appending(path: "register2.db").path
    try Data("the first".utf8).write(to: URL(filePath: target))
    for _ in 1...3 { try office.restore(backup, to: target) }
    #expect(try Data(contentsOf: URL(filePath: target + ".before-restore")) == Data("the first".utf8))
    for aside in ["-2", "-3"] {
      #expect(try Register.open(path: target + ".before-restore" + aside).audit().links == 1)
    }
  }

  @Test func whatWasSetAsideComesBackWithItsLastTransactions() throws {
    let office = try TemporaryRegister()
    try office.add([.letter()])
    let backup = office.folder.appending(path: "backup.db").path
    try office.backUp(to: backup)
    // The register is still open: its second entry is in the write-ahead log alone.
    try office.add([.letter()])
    try office.restore(backup, to: office.path)
    try office.restore(office.path + ".before-restore", to: office.path)
    #expect(try Register.open(path: office.path).audit().links == 2)
  }

  @Test func aNewBackupTakesAnOlderOnesPlaceAtOnce() throws {
    let office = try TemporaryRegister()
    try office.add([.letter()])
    let backup = office.folder.appending(path: "backup.db").path
    try office.backUp(to: backup)
    try Data("of the older one".utf8).write(to: URL(filePath: backup + "-wal"))
    try office.add([.letter()])
    #expect(try office.backUp(to: backup).links == 2)
    #expect(try Register.open(path: backup, creates: false).audit().links == 2)
    #expect(!FileManager.default.fileExists(atPath: backup + ".partial"))
  }

  @Test func anOlderBackupStaysWhenANewOneFails() throws {
    let office = try TemporaryRegister()
    try office.add([.letter()])
    let backup = office.folder.appending(path: "backup.db").path
    try office.backUp(to: backup)
    let older = try Data(contentsOf: URL(filePath: backup))
    try office.tamper("INSERT INTO particulars (position, salt) VALUES (99, x'00')")
    #expect(throws: RegisterError.self) { try office.backUp(to: backup) }
    #expect(try Data(contentsOf: URL(filePath: backup)) == older)
  }

  /// What `khitab backup` must not write over, as a name beside the register `register.db`.
  @Test(
    arguments: [
      ("register.db", "register"), ("./x/../register.db", "register"), ("register.db-wal", "register"),
      ("register.db-shm", "register"), ("register.db-journal", "register"), ("symbolic.db", "register"),
      ("hard.db", "register"), ("linked/register.db", "register"), ("office.yaml", "other"), ("x", "other"),
      ("device.db", "other"),
    ])
  func aBackupOverTheRegisterOrAnotherFileIsRefused(name: String, what: String) throws {
    let office = try TemporaryRegister()
    try office.add([.letter(), .letter()])
    let files = FileManager.default
    let folder = office.folder.path
    try files.createDirectory(atPath: folder + "/x", withIntermediateDirectories: true)
    try files.createSymbolicLink(atPath: folder + "/symbolic.db", withDestinationPath: "register.db")
    try files.createSymbolicLink(atPath: folder + "/linked", withDestinationPath: ".")
    try files.createSymbolicLink(atPath: folder + "/device.db", withDestinationPath: "/dev/null")
    try files.linkItem(atPath: office.path, toPath: folder + "/hard.db")
    try Data("association: {}".utf8).write(to: URL(filePath: folder + "/office.yaml"))
    var log = DiagnosticLog()
    let audit = try office.register.backUp(to: "\(folder)/\(name)", log: &log)
    #expect(audit == nil && log.diagnostics.map(\.message.id) == ["register.backup-over-\(what)"])
    #expect(try office.another().audit().links == 2)
    #expect(try Data(contentsOf: URL(filePath: folder + "/office.yaml")) == Data("association: {}".utf8))
  }

  @Test func theRegisterItselfIsNoBackupToRestore() throws {
    let office = try TemporaryRegister()
    try office.add([.letter()])
    var log = DiagnosticLog()
    let link = office.folder.appending(path: "link.db").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: office.path)
    for name in [office.path, link] {
      #expect(try Register.restore(name, to: office.path, log: &log) == nil)
    }
    #expect(log.diagnostics.map(\.message.id) == Array(repeating: "register.restore-of-register", count: 2))
    #expect(try office.another().audit().links == 1)
  }

  @Test func aDamagedBackupTakesNoRegistersPlace() throws {
    let office = try TemporaryRegister()
    try office.add((0..<40).map { _ in .letter() })
    let backup = office.folder.appending(path: "backup.db").path
    try office.backUp(to: backup)
    var bytes = try Data(contentsOf: URL(filePath: backup))
    bytes.replaceSubrange(8192..<20_000, with: Data(count: 20_000 - 8192))
    try bytes.write(to: URL(filePath: backup))
    #expect {
      try office.restore(backup, to: office.path)
    } throws: { error in
      guard case .damaged? = error as? RegisterError else { return false }
      return true
    }
    #expect(try office.another().audit().links == 40)
  }

  /// What reads as a database without a row of a register's, and would let numbers begin again with 1.
  @Test(arguments: ["nothing", "another's", "folder", "device"])
  func whatIsNoRegisterTakesNoRegistersPlace(what: String) throws {
    let office = try TemporaryRegister()
    try office.add([.letter()])
    let given = office.folder.appending(path: "given.db").path
    let files = FileManager.default
    switch what {
    case "nothing": #expect(files.createFile(atPath: given, contents: nil))
    case "another's": try TemporaryRegister.makeForeignDatabase(at: given)
    case "folder": try files.createDirectory(atPath: given, withIntermediateDirectories: false)
    default: try files.createSymbolicLink(atPath: given, withDestinationPath: "/dev/null")
    }
    var log = DiagnosticLog()
    switch what {
    case "nothing":
      #expect(throws: RegisterError.empty(path: given)) {
        try Register.restore(given, to: office.path, log: &log)
      }
    case "another's":
      #expect(throws: RegisterError.foreign(path: given)) {
        try Register.restore(given, to: office.path, log: &log)
      }
    default:
      #expect(try Register.restore(given, to: office.path, log: &log) == nil)
      #expect(log.diagnostics.map(\.message.id) == ["register.no-backup"])
    }
    #expect(try office.another().audit().links == 1)
    let names = try files.contentsOfDirectory(atPath: office.folder.path)
    #expect(!names.contains { $0.contains("partial") || $0.contains("before-restore") }, "\(names)")
  }

  @Test func entriesThatABackupLacksAreSaid() throws {
    let office = try TemporaryRegister()
    try office.add([.letter(), .letter()])
    let backup = office.folder.appending(path: "backup.db").path
    try office.backUp(to: backup)
    var log = DiagnosticLog()
    _ = try Register.restore(backup, to: office.path, log: &log)
    #expect(log.diagnostics.isEmpty)
    let second = try office.another()
    for _ in 1...2 {
      office.now.seconds += 60
      _ = try second.recording(at: office.now, log: &log) { recording, _ in
        try recording.record(.letter())
      }
    }
    _ = try Register.restore(backup, to: office.path, log: &log)
    #expect(log.diagnostics.map(\.message.id) == ["register.restore-loses"])
    let words = log.diagnostics.first?.message.english ?? ""
    #expect(words.contains("2 of them: OUT-1447-000003 OUT-1447-000004;"), "\(words)")
  }

  @Test func anotherProgramsDatabaseIsLeftAlone() throws {
    let office = try TemporaryRegister()
    let path = office.folder.appending(path: "members.db").path
    try TemporaryRegister.makeForeignDatabase(at: path)
    let before = try Data(contentsOf: URL(filePath: path))
    for creates in [true, false] {
      #expect(throws: RegisterError.foreign(path: path)) { try Register.open(path: path, creates: creates) }
    }
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
  }

  @Test func anEmptyFileIsNoNewRegister() throws {
    let office = try TemporaryRegister()
    let path = office.folder.appending(path: "cut.db").path
    #expect(FileManager.default.createFile(atPath: path, contents: nil))
    for creates in [true, false] {
      #expect(throws: RegisterError.empty(path: path)) { try Register.open(path: path, creates: creates) }
    }
  }

  @Test func aFileThatIsNoRegisterIsSaidToBeNone() throws {
    let office = try TemporaryRegister()
    let path = office.folder.appending(path: "x.db").path
    try Data(repeating: 65, count: 5000).write(to: URL(filePath: path))
    #expect {
      try Register.open(path: path)
    } throws: { error in
      guard case .damaged? = error as? RegisterError else { return false }
      return true
    }
    #expect(throws: RegisterError.unopenable(path: "/nowhere/x.db", reason: "no such file")) {
      try Register.open(path: "/nowhere/x.db", creates: false)
    }
  }
}
