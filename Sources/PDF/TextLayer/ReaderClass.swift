import Text

/// What PDF readers take a character for when they put a line's text in order.
///
/// They know less than UAX #9: PDFium (`CFX_BidiString`) and Poppler (`TextOutputDev`) have four kinds each,
/// MuPDF guesses a level from the character alone. These classes are what their kinds have in common.
enum ReaderClass: UInt8 {
  /// A right-to-left letter. Everyone turns it round.
  case right
  /// A left-to-right letter.
  case left
  /// A European digit or a sign beside numbers: PDFium keeps a sequence of these in the order it stands in,
  /// Poppler begins left-to-right text at it.
  case weak
  /// A sign between numbers, such as a full stop: as `weak`, but MuPDF takes it for what stands before it.
  case separator
  /// An Arabic-Indic digit: as `weak`, but MuPDF takes it for right-to-left.
  case arabicDigit
  /// A mark on a letter, or a character without width or direction: to PDFium as `weak`, to Poppler as its
  /// surroundings.
  case mark
  /// Any other sign. Goes with its surroundings.
  case neutral
  /// A sign that PDFium replaces where it reads from right to left: by its mirror image, or by the letters it
  /// is composed of.
  case replaced
  /// A space.
  case space

  /// Whether PDFium takes it for weak.
  var isWeak: Bool { isNumeric || self == .mark }
  /// Whether it stands in numbers and between them.
  var isNumeric: Bool { self == .weak || self == .separator || self == .arabicDigit }
  /// Whether Poppler begins left-to-right text at it.
  var beginsLeftToRight: Bool { self == .left || isNumeric }

  /// The level MuPDF guesses for it after a character of level `last`: 1 for right to left.
  func guessedLevel(after last: Int) -> Int {
    switch self {
    case .right, .arabicDigit: 1
    case .left, .weak: 0
    case .separator, .mark, .neutral, .replaced, .space: last
    }
  }

  /// PDFium's kind: one bit each for letters from the left, letters from the right, weak, and neutral.
  var kind: UInt8 {
    switch self {
    case .left: 1
    case .right: 2
    case .weak, .separator, .arabicDigit, .mark: 4
    case .neutral, .replaced, .space: 8
    }
  }

  /// The class of a character.
  static func of(_ scalar: UInt32) -> ReaderClass {
    if scalar < table.count { return table[Int(scalar)] }
    return Unicode.Scalar(scalar).map { Self($0, BidiClass(of: $0)) } ?? .left
  }

  /// The classes of the Basic Multilingual Plane.
  private static let table: [ReaderClass] = {
    let units = Array(UInt16.min...UInt16.max)
    return zip(units, BidiClass.of(units)).map { unit, bidi in
      // Nothing asks for surrogates.
      Unicode.Scalar(unit).map { Self($0, bidi) } ?? .left
    }
  }()

  private init(_ scalar: Unicode.Scalar, _ bidi: BidiClass) {
    switch bidi {
    case .leftToRight: self = .left
    case .rightToLeft, .arabicLetter: self = .right
    case .europeanNumber, .europeanSeparator, .europeanTerminator: self = .weak
    case .arabicNumber: self = .arabicDigit
    case .commonSeparator: self = scalar == "\u{A0}" || scalar == "\u{202F}" ? .space : .separator
    case .nonspacingMark, .boundaryNeutral, .leftToRightEmbedding, .leftToRightOverride,
      .rightToLeftEmbedding, .rightToLeftOverride, .popDirectionalFormat, .firstStrongIsolate,
      .leftToRightIsolate, .rightToLeftIsolate, .popDirectionalIsolate:
      self = .mark
    case .whiteSpace, .segmentSeparator, .paragraphSeparator: self = .space
    case .otherNeutral: self = scalar.isReplacedFromTheRight ? .replaced : .neutral
    }
  }
}

extension Unicode.Scalar {
  /// Whether PDFium replaces it where it reads from right to left: brackets and quotation marks by their mirror
  /// images, compatibility characters by what they decompose to (measured over all of the plane with PDFium
  /// 5.15; the ranges hold what a letter may have).
  fileprivate var isReplacedFromTheRight: Bool {
    if properties.isBidiMirrored { return true }
    switch properties.generalCategory {
    case .initialPunctuation, .finalPunctuation: return true
    default: break
    }
    return switch value {
    case 0xA8, 0xAE, 0xAF, 0xB4, 0xB8, 0xBC...0xBE, 0x2011, 0x2017, 0x2024...0x2026, 0x2033...0x2037, 0x203C,
      0x203E, 0x2047...0x2049, 0x2057, 0x2100...0x214F, 0x2150...0x218F, 0x2400...0x24FF:
      true
    default: false
    }
  }
}
