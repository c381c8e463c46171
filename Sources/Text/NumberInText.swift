import Glibc

/// A number in running text whose parts UAX #9 would put in another order after an Arabic letter: digits joined by
/// hyphens or dashes or begun by a plus or minus, and telephone numbers written in groups.
///
/// What UAX #9 shows right anyway (12/5, 1,500.50) is none, and so are numbers that only stand beside each other.
struct NumberInText: Equatable {
  /// Where it stands in the text, in bytes of UTF-8.
  var range: Range<Int>
  /// Whether it is a telephone number with blanks in it, which only its digits tell from two numbers.
  var hasBlanks: Bool
  /// Whether it has Arabic-Indic digits, which no letter before them turns into European ones (W2, W7).
  var isArabic: Bool

  /// The numbers of a text, in their order.
  static func all(in bytes: UnsafeBufferPointer<UInt8>) -> [NumberInText] {
    guard mayHold(bytes) else { return [] }
    return NumberScanner(bytes: bytes).numbers()
  }

  /// Whether the text has a byte that such numbers have: hyphen, plus, the first of a dash, or the zero of a kind, which
  /// is in every telephone number that has no plus.
  private static func mayHold(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count > 1, let base = bytes.baseAddress else { return false }
    return [0x2D, 0x2B, 0x30, 0xA0, 0xDB, 0xE2].contains { memchr(base, $0, bytes.count) != nil }
  }
}

/// Finds numbers in a text in UTF-8.
private struct NumberScanner {
  let bytes: UnsafeBufferPointer<UInt8>

  /// Digits that stand together.
  private struct Group {
    var range: Range<Int>
    var digits: [UInt8]
    var isArabic: Bool
    /// What stands between it and the group before.
    var sign: Sign?
  }

  /// What may join two groups.
  private enum Sign {
    case hyphen, blank, other
  }

  func numbers() -> [NumberInText] {
    var numbers: [NumberInText] = []
    var at = 0
    while at < bytes.count {
      let hasPlus = bytes[at] == 0x2B
      let minus = minus(at: at)
      let first = at + (hasPlus ? 1 : minus)
      guard digit(at: first) != nil else {
        at += 1
        continue
      }
      let groups = groups(from: first)
      let joined = groups.dropFirst().firstIndex { $0.sign == .blank } ?? groups.count
      let telephone = telephoneEnd(groups, hasPlus: hasPlus)
      let isSigned = hasPlus || minus > 0 || groups[..<joined].contains { $0.sign == .hyphen }
      let end = telephone ?? joined
      let range = at..<groups[end - 1].range.upperBound
      if telephone != nil || isSigned, !isPartOfCode(range) {
        numbers.append(
          NumberInText(
            range: range, hasBlanks: telephone != nil, isArabic: groups[..<end].contains(where: \.isArabic)))
        at = range.upperBound
      } else {
        // What follows a blank may begin a number of its own.
        at = groups[joined - 1].range.upperBound
      }
    }
    return numbers
  }

  /// The groups from `start` on, joined by a sign or a blank each.
  private func groups(from start: Int) -> [Group] {
    var groups: [Group] = []
    var (at, sign): (Int, Sign?) = (start, nil)
    while true {
      var group = Group(range: at..<at, digits: [], isArabic: false, sign: sign)
      while let (value, length) = digit(at: at) {
        group.isArabic = group.isArabic || bytes[at] == 0xD9
        group.digits.append(value)
        at += length
      }
      guard !group.digits.isEmpty else { return groups }
      group.range = group.range.lowerBound..<at
      groups.append(group)
      guard let (next, length) = self.sign(at: at) else { return groups }
      sign = next
      at += length
    }
  }

  /// How many of the groups make a telephone number with blanks between them: it begins with a plus, a zero, 9200 or
  /// 800, has 7 to 15 digits (ITU-T E.164) in groups of two or more, and ends where a Saudi one is complete.
  private func telephoneEnd(_ groups: [Group], hasPlus: Bool) -> Int? {
    let digits = groups.flatMap(\.digits)
    let isUniform = digits.starts(with: [9, 2, 0, 0]) || digits.starts(with: [8, 0, 0])
    guard hasPlus || digits.first == 0 || isUniform else { return nil }
    let complete = completeLength(digits, hasPlus: hasPlus)
    var (end, count, whole): (Int, Int, Int?) = (0, 0, nil)
    for (index, group) in groups.enumerated() {
      // A country's code may be one digit.
      guard group.sign != .other, group.digits.count > 1 || (hasPlus && index == 0),
        count + group.digits.count <= 15
      else { break }
      count += group.digits.count
      end = index + 1
      if count == complete { whole = end }
    }
    guard let found = whole ?? (isUniform || count < 7 ? nil : end),
      groups[..<found].contains(where: { $0.sign == .blank })
    else { return nil }
    // Signs that go on without a blank are part of it.
    return groups[found...].firstIndex { $0.sign == .blank } ?? groups.count
  }

  /// How many digits a Saudi number has that begins like this; `nil` for any other.
  private func completeLength(_ digits: [UInt8], hasPlus: Bool) -> Int? {
    if hasPlus { return digits.starts(with: [9, 6, 6]) ? 12 : nil }
    if digits.starts(with: [0, 0, 9, 6, 6]) { return 14 }
    if digits.starts(with: [0, 5]) || digits.starts(with: [0, 1]) || digits.starts(with: [8, 0, 0]) {
      return 10
    }
    return digits.starts(with: [9, 2, 0, 0]) ? 9 : nil
  }

  /// Whether signs join it to Latin letters or other digits, as in a code, an address of the net or a sum.
  private func isPartOfCode(_ range: Range<Int>) -> Bool {
    var at = range.lowerBound
    while at > 0, isJoint(bytes[at - 1]) { at -= 1 }
    if at > 0,
      isLatin(bytes[at - 1]) || DigitKind.ends(with: bytes[at - 1], after: at > 1 ? bytes[at - 2] : 0)
    {
      return true
    }
    at = range.upperBound
    while at < bytes.count, isJoint(bytes[at]) { at += 1 }
    return at < bytes.count && isLatin(bytes[at])
  }

  private func isLatin(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// Whether it is one of + - . / : @ _
  private func isJoint(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2B, 0x2D...0x2F, 0x3A, 0x40, 0x5F: true
    default: false
    }
  }

  /// How many bytes the minus at an offset takes; none where it is a hyphen that joins, or a dash after another number.
  private func minus(at offset: Int) -> Int {
    guard let length = minusLength(at: offset) else { return 0 }
    var before = offset
    while before > 0, let blank = blankLength(before: before) { before -= blank }
    if before == 0 { return length }
    // A hyphen right after a word joins; one after a number and a blank parts the two.
    let isBracket = bytes[offset - 1] == 0x28 || bytes[offset - 1] == 0x5B
    guard before < offset || isBracket else { return 0 }
    return DigitKind.ends(with: bytes[before - 1], after: before > 1 ? bytes[before - 2] : 0) ? 0 : length
  }

  /// How many bytes a hyphen-minus or a minus (U+2212) at an offset takes.
  private func minusLength(at offset: Int) -> Int? {
    if bytes[offset] == 0x2D { return 1 }
    return bytes[offset] == 0xE2 && bytes[offset + 1] == 0x88 && bytes[offset + 2] == 0x92 ? 3 : nil
  }

  /// How many bytes a blank that ends at an offset takes.
  private func blankLength(before offset: Int) -> Int? {
    if bytes[offset - 1] == 0x20 { return 1 }
    return offset > 1 && bytes[offset - 1] == 0xA0 && bytes[offset - 2] == 0xC2 ? 2 : nil
  }

  /// The digit at an offset, and how many bytes it takes.
  private func digit(at offset: Int) -> (value: UInt8, length: Int)? {
    guard offset < bytes.count else { return nil }
    if bytes[offset] &- 0x30 < 10 { return (bytes[offset] & 0xF, 1) }
    guard bytes[offset] == 0xD9 || bytes[offset] == 0xDB,
      DigitKind.ends(with: bytes[offset + 1], after: bytes[offset])
    else { return nil }
    return (bytes[offset + 1] & 0xF, 2)
  }

  /// Whether these follow E2 in a hyphen, a hyphen that no line ends at, a figure or en dash (U+2010 to U+2013), or a
  /// minus (U+2212).
  private func isDash(_ second: UInt8, _ third: UInt8) -> Bool {
    second == 0x80 ? (0x90...0x93).contains(third) : second == 0x88 && third == 0x92
  }

  /// The sign or blank at an offset, and how many bytes it takes.
  private func sign(at offset: Int) -> (Sign, length: Int)? {
    guard offset < bytes.count else { return nil }
    switch bytes[offset] {
    case 0x2D: return (.hyphen, 1)
    case 0x2E, 0x2F, 0x3A: return (.other, 1)
    case 0x20: return (.blank, 1)
    case 0xC2: return bytes[offset + 1] == 0xA0 ? (.blank, 2) : nil
    case 0xE2: return isDash(bytes[offset + 1], bytes[offset + 2]) ? (.hyphen, 3) : nil
    default: return nil
    }
  }
}
