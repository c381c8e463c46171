import Geometry

/// Reads a page's own content stream: text that stands where it says, and the art that is shown beneath it.
///
/// No other operator is allowed, so that nothing can move, scale, clip or hide what is read.
struct PageStreamReader {
  /// The page's fonts with their names: few, which are found sooner by comparing than by hashing.
  private let fonts: [(name: [UInt8], font: PrintedFont)]
  /// What was read.
  var page = PrintedPage()
  /// The names of the art that is shown.
  private(set) var shown: [String] = []
  /// The font's place in `fonts`.
  private var font: Int?
  private var size: Points = 0
  private var origin = Point.zero
  private var isDrawn = true
  /// The words that codes were shown by, if they were nothing but `Tf`, `Tm` and `Tj`, by how they begin
  /// (``OperatorScanner/head(at:)``).
  ///
  /// Most codes differ from an earlier one in one coordinate and the code, and are read by comparing the rest.
  private var forms = [Form?](repeating: nil, count: OperatorScanner.heads)
  private var words = Words()

  /// The words of a code before and after its first coordinate, and what they set.
  private struct Form {
    var head: Range<Int>
    var middle: Range<Int>
    var font: Int?
    var size: Points
    var baseline: Points
  }

  /// The words since the last code.
  private struct Words {
    /// Where they begin.
    var start = 0
    /// Where the code's first coordinate stands.
    var coordinate = 0..<0
    /// Whether they are `Tf`, `Tm` and `Tj` so far, and how many of these.
    private var count: Int? = 0

    init(from start: Int = 0) { self.start = start }

    private static let order = [PageStreamReader.setFont, PageStreamReader.place, PageStreamReader.show]

    /// Whether they are these three and nothing else.
    var areACodesOwn: Bool { count == Self.order.count }

    mutating func add(_ name: Name) {
      count = count.flatMap { $0 < Self.order.count && Self.order[$0] == name ? $0 + 1 : nil }
    }
  }

  init(fonts: [String: PrintedFont]) { self.fonts = fonts.map { (Array($0.key.utf8), $0.value) } }

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
    while true {
      if try takeRepeated(of: &scanner) { continue }
      if let mode = scanner.renderingMode() {
        isDrawn = mode == 0
        words = Words(from: scanner.position)
        continue
      }
      guard let name = scanner.next() else { break }
      try take(name, of: &scanner)
    }
    if scanner.isMalformed { throw .unexpected("a content stream that can't be read") }
  }

  /// Reads a code in the words of an earlier one; false where none stands here.
  private mutating func takeRepeated(of scanner: inout OperatorScanner) throws(ProofError) -> Bool {
    guard let form = forms[scanner.head(at: scanner.position)],
      let code = scanner.repeated(form.head, form.middle)
    else { return false }
    (font, size) = (form.font, form.size)
    origin = Point(x: code.x, y: form.baseline)
    try show(code.code)
    words = Words(from: scanner.position)
    return true
  }

  private mutating func take(
    _ name: OperatorScanner.Operator, of scanner: inout OperatorScanner
  ) throws(ProofError) {
    words.add(name)
    switch name {
    case Self.setFont:
      font = fonts.firstIndex { scanner.isName($0.name) }
      if font == nil { throw .unexpected("a font that the page doesn't have") }
      size = scanner.numbers.first ?? 0
    case Self.place:
      let numbers = scanner.numbers
      guard numbers.count == 6, numbers[0] == 1, numbers[1] == 0, numbers[2] == 0, numbers[3] == 1 else {
        throw .unexpected("text that is turned or scaled")
      }
      origin = Point(x: numbers[4], y: numbers[5])
      words.coordinate = scanner.fifthNumber
    case Self.show:
      try show(scanner.code)
      if words.areACodesOwn, let form = form(in: scanner) { forms[scanner.head(at: words.start)] = form }
      scanner.skipLineEnd()
      words = Words(from: scanner.position)
    case Self.mode:
      guard let mode = scanner.numbers.first, mode == 0 || mode == 3 else {
        throw .unexpected("text in another rendering mode")
      }
      isDrawn = mode == 0
      // The words of the next code begin behind it.
      scanner.skipLineEnd()
      words = Words(from: scanner.position)
    case Self.art:
      shown.append(scanner.nameText)
    default:
      guard name == Self.color || Self.marks.contains(name) else {
        throw .unexpected("an operator that letters don't have")
      }
    }
  }

  /// The words of the code just shown; `nil` where its string isn't of hexadecimal digits.
  private func form(in scanner: OperatorScanner) -> Form? {
    guard scanner.stringStart >= words.coordinate.upperBound else { return nil }
    return Form(
      head: words.start..<words.coordinate.lowerBound,
      middle: words.coordinate.upperBound..<scanner.stringStart + 1, font: font, size: size,
      baseline: origin.y)
  }

  private mutating func show(_ code: Int?) throws(ProofError) {
    guard let font, let code else { throw .unexpected("text that isn't shown code by code") }
    let glyph = fonts[font].font.glyph(code)
    page.codes.append(
      PrintedCode(
        text: glyph.text, origin: origin, advance: glyph.width * size, size: size, isDrawn: isDrawn,
        hasOutline: glyph.hasOutline))
  }
}
