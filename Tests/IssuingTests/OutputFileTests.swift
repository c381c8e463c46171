import Foundation
import Issuing
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

  @Test func saysWhichFileItCouldNotWrite() throws {
    let path = "/proc/khitab/letter.pdf"
    #expect {
      try OutputFile(path: path).write([1])
    } throws: { error in
      guard case .unwritable(let place, _)? = error as? IssuingError else { return false }
      return place == path
    }
  }
}
