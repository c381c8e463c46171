public import Diagnostics
public import Values

extension DataDictionary {
  /// The field that `heading` names as a column's heading does: by its name, its alias or a heading of its column, in
  /// any spelling.
  public func field(headed heading: String) -> Field? {
    HeadingMatcher(fields: fields).field(headed: heading).map { fields[$0] }
  }

  /// The heading that was probably meant, where one is near enough.
  public func hint(forHeading heading: String) -> Diagnostic.Hint? {
    let known = fields.flatMap { [$0.name, $0.alias] + $0.columns }
    return Spelling.suggestion(for: heading, among: known).map(Diagnostic.Hint.didYouMean)
  }
}

extension Field {
  /// Reads `text` as a cell of the field's column is read, with what was wrong; nothing of it has a place yet.
  ///
  /// - Parameters:
  ///   - text: what somebody wrote.
  ///   - calendar: the calendar of Hijri dates, with the office's corrections.
  /// - Returns: the value, or `nil` where there is none, and all that was wrong or put right.
  public func read(_ text: String, calendar: UmmAlQura) -> Reading<Value> {
    CellReader(field: self, calendar: calendar).read(SourceCell(content: .text(text)))
  }
}
