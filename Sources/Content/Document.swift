/// What a document says and in which styles: no position, no font file.
public struct Document: Hashable, Sendable {
  /// What the file says of itself.
  public struct Metadata: Hashable, Sendable {
    /// The title, as a reader's window shows it.
    public var title: String
    /// The issuing body.
    public var author: String
    /// The subject.
    public var subject: String
    /// The moment of making, ISO 8601; given, never read from a clock.
    public var created: String
    /// The language of the text, BCP 47.
    public var language: String
    /// Whether its text may hold directional marks (U+200E, U+200F, U+202C) where readers would turn it round without
    /// them; they come along when text is copied.
    public var mayHoldDirectionMarks = true

    /// The given metadata.
    public init(
      title: String, author: String = "", subject: String = "", created: String = "2000-01-01T00:00:00Z",
      language: String = "ar-SA"
    ) {
      self.title = title
      self.author = author
      self.subject = subject
      self.created = created
      self.language = language
    }
  }

  /// What the file says of itself.
  public var metadata: Metadata
  /// The pages it is set on.
  public var pageSetup: PageSetup
  /// The styles of its paragraphs.
  public var styles: StyleSheet
  /// Its flow, in reading order.
  public var body: [Block]

  /// A document.
  public init(metadata: Metadata, pageSetup: PageSetup, styles: StyleSheet, body: [Block]) {
    self.metadata = metadata
    self.pageSetup = pageSetup
    self.styles = styles
    self.body = body
  }
}
