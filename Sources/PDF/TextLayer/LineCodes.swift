import Fonts
import Geometry

/// Turns a line's pieces into codes in the order of reading, with the directional marks that readers need.
///
/// A piece is written from right to left with its place left of the one before it. What is written from left to
/// right keeps its inner order.
struct LineCodes {
  /// What is done for a line that PDFium would take for a left-to-right one.
  struct Measures {
    /// PDFium sees all directional marks, which count as letters.
    var showsMarks = false
    /// Left-to-right letters are lifted out of the line, even if they are letters only.
    var liftsLetters = false
    /// The line begins with a right-to-left mark.
    var beginsRightToLeft = false
  }

  private let line: LineItems
  private let options: TextLayer.Options
  private let measures: Measures
  private(set) var codes: [TextCode] = []
  private(set) var directions = LineDirections()
  /// The left edge of what came last.
  private var edge: Points
  /// What came last.
  private var last: ReaderClass?
  /// Whether Poppler would read on from left to right.
  private var isOpen = false

  /// `line` in codes as all readers can read them.
  static func readable(_ line: LineItems, _ options: TextLayer.Options, returns: Bool) -> CodedLine {
    CodedLine(line, codes: codes(of: line, options), returns: returns)
  }

  /// The codes of `line`.
  static func codes(of line: LineItems, _ options: TextLayer.Options) -> [TextCode] {
    let plain = LineCodes(line, options, Measures())
    guard plain.directions.isMistaken, options.liftsMixedText, options.writesControls else {
      return plain.codes
    }
    var measures = Measures(showsMarks: true)
    let marked = LineCodes(line, options, measures)
    guard marked.directions.isMistaken else { return marked.codes }
    measures.liftsLetters = true
    let lifted = LineCodes(line, options, measures)
    guard lifted.directions.isMistaken else { return lifted.codes }
    measures.beginsRightToLeft = true
    return LineCodes(line, options, measures).codes
  }

  init(_ line: LineItems, _ options: TextLayer.Options, _ measures: Measures) {
    self.line = line
    self.options = options
    self.measures = measures
    edge = line.items.first?.end ?? 0
    codes.reserveCapacity(line.items.count + line.items.count / 4 + 4)
    begin()
    let items = line.items
    var index = 0
    while index < items.count {
      var end = index + 1
      if !items[index].isRightToLeft {
        while end < items.count, !items[end].isRightToLeft { end += 1 }
        addLeftToRight(index..<end)
      } else if items[index].reader == .mark {
        while end < items.count, items[end].isRightToLeft, items[end].reader == .mark { end += 1 }
        addMarks(index..<end)
        end = addSign(after: index..<end)
      } else {
        addRightToLeft(index)
      }
      index = end
    }
    finish()
  }

  /// Begins with a mark where a reader must not see the first code at the line's right end.
  ///
  /// Two wide codes, at the ends of two lines, lie on one line for PDFium. A hyphen at the right end is to
  /// Poppler a word's that goes on in the next line.
  private mutating func begin() {
    guard let first = line.items.first else { return }
    let isWide = first.advance > TextLayer.wide * line.measures[first.run].size
    let isHyphen = first.isRightToLeft && first.text.count == 1 && line.endsWithHyphen(first)
    guard measures.beginsRightToLeft || isWide || isHyphen else { return }
    if !first.isRightToLeft { edge = line.items.prefix { !$0.isRightToLeft }.map(\.end).max() ?? edge }
    edge += line.sliver(of: first.run)
    addControl(.rightToLeftMark, run: first.run, isSeen: measures.beginsRightToLeft || isWide)
  }

  /// Ends with a mark after a sign that stands between directions, or a wide code.
  private mutating func finish() {
    guard let final = line.items.last else { return }
    let isWide = final.advance > TextLayer.wide * line.measures[final.run].size
    if isWide || last == .replaced && final.isRightToLeft {
      addControl(.rightToLeftMark, run: final.run, isSeen: isWide)
    }
  }

  private mutating func addRightToLeft(_ index: Int) {
    let item = line.items[index]
    switch item.reader {
    case .right: isOpen = false
    case .weak, .separator, .arabicDigit:
      if isOpen, index == 0 || !line.haveSameText(item, line.items[index - 1]) {
        addControl(.rightToLeftMark, run: item.run, isSeen: last?.isWeak == true)
      }
      isOpen = true
    case .replaced:
      if isOpen { addControl(.rightToLeftMark, run: item.run, isSeen: last == .replaced) }
      addControl(.leftToRightMark, run: item.run, isSeen: true)
      isOpen = options.writesControls
    case .neutral, .space, .left, .mark:
      if isOpen { addControl(.rightToLeftMark, run: item.run, isSeen: last == .replaced) }
      isOpen = false
    }
    append(item)
    edge = min(edge, item.x)
    last = item.reader
  }

  /// Adds marks that follow each other, on one place left of their letter.
  ///
  /// PDFium keeps a sequence of marks in the order of their places, others turn it round with the letters. On
  /// one place, PDFium goes by their order in the content stream.
  private mutating func addMarks(_ range: Range<Int>) {
    let run = line.items[range.lowerBound].run
    if isOpen { addControl(.rightToLeftMark, run: run, isSeen: last?.isWeak == true) }
    isOpen = false
    let x = edge - line.sliver(of: run)
    for (turn, index) in range.enumerated() {
      var item = line.items[index]
      if item.ink.isEmpty { item.x = x }
      append(item)
      if item.ink.isEmpty { codes[codes.count - 1].size *= TextLayer.markSize }
      if options.stacksMarks, range.count > 1 { codes[codes.count - 1].turn = turn }
    }
    edge = x
    last = .mark
  }

  /// Adds a numeric sign after marks on the marks' own place, for the same reason; gives the next index.
  private mutating func addSign(after marks: Range<Int>) -> Int {
    let index = marks.upperBound
    guard index < line.items.count, line.items[index].isRightToLeft, line.items[index].reader.isNumeric else {
      return index
    }
    let sign = line.items[index]
    guard options.stacksMarks else {
      addControl(.rightToLeftMark, run: sign.run, isSeen: true)
      return index
    }
    let first = codes.count - marks.count
    for (turn, code) in (first..<codes.count).enumerated() {
      codes[code].x = sign.x
      codes[code].turn = turn
      codes[code].code.advance = units(sign.advance, run: line.items[marks.lowerBound].run)
    }
    append(sign)
    codes[codes.count - 1].turn = marks.count
    edge = sign.x
    last = sign.reader
    isOpen = true
    return index + 1
  }

  private mutating func addLeftToRight(_ range: Range<Int>) {
    let items = line.items[range]
    guard let first = items.first, let final = items.last else { return }
    var kinds: UInt8 = 0
    var (left, right) = (first.x, first.end)
    for item in items {
      kinds |= item.reader.kind
      left = min(left, item.x)
      right = max(right, item.end)
    }
    if isOpen || last?.isWeak == true {
      addControl(.rightToLeftMark, run: first.run, isSeen: last?.isWeak == true && first.reader.isWeak)
    }
    // PDFium turns round all that isn't letters only or numbers only.
    let isMixed = kinds & (kinds - 1) != 0 || kinds == ReaderClass.neutral.kind && items.count > 1
    if options.liftsMixedText, isMixed || measures.liftsLetters && kinds == ReaderClass.left.kind {
      let lift = Int32((Double(line.measures[first.run].em) * TextLayer.lift).rounded())
      let y = Double(lift) * line.measures[first.run].unit
      directions.endPortion()
      addBoundary(at: left - line.sliver(of: first.run), y: y, run: first.run)
      for item in items {
        append(item)
        raise(y)
      }
      addBoundary(at: right, y: y, run: final.run)
      directions.forgetPortion()
    } else {
      addNumber(items)
      let isHyphen = codes.count == items.count && line.endsWithHyphen(final)
      if options.writesControls, !final.reader.beginsLeftToRight || isHyphen {
        addControl(.leftToRightMark, at: right, run: final.run, area: measures.showsMarks ? .line : nil)
      }
    }
    edge = left
    last = final.reader
    isOpen = true
  }

  /// Adds digits and signs, with a mark where MuPDF would take them for letters stored in reverse.
  private mutating func addNumber(_ items: ArraySlice<LayerItem>) {
    var level = 1
    for (place, item) in items.enumerated() {
      var guess = item.reader.guessedLevel(after: level)
      if place > 0, guess == 1, level == 1 {
        let x = item.x - line.sliver(of: item.run)
        if options.writesControls { addControl(.popDirectionalIsolate, at: x, run: item.run, area: nil) }
        guess = item.reader.guessedLevel(after: 0)
      }
      level = guess
      append(item)
    }
  }

  /// Raises the place of the code added last, its ink staying where it is.
  private mutating func raise(_ y: Points) {
    let index = codes.count - 1
    let unit = line.measures[codes[index].run].unit
    codes[index].code.rise = -Int32((y / unit).rounded())
    codes[index].y = y
  }

  /// Adds a mark that PDFium takes for a line of its own.
  private mutating func addBoundary(at x: Points, y: Points, run: Int) {
    addControl(.leftToRightMark, at: x, run: run, area: .apart)
    codes[codes.count - 1].y = y
  }

  /// Adds a directional mark left of what came last; PDFium sees it only if it must.
  private mutating func addControl(_ control: Control, run: Int, isSeen: Bool = false) {
    guard options.writesControls else { return }
    edge -= line.sliver(of: run)
    addControl(control, at: edge, run: run, area: isSeen || measures.showsMarks ? .line : nil)
  }

  /// Adds a directional mark at `x`, which lets others than PDFium read as they should; PDFium passes over a code
  /// without an area.
  private mutating func addControl(_ control: Control, at x: Points, run: Int, area: TextArea?) {
    codes.append(
      TextCode(
        code: FontCode(
          ink: 0..<0, area: area, advance: line.measures[run].sliver, text: control.text),
        run: run, size: line.measures[run].size, x: x, isControl: true))
    if area == .line { directions.add(control.reader) }
  }

  private mutating func append(_ item: LayerItem) {
    var code = FontCode(
      ink: item.ink, area: item.ink.isEmpty ? .line : nil, advance: units(item.advance, run: item.run),
      text: item.text)
    var x = item.x
    let measure = line.measures[item.run]
    if item.reader == .space {
      // One code for all spaces of a font, however far they are stretched; it adjoins what comes before it.
      code.advance = min(code.advance, Int32(measure.em / 4))
      if item.isRightToLeft { x = item.end - Double(code.advance) * measure.unit }
    }
    codes.append(TextCode(code: code, run: item.run, size: measure.size, x: x))
    directions.add(item.reader)
  }

  private func units(_ width: Points, run: Int) -> Int32 {
    Int32(max(0, (width / line.measures[run].unit).rounded()))
  }
}
