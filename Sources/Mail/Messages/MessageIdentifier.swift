import Cryptography
public import Transfer

/// A message's name for all time (RFC 5322, 3.6.4), made from its register entry: the same at every attempt, so that a
/// mailbox that gets it twice can tell, and a bounce finds its entry again.
public struct MessageIdentifier: Hashable, Sendable, CustomStringConvertible {
  /// `local@domain`, without its angle brackets.
  public let text: String

  /// The identifier of what `name` names in the register, under the domain of `sender`.
  ///
  /// A name of anything but Latin letters, digits, hyphens and single full stops is replaced by its digest.
  public init(_ name: String, sender: EnvelopeAddress) {
    let atoms = name.split(separator: ".", omittingEmptySubsequences: false)
    let isSound =
      name.utf8.count <= 64
      && atoms.allSatisfy { atom in
        !atom.isEmpty && atom.utf8.allSatisfy { Self.characters.contains($0) }
      }
    let local = isSound ? name : String(SHA256Digest(of: Array(name.utf8)).description.prefix(40))
    text = "\(local)@\(sender.text.split(separator: "@").last ?? "")"
  }

  /// The identifier that a header field's value names, or nothing.
  init?(field: String) {
    guard let start = field.firstIndex(of: "<"), let end = field[start...].firstIndex(of: ">") else {
      return nil
    }
    let text = field[field.index(after: start)..<end].filter { !$0.isWhitespace }
    guard (3...998).contains(text.utf8.count), text.contains("@") else { return nil }
    self.text = String(text)
  }

  /// The name in the register, or its digest.
  public var name: Substring { text.prefix { $0 != "@" } }

  /// `local@domain`.
  public var description: String { text }

  private static let characters = Set("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-".utf8)
}
