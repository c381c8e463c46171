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
  /// The words that the last code was shown by, if they were nothing but `Tf`, `Tm` and `Tj`: most codes differ from the
  /// one before in one coordinate and the code, and are read by comparing the rest.
  private var form: Form?
  private var sequence = Sequence()

  /// The words of a code before and after its first coordinate, and what they set.
  private struct Form {
    var head: Range<Int>
    var middle: Range<Int>
    var font: Int?
    var size: Points
    var baseline: Points
  }

  /// How far the words since the last code go along `Tf`, `Tm` and `Tj`.
  private struct Sequence {
    var start = 0
    var count = 0
    var coordinate = 0..<0

    mutating func met(_ step: Int) { count = count == step - 1 ? step : 9 }
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
      if let form, let code = scanner.repeated(form.head, form.middle) {
        (font, size) = (form.font, form.size)
        origin = Point(x: code.x, y: form.baseline)
        try show(code.code)
        sequence = Sequence(start: scanner.position)
        continue
      }
      guard let name = scanner.next() else { break }
      try take(name, of: &scanner)
    }
    if scanner.isMalformed { throw .unexpected("a content stream that can't be read") }
  }

  private mutating func take(
    _ name: OperatorScanner.Operator, of scanner: inout OperatorScanner
  ) throws(ProofError) {
    switch name {
    case Self.setFont:
      sequence.met(1)
      font = fonts.firstIndex { scanner.isName($0.name) }
      if font == nil { throw .unexpected("a font that the page doesn't have") }
      size = scanner.numbers.first ?? 0
    case Self.place:
      sequence.met(2)
      let numbers = scanner.numbers
      guard numbers.count == 6, numbers[0] == 1, numbers[1] == 0, numbers[2] == 0, numbers[3] == 1 else {
        throw .unexpected("text that is turned or scaled")
      }
      origin = Point(x: numbers[4], y: numbers[5])
      sequence.coordinate = scanner.fifthNumber
    case Self.show:
      sequence.met(3)
      try show(scanner.code)
      if sequence.count == 3 { form = form(in: scanner) }
      scanner.skipLineEnd()
      sequence = Sequence(start: scanner.position)
    case Self.mode:
      sequence.met(9)
      guard let mode = scanner.numbers.first, mode == 0 || mode == 3 else {
        throw .unexpected("text in another rendering mode")
      }
      isDrawn = mode == 0
    case Self.art:
      sequence.met(9)
      shown.append(scanner.nameText)
    default:
      sequence.met(9)
      guard name == Self.color || Self.marks.contains(name) else {
        throw .unexpected("an operator that letters don't have")
      }
    }
  }

  /// The words of the code just shown; `nil` where its string isn't of hexadecimal digits.
  private func form(in scanner: OperatorScanner) -> Form? {
    guard scanner.stringStart >= sequence.coordinate.upperBound else { return nil }
    return Form(
      head: sequence.start..<sequence.coordinate.lowerBound,
      middle: sequence.coordinate.upperBound..<scanner.stringStart + 1, font: font, size: size,
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
