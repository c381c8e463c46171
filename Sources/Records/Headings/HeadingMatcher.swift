import Diagnostics
import Values

/// Finds the field that each column of a table fills.
struct HeadingMatcher {
  /// The fields that may be named.
  let fields: [Field]
  private let exact: [String: Int]
  private let loose: [String: Int]

  /// Which column fills which field, and what is wrong with the headings.
  struct Match {
    /// For each column the index of its field.
    var fields: [Int?]
    var log = DiagnosticLog()
  }

  init(fields: [Field]) {
    self.fields = fields
    var exact: [String: Int] = [:]
    var loose: [String: Int] = [:]
    for (index, field) in fields.enumerated() {
      for heading in [field.name, field.alias] + field.columns {
        if exact[heading] == nil { exact[heading] = index }
        if loose[Spelling.key(heading)] == nil { loose[Spelling.key(heading)] = index }
      }
    }
    (self.exact, self.loose) = (exact, loose)
  }

  /// The field that a heading names, in whatever spelling.
  func field(headed heading: String) -> Int? {
    exact[heading.trimmed] ?? loose[Spelling.key(TextCleaning.clean(heading, as: .text).value ?? heading)]
  }

  /// How many of `headings` name a field.
  func score(_ headings: [String]) -> Int {
    Set(headings.compactMap(field(headed:))).count
  }

  /// Matches the headings of a table.
  /// - Parameters:
  ///   - headings: the heading of each column, empty where it has none.
  ///   - used: the columns that hold any value.
  ///   - place: where the heading of a column stands.
  /// - Returns: the field of each column, with the log.
  func match(
    _ headings: [String], used: Set<Int>, place: (_ column: String) -> SourceLocation
  ) -> Match {
    var match = Match(fields: Array(repeating: nil, count: headings.count))
    var columnOfField: [Int: Int] = [:]
    for (column, heading) in headings.enumerated() {
      let letters = SourceTable.letters(ofColumn: column)
      guard !heading.trimmed.isEmpty else {
        if used.contains(column) {
          match.log.warning(.noHeading(letters), at: place(letters), hints: [.writeHeading])
        }
        continue
      }
      guard let field = field(headed: heading) else {
        let hint = DataDictionary(fields: fields).hint(forHeading: heading) ?? .addColumn
        match.log.warning(.unknownColumn(heading), at: place(heading), hints: [hint])
        continue
      }
      if let first = columnOfField[field] {
        match.log.error(
          .repeatedColumn(fields[field].name, SourceTable.letters(ofColumn: first), letters),
          at: place(heading),
          hints: [.keepOneColumn])
        continue
      }
      columnOfField[field] = column
      match.fields[column] = field
      if exact[heading.trimmed] == nil {
        match.log.note(.readAs(heading, fields[field].name), at: place(heading))
      }
    }
    return match
  }
}

extension Diagnostic.Message {
  fileprivate static func noHeading(_ letters: String) -> Diagnostic.Message {
    .init(
      "records.column-without-heading",
      arabic: "العمود \(Quoting.quote(letters)) فيه قيم وليس له عنوان؛ لم يُقرأ",
      english: "Column \(letters) has values but no heading; it was left out")
  }
  fileprivate static func unknownColumn(_ heading: String) -> Diagnostic.Message {
    .init(
      "records.unknown-column", arabic: "العمود \(Quoting.quote(heading)) ليس في قاموس البيانات؛ لم يُقرأ",
      english: "The column \(Quoting.quote(heading)) isn't in the data dictionary; it was left out")
  }
  fileprivate static func repeatedColumn(_ field: String, _ first: String, _ second: String)
    -> Diagnostic.Message
  {
    .init(
      "records.repeated-column",
      arabic:
        "العمودان \(Quoting.quote(first)) و\(Quoting.quote(second)) كلاهما للحقل \(Quoting.quote(field))",
      english: "Columns \(first) and \(second) are both the field \(Quoting.quote(field))")
  }
  fileprivate static func readAs(_ heading: String, _ field: String) -> Diagnostic.Message {
    .init(
      "records.heading-read-as",
      arabic: "قُرئ عنوان العمود \(Quoting.quote(heading)) على أنه \(Quoting.quote(field))",
      english: "The heading \(Quoting.quote(heading)) was read as \(Quoting.quote(field))")
  }
}

extension Diagnostic.Hint {
  fileprivate static let writeHeading = Diagnostic.Hint(
    arabic: "اكتب عنواناً للعمود أو امسح ما فيه", english: "Give the column a heading or clear it")
  fileprivate static let addColumn = Diagnostic.Hint(
    arabic: "إن كان مطلوباً فأضفه إلى «الأعمدة» في حقله من القاموس، وإلا فلا شيء عليك",
    english: "If it is needed, add it to its field's “columns” in the dictionary; otherwise leave it")
  fileprivate static let keepOneColumn = Diagnostic.Hint(
    arabic: "أبقِ عموداً واحداً للحقل، أو غيّر عنوان الآخر",
    english: "Keep one of them, or change the other's heading")
}
