/// One way of writing a value, with what to call it.
public struct ValueForm: Hashable, Sendable {
  /// What the form is called in Arabic.
  public var arabicLabel: String
  /// What the form is called in English.
  public var englishLabel: String
  /// The value in this form, as it would be printed.
  public var text: String

  /// A form of a value.
  public init(_ arabicLabel: String, _ englishLabel: String, _ text: String) {
    self.arabicLabel = arabicLabel
    self.englishLabel = englishLabel
    self.text = text
  }
}
