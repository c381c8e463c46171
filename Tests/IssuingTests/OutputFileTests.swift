import Dispatch
import Foundation
import Issuing
import Synchronization
import Testing

@Suite struct OutputFileTests {
  @Test func replacesAFileWholeAndLeavesNothingBeside() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "khitab-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = OutputFile(path: folder.appending(path: "sub/letter.pdf").path)
    try file.write(Array("one".utf8))
    try file.write(Array("two".utf8))
    #expect(try String(contentsOfFile: file.path, encoding: .utf8) == "two")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/sub") == ["letter.pdf"])
  }

  /// Whoever reads while it is written finds all of the old or all of the new.
  @Test func isNeverMissingAndNeverHalf() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "khitab-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = OutputFile(path: folder.appending(path: "register.csv").path)
    let versions = [UInt8(ascii: "a"), UInt8(ascii: "b")].map { [UInt8](repeating: $0, count: 200_000) }
    try file.write(versions[0])
    let done = Atomic(false)
    DispatchQueue.concurrentPerform(iterations: 2) { worker in
      if worker == 0 {
        for round in 0..<200 { try? file.write(versions[round % 2]) }
        done.store(true, ordering: .releasing)
        return
      }
      repeat {
        let found = try? Data(contentsOf: URL(filePath: file.path))
        #expect(found.map { versions.contains([UInt8]($0)) } == true)
      } while !done.load(ordering: .acquiring)
    }
  }

  @Test func saysWhichFileItCouldNotWrite() throws {
    let path = "/proc/khitab/letter.pdf"
    #expect {
      try OutputFile(path: path).write([1])
    } throws: { error in
      guard case .unwritable(let place, _)? = error as? IssuingError else { return false }
      return place == path
    }
  }

  @Test func replacesNoDeviceAndNoDatabase() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "khitab-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let register = folder.appending(path: "register.db").path
    let rows = Array("SQLite format 3\0 and more".utf8)
    try Data(rows).write(to: URL(filePath: register))
    for name in ["device", "database"] {
      let end = name == "device" ? "/dev/null" : register
      try FileManager.default.createSymbolicLink(
        atPath: folder.appending(path: name).path, withDestinationPath: end)
    }
    for path in [register, folder.appending(path: "device").path, folder.appending(path: "database").path] {
      #expect(throws: IssuingError.irreplaceable(path: path)) { try OutputFile(path: path).write([1]) }
    }
    #expect(try [UInt8](Data(contentsOf: URL(filePath: register))) == rows)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 3)
  }
}

@Suite struct InputFileTests {
  /// A link is as large as what it leads to, and what has no size is read no further than the limit.
  @Test func readsNoMoreThanTheLimitWhateverTheFileIs() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "khitab-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (large, link) = (folder.appending(path: "large").path, folder.appending(path: "link").path)
    #expect(FileManager.default.createFile(atPath: large, contents: Data("text".utf8)))
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: large)
    #expect(try InputFile.bytes(link) == Array("text".utf8))
    let file = try FileHandle(forWritingTo: URL(filePath: large))
    try file.truncate(atOffset: UInt64(InputFile.sizeLimit) + 1)
    try file.close()
    for path in [large, link, "/dev/zero"] {
      #expect(throws: IssuingError.unreadable(path: path, reason: .tooLarge)) {
        try InputFile.bytes(path)
      }
    }
    #expect(try InputFile.bytes("/dev/null").isEmpty)
  }

  /// No system's words stand in an Arabic message where a user's slip is behind it.
  @Test(arguments: [
    ("/nowhere/x", UnreadableReason.missing, "there is no such file", "لا يوجد ملف بهذا الاسم"),
    ("/tmp", .folder, "it is a folder", "هو مجلد لا ملف"),
  ])
  func whyAFileCannotBeReadIsSaidInBothLanguages(
    path: String, reason: UnreadableReason, english: String, arabic: String
  ) throws {
    let error = #expect(throws: IssuingError.unreadable(path: path, reason: reason)) {
      try InputFile.bytes(path)
    }
    #expect(error?.description.contains(english) == true)
    #expect(error?.arabicDescription.contains(arabic) == true)
  }
}
