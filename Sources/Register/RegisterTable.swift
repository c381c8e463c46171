import Values

/// The registers as a table with Arabic headings: what an export, a printed register or a screen shows.
public struct RegisterTable: Hashable, Sendable {
  /// How much of a person is shown.
  public enum Exposure: Hashable, Sendable {
    /// Everything.
    case whole
    /// Names by their first word, numbers by their last four characters.
    case masked
  }

  /// The columns before those of `EntryColumn`.
  private static let fixed = ["رقم القيد", "الرقم المعتمد", "التاريخ الهجري", "التاريخ الميلادي", "الوقت"]

  /// How much of a person is shown.
  public var exposure: Exposure

  /// A table that shows so much.
  public init(exposure: Exposure) { self.exposure = exposure }

  /// The headings, in order.
  public var headings: [String] {
    Self.fixed + PersonalColumn.allCases.map(\.arabicTitle) + EntryColumn.allCases.map(\.arabicTitle)
      + ["الحالة", "ما جرى عليه"]
  }

  /// One entry's cells, as many as there are headings.
  public func cells(of entry: RegisterEntry) -> [String] {
    let hijri = entry.hijri?.numeric.replacing("-", with: "/")
    var cells = [
      entry.printed, entry.number.description, hijri ?? "", entry.day.iso, entry.recordedAt.timeOfDay,
    ]
    let particulars = exposure == .whole ? entry.particulars ?? [:] : entry.maskedParticulars
    cells += PersonalColumn.allCases.map { particulars[$0] ?? (entry.particulars == nil ? "أُتلف" : "") }
    cells += EntryColumn.allCases.map { entry.facts[$0] ?? "" }
    let acts = entry.acts.map { act in
      [act.kind.arabicName, act.copy.map { "(\($0))" }, act.day.iso, act.related].compactMap(\.self).joined(
        separator: " ")
    }
    return cells + [entry.state.arabicName, acts.joined(separator: "؛ ")]
  }
}

/// A table as CSV (RFC 4180): UTF-8 with a byte order mark, because Excel reads it right only so.
public enum CSVText {
  /// The lines of a table, CRLF at their ends.
  public static func text(_ rows: [[String]]) -> String {
    "\u{FEFF}" + rows.map(line).joined()
  }

  /// One line.
  public static func line(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\r\n"
  }

  /// A cell that a spreadsheet would take for a formula gets an apostrophe, so that no name can run one.
  private static func cell(_ text: String) -> String {
    let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
    let safe = isFormula ? "'" + text : text
    let needsQuotes = safe.contains { $0 == "," || $0 == "\"" || $0.isNewline }
    return needsQuotes ? "\"" + safe.replacing("\"", with: "\"\"") + "\"" : safe
  }
}
