/// The text of a template and the name its mistakes are reported under.
public struct TemplateSource: Hashable, Sendable {
  /// The file's name, as its author knows it.
  public var file: String
  /// The whole text: header, `---`, body.
  public var text: String

  /// A text under a file's name.
  public init(file: String, text: String) {
    self.file = file
    self.text = text
  }
}
