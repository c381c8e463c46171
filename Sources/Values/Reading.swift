public import Diagnostics

/// What reading a text as a value gave: the value, if there is one, and all that was wrong or put right.
///
/// The diagnostics have no location: whoever knows where the text stood adds it.
public struct Reading<Result: Hashable & Sendable>: Hashable, Sendable {
  /// The value; `nil` when the text can't be read as one.
  public var value: Result?
  /// Errors where there is no value; warnings and notes beside one.
  public var diagnostics: [Diagnostic]

  /// A value with remarks, or none with the reasons.
  public init(_ value: Result?, _ diagnostics: [Diagnostic] = []) {
    self.value = value
    self.diagnostics = diagnostics
  }
}
