import Content
import Fonts
import Geometry
import Synchronization

/// What a short text has in common with all that differ from it in their digits alone: dates, amounts, numbers.
///
/// Digits of one kind are alike for bidi, line breaking and scripts (Unicode properties), so that only their glyphs
/// differ. Where the face has tabular digits, which are all as wide and are kerned alike, everything stands in the same
/// place, and a line is made by exchanging glyphs.
public final class DigitForm: Sendable {
  /// A digit of a run.
  public struct Digit: Sendable {
    /// Which of the run's glyphs it is.
    public let glyph: Int
    /// Where it begins in the run's text, in bytes of UTF-8.
    public let offset: Int
    /// Its kind.
    public let kind: DigitKind
    /// The glyphs of its kind, from zero to nine.
    fileprivate let glyphs: [UInt32]
  }

  /// What a line of the text depends on.
  private struct Key: Hashable {
    var alignment: HorizontalAlignment
    var measure: Points
  }

  /// The text it was found in.
  let base: ShapedText
  /// The digits of each run of a line, in the order of the runs.
  public let digits: [[Digit]]
  /// Lines of the text it was found in: a column of a table has one measure.
  private let lines = Mutex<[Key: Line]>([:])

  /// The form of a text; `nil` if it may stand on more than one line, or its digits change more than their glyphs.
  init?(_ base: ShapedText, _ pairs: KernedPairs) {
    guard let digits = Self.digits(of: base, pairs) else { return nil }
    self.base = base
    self.digits = digits
  }

  /// A paragraph of the form; `text`, in UTF-8, differs from the form's own in the values of its digits alone.
  public func paragraph(saying text: [UInt8]) -> ShapedParagraph { ShapedParagraph(of: self, saying: text) }

  /// The text's line.
  func line(saying text: [UInt8], alignment: HorizontalAlignment, measure: Points) -> Line {
    var line = self.line(alignment, measure)
    var start = 0
    for index in line.runs.indices {
      let count = line.runs[index].run.text.utf8.count
      if !digits[index].isEmpty {
        line.runs[index].run.text = String(decoding: text[start..<start + count], as: UTF8.self)
        for digit in digits[index] {
          let value = digit.kind.value(in: text, at: start + digit.offset)
          line.runs[index].run.glyphs[digit.glyph].id = digit.glyphs[value]
        }
      }
      start += count
    }
    return line
  }

  /// The line of the text it was found in.
  private func line(_ alignment: HorizontalAlignment, _ measure: Points) -> Line {
    let key = Key(alignment: alignment, measure: measure)
    return lines.withLock { lines in
      if let line = lines[key] { return line }
      let line = base.lines(alignment: alignment) { _ in measure }[0]
      if lines.count == Self.measures { lines.removeAll() }
      lines[key] = line
      return line
    }
  }

  /// How many measures it remembers: that of each column of a table, and then some.
  private static let measures = 8
}

extension DigitForm {
  /// The digits of each run of the text's only line.
  private static func digits(of base: ShapedText, _ pairs: KernedPairs) -> [[Digit]]? {
    guard base.boxes.count == 1, !base.text.dependsOnDigits, base.text.placesInNeed.isEmpty,
      let line = base.lines(alignment: .end, measure: { _ in base.naturalWidth }).first,
      line.decorations.isEmpty, line.runs.map(\.run.text).joined().utf8.elementsEqual(base.text.utf8)
    else { return nil }
    var glyphs: [Int: [UInt32]] = [:]
    for segment in base.segments where segment.kind == .word {
      guard let own = tabular(segment, in: base, pairs) else { return nil }
      glyphs.merge(own) { $1 }
    }
    var start = 0
    var digits: [[Digit]] = []
    for placed in line.runs {
      digits.append([])
      for (index, glyph) in placed.run.glyphs.enumerated() {
        guard let kind = DigitKind(in: base.text.utf8, at: start + glyph.cluster) else { continue }
        guard let own = glyphs[start + glyph.cluster],
          own[kind.value(in: base.text.utf8, at: start + glyph.cluster)] == glyph.id
        else { return nil }
        glyphs[start + glyph.cluster] = nil
        digits[digits.count - 1].append(
          Digit(glyph: index, offset: glyph.cluster, kind: kind, glyphs: own))
      }
      start += placed.run.text.utf8.count
    }
    // Each digit has a glyph of its own.
    return glyphs.isEmpty ? digits : nil
  }

  /// The glyphs that the digits of a word may be, by the offsets of the digits in the text's UTF-8; `nil` where
  /// exchanging them may move anything.
  private static func tabular(
    _ segment: Segment, in base: ShapedText, _ pairs: KernedPairs
  ) -> [Int: [UInt32]]? {
    let units = base.text.units[segment.range]
    guard units.contains(where: { DigitKind(of: $0) != nil }) else { return [:] }
    let face = base.faces[Int(segment.face)]
    // Another digit could be found in an earlier face.
    guard segment.direction == .leftToRight,
      base.fonts[Int(base.text.pieceOf[segment.range.lowerBound])].fonts.first === face.font,
      let glyphs = pairs.tabularDigits(of: units, face.font, script: face.tag)
    else { return nil }
    var offsets: [Int: [UInt32]] = [:]
    for at in segment.range {
      guard let kind = DigitKind(of: base.text.units[at]) else { continue }
      offsets[Int(base.text.utf8Offsets[at])] = glyphs[kind]
    }
    return offsets
  }
}
