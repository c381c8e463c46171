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
}
