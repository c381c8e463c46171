import Foundation
import TestSupport

/// The built `khitab`, run as its user runs it.
struct Program {
  struct Result {
    var code: Int32
    var output: String
    var errors: String
  }

  /// The program beside the test bundle, or the one that `KHITAB_PROGRAM` names, such as an optimized build.
  static let path =
    ProcessInfo.processInfo.environment["KHITAB_PROGRAM"].map { URL(filePath: $0) }
    ?? URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "khitab")

  /// The sample office's folder.
  static let samples = Repository.file("samples").path

  /// Runs `khitab` with `arguments` and waits for its end.
  static func run(
    _ arguments: [String], environment: [String: String] = [:], folder: URL = Repository.root,
    input: String = ""
  ) throws -> Result {
    try run(path, arguments, environment: environment, folder: folder, input: input)
  }

  /// Runs any program by its path and waits for its end.
  static func run(
    _ program: URL, _ arguments: [String], environment: [String: String] = [:], folder: URL = Repository.root,
    input: String = ""
  ) throws -> Result {
    let process = start(program, arguments, environment: environment, folder: folder)
    let (output, errors, source) = (Pipe(), Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = source
    try process.run()
    source.fileHandleForWriting.write(Data(input.utf8))
    try source.fileHandleForWriting.close()
    let collected = Collected()
    let reading = Thread {
      collected.bytes = errors.fileHandleForReading.readDataToEndOfFile(); collected.done.signal()
    }
    reading.start()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    collected.done.wait()
    process.waitUntilExit()
    return Result(
      code: process.terminationStatus, output: String(decoding: bytes, as: UTF8.self),
      errors: String(decoding: collected.bytes, as: UTF8.self))
  }

  /// A process that isn't started yet.
  static func start(
    _ program: URL, _ arguments: [String], environment: [String: String] = [:],
    folder: URL = Repository.root
  ) -> Process {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    return process
  }

  /// Standard error is read on a thread of its own, so that neither pipe fills up.
  private final class Collected: @unchecked Sendable {
    var bytes = Data()
    let done = DispatchSemaphore(value: 0)
  }
}

/// A folder that is gone after its test.
final class TemporaryFolder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "khitab-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The files in it, by name, with their bytes.
  func contents(of folder: String = "") throws -> [String: Data] {
    let top = url.appending(path: folder)
    var found: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: top.path) {
      found[name] = try? Data(contentsOf: top.appending(path: name))
    }
    return found
  }
}
