public import Foundation

/// One of the servers of `Tests/Servers`, on loopback, as long as this object lives.
public final class TestServer: Sendable {
  /// The port it listens on.
  public let port: Int
  /// The folder it keeps messages in, gone with this object.
  public let folder: URL
  private let process = Process()
  private let input = Pipe()

  /// Starts `name` with `arguments`, and waits until it listens.
  public init(_ name: String, _ arguments: [String] = [], takesFolder: Bool = false) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "khitab-server-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    process.executableURL = Repository.file("Tests/Servers/\(name)")
    process.arguments = (takesFolder ? [folder.path] : []) + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardInput = input
    try process.run()
    var line = Data()
    while let byte = try output.fileHandleForReading.read(upToCount: 1), byte.first != 0x0A, !byte.isEmpty {
      line += byte
    }
    guard let port = Int(String(decoding: line, as: UTF8.self)) else {
      throw ServerError(reason: "\(name) doesn't start: is python3 there?")
    }
    self.port = port
  }

  deinit {
    // The server ends when its standard input does.
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: folder)
  }

  /// A mail server.
  public static func mail(_ arguments: String...) throws -> TestServer {
    try TestServer("smtp-server", arguments, takesFolder: true)
  }

  /// A web server.
  public static func web(_ arguments: String...) throws -> TestServer {
    try TestServer("http-server", arguments)
  }

  /// The messages that a mail server has kept, in their order.
  public func messages() throws -> [ReceivedMessage] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return try names.filter { $0.hasSuffix(".eml") }.sorted().map { name in
      let envelope = folder.appending(path: name.replacing(".eml", with: ".json"))
      return ReceivedMessage(
        envelope: try JSONDecoder().decode(ReceivedMessage.Envelope.self, from: Data(contentsOf: envelope)),
        bytes: [UInt8](try Data(contentsOf: folder.appending(path: name))))
    }
  }
}

/// A message that the test mail server has taken on.
public struct ReceivedMessage: Sendable {
  /// What SMTP said of it.
  public struct Envelope: Decodable, Sendable {
    /// The address of MAIL.
    public var from: String
    /// The addresses of RCPT.
    public var to: [String]
    /// The parameters of MAIL.
    public var options: String
    /// Whether the connection was encrypted.
    public var secure: Bool
  }

  /// What SMTP said of it.
  public var envelope: Envelope
  /// The message as it arrived.
  public var bytes: [UInt8]
}

/// Why a server of the tests isn't there.
public struct ServerError: Error, CustomStringConvertible {
  /// What is missing.
  public var reason: String
  /// The reason.
  public var description: String { reason }
}
