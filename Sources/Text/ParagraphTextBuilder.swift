import Content

/// Joins the texts of pieces, and notes where isolates open and close in them.
struct ParagraphTextBuilder {
  private static let popIsolate: UInt16 = 0x2069

  private(set) var units: [UInt16] = []
  private(set) var utf8: [UInt8] = []
  private(set) var utf8Offsets: [Int32] = []
  private(set) var pieceOf: [Int32] = []
  /// Characters that only the bidi algorithm sees, by the unit they stand before.
  private(set) var controls: [(offset: Int32, unit: UInt16)] = []
  /// The runs with an isolate of their own: their units, and how many controls stand before its ends.
  private(set) var isolates: [(content: Range<Int>, initiator: Int, terminator: Int)] = []

  init(capacity: Int) {
    units.reserveCapacity(capacity)
    utf8.reserveCapacity(capacity)
    utf8Offsets.reserveCapacity(capacity + 1)
    pieceOf.reserveCapacity(capacity)
  }

  mutating func append(_ piece: TextPiece, index: Int) {
    switch piece {
    case .run(let run): append(run)
    case .lineBreak: append(UnicodeScalar(0x2028))
    case .flexibleSpace, .dottedFill: append(UnicodeScalar(0x09))
    }
    pieceOf.append(contentsOf: repeatElement(Int32(index), count: units.count - pieceOf.count))
  }

  private mutating func append(_ run: StyledRun) {
    let start = units.count
    let initiator = controls.count
    if let control = run.isolation.initiator { appendControl(control) }
    var previous: UInt32 = 0
    var inner = BidiClass.otherNeutral
    for scalar in run.text.unicodeScalars {
      if run.isolation == .leftToRight { isolateWithin(scalar, &inner) }
      append(scalar, after: previous)
      previous = scalar.value
    }
    if inner != .otherNeutral { appendControl(Self.popIsolate) }
    guard run.isolation != .none else { return }
    isolates.append((start..<units.count, initiator, controls.count))
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

  private mutating func append(_ scalar: Unicode.Scalar, after previous: UInt32) {
    switch scalar.value {
    case 0x20...0x7E, 0x620...0x6FF, 0xA0...0xAC: append(scalar)
    case 0x200E, 0x200F, 0x061C:
      // A mark turns at most its own run, where an author wants it to.
      appendControl(UInt16(scalar.value))
    case 0x202A...0x202E, 0x2066...0x2069, 0x00AD, 0xFEFF:
      // Embeddings and isolates of the text's own could reach beyond it; words aren't hyphenated.
      break
    case 0x0A where previous == 0x0D: break
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: append(UnicodeScalar(0x2028))
    case 0x09: append(UnicodeScalar(0x20))
    default: append(scalar)
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar?) {
    guard let scalar else { return }
    let value = scalar.value
    utf8Offsets.append(Int32(utf8.count))
    if value < 0x80 {
      utf8.append(UInt8(value))
    } else if value < 0x800 {
      utf8.append(UInt8(0xC0 | value >> 6))
      utf8.append(UInt8(0x80 | value & 0x3F))
    } else {
      utf8.append(contentsOf: UTF8.encode(scalar) ?? .init())
    }
    if value < 0x10000 {
      units.append(UInt16(value))
    } else {
      units.append(UTF16.leadSurrogate(scalar))
      units.append(UTF16.trailSurrogate(scalar))
      utf8Offsets.append(Int32(utf8.count))
    }
  }

  private mutating func appendControl(_ unit: UInt16) {
    controls.append((Int32(units.count), unit))
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
