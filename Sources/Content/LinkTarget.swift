/// Where a stretch of text leads: an address on the web or an e-mail address, as a URI (RFC 3986).
///
/// Only addresses of a few schemes are targets, so a value can never become a script, a file or a program.
public struct LinkTarget: Hashable, Sendable {
  /// The address, ASCII: `https://…`, `http://…` or `mailto:…`.
  public let uri: String

  /// The target of an address as people write it: with its scheme, without one (`www.example.org/a`), or an e-mail
  /// address; `nil` if it is none.
  public init?(_ address: String) {
    guard address.utf8.count <= Self.longest else { return nil }
    let scheme = ["https://", "http://"].first { address.lowercased().hasPrefix($0) }
    if let scheme {
      self.init(web: address.dropFirst(scheme.count), scheme: scheme)
    } else if address.lowercased().hasPrefix("mailto:") {
      self.init(mail: address.dropFirst(7))
    } else if address.contains("@") {
      self.init(mail: address[...])
    } else {
      self.init(web: address[...], scheme: "https://")
    }
  }

  private static let longest = 2000

  /// An address on the web: a host name, a port, and what may follow it.
  private init?(web address: Substring, scheme: String) {
    let authority = address.prefix { !"/?#".contains($0) }
    let parts = authority.split(separator: ":", omittingEmptySubsequences: false)
    guard let host = parts.first, Self.isHost(host), parts.count <= 2 else { return nil }
    if parts.count == 2, !(1...5).contains(parts[1].count) || !parts[1].utf8.allSatisfy(\.isDigit) {
      return nil
    }
    guard let rest = Self.encoded(address[authority.endIndex...], keeping: ":/?#[]@!$&'()*+,;=-._~%") else {
      return nil
    }
    uri = scheme + authority.lowercased() + rest
  }

  /// An e-mail address (RFC 6068): what has a meaning in a URI is encoded.
  private init?(mail address: Substring) {
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, Self.isHost(parts[1]),
      let name = Self.encoded(parts[0], keeping: "!$'*+-._~")
    else { return nil }
    uri = "mailto:" + name + "@" + parts[1].lowercased()
  }

  /// Whether it is a host's name of two labels or more (RFC 1123).
  private static func isHost(_ name: Substring) -> Bool {
    let labels = name.split(separator: ".", omittingEmptySubsequences: false)
    return labels.count >= 2 && name.utf8.count <= 253
      && labels.allSatisfy { label in
        (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
          && label.utf8.allSatisfy { $0.isDigit || $0.isLetter || $0 == UInt8(ascii: "-") }
      }
      && labels.last?.utf8.allSatisfy(\.isDigit) == false
  }

  /// The text with all but letters, digits and the signs of `kept` percent-encoded; `nil` if it has a space or a
  /// control.
  private static func encoded(_ text: Substring, keeping kept: String) -> String? {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      guard byte > 0x20, byte != 0x7F else { return nil }
      if byte.isDigit || byte.isLetter || byte < 0x80 && kept.utf8.contains(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
  fileprivate var isLetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
}
