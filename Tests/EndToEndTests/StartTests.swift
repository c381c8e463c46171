import Foundation
import TestSupport
import Testing

/// `Docs/Start.md`: its files make an office, and its commands work in it, in their order.
@Suite struct StartTests {
  /// The page's fenced blocks: the words behind the fence, and what stands in it.
  private static func blocks() throws -> [(words: [String], text: String)] {
    let page = try String(contentsOf: Repository.file("Docs/Start.md"), encoding: .utf8)
    return page.components(separatedBy: "\n```").enumerated().filter { $0.offset % 2 == 1 }.map { block in
      let parts = block.element.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      return (parts[0].split(separator: " ").map(String.init), String(parts.last ?? "") + "\n")
    }
  }

  @Test func theOfficeOfThePageIssuesItsLetter() throws {
    let folder = try TemporaryFolder()
    var commands: [String] = []
    for (words, text) in try Self.blocks() {
      guard words.count == 2 else {
        commands += text.split(separator: "\n").map(String.init)
        continue
      }
      let file = folder.url.appending(path: words[1])
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(commands.count > 8)
    let environment = ["KHITAB": Program.path.path, "SECRET": "كلمة سر"]
    for command in commands {
      // One day for all, in the year of the page's numbers.
      let time =
        switch command.split(separator: " ").dropFirst().first {
        case "issue", "prepare", "register": " --now 2026-11-26T09:00:00Z"
        case "key": " --start 1795597200"
        case "verify": " --time 1795687200"
        default: ""
        }
      let line =
        command.replacing("khitab ", with: "\"$KHITAB\" ", maxReplacements: 1) + time + " --lang en --quiet"
      let result = try Program.run(
        URL(filePath: "/bin/sh"), ["-c", line], environment: environment, folder: folder.url)
      #expect(result.code == 0, "\(command): \(result.errors)\(result.output)")
    }
    let letters = try FileManager.default.contentsOfDirectory(
      atPath: folder.url.appending(path: "letters/2026").path)
    #expect(letters == ["NOOR-OUT-2026-000001.pdf"])
  }
}
