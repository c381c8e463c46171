import Diagnostics
import Values

extension ReadRecord {
  /// Reads the items of a list that stands inside the row.
  ///
  /// A text is cut into items at line ends and semicolons; each goes to the list's first field.
  mutating func takeList(
    _ cell: SourceCell, for field: Field, by calendar: UmmAlQura, at place: SourceLocation
  ) {
    record.origins[field.name] = place
    for remark in cell.remarks { log.append(remark.placed(at: place)) }
    let items: [SourceItem]
    switch cell.content {
    case .empty: return
    case .items(let found): items = found
    case .text(let text):
      items = text.split(whereSeparator: { $0.isNewline || $0 == "؛" || $0 == ";" })
        .map { $0.trimmingPrefix(while: { $0 == "-" || $0 == "•" || $0.isWhitespace }) }
        .filter { !$0.allSatisfy(\.isWhitespace) }
        .map { SourceItem(parts: [], single: SourceCell(content: .text(String($0)))) }
    default: items = [SourceItem(parts: [], single: cell)]
    }
    let matcher = HeadingMatcher(fields: field.fields)
    for item in items {
      addItem(to: field, at: place) { $0.take(item, by: matcher, calendar, at: place) }
    }
  }

  /// Adds one record to a list, as `fill` reads it.
  ///
  /// A required part is reported where it is missing, except the `absent` ones that have no column at all.
  mutating func addItem(
    to list: Field, absent: [String] = [], at place: SourceLocation, fill: (inout ReadRecord) -> Void
  ) {
    var item = ReadRecord(record: Record(values: [:], origins: [:], location: place), log: DiagnosticLog())
    fill(&item)
    for field in list.fields where field.isRequired && item.record.values[field.name] == nil {
      guard !item.refused.contains(field.name), !absent.contains(field.name) else { continue }
      item.log.error(
        .missingPart(field.name, list.name), at: item.record.origins[field.name] ?? place, hints: [.fillCell])
    }
    var items: [FieldValues] = []
    if case .list(let earlier) = record.values[list.name] { items = earlier }
    items.append(item.record.values)
    record.values[list.name] = .list(items)
    for (name, origin) in item.record.origins {
      record.origins["\(list.name)/\(items.count)/\(name)"] = origin
    }
    log.append(contentsOf: item.log)
  }

  private mutating func take(
    _ item: SourceItem, by matcher: HeadingMatcher, _ calendar: UmmAlQura, at place: SourceLocation
  ) {
    if let single = item.single, let first = matcher.fields.first {
      take(single, for: first, by: calendar, at: place)
    }
    let headings = item.parts.map(\.name)
    let match = matcher.match(headings, used: [], place: { _ in place })
    // What is wrong with the names of the parts is said once for each list, by its first item.
    log.append(contentsOf: match.log)
    for (part, field) in zip(item.parts, match.fields) {
      guard let field else { continue }
      take(part.cell, for: matcher.fields[field], by: calendar, at: place)
    }
  }
}

extension Substring {
  fileprivate func trimmingPrefix(while isDropped: (Character) -> Bool) -> Substring {
    drop(while: isDropped)
  }
}

extension Diagnostic.Message {
  fileprivate static func missingPart(_ field: String, _ list: String) -> Diagnostic.Message {
    .init(
      "records.missing-part", arabic: "بند في \(Quoting.quote(list)) بلا \(Quoting.quote(field))",
      english: "An item of \(Quoting.quote(list)) has no \(Quoting.quote(field))")
  }
}
