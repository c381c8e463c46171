import Diagnostics

/// The row that holds a table's headings.
struct HeaderRow {
  /// Its number in the file; 0 where the format states headings apart from rows.
  let number: Int
  /// The number of the table's rows down to it and with it.
  let rowsBefore: Int
  /// The heading of each column, empty where there is none.
  let headings: [String]
  private let matches: Int
  /// Whether rows with something in them stand above it.
  private let hasRowsAbove: Bool
  /// The merged cells that gave more than one column or row the same heading.
  private let merges: [SourceTable.Merge]

  /// A title and a few notes may stand above the headings: this many rows are looked at.
  private static let reach = 20

  /// Finds the row with the most headings that name a field, the first of equals; `nil` in a table without rows.
  init?(of table: SourceTable, matcher: HeadingMatcher) {
    if let headings = table.headings {
      (number, rowsBefore, hasRowsAbove, merges) = (0, 0, false, [])
      self.headings = headings
      matches = matcher.score(headings)
      return
    }
    let candidates = table.rows.indices.lazy.filter { !table.rows[$0].isBlank }.prefix(Self.reach)
    var best: (index: Int, headings: [String], score: Int)?
    for index in candidates {
      let headings = Self.headings(in: table.rows[index], merges: table.merges, table: table)
      let score = matcher.score(headings)
      if score > best?.score ?? -1 { best = (index, headings, score) }
    }
    guard let best else { return nil }
    number = table.rows[best.index].number
    rowsBefore = best.index + 1
    headings = best.headings
    matches = best.score
    hasRowsAbove = candidates.contains { $0 < best.index }
    let row = number
    merges = table.merges.filter { $0.rows.contains(row) }
  }

  /// The headings of a row; one merged down from the rows above counts for its first column.
  private static func headings(
    in row: SourceTable.Row, merges: [SourceTable.Merge], table: SourceTable
  ) -> [String] {
    var headings = row.cells.map { $0.heading.trimmed }
    for merge in merges where merge.rows.contains(row.number) && merge.rows.lowerBound < row.number {
      let column = merge.columns.lowerBound
      guard let top = table.rows.first(where: { $0.number == merge.rows.lowerBound }),
        column < top.cells.count
      else {
        continue
      }
      while headings.count <= column { headings.append("") }
      if headings[column].isEmpty { headings[column] = top.cells[column].heading.trimmed }
    }
    while headings.last?.isEmpty == true { headings.removeLast() }
    return headings
  }

  /// Says what is unusual about the header; false when no heading names a field.
  func note(in log: inout DiagnosticLog, table: SourceTable) -> Bool {
    guard matches > 0 else {
      let seen = headings.filter { !$0.isEmpty }.prefix(12)
      log.error(.noKnownHeading(Array(seen)), at: table.place(row: max(number, 1)), hints: [.writeHeadings])
      return false
    }
    if hasRowsAbove { log.note(.headerRow(number), at: table.place(row: number)) }
    for merge in merges where merge.columns.count > 1 {
      let first = SourceTable.letters(ofColumn: merge.columns.lowerBound)
      let last = SourceTable.letters(ofColumn: merge.columns.upperBound)
      log.warning(.mergedHeading(first, last), at: table.place(row: number), hints: [.unmerge])
    }
    return true
  }

  /// The columns that hold a value in any row below.
  func usedColumns(of table: SourceTable) -> Set<Int> {
    var used: Set<Int> = []
    for row in table.rows.dropFirst(rowsBefore) {
      for (column, cell) in row.cells.enumerated() where !cell.isBlank { used.insert(column) }
    }
    return used
  }
}

extension Diagnostic.Message {
  fileprivate static func noKnownHeading(_ seen: [String]) -> Diagnostic.Message {
    .init(
      "records.no-known-heading",
      arabic: "لا يوجد عنوان عمود معروف؛ أقرب صف فيه: \(Quoting.list(seen, separator: "، "))",
      english:
        "No column has a heading of the dictionary; the likeliest row has: \(Quoting.list(seen, separator: ", "))"
    )
  }
  fileprivate static func headerRow(_ row: Int) -> Diagnostic.Message {
    .init(
      "records.header-row", arabic: "عناوين الأعمدة في الصف \(row)، ولم يُقرأ ما فوقه",
      english: "The headings stand in row \(row); the rows above were left out")
  }
  fileprivate static func mergedHeading(_ first: String, _ last: String) -> Diagnostic.Message {
    .init(
      "records.merged-heading",
      arabic:
        "عنوان واحد مدموج فوق الأعمدة من \(Quoting.quote(first)) إلى \(Quoting.quote(last))؛ أُخذ للأول منها",
      english: "One heading is merged over columns \(first) to \(last); it was taken for the first")
  }
}

extension Diagnostic.Hint {
  fileprivate static let writeHeadings = Diagnostic.Hint(
    arabic: "اكتب في أول صف عناوين الأعمدة كما هي في قاموس البيانات",
    english: "Write the headings of the data dictionary in the first row")
  static let unmerge = Diagnostic.Hint(
    arabic: "ألغِ دمج الخلايا واكتب في كل خلية ما يخصها", english: "Unmerge the cells and fill each one")
}
