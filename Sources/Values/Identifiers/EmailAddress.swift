import Diagnostics

/// An e-mail address, in ASCII (RFC 5321) or internationalised (RFC 6531): `name@example.sa`, «اسم@مثال.السعودية».
///
/// Quoted local parts and address literals, which no member has, are refused.
public enum EmailAddress {
  /// Reads an address as typed; the domain is kept in lower case, the local part as it is.
  ///
  /// Arabic-Indic and Persian digits are the keyboard's in an address that is ASCII otherwise, and become European
  /// ones; in an internationalised address they are its own.
  public static func read(_ text: String) -> Reading<Identifier> {
    var kept = String.UnicodeScalarView()
    kept.append(contentsOf: text.unicodeScalars.filter { !$0.isDirectionMark && !$0.isStrayInvisible })
    let typed = String(kept).trimmingJoiners()
    let european = Digits.ascii(typed)
    let address = european.utf8.allSatisfy { $0 < 0x80 } ? european : typed
    guard !address.unicodeScalars.contains(where: { $0.isBlank || $0.isLineEnd }) else {
      return refused(.emailBlank)
    }
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return refused(.emailAt) }
    let domain = parts[1].lowercased()
    guard isLocalPart(parts[0]) else { return refused(.emailLocalPart) }
    guard isDomain(domain) else { return refused(.emailDomain) }
    let stored = parts[0] + "@" + domain
    // RFC 5321 4.5.3.1.3: a path has 256 octets, two of them the angle brackets.
    guard stored.utf8.count <= 254 else { return refused(.emailLength) }
    return Reading(Identifier(.email, stored: String(stored)))
  }

  private static func refused(_ message: Diagnostic.Message) -> Reading<Identifier> {
    Reading(nil, [Diagnostic(.error, message, hints: [.emailForm])])
  }

  private static func isLocalPart(_ part: Substring) -> Bool {
    guard (1...64).contains(part.utf8.count) else { return false }
    return part.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { atom in
      !atom.isEmpty && atom.unicodeScalars.allSatisfy(isAtomText)
    }
  }

  /// RFC 5322 3.2.3 `atext`, widened by RFC 6531 3.3 to letters, marks and digits beyond ASCII.
  private static func isAtomText(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? isASCIIAlphanumeric(scalar) || "!#$%&'*+-/=?^_`{|}~".unicodeScalars.contains(scalar)
      : isWordCharacter(scalar)
  }

  private static func isDomain(_ domain: String) -> Bool {
    let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
    let length = labels.reduce(labels.count - 1) { $0 + DomainLabel.octets(of: $1) }
    guard labels.count >= 2, length <= 253, let last = labels.last else { return false }
    guard !last.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
    return labels.allSatisfy { label in
      (1...63).contains(DomainLabel.octets(of: label)) && !label.hasPrefix("-") && !label.hasSuffix("-")
        && label.unicodeScalars.allSatisfy { scalar in
          scalar.isASCII ? isASCIIAlphanumeric(scalar) || scalar == "-" : isWordCharacter(scalar)
        }
    }
  }

  private static func isASCIIAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (scalar.properties.isAlphabetic || Digits.value(of: scalar) != nil)
  }

  private static func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .otherLetter, .modifierLetter, .nonspacingMark, .spacingMark:
      true
    case .decimalNumber: Digits.value(of: scalar) != nil
    default: false
    }
  }
}

extension Diagnostic.Message {
  fileprivate static var emailBlank: Self {
    Self(
      "values.email-blank", arabic: "في عنوان البريد الإلكتروني مسافة.",
      english: "The e-mail address has a blank in it.")
  }

  fileprivate static var emailAt: Self {
    Self(
      "values.email-at", arabic: "في عنوان البريد الإلكتروني علامة @ واحدة لا أقل ولا أكثر.",
      english: "An e-mail address has exactly one @.")
  }

  fileprivate static var emailLocalPart: Self {
    Self(
      "values.email-name", arabic: "ما قبل علامة @ في عنوان البريد الإلكتروني غير صحيح.",
      english: "What stands before the @ of the e-mail address is not a mailbox name.")
  }

  fileprivate static var emailDomain: Self {
    Self(
      "values.email-domain", arabic: "ما بعد علامة @ في عنوان البريد الإلكتروني ليس نطاقاً صحيحاً.",
      english: "What stands after the @ of the e-mail address is not a domain.")
  }

  fileprivate static var emailLength: Self {
    Self(
      "values.email-length", arabic: "عنوان البريد الإلكتروني أطول من المسموح به.",
      english: "The e-mail address is longer than mail servers accept.")
  }
}

extension Diagnostic.Hint {
  fileprivate static var emailForm: Self {
    Self(
      arabic: "اكتب العنوان هكذا: name@example.sa", english: "Write the address like this: name@example.sa")
  }
}
