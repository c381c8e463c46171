public import Diagnostics

/// A template, parsed once to a tree; values are put into the tree and never into text that is parsed again.
public struct Template: Hashable, Sendable {
  /// What its header states.
  public let settings: TemplateSettings
  /// Whether its letters are addressed to the person of the record.
  public var speaksToPerson: Bool { settings.addressee == .person }
  /// The names of all fields it states or asks about, as they are spelled in it, each once.
  public var fieldNames: [String] {
    var seen: Set<String> = []
    let names = settings.lines.flatMap { $0.flatMap(\.names) } + body.flatMap(\.names)
    return names.map(\.spelled).filter { seen.insert($0).inserted }
  }
  let body: [BlockNode]
  let place: SourceLocation
  /// The most bytes a template may have.
  static let sizeLimit = 1 << 20

  /// Reads a template; all mistakes in it are reported at once, and any of them means no template.
  ///
  /// `includes` gives the text that `{{أدرج: اسم}}` names, or `nil` if there is none.
  public static func parse(
    _ source: TemplateSource, includes: (String) -> TemplateSource? = { _ in nil },
    log: inout DiagnosticLog
  ) -> Template? {
    read(source, includes: includes, log: &log)?.whole
  }

  /// Reads a template as far as it can be read, so that the rest can be checked together with its mistakes.
  ///
  /// - Returns: what was read; `nil` only where the text is too long to be read at all.
  public static func read(
    _ source: TemplateSource, includes: (String) -> TemplateSource? = { _ in nil },
    log: inout DiagnosticLog
  ) -> TemplateReading? {
    guard source.text.utf8.count <= sizeLimit else {
      log.error(.templateTooLong(), at: .file(source.file))
      return nil
    }
    return withoutActuallyEscaping(includes) { includes in
      var parser = Parser(SourceText(source), inclusion: Inclusion(source: includes))
      let (header, body) = parser.parts()
      parser.checkRule()
      let settings = parser.header(header)
      let template = Template(settings: settings, body: parser.body(body), place: .file(source.file))
      log.append(contentsOf: parser.log)
      return TemplateReading(template: template, isWhole: !parser.log.hasErrors)
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func templateTooLong() -> Self {
    Self(
      "templates.template-too-long", arabic: "القالب أطول من الحد المقبول",
      english: "The template is longer than the limit")
  }
}
