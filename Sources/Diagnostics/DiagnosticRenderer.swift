/// Writes diagnostics as lines a person reads.
///
/// A quoted place stands in a first-strong isolate (U+2068 … U+2069), so that a left-to-right
/// path or number keeps its order inside an Arabic sentence; no caret is drawn, because under
/// right-to-left text it points at the wrong character.
public struct DiagnosticRenderer: Sendable {
  /// The language of the sentences.
  public var language: Language

  /// A renderer for one language.
  public init(language: Language) {
    self.language = language
  }

  /// One diagnostic: a line with severity, place, sentence and id, and a line for each hint.
  public func render(_ diagnostic: Diagnostic) -> String {
    var head = word(for: diagnostic.severity) + ": "
    if let location = diagnostic.location { head += describe(location) + ": " }
    head += language == .arabic ? diagnostic.message.arabic : diagnostic.message.english
    head += " [\(diagnostic.message.id)]"
    let hints = diagnostic.hints.map { hint in
      let text = language == .arabic ? hint.arabic : hint.english
      let place = hint.location.map { " (\(describe($0)))" } ?? ""
      return "  " + (language == .arabic ? "← " : "→ ") + text + place
    }
    return ([head] + hints).joined(separator: "\n")
  }

  /// A place in words.
  public func describe(_ location: SourceLocation) -> String {
    let arabic = language == .arabic
    switch location {
    case .file(let file):
      return isolated(file)
    case .text(let file, let line, let column, let phrase):
      let place = arabic ? "السطر \(line)، الموضع \(column)" : "line \(line), column \(column)"
      let quoted = phrase.isEmpty ? "" : " «\(isolated(phrase))»"
      return isolated(file) + (arabic ? "، " : ", ") + place + quoted
    case .cell(let file, let sheet, let row, let column):
      let separator = arabic ? "، " : ", "
      var parts = [isolated(file)]
      if let sheet { parts.append((arabic ? "الورقة " : "sheet ") + "«\(isolated(sheet))»") }
      // The names of a JSON file's members stand in no row.
      if row > 0 { parts.append((arabic ? "الصف " : "row ") + "\(row)") }
      if let column { parts.append((arabic ? "العمود " : "column ") + "«\(isolated(column))»") }
      return parts.joined(separator: separator)
    case .setting(let file, let path):
      return isolated(file) + (arabic ? "، الإعداد " : ", setting ") + "«\(isolated(path))»"
    case .page(let number):
      return (arabic ? "الصفحة " : "page ") + "\(number)"
    }
  }

  private func isolated(_ text: String) -> String { "\u{2068}\(text)\u{2069}" }

  private func word(for severity: Diagnostic.Severity) -> String {
    switch (severity, language) {
    case (.note, .arabic): "ملاحظة"
    case (.warning, .arabic): "تنبيه"
    case (.error, .arabic): "خطأ"
    case (.note, .english): "note"
    case (.warning, .english): "warning"
    case (.error, .english): "error"
    }
  }
}
