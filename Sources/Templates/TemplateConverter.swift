public import Diagnostics

/// Turns a template's keywords from Arabic to English and back; everything else stays as it is, letter for letter.
public enum TemplateConverter {
  /// The template with the keywords of a language, whichever it was written with.
  public static func convert(
    _ source: TemplateSource, to language: Language, log: inout DiagnosticLog
  ) -> TemplateSource {
    let text = SourceText(source)
    // A converter looks at one text alone: what it includes stands empty in its place.
    let inclusion = Inclusion(source: { TemplateSource(file: $0, text: "") })
    var parser = Parser(text, inclusion: inclusion)
    let (header, body) = parser.parts()
    _ = parser.header(header)
    _ = parser.body(body)
    log.append(contentsOf: parser.log)
    var converted = String.UnicodeScalarView()
    var position = 0
    for use in parser.keywords.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
    where use.range.lowerBound >= position {
      converted.append(contentsOf: text.scalars[position..<use.range.lowerBound])
      let word = language == .arabic ? use.variant.arabic : use.variant.english
      converted.append(contentsOf: word.unicodeScalars)
      position = use.range.upperBound
    }
    converted.append(contentsOf: text.scalars[position...])
    return TemplateSource(file: source.file, text: String(converted))
  }
}
