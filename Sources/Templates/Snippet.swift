public import Content
public import Diagnostics

/// One line of template text inside another file, such as a theme's salutation.
public struct Snippet: Hashable, Sendable {
  let nodes: [InlineNode]

  /// Reads a line that stands at `place`; every mistake is reported there.
  public static func parse(_ text: String, at place: SourceLocation, log: inout DiagnosticLog) -> Snippet? {
    var parser = Parser(SourceText(line: text, at: place))
    let nodes = parser.inlines(0..<parser.source.scalars.count)
    log.append(contentsOf: parser.log)
    return parser.log.hasErrors ? nil : Snippet(nodes: nodes)
  }

  /// The words of the line; empty where an optional value took all of them, `nil` where something is missing.
  public func evaluate(_ scope: Scope, log: inout DiagnosticLog) -> [Inline]? {
    var evaluator = Evaluator(scope: scope)
    let inlines = evaluator.line(nodes) ?? []
    log.append(contentsOf: evaluator.log)
    return evaluator.log.hasErrors ? nil : inlines
  }
}
