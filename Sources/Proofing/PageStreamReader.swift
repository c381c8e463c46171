import Geometry

/// Reads a page's own content stream: text that stands where it says, and the art that is shown beneath it.
///
/// No other operator is allowed, so that nothing can move, scale, clip or hide what is read.
struct PageStreamReader {
  private let fonts: [String: PrintedFont]
  /// What was read.
  var page = PrintedPage()
  /// The names of the art that is shown.
  private(set) var shown: [String] = []
  private var font: PrintedFont?
  private var fontName: [UInt8] = []
  private var size: Points = 0
  private var origin = Point.zero
  private var isDrawn = true

  init(fonts: [String: PrintedFont]) { self.fonts = fonts }

  private typealias Name = OperatorScanner.Operator
  private static let setFont = Name("Tf")
  private static let place = Name("Tm")
  private static let show = Name("Tj")
  private static let mode = Name("Tr")
  private static let color = Name("rg")
  private static let art = Name("Do")
  private static let marks: Set<Name> = [Name("BT"), Name("ET"), Name("BDC"), Name("EMC")]

  mutating func read(_ bytes: [UInt8]) throws(ProofError) {
    var scanner = OperatorScanner(bytes)
    page.codes.reserveCapacity(bytes.count / 40)
    while let name = scanner.next() {
      switch name {
      case Self.setFont:
        if font == nil || !scanner.isName(fontName) {
          let wanted = scanner.nameText
          guard let found = fonts[wanted] else { throw .unexpected("a font that the page doesn't have") }
          (font, fontName) = (found, Array(wanted.utf8))
        }
        size = scanner.numbers.first ?? 0
      case Self.place:
        let numbers = scanner.numbers
        guard numbers.count == 6, numbers[0] == 1, numbers[1] == 0, numbers[2] == 0, numbers[3] == 1 else {
          throw .unexpected("text that is turned or scaled")
        }
        origin = Point(x: numbers[4], y: numbers[5])
      case Self.show: try show(scanner.code)
      case Self.mode:
        guard let mode = scanner.numbers.first, mode == 0 || mode == 3 else {
          throw .unexpected("text in another rendering mode")
        }
        isDrawn = mode == 0
      case Self.art: shown.append(scanner.nameText)
      case Self.color: break
      default:
        guard Self.marks.contains(name) else { throw .unexpected("an operator that letters don't have") }
      }
    }
    if scanner.isMalformed { throw .unexpected("a content stream that can't be read") }
  }

  private mutating func show(_ code: Int?) throws(ProofError) {
    guard let font, let code else { throw .unexpected("text that isn't shown code by code") }
    page.codes.append(
      PrintedCode(
        text: font.texts.indices.contains(code) ? font.texts[code] : nil, origin: origin,
        advance: (font.widths.indices.contains(code) ? font.widths[code] : 0) * size, size: size,
        isDrawn: isDrawn, hasOutline: font.outlines.indices.contains(code) && font.outlines[code]))
  }
}
