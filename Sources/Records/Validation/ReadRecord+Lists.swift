import Diagnostics
import Values

extension ReadRecord {
  /// Reads the items of a list that stands inside the row.
  ///
  /// A text is cut into items at line ends and semicolons; each goes to the list's first field.
  mutating func takeList(_ cell: SourceCell, by reader: CellReader, at place: SourceLocation) {
    for remark in cell.remarks { log.append(remark.placed(at: place)) }
    let items: [SourceItem]
    switch cell.content {
    case .empty:
      if cell.remarks.contains(where: { $0.severity == .error }) { record.doubts[reader.key] = .faulty }
      return
    case .items(let found): items = found
    case .text(let text):
      items = text.split(whereSeparator: { $0.isNewline || $0 == "؛" || $0 == ";" })
        .map { $0.trimmingPrefix(while: { $0 == "-" || $0 == "•" || $0.isWhitespace }) }
        .filter { !$0.allSatisfy(\.isWhitespace) }
        .map { SourceItem(parts: [], single: SourceCell(content: .text(String($0)))) }
    default: items = [SourceItem(parts: [], single: cell)]
    }
    let matcher = HeadingMatcher(fields: reader.field.fields)
    let list = ListParts(of: reader.field)
    for item in items {
      var read = ReadRecord(record: Record(values: [:], origins: [:], location: place), log: DiagnosticLog())
      read.take(item, by: matcher, reader.calendar, at: place)
      addItem(read, to: list)
    }
  }

  /// Adds one record to a list; a required part is reported where it is missing.
  mutating func addItem(_ item: ReadRecord, to list: ListParts) {
    log.append(contentsOf: item.log)
    var doubts = item.record.doubts
    for part in list.required where item.record.values[part] == nil && doubts[part] != .faulty {
      log.error(
        .missingPart(part.name, list.key.name), at: item.record.origins[part] ?? item.record.location,
        hints: [.fillCell])
      doubts[part] = .faulty
    }
    var items: [FieldValues] = []
    if case .list(let earlier) = record.values[list.key] { items = earlier }
    // Held in one place only, the items are added to without being copied.
    record.values[list.key] = .list([])
    record.doubts.add(doubts, ofItem: items.count, in: list.key)
    items.append(item.record.values)
    record.values[list.key] = .list(items)
    record.itemOrigins[list.key, default: []].append(item.record.origins)
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

  private mutating func take(
    _ cell: SourceCell, for field: Field, by calendar: UmmAlQura, at place: SourceLocation
  ) {
    let reader = CellReader(field: field, calendar: calendar)
    record.origins[reader.key] = place
    take(cell, by: reader, at: place)
  }
}

/// A list, and which of its parts every item must state.
struct ListParts {
  /// The key of the list's name.
  let key: FieldKey
  /// The keys of the parts.
  let required: [FieldKey]

  /// The parts of `list`, except the `absent` ones that have no column at all.
  init(of list: Field, absent: [String] = []) {
    key = FieldKey(list.name)
    required = list.fields.filter { $0.isRequired && !absent.contains($0.name) }.map { FieldKey($0.name) }
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
