public import Transfer

/// A mailbox as a message's head names it: a person or office, and where mail for it goes.
public struct MailAddress: Hashable, Sendable {
  /// The name that readers show, or nothing.
  public var name: String?
  /// The address.
  public var address: EnvelopeAddress

  /// A mailbox.
  public init(_ address: EnvelopeAddress, name: String? = nil) {
    self.name = name
    self.address = address
  }

  /// The mailbox as words of a header field (RFC 5322, 3.4).
  var words: [HeaderWord] {
    guard let name = name.map(HeaderText.singleLine), !name.isEmpty else { return [.plain(address.text)] }
    return HeaderText.phrase(name) + [.plain("<\(address.text)>")]
  }
}
