public import Content

/// What one letter says, before a theme dresses it.
public struct Letter: Hashable, Sendable {
  /// Whom the letter is for.
  public enum Addressee: Hashable, Sendable {
    /// The person of the record; the theme words the line.
    case person
    /// Nobody, as in forms.
    case none
    /// A line of the template's own words.
    case line([Inline])
  }

  /// A line that the theme words unless the template does.
  public enum Line: Hashable, Sendable {
    /// In the theme's words.
    case asThemed
    /// Not at all.
    case none
    /// In the template's words.
    case words([Inline])
  }

  /// What the template states about every letter: kind, title, signer, series, marks, identifier, version.
  public var settings: TemplateSettings
  /// The document's name.
  public var title: String
  /// What it is about; `nil` if the template doesn't say.
  public var subject: [Inline]?
  /// Whom it is for.
  public var addressee: Addressee
  /// The greeting before the body.
  public var greeting: Line
  /// The courtesy after the body.
  public var closing: Line
  /// Who receives a copy.
  public var copies: [[Inline]]
  /// What is enclosed.
  public var enclosures: [[Inline]]
  /// What it says.
  public var body: [Block]

  /// A letter of the given parts.
  public init(
    settings: TemplateSettings, title: String? = nil, subject: [Inline]? = nil,
    addressee: Addressee = .person,
    greeting: Line = .asThemed, closing: Line = .asThemed, copies: [[Inline]] = [],
    enclosures: [[Inline]] = [], body: [Block]
  ) {
    self.settings = settings
    self.title = title ?? settings.title
    self.subject = subject
    self.addressee = addressee
    self.greeting = greeting
    self.closing = closing
    self.copies = copies
    self.enclosures = enclosures
    self.body = body
  }

  /// The kind of document.
  public var kind: TemplateSettings.Kind { settings.kind }
  /// The office that signs.
  public var signer: String? { settings.signer }
}
