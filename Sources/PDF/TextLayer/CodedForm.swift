import Fonts
import Geometry
import Layout
import Text

/// Codes for all lines of a form (``Text/DigitForm``) that stand in the same places: dates or amounts of a column.
///
/// Digits of one kind are alike to readers, so that only the text and ink of codes differ; unless neighbours that are
/// all the same digit, which readers take for shadows, or the heights of the digits' outlines make a difference.
final class CodedForm {
  /// Where a digit's glyph is in a line, and where the digit begins in the line's text.
  private struct Digit {
    var run: Int
    var glyph: Int
    var offset: Int
    var length: Int
  }

  /// The lefts of the runs.
  private let places: [Points]
  private let isBrokenAtSpace: Bool
  private let digits: [Digit]
  /// The pieces before steep ink is joined; placeholders stand for the digits' glyphs.
  private let placed: LineItems
  private let bands: [GlyphBands]
  /// The pieces that steep ink joins.
  private let joints: [Int]
  /// Which stretches of digits are of one digit alone.
  private let repetitions: [Bool]
  /// The ink of the codes, with placeholders.
  private let ink: [InkPart]
  private let codes: [TextCode]
  /// Whether the text's digits stand in the codes' text where they stand in the line's, once.
  private let isPlain: Bool

  /// The codes of `line`, and of all lines of `form` that stand as it does.
  init(
    _ line: TextLine, _ form: DigitForm, _ options: TextLayer.Options, bands: [GlyphBands]
  ) {
    self.bands = bands
    places = line.runs.map(\.x)
    isBrokenAtSpace = line.isBrokenAtSpace
    var marked = line
    var digits: [Digit] = []
    var start = 0
    for run in line.runs.indices {
      for digit in form.digits[run] {
        marked.runs[run].run.glyphs[digit.glyph].id = InkPart.placeholder(digits.count)
        digits.append(
          Digit(run: run, glyph: digit.glyph, offset: start + digit.offset, length: digit.kind.length))
      }
      start += line.runs[run].run.text.utf8.count
    }
    self.digits = digits
    placed = LineItems(placed: marked)
    joints = placed.steepInk(bands, digits: Self.glyphs(of: digits, in: line))
    repetitions = Self.repetitions(of: digits, in: Self.text(of: line))
    var items = placed
    items.join(joints)
    if line.isBrokenAtSpace { items.addBreakingSpace() }
    ink = items.ink
    codes = LineCodes.codes(of: items, options)
    // Digits that are read from right to left are compared with their neighbours, whatever they stand beside.
    let areTurned = line.runs.indices.contains { !form.digits[$0].isEmpty && line.runs[$0].run.isRightToLeft }
    isPlain = items.text.count == Control.texts.count + start && !areTurned
  }

  /// Whether a line stands as the form's does.
  func fits(_ line: TextLine) -> Bool {
    guard line.isBrokenAtSpace == isBrokenAtSpace, line.runs.count == places.count else { return false }
    for index in places.indices where line.runs[index].x != places[index] { return false }
    return true
  }

  /// The codes of a line that stands as the form's does; `nil` if its digits change more than text and ink.
  func codes(of line: TextLine) -> CodedLine? {
    guard isPlain else { return nil }
    let text = Self.text(of: line)
    guard Self.repetitions(of: digits, in: text) == repetitions else { return nil }
    let glyphs = Self.glyphs(of: digits, in: line)
    guard placed.steepInk(bands, digits: glyphs) == joints else { return nil }
    var ink = ink
    for index in ink.indices {
      if let digit = ink[index].placeholder { ink[index].glyph = glyphs[digit] }
    }
    return CodedLine(placed, codes: codes, text: text, ink: ink)
  }

  /// A line's store of text (``LineItems/text``).
  private static func text(of line: TextLine) -> [UInt8] {
    var text = Control.texts
    text.reserveCapacity(128)
    for index in line.runs.indices { text.append(contentsOf: line.runs[index].run.text.utf8) }
    return text
  }

  private static func glyphs(of digits: [Digit], in line: TextLine) -> [UInt32] {
    digits.map { line.runs[$0.run].run.glyphs[$0.glyph].id }
  }

  /// For each stretch of digits with nothing between them, whether they are one digit over and over.
  private static func repetitions(of digits: [Digit], in text: [UInt8]) -> [Bool] {
    var repetitions: [Bool] = []
    var start = 0
    while start < digits.count {
      var end = start + 1
      var isSame = true
      while end < digits.count, digits[end].offset == digits[end - 1].offset + digits[end - 1].length {
        isSame = isSame && lastByte(of: digits[end], in: text) == lastByte(of: digits[start], in: text)
        end += 1
      }
      repetitions.append(isSame && end - start > 1)
      start = end
    }
    return repetitions
  }

  private static func lastByte(of digit: Digit, in text: [UInt8]) -> UInt8 {
    text[Control.texts.count + digit.offset + digit.length - 1]
  }
}
