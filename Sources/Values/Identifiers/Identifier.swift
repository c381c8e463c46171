/// A number, code or address that names one thing and is never counted with.
///
/// It prints in European digits, left to right, and never breaks over lines.
public struct Identifier: Hashable, Sendable {
  /// What an identifier names, which decides how it is checked and printed.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A Saudi national identity number: ten digits, the first 1.
    case nationalID
    /// A residence permit number: ten digits, the first 2.
    case iqama
    /// A mobile number, kept as E.164.
    case mobile
    /// Any other telephone number, kept as E.164.
    case phone
    /// An e-mail address.
    case email
    /// An international bank account number, kept without spaces.
    case iban
    /// A five-digit Saudi postcode.
    case postcode
    /// A reference of the office's own: membership, file, request, letter, licence number.
    case reference
  }

  /// What it names.
  public var kind: Kind
  /// The form to keep and compare: ASCII digits, no spaces.
  public var stored: String

  /// An identifier whose stored form has been checked.
  public init(_ kind: Kind, stored: String) {
    self.kind = kind
    self.stored = stored
  }
}
