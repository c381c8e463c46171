import Values

/// The name of a setting, in both languages that a settings file may be written in.
public struct SettingKey: Hashable, Sendable {
  /// The English name, lower case.
  public let english: String
  /// The Arabic name.
  public let arabic: String

  /// A setting called `english` or `arabic`.
  public init(_ english: String, _ arabic: String) {
    self.english = english
    self.arabic = arabic
  }

  /// Whether a file's word means this setting, past the ways people vary their spelling.
  public func matches(_ word: String) -> Bool { spellings.contains(Spelling.key(word)) }

  /// What a file's word has to be like.
  var spellings: [String] { [Spelling.key(english), Spelling.key(arabic)] }
}
