import Diagnostics

/// The pieces of a paragraph, its tags read once, and how far they have been nested.
struct InlineCursor {
  /// A piece whose tag, if it is one, has been read.
  struct Item {
    let piece: InlinePiece
    let tag: Tag?
  }

  var items: ArraySlice<Item>

  /// The next piece.
  var next: Item? { items.first }
}

extension Parser {
  /// Reads the words of a paragraph, heading, item or cell.
  mutating func inlines(_ range: Range<Int>) -> [InlineNode] {
    var cursor = InlineCursor(items: [])
    for piece in InlineScanner.pieces(of: source, in: range) {
      if case .tag(_, let inside) = piece {
        cursor.items.append(.init(piece: piece, tag: tag(inside)))
      } else {
        cursor.items.append(.init(piece: piece, tag: nil))
      }
    }
    var nodes: [InlineNode] = []
    while true {
      nodes += sequence(&cursor, inEmphasis: false)
      guard let stray = cursor.items.popFirst() else {
        checkPlaces(ofFootnotesIn: nodes)
        return nodes
      }
      if let tag = stray.tag, let keyword = tag.keyword {
        error(.strayPart(keyword.spelling), self.range(of: stray.piece))
        nodes.append(.error(tag.place, []))
      }
    }
  }

  /// Reads pieces up to a keyword that ends the part they are in, which is left in place.
  private mutating func sequence(
    _ cursor: inout InlineCursor, inEmphasis: Bool
  ) -> [InlineNode] {
    var nodes: [InlineNode] = []
    while let item = cursor.next {
      if let keyword = item.tag?.keyword, keyword.endsBody { return nodes }
      if case .asterisk(_, _, mayClose: true) = item.piece, inEmphasis { return nodes }
      cursor.items.removeFirst()
      switch item.piece {
      case .text(let range):
        append(text: range, to: &nodes)
      case .escaped(let mark):
        nodes.append(.text(source.string(mark), source.location(mark)))
      case .asterisk(let mark, let mayOpen, _):
        if mayOpen, !inEmphasis, depth < Parser.depthLimit {
          nodes += emphasis(&cursor, mark)
        } else {
          nodes.append(.text(source.string(mark), source.location(mark)))
        }
      case .tag(let whole, _):
        if let tag = item.tag { nodes += inline(tag, whole, &cursor, inEmphasis: inEmphasis) }
      case .unclosed(let range):
        error(.unclosedTag(), range)
        nodes.append(.error(source.location(range), []))
      case .stray(let range):
        error(.strayBraces(), range)
        nodes.append(.error(source.location(range), []))
      }
    }
    return nodes
  }

  /// Text as it is printed: runs of spaces and line ends made one space, embedding controls left out.
  private mutating func append(text range: Range<Int>, to nodes: inout [InlineNode]) {
    var view = String.UnicodeScalarView()
    for scalar in source.scalars[range] {
      switch scalar.value {
      case 0x20, 0x09, 0x0A, 0x0D: if view.last != " " { view.append(" ") }
      case 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: break
      default: view.append(scalar)
      }
    }
    if !view.isEmpty { nodes.append(.text(String(view), source.location(range))) }
  }

  private mutating func emphasis(_ cursor: inout InlineCursor, _ mark: Range<Int>) -> [InlineNode] {
    depth += 1
    defer { depth -= 1 }
    let body = sequence(&cursor, inEmphasis: true)
    if case .asterisk? = cursor.next?.piece {
      cursor.items.removeFirst()
      return [.emphasis(body)]
    }
    guard log.diagnostics.count < Parser.errorLimit else {
      return [.text(source.string(mark), source.location(mark))] + body
    }
    log.warning(.unclosedEmphasis(), at: source.location(mark), hints: [.escape()])
    return [.text(source.string(mark), source.location(mark))] + body
  }

  /// Reads what a tag stands for, with the parts it encloses.
  private mutating func inline(
    _ tag: Tag, _ whole: Range<Int>, _ cursor: inout InlineCursor, inEmphasis: Bool
  ) -> [InlineNode] {
    if let keyword = tag.keyword, !keyword.standsInline {
      error(.standsAlone(keyword.spelling), whole)
      return [.error(tag.place, [])]
    }
    switch (tag.keyword, tag.payload) {
    case (.ifOpens?, let payload): return conditional(payload, tag, &cursor, inEmphasis: inEmphasis)
    case (.forOpens?, let payload): return loop(payload, tag, &cursor, inEmphasis: inEmphasis)
    case (.optionalOpens?, _):
      let body = enclosed(&cursor, tag, inEmphasis: inEmphasis)
      close(.optionalOpens, tag, &cursor)
      return [.optional(body)]
    case (.footnoteOpens?, _): return footnote(tag, &cursor)
    case (.comment?, _): return []
    case (.index?, _): return [.index(tag.place)]
    case (.line?, _): return [.dottedFill]
    case (.newLine?, _): return [.newLine]
    case (.flexibleSpace?, _): return [.flexibleSpace]
    case (.pageNumber?, _): return [.pageNumber]
    case (.pageCount?, _): return [.pageCount]
    case (_, .field(let field)): return [.field(field)]
    case (_, .forms(let forms)): return [.forms(forms)]
    case (.choices?, .name(let name)): return [.choices(name)]
    case (.checkBox?, .name(let name)): return [.checkBox(name)]
    case (.checkBox?, .nothing): return [.checkBox(nil)]
    case (_, .symbol(let symbol)): return [.symbol(symbol, tag.place)]
    case (_, .link(let text, let target)): return [.link(text, target, tag.place)]
    case (_, .text(let text)): return [.leftToRight(text, tag.place)]
    case (.span?, .span):
      error(.spanOutsideTable(), whole)
      return [.error(tag.place, [])]
    default: return [.error(tag.place, [])]
    }
  }

  mutating func enclosed(
    _ cursor: inout InlineCursor, _ tag: Tag, inEmphasis: Bool
  ) -> [InlineNode] {
    guard depth < Parser.depthLimit else {
      error(.nestedTooDeeply(), at: tag.place)
      cursor.items = []
      return [.error(tag.place, [])]
    }
    depth += 1
    defer { depth -= 1 }
    return sequence(&cursor, inEmphasis: inEmphasis)
  }

  /// Takes the closing tag of what `opener` opened; reports it if something else stands there.
  mutating func close(
    _ opener: TagKeyword, _ tag: Tag, _ cursor: inout InlineCursor
  ) {
    if let keyword = cursor.next?.tag?.keyword, keyword == opener.closer {
      cursor.items.removeFirst()
      return
    }
    guard let closer = opener.closer else { return }
    error(
      .unclosedPart(opener.spelling), at: tag.place, hints: [.close(with: closer.spelling)])
  }

  private mutating func conditional(
    _ payload: Tag.Payload, _ tag: Tag, _ cursor: inout InlineCursor, inEmphasis: Bool
  ) -> [InlineNode] {
    var branches: [Branch<InlineNode>] = []
    var (condition, place) = (payload.condition, tag.place)
    while true {
      let body = enclosed(&cursor, tag, inEmphasis: inEmphasis)
      branches.append(Branch(condition: condition, body: body, place: place))
      guard let next = cursor.next?.tag, next.keyword == .elseIf || next.keyword == .otherwise,
        condition != nil
      else { break }
      cursor.items.removeFirst()
      condition = next.keyword == .elseIf ? next.payload.condition : nil
      place = next.place
    }
    close(.ifOpens, tag, &cursor)
    return [.conditional(branches)]
  }

  private mutating func loop(
    _ payload: Tag.Payload, _ tag: Tag, _ cursor: inout InlineCursor, inEmphasis: Bool
  ) -> [InlineNode] {
    let body = enclosed(&cursor, tag, inEmphasis: inEmphasis)
    var otherwise: [InlineNode] = []
    if cursor.next?.tag?.keyword == .otherwise {
      cursor.items.removeFirst()
      otherwise = enclosed(&cursor, tag, inEmphasis: inEmphasis)
    }
    close(.forOpens, tag, &cursor)
    guard case .loop(let variable, let list, let turns) = payload else {
      return [.error(tag.place, body + otherwise)]
    }
    return [.loop(Loop(variable: variable, list: list, body: body, otherwise: otherwise, blankTurns: turns))]
  }

  private func range(of piece: InlinePiece) -> Range<Int> {
    switch piece {
    case .text(let range), .tag(let range, _), .unclosed(let range), .stray(let range),
      .asterisk(let range, _, _), .escaped(let range):
      range
    }
  }
}

extension Tag.Payload {
  /// The condition of a tag that has one.
  var condition: Condition? {
    switch self {
    case .condition(let condition): condition
    default: .unreadable
    }
  }
}

extension Diagnostic.Hint {
  /// Advice to close what is open.
  static func close(with closer: Spelling) -> Self {
    Self(
      arabic: "أغلقه بـ {{\(closer.arabic)}}", english: "Close it with {{\(closer.english)}}")
  }
  fileprivate static func escape() -> Self {
    Self(
      arabic: "إن أردت النجمة نفسها فاكتب \\*", english: "For the asterisk itself, write \\*")
  }
}

extension Diagnostic.Message {
  fileprivate static func strayPart(_ word: Spelling) -> Self {
    Self(
      "templates.stray-part", arabic: "«\(word.arabic)» هنا بلا بداية في الفقرة نفسها",
      english: "“\(word.english)” belongs to nothing opened in this paragraph")
  }
  fileprivate static func unclosedTag() -> Self {
    Self(
      "templates.unclosed-tag", arabic: "وسم فُتح بـ {{ ولم يُغلق بـ }} في سطره",
      english: "A tag opened with {{ isn't closed with }} on its line")
  }
  fileprivate static func strayBraces() -> Self {
    Self(
      "templates.stray-braces", arabic: "إغلاق }} بلا فتح {{ قبله", english: "}} without {{ before it")
  }
  fileprivate static func unclosedEmphasis() -> Self {
    Self(
      "templates.unclosed-emphasis", arabic: "نجمة تبدأ نصاً غليظاً لا نهاية له في الفقرة",
      english: "An asterisk begins bold text that doesn't end in this paragraph")
  }
  fileprivate static func standsAlone(_ word: Spelling) -> Self {
    Self(
      "templates.stands-alone", arabic: "«\(word.arabic)» يُكتب وحده في سطر، لا داخل الكلام",
      english: "“\(word.english)” stands alone on a line, not among words")
  }
  fileprivate static func spanOutsideTable() -> Self {
    Self(
      "templates.span-outside-table", arabic: "«دمج» يُكتب في أول خلية من جدول",
      english: "“span” stands at the beginning of a table's cell")
  }
  fileprivate static func unclosedPart(_ word: Spelling) -> Self {
    Self(
      "templates.unclosed-part", arabic: "«\(word.arabic)» فُتح داخل الفقرة ولم يُغلق فيها",
      english: "“\(word.english)” is opened in this paragraph and not closed in it")
  }
  /// Shared by inline parts and blocks.
  static func nestedTooDeeply() -> Self {
    Self(
      "templates.nested-too-deeply", arabic: "الأجزاء متداخلة أكثر مما يُقبل",
      english: "The parts are nested too deeply")
  }
}
