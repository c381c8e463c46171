import Content

/// Joins the texts of pieces, and notes where isolates open and close in them.
struct ParagraphTextBuilder {
  private static let (leftToRightIsolate, rightToLeftIsolate, popIsolate) = (
    0x2066 as UInt16, 0x2067 as UInt16, 0x2069 as UInt16
  )
  /// How many characters are appended at once.
  private static let stride = 512

  private(set) var units: [UInt16] = []
  private(set) var utf8: [UInt8] = []
  private(set) var utf8Offsets: [Int32] = []
  private(set) var pieceOf: [Int32] = []
  /// The first unit of each piece.
  private(set) var starts: [Int32] = []
  /// Characters that only the bidi algorithm sees, by the unit they stand before.
  private(set) var controls: [(offset: Int32, unit: UInt16)] = []
  /// The runs with an isolate of their own: their units, and how many controls stand before its ends.
  private(set) var isolates: [(content: Range<Int>, initiator: Int, terminator: Int)] = []
  /// The units of numbers in running text, which stand on one line.
  private(set) var numbers: [Range<Int>] = []
  /// Whether other digits could make other numbers of them, because there are blanks in one.
  private(set) var dependsOnDigits = false

  /// `capacity` is the count of the pieces' bytes, which are at least as many as their units.
  init(capacity: Int, pieceCount: Int) {
    units.reserveCapacity(capacity)
    utf8.reserveCapacity(capacity)
    utf8Offsets.reserveCapacity(capacity + 1)
    pieceOf.reserveCapacity(capacity)
    starts.reserveCapacity(pieceCount)
    // As many as a date of three numbers has.
    controls.reserveCapacity(8)
    isolates.reserveCapacity(pieceCount)
  }

  mutating func append(_ piece: TextPiece, index: Int) {
    starts.append(Int32(units.count))
    switch piece {
    case .run(let run): append(run)
    case .lineBreak: append(UnicodeScalar(0x2028))
    case .flexibleSpace, .dottedFill, .writingSpace: append(UnicodeScalar(0x09))
    }
    pieceOf.append(contentsOf: repeatElement(Int32(index), count: units.count - pieceOf.count))
  }

  /// Notes where the last character ends.
  mutating func close() { utf8Offsets.append(Int32(utf8.count)) }

  private mutating func append(_ run: StyledRun) {
    let start = units.count
    let initiator = controls.count
    if let control = run.isolation.initiator { appendControl(control) }
    var text = run.text
    text.withUTF8 { bytes in
      if run.isolation == .leftToRight {
        append(bytes, 0..<bytes.count, isLeftToRight: true)
      } else {
        var at = 0
        let numbers = NumberInText.all(in: bytes)
        var isLatin = !numbers.isEmpty && bytes.beginsLeftToRight(run.isolation)
        for number in numbers {
          append(bytes, at..<number.range.lowerBound, isLeftToRight: false)
          isLatin = bytes.endsLeftToRight(at..<number.range.lowerBound) ?? isLatin
          append(number, of: bytes, isAfterLatin: isLatin, in: run.isolation)
          at = number.range.upperBound
        }
        append(bytes, at..<bytes.count, isLeftToRight: false)
      }
    }
    guard run.isolation != .none else { return }
    isolates.append((start..<units.count, initiator, controls.count))
    appendControl(Self.popIsolate)
  }

  /// Appends a number in running text, in an isolate from left to right unless the Latin letters that it follows show it
  /// right anyway.
  private mutating func append(
    _ number: NumberInText, of bytes: UnsafeBufferPointer<UInt8>, isAfterLatin: Bool, in isolation: Isolation
  ) {
    let start = units.count
    let initiator = controls.count
    let isIsolated = number.isArabic || !isAfterLatin
    if isIsolated { appendControl(Self.leftToRightIsolate) }
    append(bytes, number.range, isLeftToRight: isIsolated)
    numbers.append(start..<units.count)
    dependsOnDigits = dependsOnDigits || number.hasBlanks
    guard isIsolated else { return }
    // The isolate of a run includes those in it.
    if isolation == .none { isolates.append((start..<units.count, initiator, controls.count)) }
    appendControl(Self.popIsolate)
  }

  private mutating func append(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, isLeftToRight: Bool
  ) {
    var inner = BidiClass.otherNeutral
    var at = range.lowerBound
    while at < range.upperBound {
      // Arabic-Indic digits in a number come one by one.
      if !isLeftToRight || bytes[at] < 0x80 {
        at = appendPlain(bytes, at..<range.upperBound, isLeftToRight: isLeftToRight)
        guard at < range.upperBound else { break }
      }
      let (scalar, next) = bytes.scalar(at: at)
      if isLeftToRight { isolateWithin(scalar, &inner) }
      append(scalar, isAfterReturn: at > 0 && bytes[at - 1] == 0x0D)
      at = next
      if inner != .otherNeutral, at == range.upperBound || bytes[at] < 0x80 {
        appendControl(Self.popIsolate)
        inner = .otherNeutral
      }
    }
  }

  /// Appends the characters from a range's beginning on that stand for themselves, nearly all there are, as far as
  /// they are printable ASCII or, outside a left-to-right run, of the Arabic block; gives where they end.
  private mutating func appendPlain(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, isLeftToRight: Bool
  ) -> Int {
    let start = range.lowerBound
    var at = start
    let shift = Int32(utf8.count - start)
    // Each takes at least one byte, so there is room for a unit at every one.
    let added = min(range.count, Self.stride)
    let known = units.count
    units.append(contentsOf: repeatElement(0, count: added))
    utf8Offsets.append(contentsOf: repeatElement(0, count: added))
    var count = known
    units.withUnsafeMutableBufferPointer { units in
      utf8Offsets.withUnsafeMutableBufferPointer { offsets in
        while at < range.upperBound, count < known + added {
          let byte = bytes[at]
          offsets[count] = Int32(at) + shift
          if byte &- 0x20 < 0x5F {
            units[count] = UInt16(byte)
            at += 1
          } else if byte & 0xFC == 0xD8, !isLeftToRight {
            let unit = UInt16(byte & 0x1F) << 6 | UInt16(bytes[at + 1] & 0x3F)
            guard unit >= 0x620 else { break }
            units[count] = unit
            at += 2
          } else {
            break
          }
          count += 1
        }
      }
    }
    units.removeLast(known + added - count)
    utf8Offsets.removeLast(known + added - count)
    utf8.append(contentsOf: bytes[start..<at])
    return at
  }

  /// Puts Arabic letters and Arabic-Indic numbers inside a left-to-right run into isolates of their own.
  ///
  /// A reference such as 1448/ع/125 is read part by part from the left; without this its letter would
  /// turn the number that follows, and the hyphens of ١٣-٠٦-١٤٤٨ would turn the whole date.
  private mutating func isolateWithin(_ scalar: Unicode.Scalar, _ inner: inout BidiClass) {
    let bidiClass: BidiClass =
      switch BidiClass(of: scalar) {
      case .nonspacingMark: inner
      case .rightToLeft, .arabicLetter: .rightToLeft
      case .arabicNumber: .arabicNumber
      default: .otherNeutral
      }
    guard bidiClass != inner else { return }
    if inner != .otherNeutral { appendControl(Self.popIsolate) }
    if bidiClass == .rightToLeft { appendControl(Self.rightToLeftIsolate) }
    if bidiClass == .arabicNumber { appendControl(Self.leftToRightIsolate) }
    inner = bidiClass
  }

  private mutating func append(_ scalar: Unicode.Scalar, isAfterReturn: Bool) {
    switch scalar.value {
    case 0x200E, 0x200F, 0x061C:
      // A mark turns at most its own run, where an author wants it to.
      appendControl(UInt16(scalar.value))
    case 0x202A...0x202E, 0x2066...0x2069, 0x00AD, 0xFEFF:
      // Embeddings and isolates of the text's own could reach beyond it; words aren't hyphenated.
      break
    case 0x0A where isAfterReturn: break
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: append(UnicodeScalar(0x2028))
    case 0x09: append(UnicodeScalar(0x20))
    default: append(scalar)
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar?) {
    guard let scalar else { return }
    utf8Offsets.append(Int32(utf8.count))
    utf8.append(contentsOf: UTF8.encode(scalar) ?? .init())
    if scalar.value < 0x10000 {
      units.append(UInt16(scalar.value))
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

extension UnsafeBufferPointer<UInt8> {
  /// The character at `at` of well-formed UTF-8, and where the next one begins.
  fileprivate func scalar(at: Int) -> (Unicode.Scalar, next: Int) {
    var decoder = UTF8()
    var bytes = self[at...].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&bytes) else { return ("\u{FFFD}", at + 1) }
    return (scalar, at + UTF8.width(scalar))
  }

  /// Whether the last letter of a range that has a direction goes from left to right; `nil` without one.
  fileprivate func endsLeftToRight(_ range: Range<Int>) -> Bool? {
    var found: Bool?
    var at = range.lowerBound
    while at < range.upperBound {
      let (scalar, next) = scalar(at: at)
      found = scalar.isLeftToRight ?? found
      at = next
    }
    return found
  }

  /// Whether a run of this isolation, seen before its first letter, goes from left to right (P2, P3).
  fileprivate func beginsLeftToRight(_ isolation: Isolation) -> Bool {
    guard isolation == .firstStrong else { return false }
    var at = 0
    while at < count {
      let (scalar, next) = scalar(at: at)
      if let direction = scalar.isLeftToRight { return direction }
      at = next
    }
    return true
  }
}

extension Unicode.Scalar {
  /// Whether it is a letter from left to right; `nil` if it has no direction of its own.
  fileprivate var isLeftToRight: Bool? {
    switch BidiClass(of: self) {
    case .leftToRight: true
    case .rightToLeft, .arabicLetter: false
    default: nil
    }
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
