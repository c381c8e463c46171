import Content
import Diagnostics
import Values

extension Evaluator {
  /// Writes the pieces of a paragraph.
  mutating func atoms(_ nodes: [InlineNode], style: InlineStyle = .plain) -> [Atom] {
    var atoms: [Atom] = []
    for node in nodes {
      guard !isExhausted else { break }
      atoms += self.atoms(node, style)
    }
    return atoms
  }

  private mutating func atoms(_ node: InlineNode, _ style: InlineStyle) -> [Atom] {
    switch node {
    case .text(let text, let place):
      guard mayWrite(text.unicodeScalars.count, at: place) else { return [] }
      return ClauseScanner.atoms(of: text, style: style, at: place)
    case .emphasis(let inner):
      var bold = style
      bold.isBold = true
      return atoms(inner, style: bold)
    case .field(let tag): return atoms(of: tag, style)
    case .forms(let tag): return atoms(of: tag, style)
    case .choices(let name): return choices(of: name, style)
    case .checkBox(let name): return checkBox(of: name, style)
    case .conditional(let branches):
      guard let branch = branch(of: branches) else { return [] }
      return [.partBegins] + atoms(branch.body, style: style) + [.partEnds]
    case .loop(let loop):
      return iterate(loop) { evaluator, body in
        [.partBegins] + evaluator.atoms(body, style: style) + [.partEnds]
      }
    case .optional(let inner):
      let written = optionally { $0.atoms(inner, style: style) }
      return written.map { [.partBegins] + $0 + [.partEnds] } ?? []
    case .leftToRight(let text, let place):
      return [.inline(.text(TextSpan(text, style: style, isolation: .leftToRight, origin: place)))]
    case .link(let text, let target, let place):
      let span = TextSpan(text, style: style, isolation: .leftToRight, origin: place, link: target)
      return [.inline(.text(span))]
    case .symbol(let symbol, let place):
      let span = TextSpan(symbol.character, style: style, isBreakable: false, origin: place)
      return [.inline(.text(span))]
    case .index(let place): return index(at: place, style)
    case .newLine: return [.inline(.lineBreak)]
    case .flexibleSpace: return [.inline(.flexibleSpace)]
    case .dottedFill: return [.inline(.dottedFill)]
    case .pageNumber: return [.inline(.pageNumber(style, digits: digits))]
    case .pageCount: return [.inline(.pageCount(style, digits: digits))]
    case .error: return []
    }
  }

  /// The digits of numbers in running text.
  var digits: NumberDigits { scope.style.digits == .european ? .european : .arabicIndic }

  private mutating func index(at place: SourceLocation, _ style: InlineStyle) -> [Atom] {
    guard let position = bindings.last?.position else {
      log.error(.indexOutsideLoop(), at: place)
      return []
    }
    let text = Digits.printed(position, style: scope.style.digits)
    return [.inline(.text(TextSpan(text, style: style, isBreakable: false, origin: place)))]
  }

  /// Writes an optional group; `nil` if one of its values is missing.
  mutating func optionally<Result>(_ write: (inout Evaluator) -> Result) -> Result? {
    let outer = lacksValue
    lacksValue = false
    optionalDepth += 1
    let result = write(&self)
    optionalDepth -= 1
    defer { lacksValue = outer }
    return lacksValue ? nil : result
  }

  /// The first branch whose condition holds.
  mutating func branch<Node>(of branches: [Branch<Node>]) -> Branch<Node>? {
    for branch in branches {
      guard let condition = branch.condition else { return branch }
      if holds(condition) { return branch }
    }
    return nil
  }

  /// The words of atoms, adjacent words of one style made one stretch.
  static func inlines(_ atoms: [Atom]) -> [Inline] {
    var inlines: [Inline] = []
    for atom in atoms {
      switch atom {
      case .words(let text, let style, let place), .mark(_, let text, let style, let place):
        append(text, style, place, to: &inlines)
      case .inline(let inline): inlines.append(inline)
      case .paragraphBreak: inlines.append(.lineBreak)
      case .comb(let characters): append(comb: characters, to: &inlines)
      case .missing, .partBegins, .partEnds: break
      }
    }
    return inlines
  }

  private static func append(
    _ text: String, _ style: InlineStyle, _ place: SourceLocation, to inlines: inout [Inline]
  ) {
    if case .text(var span)? = inlines.last, span.isolation == .none, span.isBreakable, span.style == style,
      span.origin == place
    {
      span.text += text
      inlines[inlines.count - 1] = .text(span)
    } else {
      inlines.append(.text(TextSpan(text, style: style, origin: place)))
    }
  }

  /// Comb boxes among words: the characters, or low lines to write on, each apart.
  private static func append(comb characters: [Character?], to inlines: inout [Inline]) {
    let text = characters.map { String($0 ?? "_") }.joined(separator: "\u{00A0}")
    inlines.append(.text(TextSpan(text, isolation: .leftToRight, isBreakable: false)))
  }
}

extension Diagnostic.Message {
  fileprivate static func indexOutsideLoop() -> Self {
    Self(
      "templates.index-outside-loop", arabic: "«التسلسل» لا يُكتب إلا داخل «لكل»",
      english: "“index” stands only inside “for each”")
  }
}
