import Foundation
import Testing

/// Other programs that read and write PDF.
enum Tool {
  /// What qpdf makes of a file, its own report of failure included in the error.
  static func qpdf(_ options: [String], on bytes: [UInt8], output: Bool = true) throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (source, target) = (folder.appending(path: "in.pdf"), folder.appending(path: "out.pdf"))
    try Data(bytes).write(to: source)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      ["qpdf", "--deterministic-id"] + options + [source.path] + (output ? [target.path] : [])
    if !output { process.arguments?.removeAll { $0 == "--deterministic-id" } }
    let report = Pipe()
    process.standardError = report
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: report.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "qpdf: \(text)")
    return output ? Array(try Data(contentsOf: target)) : []
  }
}
