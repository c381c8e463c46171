/// A mistake in what a person gave us: a value, never thrown.
public struct Diagnostic: Hashable, Sendable {
  /// How far a mistake reaches.
  public enum Severity: String, Hashable, Sendable, Comparable {
    /// Something was put right on the way, or is worth knowing.
    case note
    /// The result stands, but a person should look at it.
    case warning
    /// What the mistake stands in yields no letter.
    case error

    /// Whether `a` reaches less far than `b`.
    public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// What is wrong, in both languages, under an id that never changes.
  ///
  /// Messages are written beside the check that raises them, as
  /// `extension Diagnostic.Message { fileprivate static func … }`.
  public struct Message: Hashable, Sendable {
    /// A stable name, `module.what-is-wrong`: tests, interfaces and support refer to it.
    public var id: String
    /// The sentence in Arabic.
    public var arabic: String
    /// The sentence in English.
    public var english: String

    /// A message in both languages.
    public init(_ id: String, arabic: String, english: String) {
      self.id = id
      self.arabic = arabic
      self.english = english
    }
  }

  /// What to do about it.
  public struct Hint: Hashable, Sendable {
    /// The advice in Arabic.
    public var arabic: String
    /// The advice in English.
    public var english: String
    /// The other place the advice speaks of, if it does.
    public var location: SourceLocation?

    /// A piece of advice in both languages.
    public init(arabic: String, english: String, location: SourceLocation? = nil) {
      self.arabic = arabic
      self.english = english
      self.location = location
    }
  }

  /// How far the mistake reaches.
  public var severity: Severity
  /// What is wrong.
  public var message: Message
  /// Where it is.
  public var location: SourceLocation?
  /// What to do about it.
  public var hints: [Hint]

  /// A mistake of the given severity.
  public init(
    _ severity: Severity, _ message: Message, at location: SourceLocation? = nil, hints: [Hint] = []
  ) {
    self.severity = severity
    self.message = message
    self.location = location
    self.hints = hints
  }
}
