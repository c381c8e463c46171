import Content
public import Diagnostics

extension Template {
  /// The letter that a record makes of the template; `nil` if anything it needs is missing, all of it reported.
  public func evaluate(_ scope: Scope, log: inout DiagnosticLog) -> Letter? {
    var evaluator = Evaluator(scope: scope)
    evaluator.isForm = settings.kind == .form
    var letter = Letter(settings: settings, body: [])
    letter.title = evaluator.line(settings.titleNodes).map { $0.map(\.text).joined() } ?? ""
    letter.subject = settings.subject.flatMap { evaluator.line($0) }
    letter.addressee =
      switch settings.addressee {
      case .person: .person
      case .none: .none
      case .line(let nodes): evaluator.line(nodes).map { .line($0) } ?? .none
      }
    letter.greeting = evaluator.line(settings.greeting)
    letter.closing = evaluator.line(settings.closing)
    letter.copies = settings.copies.compactMap { evaluator.line($0) }
    letter.enclosures = settings.enclosures.compactMap { evaluator.line($0) }
    letter.body = evaluator.blocks(body)
    log.append(contentsOf: evaluator.log)
    return evaluator.log.hasErrors ? nil : letter
  }
}

extension Inline {
  /// Its words, where it has any.
  fileprivate var text: String {
    if case .text(let span) = self { span.text } else { "" }
  }
}

extension Evaluator {
  /// One line of words, or nothing where an optional value has taken all of them.
  mutating func line(_ nodes: [InlineNode]) -> [Inline]? {
    let atoms = Clause.removingMissing(from: atoms(nodes))
    return atoms.contains(where: \.isVisible) ? Evaluator.inlines(atoms) : nil
  }

  fileprivate mutating func line(_ node: LineNode) -> Letter.Line {
    switch node {
    case .asThemed: .asThemed
    case .none: .none
    case .line(let nodes): line(nodes).map { .words($0) } ?? .none
    }
  }
}
