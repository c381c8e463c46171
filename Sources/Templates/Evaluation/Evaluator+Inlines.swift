import Content
import Diagnostics
import Values

extension Evaluator {
  /// Writes the pieces of a paragraph.
  mutating func atoms(_ nodes: [InlineNode], style: InlineStyle = .plain) -> [Atom] {
    var atoms: [Atom] = []
    atoms.reserveCapacity(nodes.count)
    append(nodes, style, to: &atoms)
    return atoms
  }

  mutating func append(_ nodes: [InlineNode], _ style: InlineStyle, to atoms: inout [Atom]) {
    for node in nodes where !isExhausted { append(node, style, to: &atoms) }
  }

  private mutating func append(_ node: InlineNode, _ style: InlineStyle, to atoms: inout [Atom]) {
    switch node {
    case .text(let text, let place):
      guard mayWrite(text.unicodeScalars.count, at: place), !text.isEmpty else { return }
      atoms.append(.written(text, style, place))
    case .emphasis(let inner):
      var bold = style
      bold.isBold = true
      append(inner, bold, to: &atoms)
    case .field(let tag): append(tag, style, to: &atoms)
    case .forms(let tag): atoms += self.atoms(of: tag, style)
    case .choices(let name): atoms += choices(of: name, style)
    case .checkBox(let name): atoms += checkBox(of: name, style)
    case .conditional(let branches):
      if let branch = branch(of: branches, orTry: { _ = $0.atoms($1) }) {
        appendPart(branch.body, style, to: &atoms)
      }
    case .loop(let loop):
      iterate(loop, into: &atoms) { evaluator, body, atoms in evaluator.appendPart(body, style, to: &atoms) }
    case .optional(let inner):
      let count = atoms.count
      let isWritten = optionally { $0.appendPart(inner, style, to: &atoms) } != nil
      if !isWritten { atoms.removeSubrange(count...) }
    case .leftToRight(let text, let place):
      atoms.append(.inline(.text(TextSpan(text, style: style, isolation: .leftToRight, origin: place))))
    case .link(let text, let target, let place):
      let span = TextSpan(text, style: style, isolation: .leftToRight, origin: place, link: target)
      atoms.append(.inline(.text(span)))
    case .footnote(let inner, let place): appendFootnote(inner, at: place, to: &atoms)
    case .symbol(let symbol, let place):
      let span = TextSpan(symbol.character, style: style, isBreakable: false, origin: place)
      atoms.append(.inline(.text(span)))
    case .index(let place): atoms += index(at: place, style)
    case .newLine: atoms.append(.inline(.lineBreak))
    case .flexibleSpace: atoms.append(.inline(.flexibleSpace))
    case .dottedFill: atoms.append(.inline(.dottedFill))
    case .pageNumber: atoms.append(.inline(.pageNumber(style, digits: digits)))
    case .pageCount: atoms.append(.inline(.pageCount(style, digits: digits)))
    case .error: break
    }
  }

  /// Writes what a condition or a loop holds; no clause reaches over its ends.
  private mutating func appendPart(_ nodes: [InlineNode], _ style: InlineStyle, to atoms: inout [Atom]) {
    atoms.append(.partBegins)
    append(nodes, style, to: &atoms)
    atoms.append(.partEnds)
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
  ///
  /// Where a field in doubt decides, there is none: `evaluate` tries those that may hold, to find what is wrong in
  /// each of them.
  mutating func branch<Node>(
    of branches: [Branch<Node>], orTry evaluate: (inout Evaluator, [Node]) -> Void
  ) -> Branch<Node>? {
    for index in branches.indices {
      guard let condition = branches[index].condition else { return branches[index] }
      switch holds(condition) {
      case true?: return branches[index]
      case false?: continue
      case nil:
        tryEach(of: branches[index...], evaluate)
        return nil
      }
    }
    return nil
  }

  /// The words of atoms, adjacent words of one style made one stretch.
  static func inlines(_ atoms: [Atom]) -> [Inline] {
    var inlines: [Inline] = []
    inlines.reserveCapacity(atoms.count)
    var hasFootnotes = false
    for atom in atoms {
      switch atom {
      case .written(let text, let style, let place), .words(let text, let style, let place),
        .mark(_, let text, let style, let place):
        append(text, style, place, to: &inlines)
      case .inline(let inline):
        hasFootnotes = hasFootnotes || inline.isFootnote
        inlines.append(inline)
      case .paragraphBreak: inlines.append(.lineBreak)
      case .comb(let characters): append(comb: characters, to: &inlines)
      case .missing, .partBegins, .partEnds: break
      }
    }
    return hasFootnotes ? inlines.placingFootnotes : inlines
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
