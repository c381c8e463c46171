public import Values

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
      + ["حال الإرسال", "وقته", "رقم التتبع", "الحالة", "ما جرى عليه"]
  }

  /// One entry's cells, as many as there are headings.
  ///
  /// - Parameters:
  ///   - entry: the entry.
  ///   - stand: how far its letter has come on its way, where it goes out.
  /// - Returns: the cells.
  public func cells(of entry: RegisterEntry, stand: DeliveryStand? = nil) -> [String] {
    let hijri = entry.hijri?.numeric.replacing("-", with: "/")
    var cells = [
      entry.printed, entry.number.description, hijri ?? "", entry.day.iso, entry.recordedAt.timeOfDay,
    ]
    let particulars = exposure == .whole ? entry.particulars ?? [:] : entry.maskedParticulars
    cells += PersonalColumn.allCases.map { particulars[$0] ?? (entry.particulars == nil ? "أُتلف" : "") }
    cells += EntryColumn.allCases.map { Self.cell($0, of: entry) }
    // A carrier's number leads to whoever receives.
    let tracking = exposure == .whole ? stand?.tracking : nil
    cells += [
      stand.map { Delivery.arabic(state: $0.state) } ?? "", stand.map { Self.text(of: $0.at) } ?? "",
      tracking ?? "",
    ]
    return cells + [entry.stateName, entry.acts.map(text).joined(separator: "؛ ")]
  }

  /// What happened to an entry: what and when, where it went or who approved it, and why; the office's own words are
  /// shown only where everything is.
  private func text(of act: RegisterAct) -> String {
    let what = [act.kind.arabicName, act.copy.map { "(\($0))" }, act.day.iso, act.related]
    let isReferral = act.kind == .referral
    let whose = isReferral ? act.reason.map { "إلى \($0)" } : act.approver.map { "باعتماد \($0)" }
    let why = isReferral || exposure == .masked ? nil : act.reason.map { ": \($0)" }
    return (what + [whose]).compactMap(\.self).joined(separator: " ") + (why ?? "")
  }

  /// A fact as it is shown: in Arabic words, moments by the clock of Saudi Arabia, as the time of entry is.
  private static func cell(_ column: EntryColumn, of entry: RegisterEntry) -> String {
    let fact = entry[column] ?? ""
    guard [.reviewedAt, .approvedAt].contains(column), let moment = Moment(iso: fact) else {
      return column.arabic(fact)
    }
    return text(of: moment)
  }

  /// A moment by the clock of Saudi Arabia: `2026-11-26 12:15`.
  public static func text(of moment: Moment) -> String { "\(moment.day.iso) \(moment.timeOfDay)" }
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
