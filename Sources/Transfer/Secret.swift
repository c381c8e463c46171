import Foundation

/// A text that is never printed: a password, a PIN.
public struct Secret: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  /// The text itself.
  public let revealed: String

  /// A secret.
  public init(_ text: String) { revealed = text }

  /// Dots, whatever the text is.
  public var description: String { "•••" }
  /// Dots, whatever the text is.
  public var debugDescription: String { "•••" }
  /// No parts.
  public var customMirror: Mirror { Mirror(self, children: []) }
}

/// Where a secret is read from: never a settings file or the command line, which others can see.
public enum SecretSource: Hashable, Sendable {
  /// An environment variable.
  case environment(String)
  /// A file descriptor that the caller opened, read to its end.
  case descriptor(Int32)

  /// `env:NAME` or `fd:NUMBER`; nothing for anything else.
  public init?(_ text: String) {
    if text.hasPrefix("env:"), text.count > 4 {
      self = .environment(String(text.dropFirst(4)))
    } else if text.hasPrefix("fd:"), let number = Int32(text.dropFirst(3)), number >= 0 {
      self = .descriptor(number)
    } else {
      return nil
    }
  }

  /// The secret without one line feed at its end, or nothing if there is none, or it is empty or isn't UTF-8.
  ///
  /// A descriptor can be read once only.
  public func read() -> Secret? { read(environment: ProcessInfo.processInfo.environment) }

  /// The secret, where the variables are `environment`'s.
  public func read(environment: [String: String]) -> Secret? {
    var text: String
    switch self {
    case .environment(let name):
      text = environment[name] ?? ""
    case .descriptor(let number):
      let file = FileHandle(fileDescriptor: number, closeOnDealloc: false)
      guard let bytes = try? file.read(upToCount: 1 << 16), let read = String(bytes: bytes, encoding: .utf8)
      else { return nil }
      text = read
    }
    if text.hasSuffix("\r\n") || text.hasSuffix("\n") { text.removeLast() }
    return text.isEmpty || text.unicodeScalars.contains("\0") ? nil : Secret(text)
  }
}
