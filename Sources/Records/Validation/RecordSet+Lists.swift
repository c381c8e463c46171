import Diagnostics
import Values

extension RecordSet {
  /// Adds the items of a list that stand in a table of their own to the records that their rows name.
  mutating func attach(_ table: SourceTable?, to list: Field, by calendar: UmmAlQura = .official) {
    guard let source = list.source, let key = dictionary.field(named: source.key) else { return }
    if let table {
      let reader = ListTableReader(table: table, list: list, key: key, calendar: calendar)
      reader.add(to: &self)
    } else {
      let place = records.first?.record.location.file ?? ""
      log.append(
        Diagnostic(
          list.isRequired ? .error : .warning, .noListTable(source.sheet, list.name), at: .file(place),
          hints: [.addListTable]))
    }
    guard list.isRequired else { return }
    // Of a table that can't be read it isn't known whether it has items.
    let isRead = table?.log.hasErrors != true
    for index in records.indices where records[index].record.values[list.name] == nil {
      if isRead {
        records[index].log.error(.emptyList(list.name), at: records[index].record.location, hints: [.addItem])
      }
      records[index].record.doubts[list.name] = .faulty
    }
  }
}

/// Reads a table whose rows are the items of one list, each with the key of the record it belongs to.
private struct ListTableReader {
  let table: SourceTable
  let list: Field
  let key: Field
  let calendar: UmmAlQura

  func add(to set: inout RecordSet) {
    set.log.append(contentsOf: table.log)
    let parts = list.fields.filter { $0.name != key.name }
    let matcher = HeadingMatcher(fields: [key] + parts)
    guard let header = HeaderRow(of: table, matcher: matcher), header.note(in: &set.log, table: table) else {
      return
    }
    let match = matcher.match(
      header.headings, used: header.usedColumns(of: table),
      place: { table.place(row: header.number, column: $0) })
    set.log.append(contentsOf: match.log)
    let absent = matcher.fields.enumerated().filter { index, field in
      (index == 0 || field.isRequired) && !match.fields.contains(index)
    }.map(\.element.name)
    for name in absent {
      set.log.error(
        .missingListColumn(name, list.name), at: table.place(row: header.number), hints: [.addMissingColumn])
    }
    guard !absent.contains(key.name) else { return }
    let reader = RowReader(
      table: table, header: header, fields: match.fields.map { $0.map { matcher.fields[$0] } },
      calendar: calendar)
    add(
      table.rows.dropFirst(header.rowsBefore).lazy.filter { !$0.isBlank }.map(reader.read), to: &set,
      parts: ListParts(of: list, absent: absent), headings: reader.headings)
    TableRemarks(table: table, header: header).append(to: &set.log)
  }

  private func add(
    _ items: some Sequence<ReadRecord>, to set: inout RecordSet, parts: ListParts, headings: FieldMap<String>
  ) {
    let key = FieldKey(key.name)
    var partHeadings = headings
    partHeadings[key] = nil
    var owners: [String: [Int]] = [:]
    for (index, read) in set.records.enumerated() {
      if let text = JoinKey.text(read.record.values[key]) { owners[text, default: []].append(index) }
    }
    let likeness = Set(owners.keys.map(JoinKey.loose))
    var elsewhere: [Int] = []
    for var item in items {
      guard let text = JoinKey.text(item.record.values[key]) else {
        set.log.append(contentsOf: item.log)
        if item.record.doubts[key] != .faulty {
          set.log.error(.itemWithoutKey(key.name), at: place(of: item, key), hints: [.fillCell])
        }
        continue
      }
      guard let found = owners[text] else {
        if likeness.contains(JoinKey.loose(text)) {
          set.log.warning(
            .nearlyOwned(list.name, key.name), at: place(of: item, key), hints: [.compareKeys])
        } else {
          elsewhere.append(item.record.location.row)
        }
        continue
      }
      item.record.values[key] = nil
      item.record.origins = FieldOrigins(row: item.record.location, headings: partHeadings)
      for owner in found { set.records[owner].addItem(item, to: parts) }
    }
    // A sheet of items often serves several sheets of records.
    if let first = elsewhere.first {
      set.log.note(.ownerless(list.name, elsewhere), at: table.place(row: first))
    }
  }

  private func place(of item: ReadRecord, _ key: FieldKey) -> SourceLocation {
    item.record.origins[key] ?? item.record.location
  }
}

extension Diagnostic.Message {
  fileprivate static func noListTable(_ sheet: String, _ list: String) -> Diagnostic.Message {
    .init(
      "records.no-list-table",
      arabic: "لم توجد الورقة \(Quoting.quote(sheet)) التي فيها بنود \(Quoting.quote(list))",
      english: "The table \(Quoting.quote(sheet)) with the items of \(Quoting.quote(list)) wasn't found")
  }
  fileprivate static func emptyList(_ list: String) -> Diagnostic.Message {
    .init(
      "records.empty-list", arabic: "القائمة المطلوبة \(Quoting.quote(list)) بلا بنود",
      english: "The required list \(Quoting.quote(list)) has no items")
  }
  fileprivate static func missingListColumn(_ field: String, _ list: String) -> Diagnostic.Message {
    .init(
      "records.missing-list-column",
      arabic: "ليس في ورقة \(Quoting.quote(list)) عمود للحقل \(Quoting.quote(field))",
      english: "The table of \(Quoting.quote(list)) has no column for \(Quoting.quote(field))")
  }
  fileprivate static func itemWithoutKey(_ key: String) -> Diagnostic.Message {
    .init(
      "records.item-without-key", arabic: "صف لا يذكر \(Quoting.quote(key)) فلا يُعرف سجله",
      english: "The row has no \(Quoting.quote(key)), so its record isn't known")
  }
  fileprivate static func nearlyOwned(_ list: String, _ key: String) -> Diagnostic.Message {
    .init(
      "records.item-nearly-matches",
      arabic: "بند في \(Quoting.quote(list)) لا يطابق \(Quoting.quote(key)) فيه أي سجل، لكنه يقارب أحدها",
      english:
        "An item of \(Quoting.quote(list)) has a \(Quoting.quote(key)) that no record has, but one is very like it"
    )
  }
  fileprivate static func ownerless(_ list: String, _ rows: [Int]) -> Diagnostic.Message {
    let shown = rows.prefix(10).map(String.init)
    let more = rows.count > shown.count ? "…" : ""
    return .init(
      "records.items-without-record",
      arabic: "صفوف من \(Quoting.quote(list)) ليست لسجل مما قُرئ: \(shown.joined(separator: "، "))\(more)",
      english:
        "Rows of \(Quoting.quote(list)) belong to no record that was read: \(shown.joined(separator: ", "))\(more)"
    )
  }
}

extension Diagnostic.Hint {
  fileprivate static let addItem = Diagnostic.Hint(
    arabic: "أضف بنداً واحداً على الأقل", english: "Add at least one item")
  fileprivate static let addListTable = Diagnostic.Hint(
    arabic: "أضف الورقة بالاسم نفسه، أو صحح «من» في القاموس",
    english: "Add the table under that name, or mend “from” in the dictionary")
  static let compareKeys = Diagnostic.Hint(
    arabic: "قارن القيمتين في الملفين، وانتبه للأصفار الأولى",
    english: "Compare the two values, leading zeros included")
}
