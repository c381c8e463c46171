import Foundation

/// Unicode Normalization Form C (UAX #15).
enum CanonicalComposition {
  /// The text in NFC.
  ///
  /// Foundation is asked only where a character may take part in a composition.
  static func compose(_ text: String) -> String {
    text.unicodeScalars.allSatisfy(isInert) ? text : text.precomposedStringWithCanonicalMapping
  }

  /// Whether a character can change nothing: the plain letters of Latin-1 and of the Arabic block.
  private static func isInert(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x300: true
    case 0x600...0x6FF: !scalar.isArabicMark
    case 0x2010...0x2027, 0x2030...0x205E: true
    default: false
    }
  }
}
