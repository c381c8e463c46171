import CICU

/// Bidi_Class of a character (UAX #9, table 4), numbered as ICU numbers it.
public enum BidiClass: UInt8, Sendable {
  /// A left-to-right letter (L).
  case leftToRight
  /// A right-to-left letter (R).
  case rightToLeft
  /// A European digit (EN).
  case europeanNumber
  /// A sign before or between European digits (ES).
  case europeanSeparator
  /// A sign beside European digits (ET).
  case europeanTerminator
  /// An Arabic-Indic digit (AN).
  case arabicNumber
  /// A sign between digits (CS).
  case commonSeparator
  /// The end of a paragraph (B).
  case paragraphSeparator
  /// A tabulator (S).
  case segmentSeparator
  /// A space (WS).
  case whiteSpace
  /// Any other neutral (ON).
  case otherNeutral
  /// LRE.
  case leftToRightEmbedding
  /// LRO.
  case leftToRightOverride
  /// An Arabic letter (AL).
  case arabicLetter
  /// RLE.
  case rightToLeftEmbedding
  /// RLO.
  case rightToLeftOverride
  /// PDF.
  case popDirectionalFormat
  /// A mark on a letter (NSM).
  case nonspacingMark
  /// A character without width or direction (BN).
  case boundaryNeutral
  /// FSI.
  case firstStrongIsolate
  /// LRI.
  case leftToRightIsolate
  /// RLI.
  case rightToLeftIsolate
  /// PDI.
  case popDirectionalIsolate

  /// The class of the character that each unit of `text` belongs to.
  public static func of(_ text: [UInt16]) -> [BidiClass] {
    // A surrogate's class is its pair's.
    text.contains { 0xD800...0xDFFF ~= $0 } ? looked(up: text) : text.map { plane[Int($0)] }
  }

  /// The classes of the Basic Multilingual Plane.
  private static let plane = looked(up: Array(UInt16.min...UInt16.max))

  private static func looked(up text: [UInt16]) -> [BidiClass] {
    let numbers = [UInt8](unsafeUninitializedCapacity: text.count) { buffer, count in
      cicu_bidi_classes(text, Int32(text.count), buffer.baseAddress)
      count = text.count
    }
    return numbers.map { BidiClass(rawValue: $0) ?? .otherNeutral }
  }

  /// The class of one character.
  public init(of scalar: Unicode.Scalar) {
    self = BidiClass(rawValue: cicu_bidi_class(scalar.value)) ?? .otherNeutral
  }

  /// A set of classes.
  struct Members {
    private var bits: UInt32 = 0

    init(_ classes: some Sequence<BidiClass>) {
      for bidiClass in classes { bits |= 1 << UInt32(bidiClass.rawValue) }
    }

    /// What rises above an odd embedding level (I2).
    static let rising = Members([.leftToRight, .europeanNumber, .arabicNumber])
    /// What doesn't stand on an even embedding level (I1), European numbers aside.
    static let rightToLeft = Members([.rightToLeft, .arabicLetter, .arabicNumber])
    /// What ends a text, or a part of it that is aligned by itself.
    static let ends = Members([.paragraphSeparator, .segmentSeparator])
    /// What may join two numbers (W4).
    static let separators = Members([.europeanSeparator, .commonSeparator])
    /// What parts a paragraph into several sequences, or is removed from it.
    static let explicit = Members([
      .leftToRightEmbedding, .leftToRightOverride, .rightToLeftEmbedding, .rightToLeftOverride,
      .popDirectionalFormat, .boundaryNeutral, .firstStrongIsolate, .leftToRightIsolate, .rightToLeftIsolate,
      .popDirectionalIsolate,
    ])

    func hasAny(of others: Members) -> Bool { bits & others.bits != 0 }
    func contains(_ bidiClass: BidiClass) -> Bool { bits >> UInt32(bidiClass.rawValue) & 1 == 1 }
  }

  var isIsolateInitiator: Bool {
    self == .firstStrongIsolate || self == .leftToRightIsolate || self == .rightToLeftIsolate
  }

  /// Whether rule X9 takes it out of all that follows.
  var isRemoved: Bool {
    switch self {
    case .leftToRightEmbedding, .leftToRightOverride, .rightToLeftEmbedding, .rightToLeftOverride,
      .popDirectionalFormat, .boundaryNeutral:
      true
    default: false
    }
  }

  /// Whether rules N1 and N2 give it a direction.
  var isNeutralOrIsolate: Bool {
    switch self {
    case .paragraphSeparator, .segmentSeparator, .whiteSpace, .otherNeutral, .firstStrongIsolate,
      .leftToRightIsolate, .rightToLeftIsolate, .popDirectionalIsolate:
      true
    default: false
    }
  }

  /// The direction it lends to neutrals beside it: numbers count as right to left (N0, N1).
  var strong: BidiClass? {
    switch self {
    case .leftToRight: .leftToRight
    case .rightToLeft, .arabicLetter, .europeanNumber, .arabicNumber: .rightToLeft
    default: nil
    }
  }

  /// The direction of a level.
  static func direction(of level: UInt8) -> BidiClass { level & 1 == 1 ? .rightToLeft : .leftToRight }
}
