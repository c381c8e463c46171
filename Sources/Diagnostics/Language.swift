/// A language the toolkit speaks to its users.
public enum Language: String, Hashable, Sendable, CaseIterable {
  /// Arabic.
  case arabic = "ar"
  /// English.
  case english = "en"
}
