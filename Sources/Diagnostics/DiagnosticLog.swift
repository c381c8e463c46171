/// The mistakes found so far, in the order they were found.
///
/// Every stage takes one `inout`, adds to it, and returns its best result.
public struct DiagnosticLog: Hashable, Sendable {
  /// All of them, oldest first.
  public private(set) var diagnostics: [Diagnostic] = []

  /// An empty log.
  public init() {}

  /// Whether anything in the log is an error.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Adds one diagnostic.
  public mutating func append(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
  }

  /// Adds all of another log's.
  public mutating func append(contentsOf other: DiagnosticLog) {
    diagnostics.append(contentsOf: other.diagnostics)
  }

  /// Adds an error.
  public mutating func error(
    _ message: Diagnostic.Message, at location: SourceLocation? = nil, hints: [Diagnostic.Hint] = []
  ) {
    append(Diagnostic(.error, message, at: location, hints: hints))
  }

  /// Adds a warning.
  public mutating func warning(
    _ message: Diagnostic.Message, at location: SourceLocation? = nil, hints: [Diagnostic.Hint] = []
  ) {
    append(Diagnostic(.warning, message, at: location, hints: hints))
  }

  /// Adds a note.
  public mutating func note(
    _ message: Diagnostic.Message, at location: SourceLocation? = nil, hints: [Diagnostic.Hint] = []
  ) {
    append(Diagnostic(.note, message, at: location, hints: hints))
  }
}
