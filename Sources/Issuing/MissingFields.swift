import Diagnostics
import Themes
import Values

extension Office {
  /// A letter's mistakes, where a value that no record of the office's can state is said to come from elsewhere.
  func explained(_ log: DiagnosticLog) -> DiagnosticLog {
    guard log.hasErrors else { return log }
    var explained = DiagnosticLog()
    for var diagnostic in log.diagnostics {
      if diagnostic.message.id == "templates.missing-value",
        case .cell(_, _, _, let name?)? = diagnostic.location, !Self.names(name, records.fields)
      {
        let isOffices = profile?.fields.contains { $0.name == name } ?? false
        diagnostic.hints.append(isOffices ? .inOfficeFile : .inDictionary)
      }
      explained.append(diagnostic)
    }
    return explained
  }

  /// Whether a field, or one of a list's, is called so.
  private static func names(_ name: String, _ fields: [Field]) -> Bool {
    fields.contains { $0.name == name || $0.alias == name || names(name, $0.fields) }
  }
}

extension Diagnostic.Hint {
  fileprivate static let inOfficeFile = Self(
    arabic: "هذه من بيانات الجمعية لا من السجل: اكتبها في \u{2066}office.yaml\u{2069}",
    english: "This is one of the association's particulars, not the record's: state it in office.yaml")
  fileprivate static let inDictionary = Self(
    arabic:
      "ليس في \u{2066}fields.yaml\u{2069} حقل بهذا الاسم: سمِّ به الحقل، واجعل عنوان عمودك في «الأعمدة»",
    english:
      "fields.yaml has no field of this name: call the field so, and put your own heading into its columns")
}
