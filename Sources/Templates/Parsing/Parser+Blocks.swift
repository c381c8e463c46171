import Diagnostics
import Geometry

extension Parser {
  /// How the lines of a stretch are read.
  enum LineMode { case flow, fieldLines }

  /// Reads lines up to the end of the stretch or a tag that ends the innermost open block, left in place.
  mutating func blocks(_ lines: inout ArraySlice<SourceLine>, mode: LineMode) -> [BlockNode] {
    var nodes: [BlockNode] = []
    while let line = lines.first {
      if case .tag(let keyword, let inside) = line.kind {
        if keyword.endsBody, openBlocks.contains(where: { $0.closer == keyword || $0.hasPart(keyword) }) {
          return nodes
        }
        lines.removeFirst()
        nodes += block(keyword, inside, line, &lines, mode: mode)
        continue
      }
      if case .blank = line.kind {
        lines.removeFirst()
        nodes.append(.blank)
      } else if mode == .fieldLines {
        lines.removeFirst()
        nodes.append(fieldLine(line))
      } else {
        nodes.append(textBlock(&lines, line))
      }
    }
    return nodes
  }

  /// Reads a heading, an item, a table's row, or a paragraph with the lines that continue it.
  private mutating func textBlock(
    _ lines: inout ArraySlice<SourceLine>, _ line: SourceLine
  ) -> BlockNode {
    lines.removeFirst()
    let place = source.location(line.content)
    switch line.kind {
    case .heading(let level, let text):
      return .paragraph(headingLevel: level, inlines(text), place)
    case .row:
      return row(line)
    case .item(let number, let text):
      let whole = text.lowerBound..<continuation(&lines, from: line)
      return .item(ItemNode(number: number, indent: line.indent, inlines: inlines(whole), place: place))
    case .text, .blank, .tag:
      let whole = line.content.lowerBound..<continuation(&lines, from: line)
      return .paragraph(headingLevel: nil, inlines(whole), place)
    }
  }

  /// Takes the lines that go on with a paragraph or item, and returns where it ends.
  private func continuation(_ lines: inout ArraySlice<SourceLine>, from first: SourceLine) -> Int {
    var end = first.content.upperBound
    while let line = lines.first {
      switch line.kind {
      case .text: break
      case .item(let number?, _) where number != 1 && first.kind.isText: break
      default: return end
      }
      end = line.content.upperBound
      lines.removeFirst()
    }
    return end
  }

  /// Reads what a tag alone on its line stands for, with the lines it encloses.
  private mutating func block(
    _ keyword: TagKeyword, _ inside: Range<Int>, _ line: SourceLine,
    _ lines: inout ArraySlice<SourceLine>, mode: LineMode
  ) -> [BlockNode] {
    let tag = tag(inside)
    if keyword.endsBody {
      error(.strayEnd(keyword.spelling), line.content)
      return [.error(tag.place, [])]
    }
    switch (keyword, tag.payload) {
    case (.comment, _): return []
    case (.newPage, _): return [.newPage]
    case (.rule, _): return [.rule]
    case (.line, _): return [.dottedLines(1)]
    case (.lines, .number(let count)): return [.dottedLines(count)]
    case (.space, .length(let length)): return [.space(length)]
    case (.signature, .parts(let names)): return [.signatures(names, tag.place)]
    case (.chart, .parts(let names)): return [.chart(ChartNode(names, at: tag.place))]
    case (.include, .name(let name)): return [included(name, line.content)]
    case (.ifOpens, let payload): return [conditional(payload, tag, &lines, mode: mode)]
    case (.forOpens, let payload): return [loop(payload, tag, &lines, mode: mode)]
    case (_, let payload) where keyword.closer != nil:
      return [enclosing(keyword, payload, tag, &lines, mode: mode)]
    default: return [.error(tag.place, [])]
    }
  }

  private mutating func enclosing(
    _ keyword: TagKeyword, _ payload: Tag.Payload, _ tag: Tag,
    _ lines: inout ArraySlice<SourceLine>, mode: LineMode
  ) -> BlockNode {
    var parts = [body(of: keyword, tag, &lines, mode: keyword == .fieldsOpens ? .fieldLines : mode)]
    while keyword == .columnsOpens, take(.nextColumn, &lines) != nil {
      parts.append(body(of: keyword, tag, &lines, mode: mode))
    }
    close(keyword, tag, &lines)
    switch (keyword, payload) {
    case (.optionalOpens, _): return .optional(parts[0])
    case (.keepOpens, _): return .together(parts[0])
    case (.columnsOpens, _): return .columns(parts)
    case (.fieldsOpens, .number(let count)): return .fields(columns: count, parts[0], tag.place)
    case (.fieldsOpens, _): return .fields(columns: 1, parts[0], tag.place)
    case (.boxOpens, .length(let height)): return .box(height: height, parts[0])
    case (.boxOpens, _): return .box(height: 0, parts[0])
    case (.styleOpens, .name(let name)): return .styled(name, parts[0])
    default: return .error(tag.place, parts.flatMap(\.self))
    }
  }

  private mutating func conditional(
    _ payload: Tag.Payload, _ tag: Tag, _ lines: inout ArraySlice<SourceLine>, mode: LineMode
  ) -> BlockNode {
    var branches: [Branch<BlockNode>] = []
    var (condition, place) = (payload.condition, tag.place)
    while true {
      let body = body(of: .ifOpens, tag, &lines, mode: mode)
      branches.append(Branch(condition: condition, body: body, place: place))
      guard condition != nil else { break }
      if let next = take(.elseIf, &lines) {
        (condition, place) = (next.payload.condition, next.place)
      } else if let next = take(.otherwise, &lines) {
        (condition, place) = (nil, next.place)
      } else {
        break
      }
    }
    close(.ifOpens, tag, &lines)
    return .conditional(branches)
  }

  private mutating func loop(
    _ payload: Tag.Payload, _ tag: Tag, _ lines: inout ArraySlice<SourceLine>, mode: LineMode
  ) -> BlockNode {
    let repeated = body(of: .forOpens, tag, &lines, mode: mode)
    let otherwise =
      take(.otherwise, &lines) == nil ? [] : body(of: .forOpens, tag, &lines, mode: mode)
    close(.forOpens, tag, &lines)
    guard case .loop(let variable, let list, let turns) = payload else {
      return .error(tag.place, repeated + otherwise)
    }
    return .loop(
      Loop(variable: variable, list: list, body: repeated, otherwise: otherwise, blankTurns: turns))
  }

  /// Reads the lines that an opening tag encloses.
  private mutating func body(
    of keyword: TagKeyword, _ tag: Tag, _ lines: inout ArraySlice<SourceLine>, mode: LineMode
  ) -> [BlockNode] {
    guard depth + openBlocks.count < Parser.depthLimit else {
      error(.nestedTooDeeply(), at: tag.place)
      lines = []
      return []
    }
    openBlocks.append(keyword)
    defer { openBlocks.removeLast() }
    return blocks(&lines, mode: mode)
  }

  /// Takes the next line if it is the tag of `keyword`.
  private mutating func take(_ keyword: TagKeyword, _ lines: inout ArraySlice<SourceLine>) -> Tag? {
    guard case .tag(keyword, let inside)? = lines.first?.kind else { return nil }
    lines.removeFirst()
    return tag(inside)
  }

  private mutating func close(
    _ opener: TagKeyword, _ tag: Tag, _ lines: inout ArraySlice<SourceLine>
  ) {
    guard let closer = opener.closer, take(closer, &lines) == nil else { return }
    error(.unclosedBlock(opener.spelling), at: tag.place, hints: [.close(with: closer.spelling)])
  }
}

extension TagKeyword {
  /// Whether a block that this keyword opens may have a part that `keyword` begins.
  fileprivate func hasPart(_ keyword: TagKeyword) -> Bool {
    switch (self, keyword) {
    case (.ifOpens, .elseIf), (.ifOpens, .otherwise), (.forOpens, .otherwise), (.columnsOpens, .nextColumn):
      true
    default: false
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func strayEnd(_ word: Spelling) -> Self {
    Self(
      "templates.stray-end", arabic: "«\(word.arabic)» بلا بداية قبله",
      english: "“\(word.english)” belongs to nothing that is open")
  }
  fileprivate static func unclosedBlock(_ word: Spelling) -> Self {
    Self(
      "templates.unclosed-block", arabic: "«\(word.arabic)» فُتح ولم يُغلق",
      english: "“\(word.english)” is opened and never closed")
  }
}
