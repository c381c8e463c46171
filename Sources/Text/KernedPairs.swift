import Fonts
import Synchronization

/// The pairs of neighbours that numbers and identifiers are made of, shaped once: pairs return where numbers don't.
final class KernedPairs: Sendable {
  /// The pairs of one face in text of one script.
  fileprivate struct Table {
    let font: Font
    let script: UInt32
    let independent: IndependentCharacters
    /// The first and second glyph of each pair met.
    var glyphs: [(first: Glyph, second: Glyph)] = []
    /// One more than a pair's place in them, for each first character a row of second ones; 0 for a pair not met, -1
    /// for one that isn't shaped to two glyphs.
    var rows = [[Int16]](repeating: [], count: KernedPairs.blocks * 64)
  }

  /// The blocks of 64 characters that independent ones are of.
  fileprivate static let blocks = 4

  private let tables = Mutex<[Table]>([])

  /// The glyphs of more than two characters, from left to right, put together of their pairs.
  ///
  /// `nil` if the face does more with them than to kern them.
  func joined(_ units: ArraySlice<UInt16>, _ font: Font, script: UInt32) -> [Glyph]? {
    withTable(font, script) { $0.joined(units) }
  }

  /// The glyphs, from zero to nine, of each kind of digit in a word, if any of its digits may be exchanged for another
  /// of its kind and nothing moves.
  func tabularDigits(of units: ArraySlice<UInt16>, _ font: Font, script: UInt32) -> [DigitKind: [UInt32]]? {
    withTable(font, script) { $0.tabularDigits(of: units) }
  }

  private func withTable<R>(_ font: Font, _ script: UInt32, _ body: (inout Table) -> sending R) -> sending R {
    tables.withLock { tables in
      if let known = tables.firstIndex(where: { $0.font === font && $0.script == script }) {
        return body(&tables[known])
      }
      tables.append(
        Table(font: font, script: script, independent: font.independentCharacters(script: script)))
      return body(&tables[tables.count - 1])
    }
  }
}

extension KernedPairs.Table {
  fileprivate mutating func joined(_ units: ArraySlice<UInt16>) -> [Glyph]? {
    var glyphs: [Glyph] = []
    glyphs.reserveCapacity(units.count)
    var second: Glyph?
    for at in units.indices.dropLast() {
      guard let pair = pair(units[at], units[at + 1]), second.map({ $0.id == pair.first.id }) ?? true else {
        return nil
      }
      var first = pair.first
      first.cluster = Int32(at - units.startIndex)
      first.isSafeToBreak = second?.isSafeToBreak ?? first.isSafeToBreak
      glyphs.append(first)
      second = pair.second
    }
    guard var last = second else { return nil }
    last.cluster = Int32(units.count - 1)
    glyphs.append(last)
    return glyphs
  }

  fileprivate mutating func tabularDigits(of units: ArraySlice<UInt16>) -> [DigitKind: [UInt32]]? {
    var glyphs: [DigitKind: [UInt32]] = [:]
    for unit in units {
      guard let kind = DigitKind(of: unit), glyphs[kind] == nil else { continue }
      guard let own = tabularDigits(kind) else { return nil }
      glyphs[kind] = own
    }
    for at in units.indices.dropLast() {
      guard isUniform(units[at], units[at + 1]) else { return nil }
    }
    return glyphs
  }

  /// The glyphs of a kind of digits, from zero to nine, if they are all as wide.
  private func tabularDigits(_ kind: DigitKind) -> [UInt32]? {
    var buffer = ShapingBuffer()
    var glyphs: [Glyph] = []
    for digit in kind.digits {
      let shaped = buffer.shape([digit], in: 0..<1, font: font, direction: .leftToRight, script: script)
      guard shaped.count == 1, shaped[0].id != 0, independent.contains(digit) else { return nil }
      glyphs.append(shaped[0])
    }
    guard glyphs.allSatisfy({ $0.isPlaced(like: glyphs[0]) }) else { return nil }
    return glyphs.map(\.id)
  }

  /// Whether two neighbours stay where they are, whatever digits of their kinds they are.
  private mutating func isUniform(_ first: UInt16, _ second: UInt16) -> Bool {
    guard let pair = pair(first, second) else { return false }
    for one in DigitKind(of: first)?.digits ?? first...first {
      for other in DigitKind(of: second)?.digits ?? second...second {
        guard let own = self.pair(one, other), own.first.isPlaced(like: pair.first),
          own.second.isPlaced(like: pair.second)
        else { return false }
      }
    }
    return true
  }

  /// The glyphs of two neighbours, if the face shapes them to two.
  private mutating func pair(_ first: UInt16, _ second: UInt16) -> (first: Glyph, second: Glyph)? {
    guard independent.isPair(first, second), let row = Self.place(of: first),
      let column = Self.place(of: second)
    else { return nil }
    if rows[row].isEmpty { rows[row] = [Int16](repeating: 0, count: rows.count) }
    if rows[row][column] == 0 { rows[row][column] = shaped(first, second) }
    return rows[row][column] < 0 ? nil : glyphs[Int(rows[row][column]) - 1]
  }

  private mutating func shaped(_ first: UInt16, _ second: UInt16) -> Int16 {
    var buffer = ShapingBuffer()
    let pair = buffer.shape(
      [first, second], in: 0..<2, font: font, direction: .leftToRight, script: script)
    guard pair.count == 2, glyphs.count < Int(Int16.max) else { return -1 }
    glyphs.append((pair[0], pair[1]))
    return Int16(glyphs.count)
  }

  /// Where a character stands in the table: only ASCII and Arabic ones are independent.
  private static func place(of unit: UInt16) -> Int? {
    let block: UInt16
    switch unit >> 6 {
    case 0, 1: block = unit >> 6
    case 0x19: block = 2
    case 0x1B: block = 3
    default: return nil
    }
    return Int(block << 6 | unit & 63)
  }
}

extension Glyph {
  /// Whether it stands, and takes room, as another does.
  fileprivate func isPlaced(like other: Glyph) -> Bool {
    advance == other.advance && xOffset == other.xOffset && yOffset == other.yOffset
      && isSafeToBreak == other.isSafeToBreak
  }
}
