/// The case (الإعراب) that a noun or numeral stands in.
public enum GrammaticalCase: String, Hashable, Sendable, CaseIterable {
  /// رفع: the subject, and words standing alone.
  case nominative
  /// نصب: the object, the specification (تمييز).
  case accusative
  /// جر: after a preposition or a construct head.
  case genitive
}
