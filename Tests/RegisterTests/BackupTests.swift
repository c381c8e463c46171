import Foundation
import Register
import Testing
import Values

@Suite struct RegisterBackupTests {
  @Test func aBackupIsOneFileThatRestoresTheRegister() throws {
    let office = try TemporaryRegister(key: RegisterKey(bytes: Array(0..<32)))
    try office.add([.letter(), .letter()])
    let backup = office.folder.appending(path: "backup.db").path
    let copied = try office.register.backUp(to: backup)
    #expect(copied.findings.isEmpty && copied.links == 2)
    try office.add([.letter()])
    let target = office.folder.appending(path: "elsewhere.db").path
    let restored = try Register.restore(backup, to: target, key: office.key)
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
    _ = try office.register.backUp(to: backup)
    let target = office.folder.appending(path: "damaged.db").path
    try Data("not a register".utf8).write(to: URL(filePath: target))
    _ = try Register.restore(backup, to: target)
    #expect(try Register.open(path: target).audit().links == 1)
    #expect(try Data(contentsOf: URL(filePath: target + ".before-restore")) == Data("not a register".utf8))
  }

  @Test func aDamagedBackupTakesNoRegistersPlace() throws {
    let office = try TemporaryRegister()
    try office.add((0..<40).map { _ in .letter() })
    let backup = office.folder.appending(path: "backup.db").path
    _ = try office.register.backUp(to: backup)
    var bytes = try Data(contentsOf: URL(filePath: backup))
    bytes.replaceSubrange(8192..<20_000, with: Data(count: 20_000 - 8192))
    try bytes.write(to: URL(filePath: backup))
    #expect {
      try Register.restore(backup, to: office.path)
    } throws: { error in
      guard case .damaged? = error as? RegisterError else { return false }
      return true
    }
    #expect(try office.another().audit().links == 40)
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
