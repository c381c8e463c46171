/// The levels of a paragraph from right to left in the making, as far as they follow from classes alone
/// (``ParagraphText/uniformLevels(of:)``).
struct UniformLevels {
  private let classes: [BidiClass]
  private(set) var levels: [UInt8]
  /// As ``ParagraphText/gaps``.
  private(set) var gaps: [UInt8]

  init(_ classes: [BidiClass]) {
    self.classes = classes
    levels = [UInt8](repeating: 1, count: classes.count)
    gaps = [UInt8](repeating: ParagraphText.noGap, count: classes.count + 1)
  }

  /// Adds text around values; false if more than its classes decides its levels.
  mutating func addSurroundings(_ range: Range<Int>) -> Bool {
    let members = members(range)
    guard !members.hasAny(of: .explicit), !members.contains(.paragraphSeparator),
      !members.contains(.leftToRight), !members.contains(.europeanNumber)
    else { return false }
    guard members.contains(.arabicNumber) else { return true }
    for at in range {
      switch classes[at] {
      case .arabicNumber: levels[at] = 2
      case .commonSeparator where at > range.lowerBound && at + 1 < range.upperBound:
        // One sign between two numbers is part of them (W4).
        if classes[at - 1] == .arabicNumber, classes[at + 1] == .arabicNumber { levels[at] = 2 }
      case .nonspacingMark where at > range.lowerBound:
        // It is what it stands on (W1).
        if classes[at - 1] == .arabicNumber || classes[at - 1] == .commonSeparator { return false }
      default: break
      }
    }
    return true
  }

  /// Adds a value in an isolate of its own, in which `inner` isolates stand; false if more than its classes decides
  /// its levels.
  mutating func addIsolate(
    _ content: Range<Int>, initiator: UInt16, inner: ArraySlice<(offset: Int32, unit: UInt16)>
  ) -> Bool {
    gaps[content.lowerBound] = 1
    gaps[content.upperBound] = 1
    guard inner.isEmpty else {
      return initiator == Self.leftToRight && addNumbers(inner, content)
    }
    let members = members(content)
    // White space at a value's end may be at the line's (L1).
    guard !members.hasAny(of: .explicit), !members.hasAny(of: .ends),
      content.isEmpty || classes[content.upperBound - 1] != .whiteSpace
    else { return false }
    let isRightToLeft =
      initiator == Self.firstStrong
      ? members.contains(.rightToLeft) || members.contains(.arabicLetter) : initiator == Self.rightToLeft
    // From right to left it stands two levels above the text, and is lowered to it (`ParagraphText.flatten`).
    if isRightToLeft { return !members.hasAny(of: .rising) }
    return setLeftToRight(content)
  }

  /// Adds a value from left to right whose Arabic numbers are isolated in it, such as the parts of a date.
  private mutating func addNumbers(
    _ controls: ArraySlice<(offset: Int32, unit: UInt16)>, _ content: Range<Int>
  ) -> Bool {
    var unit = content.lowerBound
    var isNumber = true
    var at = controls.startIndex
    while at + 1 < controls.endIndex {
      let number = Int(controls[at].offset)..<Int(controls[at + 1].offset)
      guard controls[at].unit == Self.leftToRight, controls[at + 1].unit == Self.pop,
        setLeftToRight(unit..<number.lowerBound),
        number.allSatisfy({ classes[$0] == .arabicNumber || classes[$0] == .nonspacingMark })
      else { return false }
      isNumber = isNumber && unit == number.lowerBound
      // Two levels above the isolate's, and two more for being a number (X5a, I1).
      for at in number { levels[at] = 6 }
      gaps[number.lowerBound] = min(gaps[number.lowerBound], 2)
      gaps[number.upperBound] = min(gaps[number.upperBound], 2)
      unit = number.upperBound
      at += 2
    }
    guard at == controls.endIndex, setLeftToRight(unit..<content.upperBound),
      unit == content.upperBound || classes[content.upperBound - 1] != .whiteSpace
    else { return false }
    // A number alone is lowered by twos as far as its surroundings allow.
    if isNumber, unit == content.upperBound { for at in content { levels[at] = 2 } }
    return true
  }

  /// Puts text in an isolate from left to right on its level; false where some of it would rise above that.
  private mutating func setLeftToRight(_ range: Range<Int>) -> Bool {
    let members = members(range)
    guard !members.hasAny(of: .rightToLeft), !members.hasAny(of: .explicit), !members.hasAny(of: .ends)
    else { return false }
    for at in range { levels[at] = 2 }
    return true
  }

  private func members(_ range: Range<Int>) -> BidiClass.Members {
    classes.withUnsafeBufferPointer { BidiClass.Members($0[range]) }
  }

  private static let (leftToRight, rightToLeft, firstStrong, pop) = (
    0x2066 as UInt16, 0x2067 as UInt16, 0x2068 as UInt16, 0x2069 as UInt16
  )
}
