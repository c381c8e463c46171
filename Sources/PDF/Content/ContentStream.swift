import Deflate
import Fonts
import Geometry
import Layout

/// The content stream of one page in the making (ISO 32000-1, 7.8.2).
struct ContentStream: ~Copyable {
  private let room: ContentRoom
  private var bytes: SyntaxBuffer
  /// Where the stream repeats itself, for its compression.
  private var repetitions: ContentRepetitions
  /// The structure element of each marked-content sequence, by its identifier (MCID).
  private(set) var elements: [StructureTree.ElementID] = []
  private let height: Points
  private var color: Color?
  private var isVisible = true
  /// The font and size shown last, how they are written, and all that were: there are few, and they take turns.
  private var font = FontSyntax(font: -1, size: 0)
  private var fonts: [FontSyntax] = []
  /// The baseline shown last, and how it is written: most codes have that of the one before.
  private var baseline: Points = .nan
  private var baselineSyntax: [UInt8] = []
  /// The place of the code shown last in its text object, in thousandths of a point; `nil` where the next one on its
  /// baseline can't be said to stand so far from it.
  private var pen: Int?

  /// How a font and its size are written.
  private struct FontSyntax {
    let font: Int
    let size: Points
    /// The operator.
    let bytes: [UInt8]
    /// Where they stood last.
    var start = -1

    init(font: Int, size: Points) {
      (self.font, self.size) = (font, size)
      var syntax = PDFBytes()
      syntax.add("/F")
      syntax.add(font)
      syntax.add(" ")
      syntax.add(size)
      syntax.add(" Tf ")
      bytes = syntax.bytes
    }
  }

  /// An empty stream of a page of the given height, in memory that holds no other stream meanwhile.
  init(height: Points, room: ContentRoom) {
    self.height = height
    self.room = room
    bytes = room.takeBytes()
    repetitions = room.takeRepetitions()
  }

  /// The finished stream's bytes, compressed.
  consuming func compressed() -> [UInt8] {
    let result = bytes.withBytes {
      Self.compressor.compress($0, hints: repetitions.hints, in: room.compression)
    }
    room.keep(bytes, repetitions)
    return result
  }

  /// What compresses all streams.
  private static let compressor: PatternCompressor = {
    let sample = ContentSample.stream()
    return sample.bytes.withBytes { PatternCompressor(sample: Array($0), hints: sample.repetitions.hints) }
  }()

  /// Begins a marked-content sequence (14.6); `tag` is the element's structure type.
  mutating func begin(_ mark: ContentMark, tag: String) {
    repetitions.add(.mark, at: bytes.count)
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
    repetitions.add(.endOfMark, at: bytes.count)
    bytes.add("EMC\n")
  }

  /// Shows a form or image XObject, with the page's own axes.
  mutating func show(_ art: ArtName) {
    repetitions.add(.art, at: bytes.count)
    bytes.add("/A")
    bytes.add(atMost: SyntaxLine.numberLength) { $0.add(art.value) }
    bytes.add(" Do\n")
  }

  /// Begins text under a mark.
  mutating func beginText(_ mark: ContentMark, tag: String) {
    begin(mark, tag: tag)
    repetitions.add(.text, at: bytes.count)
    bytes.add("BT\n")
    pen = nil
  }

  /// Ends text, and its mark.
  mutating func endText() {
    // What art draws with letters must not inherit the mode.
    if !isVisible { setVisible(true) }
    repetitions.add(.endOfText, at: bytes.count)
    bytes.add("ET\n")
    color = nil
    end()
  }

  /// Shows one code; each has its own font, place and string, which readers need to tell words (`TextLayer`).
  ///
  /// A line's first code says its place, and each of the others how far it is from the one before it: the same code
  /// then stands in the same bytes nearly everywhere.
  mutating func show(
    _ code: TextCode, color: Color, as number: UInt16, font: Int, size: Points, at place: Point
  ) {
    if !code.code.ink.isEmpty, color != self.color { setColor(color) }
    if (code.code.area == nil) != isVisible { setVisible(!isVisible) }
    if font != self.font.font || size != self.font.size { setFont(font, size) }
    if place.y != baseline { setBaseline(place.y) }
    repetitions.addCode(at: bytes.count, after: self.font.start)
    self.font.start = bytes.count
    // One of those that share a place is told from the others by less than a thousandth.
    let x = code.turn == nil ? SyntaxLine.thousandths(place.x) : nil
    if let pen, let x {
      show(number, by: x - pen)
    } else {
      show(number, of: code, at: place.x)
    }
    pen = x
  }

  /// Shows a code so many thousandths of a point to the right of the one before it.
  @inline(__always)
  private mutating func show(_ number: UInt16, by distance: Int) {
    let start = bytes.count + font.bytes.count
    var end = start
    bytes.add(atMost: font.bytes.count + SyntaxLine.numberLength + 16) { line in
      line.add(font.bytes)
      let head = line.count
      line.add(thousandths: distance)
      end += line.count - head
      line.add(eightBytes: Self.moveSyntax, count: 7)
      line.add(hexadecimal: number)
      line.add(fourBytes: Self.codeEndSyntax)
    }
    repetitions.add(
      CodeMove(font: font.font, code: number, size: font.size, distance: distance, start: start, end: end),
      codeEnd: bytes.count - 4)
  }

  /// Shows a code at a place that it says itself.
  private mutating func show(_ number: UInt16, of code: TextCode, at x: Points) {
    let start = bytes.count
    var (matrixStart, baselineStart) = (start, start)
    bytes.add(atMost: font.bytes.count + baselineSyntax.count + SyntaxLine.numberLength + 24) { line in
      line.add(font.bytes)
      matrixStart += line.count
      line.add(Self.matrixSyntax)
      if let turn = code.turn {
        line.add(StackedPlace.x(x, turn: turn), places: StackedPlace.decimals)
      } else {
        line.add(x)
      }
      baselineStart += line.count
      line.add(baselineSyntax)
      line.add(hexadecimal: number)
      line.add(fourBytes: Self.codeEndSyntax)
    }
    repetitions.addPlace(at: matrixStart, baseline: baselineStart, codeEnd: bytes.count - 4)
  }

  private static let identifierSyntax = Array("<</MCID ".utf8)
  private static let markEndSyntax = Array(">>BDC\n".utf8)
  private static let matrixSyntax = Array("1 0 0 1 ".utf8)
  /// A space, `0 Td`, another and a string's beginning, the first byte lowest.
  private static var moveSyntax: UInt64 { 0x3C_2064_5420_3020 }
  /// `>Tj` and the line's end, the first byte lowest.
  private static var codeEndSyntax: UInt32 { 0x0A6A_543E }

  private mutating func setColor(_ color: Color) {
    repetitions.add(.color, at: bytes.count)
    bytes.add(atMost: 3 * (SyntaxLine.numberLength + 1)) { line in
      for part in [color.red, color.green, color.blue] {
        line.add(part)
        line.add(byte: 0x20)
      }
    }
    bytes.add("rg\n")
    self.color = color
  }

  private mutating func setFont(_ font: Int, _ size: Points) {
    if let place = fonts.firstIndex(where: { $0.font == self.font.font && $0.size == self.font.size }) {
      fonts[place] = self.font
    } else if self.font.font >= 0 {
      fonts.append(self.font)
    }
    self.font =
      fonts.first { $0.font == font && $0.size == size } ?? FontSyntax(font: font, size: size)
  }

  private mutating func setBaseline(_ y: Points) {
    baseline = y
    pen = nil
    var syntax = PDFBytes()
    syntax.add(" ")
    syntax.add(height - y)
    syntax.add(" Tm <")
    baselineSyntax = syntax.bytes
  }

  /// Chooses between text rendering mode 0, which fills letters, and 3, which draws nothing (9.3.6).
  private mutating func setVisible(_ visible: Bool) {
    repetitions.add(visible ? .visible : .invisible, at: bytes.count)
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
