import Cryptography
import Foundation
import TestSupport
import Testing

/// `khitab worker`: rows in, frames out, nothing kept.
@Suite struct WorkerTests {
  private struct Frame {
    var kind: String
    var row: Int
    var bytes: [UInt8]
  }

  /// The frames of an output, by `Docs/Worker.md` and nothing else.
  private static func frames(_ output: Data) throws -> [Frame] {
    var frames: [Frame] = []
    var rest = [UInt8](output)[...]
    while !rest.isEmpty {
      let end = try #require(rest.firstIndex(of: 0x0A))
      let words = String(decoding: rest[..<end], as: UTF8.self).split(separator: " ").map(String.init)
      try #require(words.count == 6 && words[0] == "khitab-frame" && words[1] == "1")
      let length = try #require(Int(words[4]))
      let bytes = Array(rest[(end + 1)..<(end + 1 + length)])
      #expect(SHA256Digest(of: bytes).description == words[5])
      #expect(rest[end + 1 + length] == 0x0A)
      frames.append(Frame(kind: words[2], row: try #require(Int(words[3])), bytes: bytes))
      rest = rest[(end + 2 + length)...]
    }
    return frames
  }

  private static func line(_ member: [String: Any]) throws -> String {
    String(
      decoding: try JSONSerialization.data(withJSONObject: member, options: [.sortedKeys]), as: UTF8.self)
  }

  private func run(_ desk: IssuingDesk, _ lines: [String], _ further: [String] = []) throws -> (Int32, Data) {
    let input = desk.folder.url.appending(path: "rows.jsonl")
    try lines.joined(separator: "\n").write(to: input, atomically: true, encoding: .utf8)
    let output = desk.folder.url.appending(path: "frames")
    try Data().write(to: output)
    let process = Program.start(
      Program.path, ["worker", "--template", "acceptance-letter", "--office", desk.path] + further)
    process.standardInput = try FileHandle(forReadingFrom: input)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, try Data(contentsOf: output))
  }

  @Test func everyRowGivesALetterOrItsReasonsInOrder() throws {
    let desk = try IssuingDesk(members: 6)
    var members = (1...6).map { IssuingDesk.member($0) }
    members[2]["مبلغ الدعم"] = "كثير"
    var lines = try members.map(Self.line)
    lines.insert("{\"الاسم\": ", at: 4)
    lines.insert("", at: 2)
    let (code, output) = try run(desk, lines, ["--jobs", "3"])
    #expect(code == 1)
    let frames = try Self.frames(output)
    #expect(
      frames.map(\.kind) == ["pdf", "pdf", "refusal", "pdf", "refusal", "pdf", "pdf", "manifest"])
    #expect(frames.map(\.row) == [1, 2, 3, 4, 5, 6, 7, 7])
    let reason = String(decoding: frames[2].bytes, as: UTF8.self)
    #expect(reason.contains("\"row\":3") && reason.contains("\"severity\":\"error\""), "\(reason)")
    let last = try #require(frames.last)
    let manifest = try #require(
      JSONSerialization.jsonObject(with: Data(last.bytes)) as? [String: Any])
    let letters = try #require(manifest["letters"] as? [[String: Any]])
    #expect(letters.map { $0["sha256"] as? String != nil } == [true, true, false, true, false, true, true])
    #expect((manifest["inputs"] as? [String: String])?["template_sha256"]?.count == 64)
    // One worker or several: the same bytes.
    #expect(try run(desk, lines, ["--jobs", "1"]).1 == output)
  }

  @Test func aLineThatIsTooLongTakesNoOtherWithIt() throws {
    let desk = try IssuingDesk(members: 2)
    let lines =
      try [String(repeating: "x", count: 17 << 20)] + (1...2).map { try Self.line(IssuingDesk.member($0)) }
    // Through a pipe, where lines arrive together.
    let process = Program.start(
      Program.path, ["worker", "--template", "acceptance-letter", "--office", desk.path])
    let (source, output) = (Pipe(), desk.folder.url.appending(path: "frames"))
    try Data().write(to: output)
    process.standardInput = source
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = FileHandle.nullDevice
    try process.run()
    try source.fileHandleForWriting.write(contentsOf: Data(lines.joined(separator: "\n").utf8))
    try source.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 1)
    let frames = try Self.frames(try Data(contentsOf: output))
    #expect(frames.map(\.kind) == ["refusal", "pdf", "pdf", "manifest"])
    #expect(frames.map(\.row) == [1, 2, 3, 3])
  }

  @Test func aLetterIsTheOneThatRenderMakes() throws {
    let desk = try IssuingDesk(members: 3)
    let lines = try (1...3).map { try Self.line(IssuingDesk.member($0)) }
    let (code, output) = try run(desk, lines)
    #expect(code == 0)
    let frames = try Self.frames(output)
    let rendered = try desk.run(["render"] + desk.letters() + ["--output", desk.path + "/rendered"])
    #expect(rendered.code == 0, "\(rendered.errors)")
    let files = try desk.folder.contents(of: "rendered")
    for row in 1...3 {
      #expect(files["acceptance-letter-000\(row).pdf"] == Data(frames[row - 1].bytes))
    }
  }

  /// An engine may write one row and wait for its letter before it writes the next.
  @Test func aLetterComesOutBeforeTheNextRowGoesIn() throws {
    let desk = try IssuingDesk(members: 1)
    let process = Program.start(
      Program.path, ["worker", "--template", "acceptance-letter", "--office", desk.path])
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    var received = Data()
    for row in 1...2 {
      input.fileHandleForWriting.write(Data((try Self.line(IssuingDesk.member(row)) + "\n").utf8))
      var frames: [Frame] = []
      while frames.count < row {
        received += output.fileHandleForReading.availableData
        frames = (try? Self.whole(received)) ?? []
      }
      #expect(frames.last?.kind == "pdf" && frames.last?.row == row)
    }
    try input.fileHandleForWriting.close()
    received += output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(try Self.frames(received).map(\.kind) == ["pdf", "pdf", "manifest"])
  }

  /// The frames, if the output so far ends with one.
  private static func whole(_ output: Data) throws -> [Frame] {
    var place = output.startIndex
    while place < output.endIndex {
      guard let end = output[place...].firstIndex(of: 0x0A),
        let length = String(decoding: output[place..<end], as: UTF8.self).split(separator: " ").dropFirst(4)
          .first
          .flatMap({ Int($0) }), end + 2 + length <= output.endIndex
      else { return [] }
      place = end + 2 + length
    }
    return try frames(output)
  }
}
