import Deflate
import Fonts
import Geometry
import Layout

/// The content stream of one page in the making (ISO 32000-1, 7.8.2).
struct ContentStream: ~Copyable {
  private let room: ContentRoom
  private var bytes: SyntaxBuffer
  /// Where the stream repeats itself, for its compression.
  private var hints: [RepetitionHint]
  /// Where the end of the code shown last stands; nowhere once something else follows it.
  private var codeEnd: Int?
  /// The structure element of each marked-content sequence, by its identifier (MCID).
  private(set) var elements: [StructureTree.ElementID] = []
  private let height: Points
  private var color: Color?
  private var isVisible = true
  /// The font, size and baseline shown last, and how they are written: most codes have those of the one before.
  private var font = FontSyntax(font: -1, size: 0)
  private var baseline: Points = .nan
  private var baselineSyntax: [UInt8] = []
  /// The fonts and sizes that were shown: there are few, and they take turns.
  private var fonts: [FontSyntax] = []

  /// How a font and its size are written.
  private struct FontSyntax {
    let font: Int
    let size: Points
    /// The operator, and all of the text matrix that never differs.
    let bytes: [UInt8]
    /// Where in the bytes the size ends.
    let sizeEnd: Int

    init(font: Int, size: Points) {
      (self.font, self.size) = (font, size)
      var syntax = PDFBytes()
      syntax.add("/F")
      syntax.add(font)
      syntax.add(" ")
      syntax.add(size)
      sizeEnd = syntax.count
      syntax.add(" Tf 1 0 0 1 ")
      bytes = syntax.bytes
    }
  }

  /// An empty stream of a page of the given height, in memory that holds no other stream meanwhile.
  init(height: Points, room: ContentRoom) {
    self.height = height
    self.room = room
    bytes = room.takeBytes()
    hints = room.takeHints()
  }

  /// The finished stream's bytes, compressed.
  consuming func compressed() -> [UInt8] {
    let result = bytes.withBytes {
      Self.compressor.compress($0, hints: hints, in: room.compression)
    }
    room.keep(bytes, hints)
    return result
  }

  /// What compresses all streams.
  private static let compressor: PatternCompressor = {
    let sample = ContentSample.stream()
    return sample.bytes.withBytes { PatternCompressor(sample: Array($0), hints: sample.hints) }
  }()

  /// Forms that return in a stream, by what begins.
  private enum Form: UInt8 {
    case code, size, baseline, visible, invisible, color, mark, endOfMark, text, endOfText, art
  }

  /// Says what comes next, which repeats the last one of its form.
  ///
  /// Where a code stands before it, the repetition begins with that code's end.
  private mutating func next(_ form: Form) {
    let kind = 2 * form.rawValue
    if let codeEnd {
      hints.append(RepetitionHint(position: codeEnd, kind: kind + 1))
    } else {
      hints.append(RepetitionHint(position: bytes.count, kind: kind))
    }
    codeEnd = nil
  }

  /// Begins a marked-content sequence (14.6); `tag` is the element's structure type.
  mutating func begin(_ mark: ContentMark, tag: String) {
    next(.mark)
    switch mark {
    case .element(let id):
      bytes.add(atMost: tag.utf8.count + SyntaxLine.numberLength + 16) { line in
        line.add(byte: 0x2F)
        line.add(utf8: tag)
        line.add(Self.identifierSyntax)
        line.add(elements.count)
        line.add(Self.markEndSyntax)
      }
      elements.append(id)
    case .artifact(let kind):
      bytes.add("/Artifact")
      bytes.add(kind.properties)
      bytes.add("BDC\n")
    }
  }

  /// Ends it.
  mutating func end() {
    next(.endOfMark)
    bytes.add("EMC\n")
  }

  /// Shows a form or image XObject, with the page's own axes.
  mutating func show(_ art: ArtName) {
    next(.art)
    bytes.add("/A")
    bytes.add(atMost: SyntaxLine.numberLength) { $0.add(art.value) }
    bytes.add(" Do\n")
  }

  /// Begins text under a mark.
  mutating func beginText(_ mark: ContentMark, tag: String) {
    begin(mark, tag: tag)
    next(.text)
    bytes.add("BT\n")
  }

  mutating func endText() {
    // What art draws with letters must not inherit the mode.
    if !isVisible { setVisible(true) }
    next(.endOfText)
    bytes.add("ET\n")
    color = nil
    end()
  }

  /// Shows one code; each has its own font, place and string, which readers need to tell words (`TextLayer`).
  mutating func show(
    _ code: TextCode, color: Color, as number: UInt16, font: Int, size: Points, at place: Point
  ) {
    if !code.code.ink.isEmpty, color != self.color {
      next(.color)
      bytes.add(atMost: 3 * (SyntaxLine.numberLength + 1)) { line in
        for part in [color.red, color.green, color.blue] {
          line.add(part)
          line.add(byte: 0x20)
        }
      }
      bytes.add("rg\n")
      self.color = color
    }
    if (code.code.area == nil) != isVisible { setVisible(!isVisible) }
    if font != self.font.font || size != self.font.size { setFont(font, size) }
    if place.y != baseline { setBaseline(place.y) }
    next(.code)
    let start = bytes.count
    // A repetition of a code with another font or size ends there.
    hints.append(RepetitionHint(position: start + self.font.sizeEnd, kind: 2 * Form.size.rawValue))
    var baselineStart = 0
    bytes.add(atMost: self.font.bytes.count + baselineSyntax.count + SyntaxLine.numberLength + 8) { line in
      line.add(self.font.bytes)
      if let turn = code.turn {
        line.add(StackedPlace.x(place.x, turn: turn), places: StackedPlace.decimals)
      } else {
        line.add(place.x)
      }
      baselineStart = start + line.count
      line.add(baselineSyntax)
      line.add(hexadecimal: number)
      line.add(fourBytes: Self.codeEndSyntax)
    }
    hints.append(RepetitionHint(position: baselineStart, kind: 2 * Form.baseline.rawValue))
    codeEnd = bytes.count - 4
  }

  private static let identifierSyntax = Array("<</MCID ".utf8)
  private static let markEndSyntax = Array(">>BDC\n".utf8)
  /// `>Tj` and the line's end, the first byte lowest.
  private static var codeEndSyntax: UInt32 { 0x0A6A_543E }

  private mutating func setFont(_ font: Int, _ size: Points) {
    if let known = fonts.first(where: { $0.font == font && $0.size == size }) {
      self.font = known
    } else {
      self.font = FontSyntax(font: font, size: size)
      fonts.append(self.font)
    }
  }

  private mutating func setBaseline(_ y: Points) {
    baseline = y
    var syntax = PDFBytes()
    syntax.add(" ")
    syntax.add(height - y)
    syntax.add(" Tm <")
    baselineSyntax = syntax.bytes
  }

  /// Chooses between text rendering mode 0, which fills letters, and 3, which draws nothing (9.3.6).
  private mutating func setVisible(_ visible: Bool) {
    next(visible ? .visible : .invisible)
    bytes.add(visible ? "0 Tr\n" : "3 Tr\n")
    isVisible = visible
  }
}

/// The name of a piece of art in the pages' resources.
struct ArtName: Hashable {
  let value: Int
}

extension ArtifactKind {
  /// The property list of its marked content (ISO 32000-1, 14.8.2.2.2).
  fileprivate var properties: StaticString {
    switch self {
    case .pagination(.header): "<</Type/Pagination/Subtype/Header/Attached[/Top]>>"
    case .pagination(.footer): "<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>"
    case .pagination(.watermark): "<</Type/Pagination/Subtype/Watermark>>"
    case .pagination(nil): "<</Type/Pagination>>"
    case .layout: "<</Type/Layout>>"
    case .background: "<</Type/Background>>"
    }
  }
}
