import Deflate
import Geometry

/// Reads a page's own content stream: text that stands where it says, and the art that is shown beneath it.
///
/// No other operator is allowed, so that nothing can move, scale, clip or hide what is read.
struct PageStreamReader {
  /// The page's fonts with their names: few, which are found sooner by comparing than by hashing.
  private let fonts: [PrintedFont]
  private let names: [[UInt8]]
  /// All names, a space behind each.
  private let allNames: [UInt8]
  /// What lines were read before.
  private let known: KnownLines
  /// What was read.
  var page = PrintedPage()
  /// The names of the art that is shown.
  private(set) var shown: [String] = []
  /// The font's place in `fonts`.
  private var font: Int?
  private var size: Points = 0
  private var origin = Point.zero
  private var isDrawn = true
  /// The fonts and sizes that were set, by a sum of their words (``OperatorScanner/head(at:)``).
  private var forms = [Form?](repeating: nil, count: OperatorScanner.heads)
  private var words = Words()
  /// The line that is being read, if what stood last is part of one.
  private var line = Line()
  private var isInLine = false

  /// A line from its first code on.
  private struct Line {
    var first = (state: KnownLines.State(), code: 0)
    /// The fonts of its codes behind the first, a bit for each place.
    var fonts: UInt64 = 0
    /// Where its first code ends, and where its last one so far.
    var (start, end) = (Place(), Place())
  }

  /// How far was read, and what was found by then.
  private struct Place {
    var byte = 0
    var codes = 0
    var characters = 0
  }

  /// The words of a `Tf` with the space behind them, and what they set.
  private struct Form {
    var words: Range<Int>
    var font: Int
    var size: Points
  }

  /// The words since the last code.
  private struct Words {
    /// Where they begin.
    var start = 0
    /// Whether they are `Tf`, `Tm` or `Td`, and `Tj` so far, and how many of these.
    private var count: Int? = 0

    init(from start: Int = 0) { self.start = start }

    /// Whether they are nothing but a `Tf`.
    var areAFonts: Bool { count == 1 }
    /// Whether they are these three and nothing else.
    var areACodesOwn: Bool { count == 3 }

    mutating func add(_ name: Name) {
      count =
        switch (count, name) {
        case (0, PageStreamReader.setFont): 1
        case (1, PageStreamReader.place), (1, PageStreamReader.move): 2
        case (2, PageStreamReader.show): 3
        default: nil
        }
    }
  }

  init(fonts: [String: PrintedFont], known: KnownLines) {
    let sorted = fonts.sorted { $0.key < $1.key }
    (names, self.fonts) = (sorted.map { Array($0.key.utf8) }, sorted.map(\.value))
    allNames = sorted.flatMap { Array($0.key.utf8) + [0x20] }
    self.known = known
  }

  private typealias Name = OperatorScanner.Operator
  // Computed, for each is a number: a stored one would be asked whether it is there yet, at every operator.
  private static var setFont: Name { Name("T", "f") }
  private static var place: Name { Name("T", "m") }
  private static var move: Name { Name("T", "d") }
  private static var show: Name { Name("T", "j") }
  private static var mode: Name { Name("T", "r") }
  private static var color: Name { Name("r", "g") }
  private static var art: Name { Name("D", "o") }
  private static var text: Name { Name("B", "T") }
  private static let marks = [Name("ET"), Name("BDC"), Name("EMC")]

  mutating func read(_ bytes: [UInt8]) throws(ProofError) {
    var scanner = OperatorScanner(bytes)
    page.codes.reserveCapacity(bytes.count / 30)
    page.text.reserveCapacity(bytes.count / 30)
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
    endLine(of: scanner)
    if scanner.isMalformed { throw .unexpected("a content stream that can't be read") }
  }

  /// Reads a code in the words that most have, under a font and size that were set before; false where none stands here.
  private mutating func takeRepeated(of scanner: inout OperatorScanner) throws(ProofError) -> Bool {
    guard let form = forms[scanner.head(at: scanner.position)],
      scanner.bytes.hasSameBytes(at: scanner.position, as: form.words)
    else { return false }
    let place = scanner.position + form.words.count
    let found: OperatorScanner.PlacedCode
    if let moved = scanner.movedCode(at: place) {
      origin = Point(x: origin.x + moved.x, y: origin.y)
      found = moved
    } else if let placed = scanner.placedCode(at: place) {
      origin = Point(x: placed.x, y: placed.y)
      found = placed
    } else {
      return false
    }
    (font, size) = (form.font, form.size)
    try show(found.code)
    scanner.position = found.end
    words = Words(from: found.end)
    try follow(found.code, in: &scanner)
    return true
  }

  /// Goes on with the line whose code was just shown, or begins another: at once to its end, if it is known.
  private mutating func follow(_ code: Int, in scanner: inout OperatorScanner) throws(ProofError) {
    guard let font else { return }
    let place = Place(byte: scanner.position, codes: page.codes.count, characters: page.text.count)
    if isInLine, line.first.state.origin.y == origin.y {
      line.fonts |= 1 << UInt64(truncatingIfNeeded: font)
      line.end = place
      return
    }
    endLine(of: scanner)
    let state = KnownLines.State(font: font, size: size, origin: origin, isDrawn: isDrawn)
    let key = KnownLines.Key(state, code: code)
    guard let rest = known.rest(of: key, names: allNames, in: scanner.bytes, at: scanner.position) else {
      line = Line(first: (state, code), start: place, end: place)
      isInLine = true
      return
    }
    try show(rest)
    scanner.position += rest.count
    words = Words(from: scanner.position)
  }

  /// Shows a known line; its codes are looked up anew where their fonts aren't those it was read with.
  private mutating func show(_ line: KnownLines.Rest) throws(ProofError) {
    if line.isOf(fonts) {
      page.codes += line.codes
      page.text += line.text
    } else {
      for code in line.codes {
        (font, size, origin, isDrawn) = (Int(code.font), code.size, code.origin, code.isDrawn)
        try show(Int(code.number))
      }
    }
    let state = line.state
    (font, size, origin, isDrawn) = (state.font, state.size, state.origin, state.isDrawn)
  }

  /// Ends the line that is being read, and keeps it.
  private mutating func endLine(of scanner: borrowing OperatorScanner) {
    guard isInLine else { return }
    isInLine = false
    guard !scanner.isMalformed, fonts.count <= UInt64.bitWidth else { return }
    let (line, bytes) = (line, scanner.bytes)
    let key = KnownLines.Key(line.first.state, code: line.first.code)
    known.keep(key, codes: line.end.codes - line.start.codes) {
      let last = page.codes[line.end.codes - 1]
      return KnownLines.Rest(
        names: allNames,
        fonts: fonts.indices.filter { line.fonts >> UInt64($0) & 1 == 1 }.map { ($0, fonts[$0].mark) },
        // Slices would keep all of the page in memory.
        bytes: Array(bytes[line.start.byte..<line.end.byte]),
        codes: Array(page.codes[line.start.codes..<line.end.codes]),
        text: Array(page.text[line.start.characters..<line.end.characters]),
        state: KnownLines.State(
          font: Int(last.font), size: last.size, origin: last.origin, isDrawn: last.isDrawn))
    }
  }

  private mutating func take(
    _ name: OperatorScanner.Operator, of scanner: inout OperatorScanner
  ) throws(ProofError) {
    words.add(name)
    switch name {
    case Self.setFont:
      font = names.firstIndex { scanner.isName($0) }
      if font == nil { throw .unexpected("a font that the page doesn't have") }
      size = scanner.numbers.first ?? 0
      if let font, words.areAFonts, scanner.skipSpace() {
        let head = words.start..<scanner.position
        forms[scanner.head(at: words.start)] = Form(words: head, font: font, size: size)
      }
    case Self.place:
      let numbers = scanner.numbers
      guard numbers.count == 6, numbers[0] == 1, numbers[1] == 0, numbers[2] == 0, numbers[3] == 1 else {
        throw .unexpected("text that is turned or scaled")
      }
      origin = Point(x: numbers[4], y: numbers[5])
    case Self.move:
      let numbers = scanner.numbers
      guard numbers.count == 2 else { throw .unexpected("text that is moved by anything but two numbers") }
      origin = Point(x: origin.x + numbers[0], y: origin.y + numbers[1])
    case Self.show:
      try show(scanner.code)
      let isOfLine = scanner.skipLineEnd() && words.areACodesOwn
      words = Words(from: scanner.position)
      if isOfLine, let code = scanner.code { try follow(code, in: &scanner) } else { endLine(of: scanner) }
    case Self.mode:
      guard let mode = scanner.numbers.first, mode == 0 || mode == 3 else {
        throw .unexpected("text in another rendering mode")
      }
      isDrawn = mode == 0
      // The words of the next code begin behind it.
      _ = scanner.skipLineEnd()
      words = Words(from: scanner.position)
    case Self.text:
      // A text object's places begin at the origin (9.4.1).
      origin = .zero
      pass(&scanner)
    case Self.art:
      shown.append(scanner.nameText)
      pass(&scanner)
    default:
      guard name == Self.color || Self.marks.contains(name) else {
        throw .unexpected("an operator that letters don't have")
      }
      pass(&scanner)
    }
  }

  /// Goes on behind an operator that is no code's: no line reaches over it, and the next code's words begin behind it.
  private mutating func pass(_ scanner: inout OperatorScanner) {
    endLine(of: scanner)
    _ = scanner.skipLineEnd()
    words = Words(from: scanner.position)
  }

  private mutating func show(_ code: Int?) throws(ProofError) {
    guard let font, let code else { throw .unexpected("text that isn't shown code by code") }
    let glyph = fonts[font].glyph(code)
    let count = glyph.count ?? 0
    if count == 1 {
      page.text.append(fonts[font].characters[glyph.start])
    } else if count > 1 {
      page.text += fonts[font].characters[glyph.start..<glyph.start + count]
    }
    page.codes.append(
      PrintedCode(
        characterCount: glyph.count, isDrawn: isDrawn, hasOutline: glyph.hasOutline,
        number: UInt16(truncatingIfNeeded: code), font: UInt16(truncatingIfNeeded: font), size: size,
        origin: origin, advance: glyph.width * size))
  }
}
