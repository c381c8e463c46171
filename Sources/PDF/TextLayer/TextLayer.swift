import Content
import Fonts
import Geometry
import Layout

/// The text that readers get back from a page.
///
/// It is codes in the order of reading, each standing for exactly the text it shows, in places from which every
/// reader tells the same text. `Docs/TextLayer.md` has the reasons.
///
/// The content stream must show each code with its own `Tf`, `Td` or `Tm`, and `Tj`, a line's codes within one text
/// object. What a code has a ``FontCode/area`` for is shown in text rendering mode 3.
struct TextLayer {
  /// What the text layer may do beyond placing codes.
  struct Options: Hashable {
    /// Whether it writes directional marks (U+200E, U+200F) where a reader would turn text round without them.
    var writesControls = true
    /// Whether marks on one letter share a place, told apart by less than single precision.
    var stacksMarks = true
    /// Whether left-to-right text of several kinds, such as an e-mail address, has its codes' places above the
    /// line's, so that PDFium reads it as a line of its own.
    var liftsMixedText = true
  }

  /// The width of a code without ink, in ems.
  static let sliver = 0.02
  /// How much smaller marks without ink are set than their letters: pdf.js turns round a letter and its mark that
  /// share a size.
  static let markSize = 0.98
  /// How far above the line mixed text has its places, in ems: under half an em, from where Poppler sees
  /// another line, and over half of any letter's width, from where PDFium does.
  static let lift = 0.4
  /// The width, in ems, from which a code at a line's end needs a narrow one beyond it, so that PDFium tells
  /// the line from its neighbours.
  static let wide = 0.9

  private let faces: OpenedFaces
  private let known: KnownLines
  private let options: Options

  /// A text layer of fonts opened, and lines known, once for all files of a painter.
  init(faces: OpenedFaces, known: KnownLines = KnownLines(), options: Options = Options()) {
    self.faces = faces
    self.known = known
    self.options = options
  }

  /// `line` in codes, the space that it was broken at included.
  func codes(of line: TextLine) throws(RenderingError) -> CodedLine {
    switch line.recurrence.kind {
    case .once: return try made(of: line)
    case .returns:
      return try known.codes(of: line, options) { () throws(RenderingError) in try made(of: line) }
    case .form(let form):
      let coded = try known.form(form, of: line, options) { () throws(RenderingError) in
        try CodedForm(line, form, options, bands: faces.bands(of: line))
      }
      if let line = coded.codes(of: line) { return line }
      return try made(of: line)
    }
  }

  private func made(of line: TextLine) throws(RenderingError) -> CodedLine {
    var items = LineItems(placed: line)
    items.join(items.steepInk(try faces.bands(of: line)))
    if line.isBrokenAtSpace { items.addBreakingSpace() }
    return LineCodes.readable(items, options, returns: line.recurrence.returns)
  }
}

extension TextLayer.Options {
  /// What the text of a document may do.
  init(of metadata: Document.Metadata) { self.init(writesControls: metadata.mayHoldDirectionMarks) }
}

extension LineItems {
  /// The pieces of a line in places from which all readers tell the same text.
  init(placed line: TextLine) {
    self.init(line)
    widenNarrowLetters()
    flattenIsolates()
    joinNumbers()
  }

  /// Adds the space the line was broken at, left of it.
  mutating func addBreakingSpace() {
    guard let last = items.last, last.reader != .space, let left = items.map(\.x).min() else { return }
    let width = Double(measures[last.run].em / 4) * measures[last.run].unit
    items.append(
      LayerItem(
        run: last.run, text: Control.space.text, reader: .space, level: 1, isRightToLeft: true,
        x: left - width, advance: width, ink: 0..<0))
  }
}
