import Content
import Geometry

/// A paragraph's characters as they are shaped, with the level of each; immutable and shared.
///
/// Isolates exist only while levels are resolved: they are put around each run by its type, and are
/// gone from the text that fonts, glyphs and readers see.
final class ParagraphText: Sendable {
  /// Stands for a forced end of a line.
  static let lineSeparator: UInt16 = 0x2028
  /// Stands for a flexible space or dotted fill: class S, so that bidi treats both sides apart.
  static let segmentSeparator: UInt16 = 0x0009
  /// The mark of a place where no isolate character stood.
  static let noGap: UInt8 = 0xFF

  /// What the analysis asks of a piece, without its strings.
  struct Traits: Sendable {
    var size: Points
    var isBreakable: Bool
    /// Whether it stays with what is before it.
    var isRaised: Bool
    /// What a fill is; `nil` for text.
    var fill: Fill?
    /// Equal for neighbouring pieces of one colour, height, origin and link, which are drawn as one run.
    var drawing: Int
  }

  /// What a piece that is no text takes of its line.
  enum Fill: Hashable, Sendable {
    case space
    case dots
    /// Dots to write on, so many ems wide at least.
    case writing(ems: Double, isOpen: Bool)
  }

  /// The pieces it was made of.
  let pieces: [TextPiece]
  /// What is asked of each piece.
  let traits: [Traits]
  /// UTF-16 units, free of bidi controls.
  let units: [UInt16]
  /// The same text in UTF-8.
  let utf8: [UInt8]
  /// The offset in `utf8` of each unit, and of the end.
  let utf8Offsets: [Int32]
  /// The piece of each unit.
  let pieceOf: [Int32]
  /// The first unit of each piece.
  let starts: [Int32]
  /// The bidi level of each unit.
  let levels: [UInt8]
  /// The lowest level of the isolate characters that stood before each unit; `noGap` for none.
  ///
  /// They part neighbouring isolates from one another when a line is put in visual order.
  let gaps: [UInt8]
  /// The units of numbers in running text, inside of which no line ends.
  let numbers: [Range<Int>]
  /// Whether other digits in its place could be laid out in another way.
  let dependsOnDigits: Bool

  init(_ pieces: [TextPiece]) {
    let pieces = Self.turned(pieces)
    self.pieces = pieces
    traits = Self.traits(of: pieces)
    var builder = ParagraphTextBuilder(
      capacity: pieces.reduce(0) { $0 + ($1.text?.utf8.count ?? 3) }, pieceCount: pieces.count)
    for (index, piece) in pieces.enumerated() { builder.append(piece, index: index) }
    builder.close()
    units = builder.units
    utf8 = builder.utf8
    utf8Offsets = builder.utf8Offsets
    pieceOf = builder.pieceOf
    starts = builder.starts
    numbers = builder.numbers
    dependsOnDigits = builder.dependsOnDigits
    (levels, gaps) = Self.levels(of: builder)
  }

  /// The pieces; words of one piece that are all Latin run from left to right, their full stop at their end.
  private static func turned(_ pieces: [TextPiece]) -> [TextPiece] {
    guard pieces.count == 1, case .run(var run) = pieces[0], run.isolation == .none, run.text.isLatin else {
      return pieces
    }
    run.isolation = .firstStrong
    return [.run(run)]
  }

  /// The levels of the builder's units, and the lowest level of the controls before each.
  private static func levels(of builder: ParagraphTextBuilder) -> (levels: [UInt8], gaps: [UInt8]) {
    if builder.controls.isEmpty {
      let gaps = [UInt8](repeating: noGap, count: builder.units.count + 1)
      return (BidiLevels(of: builder.units, base: .rightToLeft).levels, gaps)
    }
    return uniformLevels(of: builder) ?? resolvedLevels(of: builder)
  }

  /// The levels of Arabic text around values that each run one way, or nothing where it isn't so simple.
  ///
  /// No value turns the text around its isolate, and the text turns none of them; so each level follows from
  /// which classes there are (X5a to X6a, and W1 to I2 where all characters of a sequence end on one level, or are
  /// Arabic numbers, which need nothing beside them to be known).
  static func uniformLevels(of builder: ParagraphTextBuilder) -> (levels: [UInt8], gaps: [UInt8])? {
    var levels = UniformLevels(BidiClass.of(builder.units))
    var (unit, control) = (0, 0)
    for isolate in builder.isolates {
      // A mark of the text's own stands before it.
      guard isolate.initiator == control else { return nil }
      let inner = builder.controls[isolate.initiator + 1..<isolate.terminator]
      guard levels.addSurroundings(unit..<isolate.content.lowerBound),
        levels.addIsolate(isolate.content, initiator: builder.controls[isolate.initiator].unit, inner: inner)
      else { return nil }
      unit = isolate.content.upperBound
      control = isolate.terminator + 1
    }
    guard control == builder.controls.count, levels.addSurroundings(unit..<builder.units.count) else {
      return nil
    }
    return (levels.levels, levels.gaps)
  }

  /// Resolves levels with the controls in their places, then takes them out again.
  static func resolvedLevels(of builder: ParagraphTextBuilder) -> (levels: [UInt8], gaps: [UInt8]) {
    let units = builder.units
    var gaps = [UInt8](repeating: noGap, count: units.count + 1)
    var text: [UInt16] = []
    text.reserveCapacity(units.count + builder.controls.count)
    var copied = 0
    for control in builder.controls {
      text += units[copied..<Int(control.offset)]
      text.append(control.unit)
      copied = Int(control.offset)
    }
    text += units[copied...]
    let resolved = BidiLevels(of: text, base: .rightToLeft).levels
    var levels: [UInt8] = []
    levels.reserveCapacity(units.count)
    var next = 0
    for (index, control) in builder.controls.enumerated() {
      let offset = Int(control.offset)
      if offset > levels.count {
        levels += resolved[next..<next + offset - levels.count]
        next = offset + index
      }
      gaps[offset] = min(gaps[offset], resolved[next])
      next += 1
    }
    levels += resolved[next...]
    for isolate in builder.isolates {
      let outer = max(
        resolved[isolate.content.lowerBound + isolate.initiator],
        resolved[isolate.content.upperBound + isolate.terminator])
      flatten(isolate.content, outer: outer, &levels, &gaps)
    }
    return (levels, gaps)
  }

  /// Lowers the levels inside an isolate by twos, as far as its surroundings' level allows.
  ///
  /// Two reversals over the same stretch undo each other (L2), so the order stays; but a preposition
  /// and the name it is attached to come to stand on one level, and are shaped as the one word they are.
  private static func flatten(
    _ content: Range<Int>, outer: UInt8, _ levels: inout [UInt8], _ gaps: inout [UInt8]
  ) {
    guard let lowest = levels[content].min(), lowest >= outer + 2 else { return }
    let drop = (lowest - outer) & ~1
    for at in content { levels[at] -= drop }
    for at in content.dropFirst() where gaps[at] != noGap { gaps[at] -= drop }
  }

  private static func traits(of pieces: [TextPiece]) -> [Traits] {
    var traits: [Traits] = []
    traits.reserveCapacity(pieces.count)
    for (index, piece) in pieces.enumerated() {
      var drawing = index
      if index > 0, pieces[index - 1].attributes.color == piece.attributes.color,
        pieces[index - 1].origin == piece.origin, pieces[index - 1].link == piece.link,
        pieces[index - 1].attributes.raise == piece.attributes.raise
      {
        drawing = traits[index - 1].drawing
      }
      traits.append(
        Traits(
          size: piece.attributes.size, isBreakable: piece.isBreakable, isRaised: piece.attributes.raise > 0,
          fill: piece.fill, drawing: drawing))
    }
    return traits
  }

  /// The units of a piece.
  func units(ofPiece piece: Int) -> Range<Int> {
    Int(starts[piece])..<(piece + 1 < starts.count ? Int(starts[piece + 1]) : units.count)
  }

  /// What is asked of the piece the unit belongs to.
  func traits(at unit: Int) -> Traits { traits[Int(pieceOf[unit])] }
}

extension TextPiece {
  fileprivate var text: String? {
    if case .run(let run) = self { run.text } else { nil }
  }

  fileprivate var fill: ParagraphText.Fill? {
    switch self {
    case .run, .lineBreak: nil
    case .flexibleSpace: .space
    case .dottedFill: .dots
    case .writingSpace(_, let ems, let isOpen): .writing(ems: ems, isOpen: isOpen)
    }
  }
}

extension String {
  /// Whether it has letters, and all of them and all its signs are of Latin writing.
  fileprivate var isLatin: Bool {
    var hasLetters = false
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: hasLetters = true
      case 0...0x2FF, 0x2010...0x203A: break
      default: return false
      }
    }
    return hasLetters
  }
}
