import Foundation
import Testing

/// `khitab preview --watch`: what a template includes is watched as the template is.
@Suite struct PreviewWatchTests {
  @Test func aChangeOfAnIncludedTextMakesThePreviewAnew() throws {
    let folder = try TemporaryFolder()
    func write(_ text: String, to name: String) throws {
      try text.write(to: folder.url.appending(path: name), atomically: true, encoding: .utf8)
    }
    try write("وبعد.\n\n{{أدرج: ختام}}\n", to: "note.khitab")
    try write("والله الموفق.\n", to: "ختام.khitab")
    let output = folder.url.appending(path: "note.txt")
    let process = Program.start(
      Program.path,
      ["preview", "--template", "note.khitab", "--output", output.path, "--watch", "--lang", "en"],
      folder: folder.url)
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    defer { process.terminate() }
    // What the command says first: from here on a change is seen.
    var said = ""
    while !said.contains("watching") {
      let more = errors.fileHandleForReading.availableData
      try #require(!more.isEmpty, "\(said)")
      said += String(decoding: more, as: UTF8.self)
    }
    Thread.sleep(forTimeInterval: 1)
    #expect(try String(contentsOf: output, encoding: .utf8).contains("والله الموفق."))
    try write("والسلام عليكم.\n", to: "ختام.khitab")
    let end = Date(timeIntervalSinceNow: 60)
    var text = ""
    while !text.contains("والسلام عليكم."), Date() < end {
      Thread.sleep(forTimeInterval: 0.1)
      text = try String(contentsOf: output, encoding: .utf8)
    }
    #expect(text.contains("والسلام عليكم."))
  }
}
