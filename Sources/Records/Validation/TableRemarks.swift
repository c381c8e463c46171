import Diagnostics

/// What is worth knowing of a table's form: merged cells among the values, and hidden rows.
struct TableRemarks {
  let table: SourceTable
  let header: HeaderRow

  /// Adds the remarks to the file's log.
  func append(to log: inout DiagnosticLog) {
    for merge in table.merges where merge.rows.lowerBound > header.number {
      log.warning(
        .mergedCells(merge.range), at: table.place(row: merge.rows.lowerBound), hints: [.unmerge])
    }
    let hidden = table.hiddenRows.filter { $0 > header.number }
    guard let first = hidden.first else { return }
    log.note(.hiddenRows(hidden), at: table.place(row: first), hints: [.removeHidden])
  }
}

extension SourceTable.Merge {
  /// The range as spreadsheets write it: `B2:C3`.
  fileprivate var range: String {
    let (first, last) = (columns.lowerBound, columns.upperBound)
    return SourceTable.letters(ofColumn: first) + "\(rows.lowerBound):" + SourceTable.letters(ofColumn: last)
      + "\(rows.upperBound)"
  }
}

extension Diagnostic.Message {
  fileprivate static func mergedCells(_ range: String) -> Diagnostic.Message {
    .init(
      "records.merged-cells", arabic: "الخلايا \(Quoting.quote(range)) مدموجة، والقيمة للأولى منها وحدها",
      english: "The cells \(range) are merged; only the first of them has the value")
  }
  fileprivate static func hiddenRows(_ rows: [Int]) -> Diagnostic.Message {
    let shown = rows.prefix(10).map(String.init)
    let more = rows.count > shown.count ? "…" : ""
    return .init(
      "records.hidden-rows",
      arabic: "في الورقة صفوف مخفية قُرئت مع غيرها: \(shown.joined(separator: "، "))\(more)",
      english:
        "The sheet has hidden rows, which were read with the others: \(shown.joined(separator: ", "))\(more)")
  }
}

extension Diagnostic.Hint {
  fileprivate static let removeHidden = Diagnostic.Hint(
    arabic: "إن لم تُرد خطابات لها فاحذفها أو انسخ الظاهر إلى ورقة أخرى",
    english: "If they should get no letters, delete them or copy the visible rows to another sheet")
}
