public import Content
public import Diagnostics
import Values

/// One line of template text inside another file, such as a theme's salutation.
public struct Snippet: Hashable, Sendable {
  /// What a line says in every letter, but where the record states one of `fields`.
  private struct Settled: Hashable {
    var inlines: [Inline]
    var fields: [String]
  }

  let nodes: [InlineNode]
  private var settled: Settled?

  init(nodes: [InlineNode]) { self.nodes = nodes }

  /// Reads a line that stands at `place`; every mistake is reported there.
  public static func parse(_ text: String, at place: SourceLocation, log: inout DiagnosticLog) -> Snippet? {
    var parser = Parser(SourceText(line: text, at: place))
    let nodes = parser.inlines(0..<parser.source.scalars.count)
    log.append(contentsOf: parser.log)
    return parser.log.hasErrors ? nil : Snippet(nodes: nodes)
  }

  /// The words of the line; empty where an optional value took all of them, `nil` where something is missing.
  public func evaluate(_ scope: Scope, log: inout DiagnosticLog) -> [Inline]? {
    if let settled, settled.fields.allSatisfy({ scope.values[$0] == nil }) { return settled.inlines }
    var evaluator = Evaluator(scope: scope)
    let inlines = evaluator.line(nodes) ?? []
    log.append(contentsOf: evaluator.log)
    return evaluator.log.hasErrors ? nil : inlines
  }

  /// Whether it is text and fields, and none of the fields has a value.
  public func lacksValues(in scope: Scope) -> Bool {
    guard let names = nodes.namesOfFields, !names.isEmpty else { return false }
    return names.allSatisfy { name in
      guard let field = scope.fields[name.lookup] else { return false }
      return scope.values[field.key] == nil && scope.standing[field.key] == nil
    }
  }

  /// The same line with its words known already, where it states nothing but what the office states in every letter.
  ///
  /// - Parameter scope: the office's, before any record.
  /// - Returns: a line for scopes that differ from `scope` in their record alone.
  public func settled(in scope: Scope) -> Snippet {
    guard let names = nodes.namesOfFields else { return self }
    let fields = names.compactMap { scope.fields[$0.lookup]?.field.name }
    guard fields.count == names.count, fields.allSatisfy({ scope.standing[$0] != nil }) else { return self }
    var log = DiagnosticLog()
    let office = scope.stating([:], origins: [:], record: nil)
    guard let inlines = evaluate(office, log: &log), log.diagnostics.isEmpty else { return self }
    var snippet = self
    snippet.settled = Settled(inlines: inlines, fields: fields)
    return snippet
  }
}

extension [InlineNode] {
  /// The fields that are named; `nil` where there is more to it than text and fields.
  fileprivate var namesOfFields: [FieldName]? {
    var names: [FieldName] = []
    for node in self {
      switch node {
      case .field(let tag): names.append(tag.name)
      case .emphasis(let inner):
        guard let more = inner.namesOfFields else { return nil }
        names += more
      case .text, .leftToRight, .link, .symbol, .newLine, .flexibleSpace, .dottedFill, .pageNumber,
        .pageCount:
        break
      case .forms, .choices, .checkBox, .conditional, .loop, .optional, .footnote, .index, .error: return nil
      }
    }
    return names
  }
}
