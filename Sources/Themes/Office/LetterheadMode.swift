import Settings

/// How the head of the first page comes onto the paper.
public enum LetterheadMode: String, Hashable, Sendable, CaseIterable {
  /// Drawn by the toolkit.
  case drawn
  /// On the paper already: its place stays empty.
  case preprinted
  /// Not at all.
  case none

  /// The words for each in settings files.
  static let words: [(key: SettingKey, meaning: Self)] = [
    (SettingKey("drawn", "مرسومة"), .drawn),
    (SettingKey("preprinted", "مطبوعة"), .preprinted),
    (SettingKey("none", "بلا"), .none),
  ]
}
