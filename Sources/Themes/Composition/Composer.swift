import Content
import Diagnostics
import Geometry
import Templates
import Values

/// Puts one letter into a theme; each part of the page is composed in its own file.
struct Composer {
  let theme: Theme
  let letter: Letter
  let office: OfficeProfile?
  let options: CompositionOptions
  /// The letter's values, and what the theme adds to them.
  let scope: Scope
  /// Whether the template's own fields print as places to write in.
  let isBlank: Bool
  /// What was wrong.
  var log = DiagnosticLog()
  /// Whether every line so far had all its values.
  var isComplete = true

  init(theme: Theme, letter: Letter, scope: Scope, office: OfficeProfile?, options: CompositionOptions) {
    self.theme = theme
    self.letter = letter
    self.office = office
    self.options = options
    isBlank = scope.mode == .blank
    self.scope = Self.extending(scope, with: letter, options)
  }

  /// The theme's own lines are filled even where the form is printed blank for handwriting.
  private static func extending(_ scope: Scope, with letter: Letter, _ options: CompositionOptions) -> Scope {
    var values = scope.values
    for (field, text) in texts(of: letter.settings) where !text.isEmpty {
      values[field.name] =
        field.type == .text ? .text(text) : .identifier(Identifier(.reference, stored: text))
    }
    for (field, initials) in [(Theme.drafter, options.drafter), (Theme.reviewer, options.reviewer)]
    where values[field.name] == nil {
      values[field.name] = initials.flatMap { $0.isEmpty ? nil : .text($0) }
    }
    if let code = options.verification?.code {
      values[Theme.code.name] = .identifier(Identifier(.reference, stored: code))
    }
    if values[Theme.enclosureCount.name] == nil, !letter.enclosures.isEmpty {
      values[Theme.enclosureCount.name] = .integer(letter.enclosures.count)
    }
    var extended = scope.adding(Theme.namedFields)
    extended.values = values
    extended.mode = .filled
    return extended
  }

  private static func formName(_ title: String) -> String {
    let begins = title.split(separator: " ").first.map { $0 == "نموذج" || $0 == "النموذج" } ?? true
    return begins ? title : "نموذج " + title
  }

  /// What the template states of itself, under the fields that a theme names it by.
  private static func texts(of settings: TemplateSettings) -> [(Field, String)] {
    let confidentiality =
      switch settings.confidentiality {
      case .ordinary: ""
      case .restricted: "خاص"
      case .secret: "سري"
      }
    let priority =
      switch settings.priority {
      case .ordinary: ""
      case .urgent: "عاجل"
      case .immediate: "حالاً"
      }
    return [
      (Theme.title, settings.title), (Theme.formNumber, settings.identifier),
      (Theme.formName, settings.kind == .form ? formName(settings.title) : ""),
      (Theme.formVersion, settings.version),
      (Theme.confidentiality, confidentiality),
      (Theme.priority, priority),
    ]
  }

  /// The whole document; `nil` if a value that the theme needs is missing.
  mutating func document() -> Document? {
    let body = letter.kind == .form ? formBody() : letterBody()
    let setup = pageSetup()
    guard isComplete else { return nil }
    var metadata = Document.Metadata(
      title: letter.title, author: officeName, subject: plainText(letter.subject ?? []),
      created: options.created)
    metadata.mayHoldDirectionMarks = theme.writesDirectionMarks
    return Document(
      metadata: metadata, pageSetup: setup, styles: theme.styles, body: body)
  }

  private var officeName: String {
    if case .name(let name) = office?.values["اسم الجمعية"] { name } else { "" }
  }

  func plainText(_ inlines: [Inline]) -> String {
    inlines.map { if case .text(let span) = $0 { span.text } else { " " } }.joined()
  }

  // MARK: Lines

  /// A line's pieces; none where it has nothing to show.
  mutating func inlines(_ snippet: Snippet?, style: InlineStyle = .plain) -> [Inline] {
    guard let snippet else { return [] }
    guard let inlines = snippet.evaluate(scope, log: &log) else {
      isComplete = false
      return []
    }
    return inlines.contains(where: \.isVisible) ? inlines.map { $0.adding(style) } : []
  }

  /// A line as a paragraph; `nil` where it has nothing to show.
  mutating func paragraph(_ snippet: Snippet?, _ style: StyleName) -> Block? {
    let inlines = inlines(snippet)
    return inlines.isEmpty ? nil : .paragraph(Paragraph(style: style, inlines))
  }

  /// Lines as paragraphs, without those that have nothing to show.
  mutating func paragraphs(_ snippets: [Snippet], _ style: StyleName) -> [Block] {
    var blocks: [Block] = []
    for snippet in snippets {
      if let block = paragraph(snippet, style) { blocks.append(block) }
    }
    return blocks
  }
}
