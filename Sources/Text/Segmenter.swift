import CICU
import Fonts
import Geometry

/// Shapes the items of a paragraph, word by word.
///
/// A class, used by one call alone: as a value it would be copied for every word.
final class Segmenter {
  private(set) var segments: [Segment] = []
  /// What the segments are set in.
  private(set) var faces: [Segment.Face] = []

  private let text: ParagraphText
  private let characters: [cicu_character]
  private let cache: ShapedWordCache

  private static let nothing = ShapedWord([])
  private static let common = cicu_script_tag(Int16(cicu_script_common))

  init(text: ParagraphText, characters: [cicu_character], cache: ShapedWordCache) {
    self.text = text
    self.characters = characters
    self.cache = cache
  }

  func append(_ items: [Itemizer.Item]) {
    segments.reserveCapacity(items.count)
    for item in items { segments.append(segment(item)) }
  }

  private func segment(_ item: Itemizer.Item) -> Segment {
    let at = item.range.lowerBound
    let traits = text.traits(at: at)
    let face = face(item, size: traits.size)
    var segment = Segment(
      kind: item.kind, range: item.range, level: text.levels[at],
      isStretchable: item.kind == .space && traits.isBreakable && text.isWordSpace(at), face: face,
      shape: Self.nothing, width: 0)
    switch item.kind {
    case .lineBreak: break
    case .flexibleSpace: segment.width = traits.size
    case .dottedFill:
      segment.shape = shaped([0x2E], 0..<1, faces[face], .rightToLeft)
      segment.width = 3 * traits.size
    case .word, .space:
      segment.shape = word(item.range, faces[face], segment.direction)
      segment.width = Double(segment.shape.advance) * faces[face].scale
    }
    return segment
  }

  /// The number of the face the item is set in; neighbours mostly share it.
  private func face(_ item: Itemizer.Item, size: Points) -> Int {
    let script = item.kind == .word ? cicu_script_tag(item.script) : Self.common
    for at in faces.indices.reversed() {
      if faces[at].font === item.font, faces[at].size == size, faces[at].script == script { return at }
    }
    faces.append(
      Segment.Face(
        font: item.font, size: size, script: script, scale: size / Double(item.font.unitsPerEm)))
    return faces.count - 1
  }

  private func word(_ range: Range<Int>, _ face: Segment.Face, _ direction: TextDirection) -> ShapedWord {
    if isCut(range) { return shaped(text.units, range, face, direction) }
    guard isKept(range) else { return shaped(Array(text.units[range]), 0..<range.count, face, direction) }
    return text.units.withUnsafeBufferPointer { units in
      let part = UnsafeBufferPointer(rebasing: units[range])
      let key = ShapedWordCache.Key(font: face.font, direction: direction, script: face.script, text: part)
      if let word = cache.word(key, part) { return word }
      let word = shaped(Array(part), 0..<part.count, face, direction)
      cache.insert(word, key, part)
      return word
    }
  }

  private func shaped(
    _ units: [UInt16], _ range: Range<Int>, _ face: Segment.Face, _ direction: TextDirection
  ) -> ShapedWord {
    var buffer = ShapingBuffer()
    return ShapedWord(
      buffer.shape(
        units, in: range, font: face.font, direction: direction, script: face.script,
        clustersFrom: range.lowerBound))
  }

  /// Whether a letter joins across one of the ends: a style that changes inside a word.
  private func isCut(_ range: Range<Int>) -> Bool {
    let (first, last) = (range.lowerBound, range.upperBound - 1)
    return first > 0 && characters[first].isJoining && characters[first - 1].isJoining
      || last + 1 < characters.count && characters[last].isJoining && characters[last + 1].isJoining
  }

  /// Whether the word is likely to return: long numbers aren't.
  private func isKept(_ range: Range<Int>) -> Bool {
    range.count <= 4 || range.count <= 48 && !characters[range].contains { $0.isDigit }
  }
}
