import Content

/// A paragraph's characters as they are shaped, with the level of each.
///
/// Isolates exist only while levels are resolved: they are put around each run by its type, and are
/// gone from the text that fonts, glyphs and readers see.
struct ParagraphText {
  /// Stands for a forced end of a line.
  static let lineSeparator: UInt16 = 0x2028
  /// Stands for a flexible space or dotted fill: class S, so that bidi treats both sides apart.
  static let segmentSeparator: UInt16 = 0x0009

  /// The mark of a place where no isolate character stood.
  static let noGap: UInt8 = 0xFF
  private static let popIsolate: UInt16 = 0x2069

  /// The pieces it was made of.
  let pieces: [TextPiece]
  /// UTF-16 units, free of bidi controls.
  private(set) var units: [UInt16] = []
  /// The same text in UTF-8.
  private(set) var utf8: [UInt8] = []
  /// The offset in `utf8` of each unit, and of the end.
  private(set) var utf8Offsets: [Int32] = []
  /// The piece of each unit.
  private(set) var pieceOf: [Int32] = []
  /// The bidi level of each unit.
  private(set) var levels: [UInt8] = []
  /// The lowest level of the isolate characters that stood before each unit; `noGap` for none.
  ///
  /// They part neighbouring isolates from one another when a line is put in visual order.
  private(set) var gaps: [UInt8] = []

  /// The text with isolates, and where each of its units went in `units`; -1 for controls.
  private var bidiUnits: [UInt16] = []
  private var destinations: [Int32] = []
  private var isolates: [Isolate] = []

  private struct Isolate {
    var initiator: Int
    var terminator: Int
    var content: Range<Int>
  }

  init(_ pieces: [TextPiece]) {
    self.pieces = pieces
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .run(let run): append(run, piece: index)
      case .lineBreak: append(Self.lineSeparator, piece: index)
      case .flexibleSpace, .dottedFill: append(Self.segmentSeparator, piece: index)
      }
    }
    utf8Offsets.append(Int32(utf8.count))
    let resolved = BidiLevels(of: bidiUnits, base: .rightToLeft).levels
    levels = [UInt8](repeating: 1, count: units.count)
    gaps = [UInt8](repeating: Self.noGap, count: units.count + 1)
    var gap = Self.noGap
    for (at, destination) in destinations.enumerated() {
      if destination < 0 {
        gap = min(gap, resolved[at])
      } else {
        levels[Int(destination)] = resolved[at]
        gaps[Int(destination)] = gap
        gap = Self.noGap
      }
    }
    for isolate in isolates { flatten(isolate, resolved) }
  }

  private mutating func append(_ run: StyledRun, piece: Int) {
    let initiator = bidiUnits.count
    let start = units.count
    if let control = run.isolation.initiator { appendControl(control) }
    var previous: UInt32 = 0
    var inner = BidiClass.otherNeutral
    for scalar in run.text.unicodeScalars {
      if run.isolation == .leftToRight { isolateWithin(scalar, &inner) }
      append(scalar, after: previous, piece: piece)
      previous = scalar.value
    }
    if inner != .otherNeutral { appendControl(Self.popIsolate) }
    guard run.isolation != .none else { return }
    isolates.append(
      Isolate(initiator: initiator, terminator: bidiUnits.count, content: start..<units.count))
    appendControl(Self.popIsolate)
  }

  /// Puts Arabic letters and Arabic-Indic numbers inside a left-to-right run into isolates of their own.
  ///
  /// A reference such as 1448/ع/125 is read part by part from the left; without this its letter would
  /// turn the number that follows, and the hyphens of ١٣-٠٦-١٤٤٨ would turn the whole date.
  private mutating func isolateWithin(_ scalar: Unicode.Scalar, _ inner: inout BidiClass) {
    let bidiClass: BidiClass =
      switch scalar.isASCII ? .otherNeutral : BidiClass(of: scalar) {
      case .nonspacingMark: inner
      case .rightToLeft, .arabicLetter: .rightToLeft
      case .arabicNumber: .arabicNumber
      default: .otherNeutral
      }
    guard bidiClass != inner else { return }
    if inner != .otherNeutral { appendControl(Self.popIsolate) }
    if bidiClass == .rightToLeft { appendControl(0x2067) }
    if bidiClass == .arabicNumber { appendControl(0x2066) }
    inner = bidiClass
  }

  private mutating func append(_ scalar: Unicode.Scalar, after previous: UInt32, piece: Int) {
    switch scalar.value {
    case 0x200E, 0x200F, 0x061C:
      // A mark turns at most its own run, where an author wants it to.
      appendControl(UInt16(scalar.value))
    case 0x202A...0x202E, 0x2066...0x2069, 0x00AD, 0xFEFF:
      // Embeddings and isolates of the text's own could reach beyond it; words aren't hyphenated.
      break
    case 0x0A where previous == 0x0D: break
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: append(Self.lineSeparator, piece: piece)
    case 0x09: append(0x20, piece: piece)
    default:
      utf8Offsets.append(Int32(utf8.count))
      UTF8.encode(scalar).map { utf8.append(contentsOf: $0) }
      for unit in UTF16.encode(scalar) ?? .init() {
        if UTF16.isTrailSurrogate(unit) { utf8Offsets.append(Int32(utf8.count)) }
        destinations.append(Int32(units.count))
        bidiUnits.append(unit)
        units.append(unit)
        pieceOf.append(Int32(piece))
      }
    }
  }

  private mutating func append(_ unit: UInt16, piece: Int) {
    utf8Offsets.append(Int32(utf8.count))
    if let scalar = Unicode.Scalar(unit), let bytes = UTF8.encode(scalar) { utf8.append(contentsOf: bytes) }
    destinations.append(Int32(units.count))
    bidiUnits.append(unit)
    units.append(unit)
    pieceOf.append(Int32(piece))
  }

  private mutating func appendControl(_ unit: UInt16) {
    bidiUnits.append(unit)
    destinations.append(-1)
  }

  /// Lowers the levels inside an isolate by twos, as far as its surroundings' level allows.
  ///
  /// Two reversals over the same stretch undo each other (L2), so the order stays; but a preposition
  /// and the name it is attached to come to stand on one level, and are shaped as the one word they are.
  private mutating func flatten(_ isolate: Isolate, _ resolved: [UInt8]) {
    let outer = max(resolved[isolate.initiator], resolved[isolate.terminator])
    guard let lowest = levels[isolate.content].min(), lowest >= outer + 2 else { return }
    let drop = (lowest - outer) & ~1
    for at in isolate.content { levels[at] -= drop }
    for at in isolate.content.dropFirst() where gaps[at] != Self.noGap { gaps[at] -= drop }
  }
}

extension Isolation {
  /// The character that opens the isolate.
  fileprivate var initiator: UInt16? {
    switch self {
    case .none: nil
    case .leftToRight: 0x2066
    case .rightToLeft: 0x2067
    case .firstStrong: 0x2068
    }
  }
}
