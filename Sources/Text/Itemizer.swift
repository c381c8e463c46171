import CICU
import Fonts

/// Cuts a paragraph where font, size, script or level change, and at its spaces.
struct Itemizer {
  // The paragraph's own, at hand: they are asked for at every unit.
  private let units: [UInt16]
  private let levels: [UInt8]
  private let gaps: [UInt8]
  private let pieceOf: [Int32]
  private let traits: [ParagraphText.Traits]
  private let characters: [cicu_character]
  private let scripts: [Int16]
  private let fontOf: [UInt8]
  private let chains: [FontChain]

  /// `chains` holds the faces to try for each piece of the text.
  init(
    text: ParagraphText, characters: [cicu_character], scripts: [Int16], fontOf: [UInt8], chains: [FontChain]
  ) {
    units = text.units
    levels = text.levels
    gaps = text.gaps
    pieceOf = text.pieceOf
    traits = text.traits
    self.characters = characters
    self.scripts = scripts
    self.fontOf = fontOf
    self.chains = chains
  }

  /// A stretch to shape: a word or a single space, or the place of a fill or line end.
  struct Item {
    var kind: Segment.Kind
    var range: Range<Int>
    var font: Font
    var script: Int16
  }

  /// The items of the text, in logical order.
  func items() -> [Item] {
    var items: [Item] = []
    items.reserveCapacity(units.count / 3)
    var piece: Int32 = -1
    var fonts: [Font] = []
    var start = 0
    while start < units.count {
      let kind = kind(at: start)
      var end = start + 1
      if kind == .word {
        while end < units.count, !characters[end].isWhiteSpace, !Self.isObject(units[end]), continues(end) {
          end += 1
        }
      }
      if pieceOf[start] != piece {
        piece = pieceOf[start]
        fonts = chains[Int(piece)].fonts
      }
      if !fonts.isEmpty {
        items.append(
          Item(kind: kind, range: start..<end, font: fonts[Int(fontOf[start])], script: scripts[start]))
      }
      start = end
    }
    return items
  }

  private func kind(at unit: Int) -> Segment.Kind {
    switch units[unit] {
    case ParagraphText.lineSeparator: .lineBreak
    case ParagraphText.segmentSeparator:
      switch traits[Int(pieceOf[unit])].fill {
      case .dots: .dottedFill
      case .writing(_, let isOpen): isOpen ? .openWritingSpace : .writingSpace
      case .space, nil: .flexibleSpace
      }
    default: characters[unit].isWhiteSpace ? .space : .word
    }
  }

  private static func isObject(_ unit: UInt16) -> Bool {
    unit == ParagraphText.lineSeparator || unit == ParagraphText.segmentSeparator
  }

  /// Whether the unit is shaped together with the one before it.
  private func continues(_ unit: Int) -> Bool {
    guard scripts[unit] == scripts[unit - 1], levels[unit] == levels[unit - 1],
      gaps[unit] >= levels[unit]
    else { return false }
    if pieceOf[unit] == pieceOf[unit - 1] { return fontOf[unit] == fontOf[unit - 1] }
    return font(at: unit) === font(at: unit - 1)
      && traits[Int(pieceOf[unit])].size == traits[Int(pieceOf[unit - 1])].size
  }

  private func font(at unit: Int) -> Font? {
    let fonts = chains[Int(pieceOf[unit])].fonts
    return fonts.isEmpty ? nil : fonts[Int(fontOf[unit])]
  }
}
