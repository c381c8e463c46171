import Diagnostics
import Geometry

extension Parser {
  /// Reads a line of cells between bars, or the rule under a header row.
  mutating func row(_ line: SourceLine) -> BlockNode {
    let stretches = cells(line.content)
    let place = source.location(line.content)
    if let first = stretches.first, source.scalars[first].contains("-"),
      let widths = widths(stretches)
    {
      return .headerRule(widths, place)
    }
    return .row(RowNode(cells: stretches.map { cell($0) }, place: place))
  }

  /// The stretches between bars that stand in no tag and after no backslash.
  private func cells(_ content: Range<Int>) -> [Range<Int>] {
    let scalars = source.scalars
    var cells: [Range<Int>] = []
    var start = content.lowerBound + 1
    var index = start
    while index < content.upperBound {
      if scalars[index] == "\\" {
        index += 2
      } else if let inside = InlineScanner.opening(scalars, index, content.upperBound) {
        switch InlineScanner.tagEnd(scalars, from: inside, to: content.upperBound) {
        case .closed(_, let after): index = after
        case .unclosed(let stop): index = stop
        }
      } else if scalars[index] == "|" {
        cells.append(source.trimmed(start..<index))
        index += 1
        start = index
      } else {
        index += 1
      }
    }
    let last = source.trimmed(min(start, content.upperBound)..<content.upperBound)
    if !last.isEmpty { cells.append(last) }
    return cells
  }

  /// The widths that a header rule states; `nil` if the line is a row of words.
  private mutating func widths(_ stretches: [Range<Int>]) -> [ColumnWidthNode]? {
    var widths: [ColumnWidthNode] = []
    var units: [(Spelling, ArraySlice<Token>)] = []
    for stretch in stretches {
      guard stretch.isEmpty || source.scalars[stretch].contains("-") else { return nil }
      let dashes = source.scalars[stretch].prefix { $0 == "-" || TagSpelling.isBlank($0) }.count
      let tail = source.scalars[stretch].reversed().prefix { $0 == "-" || TagSpelling.isBlank($0) }.count
      guard dashes < stretch.count else {
        widths.append(.automatic)
        continue
      }
      let words = stretch.lowerBound + dashes..<stretch.upperBound - tail
      let tokens = TagLexer.tokens(of: source, in: words)[...]
      guard let first = tokens.first, let number = Double(first.key.replacing("٫", with: ".")),
        number > 0, number < 1000
      else { return nil }
      if tokens.count == 1 {
        widths.append(.fraction(number))
      } else if let (unit, count) = Measure.table.match(tokens.dropFirst()), count == tokens.count - 1,
        let points = unit.points
      {
        units.append((unit.spelling, tokens.dropFirst()))
        widths.append(.fixed(number * points))
      } else {
        return nil
      }
    }
    for (spelling, tokens) in units { note(spelling, tokens) }
    return widths
  }

  private mutating func cell(_ stretch: Range<Int>) -> RowNode.Cell {
    var words = stretch
    var (across, down) = (1, 1)
    if let inside = InlineScanner.opening(source.scalars, stretch.lowerBound, stretch.upperBound),
      case .closed(let end, let after) = InlineScanner.tagEnd(
        source.scalars, from: inside, to: stretch.upperBound),
      keyword(in: TagLexer.tokens(of: source, in: inside..<end)[...])?.word == .span
    {
      if case .span(let columns, let rows) = tag(inside..<end).payload { (across, down) = (columns, rows) }
      words = source.trimmed(after..<stretch.upperBound)
    }
    return RowNode.Cell(
      inlines: inlines(words), columnSpan: across, rowSpan: down, place: source.location(stretch))
  }

  /// Reads `label: value`; a line without a colon is a value that takes the whole width, and a colon in a note of the
  /// label is the note's.
  mutating func fieldLine(_ line: SourceLine) -> BlockNode {
    let place = source.location(line.content)
    let scalars = source.scalars
    var index = line.content.lowerBound
    var isInFootnote = false
    while index < line.content.upperBound {
      if scalars[index] == "\\" {
        index += 2
      } else if let inside = InlineScanner.opening(scalars, index, line.content.upperBound) {
        switch InlineScanner.tagEnd(scalars, from: inside, to: line.content.upperBound) {
        case .closed(let end, let after):
          switch keyword(in: TagLexer.tokens(of: source, in: inside..<end)[...])?.word {
          case .footnoteOpens: isInFootnote = true
          case .endFootnote: isInFootnote = false
          default: break
          }
          index = after
        case .unclosed(let stop): index = stop
        }
      } else if scalars[index] == ":", !isInFootnote {
        let label = source.trimmed(line.content.lowerBound..<index)
        let value = source.trimmed(index + 1..<line.content.upperBound)
        return .fieldLine(label: inlines(label), value: inlines(value), place)
      } else {
        index += 1
      }
    }
    return .fieldLine(label: inlines(line.content), value: nil, place)
  }
}
