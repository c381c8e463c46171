import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Fonts

/// What becomes of a lock that the machine doesn't meet.
@Suite struct FontLockTests {
  /// A folder with the project's `fonts.conf` and a lock of the given lines.
  private func folder(lock: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "khitab-fonts-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: Repository.file("Fonts/fonts.conf"), to: folder.appending(path: "fonts.conf"))
    try lock.write(to: folder.appending(path: "fonts.lock"), atomically: true, encoding: .utf8)
    return folder.path(percentEncoded: false)
  }

  @Test func aMissingFontIsAnErrorThatNamesItsPackage() throws {
    let digest = String(repeating: "0", count: 64)
    let folder = try folder(lock: "Nonesuch | regular | Nonesuch.ttf | fonts-nonesuch | 1.0 | \(digest)\n")
    var log = DiagnosticLog()
    let fonts = try FontCollection(folder: folder, log: &log)
    #expect(log.diagnostics.map(\.message.id) == ["fonts.missing-font"])
    #expect(log.hasErrors)
    #expect(log.diagnostics[0].hints.first?.english.contains("apt-get install fonts-nonesuch") == true)
    #expect(fonts.faces.map(\.state) == [.missing])
  }

  @Test func anotherVersionOfAFontIsAWarning() throws {
    let digest = String(repeating: "0", count: 64)
    let folder = try folder(lock: "Amiri | regular | Amiri-Regular.ttf | fonts-hosny-amiri | 9 | \(digest)\n")
    var log = DiagnosticLog()
    let fonts = try FontCollection(folder: folder, log: &log)
    #expect(log.diagnostics.map(\.message.id) == ["fonts.different-font"])
    #expect(!log.hasErrors)
    #expect(fonts.font(family: "Amiri", isBold: false) != nil)
  }

  @Test(arguments: [
    "", "Amiri | regular\n", "Amiri | heavy | a.ttf | p | 1 | \(String(repeating: "0", count: 64))\n",
  ])
  func aLockThatCannotBeReadIsAFailure(_ lock: String) throws {
    let folder = try folder(lock: lock)
    var log = DiagnosticLog()
    #expect(throws: FontError.lockUnreadable(path: folder + "/fonts.lock")) {
      try FontCollection(folder: folder, log: &log)
    }
  }

  @Test func aFolderWithoutConfigurationIsAFailure() {
    var log = DiagnosticLog()
    #expect(throws: FontError.configurationUnreadable(path: "/nonesuch/fonts.conf")) {
      try FontCollection(folder: "/nonesuch", log: &log)
    }
  }
}
