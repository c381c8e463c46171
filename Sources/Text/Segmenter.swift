import CICU
import Fonts
import Geometry

/// Shapes the items of a paragraph, word by word.
struct Segmenter {
  private let characters: [cicu_character]
  /// What is likely to return in other letters.
  private let words: ShapedWordCache
  /// What may return in its own.
  private let numbers: ShapedWordCache
  private let pairs: KernedPairs
  // The paragraph's own, at hand: they are asked for at every word.
  private let units: [UInt16]
  private let levels: [UInt8]
  private let pieceOf: [Int32]
  private let traits: [ParagraphText.Traits]

  /// What was made so far.
  struct Result {
    var segments: [Segment] = []
    /// What the segments are set in.
    var faces: [Segment.Face] = []
    /// The last space: nearly all of a paragraph's are alike.
    fileprivate var space: (unit: UInt16, face: Int, level: UInt8, word: ShapedWord)?
  }

  private static let nothing = ShapedWord([])

  /// `numbers` may return in the paragraph's own letter, `words` in others.
  init(
    text: ParagraphText, characters: [cicu_character], words: ShapedWordCache, numbers: ShapedWordCache,
    pairs: KernedPairs
  ) {
    self.characters = characters
    self.words = words
    self.numbers = numbers
    self.pairs = pairs
    units = text.units
    levels = text.levels
    pieceOf = text.pieceOf
    traits = text.traits
  }

  /// The segments that items make, and what they are set in.
  func segments(of items: [Itemizer.Item]) -> Result {
    var result = Result()
    result.segments.reserveCapacity(items.count)
    for item in items { append(item, to: &result) }
    return result
  }

  private func append(_ item: Itemizer.Item, to result: inout Result) {
    let at = item.range.lowerBound
    let traits = traits[Int(pieceOf[at])]
    let level = levels[at]
    let number = result.number(of: item, size: traits.size)
    let face = result.faces[number]
    let shape: ShapedWord
    var width: Points = 0
    var isStretchable = false
    switch item.kind {
    case .lineBreak: shape = Self.nothing
    case .flexibleSpace:
      shape = Self.nothing
      width = (traits.fill?.ems ?? 1) * traits.size
    case .dottedFill, .openWritingSpace, .writingSpace:
      shape = Self.shaped([0x2E], 0..<1, face, .rightToLeft)
      width = (traits.fill?.ems ?? 0) * traits.size
    case .word:
      shape = word(item.range, face, Self.direction(level))
      width = Double(shape.advance) * face.scale
    case .space:
      let unit = units[at]
      if let space = result.space, space.unit == unit, space.face == number, space.level == level {
        shape = space.word
      } else {
        shape = word(item.range, face, Self.direction(level))
        result.space = (unit, number, level, shape)
      }
      width = Double(shape.advance) * face.scale
      isStretchable = traits.isBreakable && ParagraphText.isWordSpace(unit)
    }
    result.segments.append(
      Segment(
        kind: item.kind, range: item.range, level: level, isStretchable: isStretchable, face: number,
        shape: shape, width: width))
  }

  private static func direction(_ level: UInt8) -> TextDirection {
    level & 1 == 1 ? .rightToLeft : .leftToRight
  }

  private func word(_ range: Range<Int>, _ face: Segment.Face, _ direction: TextDirection) -> ShapedWord {
    if isCut(range) { return Self.shaped(units, range, face, direction) }
    if isLikelyToReturn(range) { return keptWord(range, face, direction, in: words) }
    return composed(range, face, direction) ?? keptWord(range, face, direction, in: numbers)
  }

  private func keptWord(
    _ range: Range<Int>, _ face: Segment.Face, _ direction: TextDirection, in cache: ShapedWordCache
  ) -> ShapedWord {
    guard range.count <= 48 else { return Self.shapedAlone(units, range, face, direction) }
    let key = ShapedWordCache.Key(
      font: face.font, direction: direction, script: face.tag, text: units, range: range)
    if let word = cache.word(key, units, range) { return word }
    let word = Self.shapedAlone(units, range, face, direction)
    cache.insert(word, key, of: face.font, units, range)
    return word
  }

  /// A number or identifier put together of its pairs of neighbours.
  private func composed(
    _ range: Range<Int>, _ face: Segment.Face, _ direction: TextDirection
  ) -> ShapedWord? {
    guard direction == .leftToRight, range.count > 2 else { return nil }
    return pairs.joined(units[range], face.font, script: face.tag).map { ShapedWord($0) }
  }

  private static func shapedAlone(
    _ units: [UInt16], _ range: Range<Int>, _ face: Segment.Face, _ direction: TextDirection
  ) -> ShapedWord {
    shaped(Array(units[range]), 0..<range.count, face, direction)
  }

  private static func shaped(
    _ units: [UInt16], _ range: Range<Int>, _ face: Segment.Face, _ direction: TextDirection
  ) -> ShapedWord {
    var buffer = ShapingBuffer()
    return ShapedWord(
      buffer.shape(
        units, in: range, font: face.font, direction: direction, script: face.tag,
        clustersFrom: range.lowerBound))
  }

  /// Whether a letter joins across one of the ends: a style that changes inside a word.
  private func isCut(_ range: Range<Int>) -> Bool {
    let (first, last) = (range.lowerBound, range.upperBound - 1)
    return first > 0 && characters[first].isJoining && characters[first - 1].isJoining
      || last + 1 < characters.count && characters[last].isJoining && characters[last + 1].isJoining
  }

  /// Whether another letter is likely to say the word: long numbers are one letter's own.
  private func isLikelyToReturn(_ range: Range<Int>) -> Bool {
    range.count <= 2 || !characters[range].contains { $0.isDigit }
  }
}

extension ParagraphText.Fill {
  /// How wide dots are at least, in multiples of the font size.
  fileprivate var ems: Double {
    switch self {
    case .space: 1
    case .dots: 3
    case .writing(let ems, _): ems
    }
  }
}

extension Segmenter.Result {
  /// The number of the face an item is set in; neighbours mostly share it.
  fileprivate mutating func number(of item: Itemizer.Item, size: Points) -> Int {
    let script = item.kind == .word ? item.script : Int16(cicu_script_common)
    for at in faces.indices.reversed() {
      if faces[at].script == script, faces[at].font === item.font, faces[at].size == size { return at }
    }
    faces.append(
      Segment.Face(
        font: item.font, size: size, script: script, tag: cicu_script_tag(script),
        scale: size / Double(item.font.unitsPerEm)))
    return faces.count - 1
  }
}
