import Diagnostics
import Values

/// Reads the rows of a table as records of a dictionary.
struct RecordReader {
  let dictionary: DataDictionary
  /// Whether another file completes these records, so that a required field may be missing.
  let isPartial: Bool
  /// The calendar of its Hijri dates.
  var calendar = UmmAlQura.official

  /// The records of `table`.
  func records(of table: SourceTable) -> RecordSet {
    var set = RecordSet(records: [], log: table.log, columns: [], dictionary: dictionary)
    let matcher = HeadingMatcher(fields: dictionary.fields)
    guard let header = HeaderRow(of: table, matcher: matcher) else {
      if !table.log.hasErrors { set.log.error(.noRows, at: .file(table.file), hints: [.addRows]) }
      return set
    }
    if !header.note(in: &set.log, table: table) { return set }
    let match = matcher.match(
      header.headings, used: header.usedColumns(of: table),
      place: { table.place(row: header.number, column: $0) })
    set.log.append(contentsOf: match.log)
    set.columns = columns(header.headings, match.fields)
    let absent = isPartial ? [] : absentFields(match.fields)
    for field in absent {
      set.log.error(
        .missingColumn(field.name),
        at: .cell(file: table.file, sheet: table.sheet, row: header.number, column: nil),
        hints: [.addMissingColumn])
    }
    let row = RowReader(
      table: table, header: header, fields: match.fields.map { $0.map { dictionary.fields[$0] } },
      calendar: calendar)
    set.records = table.rows.dropFirst(header.rowsBefore).filter { !$0.isBlank }.map(row.read)
    if !absent.isEmpty {
      let absent = absent.map { FieldKey($0.name) }
      for index in set.records.indices { set.records[index].record.doubt(absent, as: .faulty) }
    }
    if !isPartial { set.checkRequired(except: Set(absent.map(\.name))) }
    if set.records.isEmpty, !set.log.hasErrors {
      set.log.warning(.noRecords, at: .file(table.file), hints: [.addRows])
    }
    set.checkRepeatedIDs()
    set.checkNearDuplicates()
    TableRemarks(table: table, header: header).append(to: &set.log)
    row.checkLeadingZeros(in: &set)
    return set
  }

  private func columns(_ headings: [String], _ fields: [Int?]) -> [RecordSet.Column] {
    headings.indices.map { index in
      RecordSet.Column(
        heading: headings[index], letters: SourceTable.letters(ofColumn: index),
        field: fields[index].map { dictionary.fields[$0].name })
    }
  }

  private func absentFields(_ matched: [Int?]) -> [Field] {
    let present = Set(matched.compactMap { $0 })
    return dictionary.fields.enumerated().filter { index, field in
      field.isRequired && field.source == nil && !present.contains(index)
    }.map(\.element)
  }
}

extension RecordSet {
  /// Reports each required field that a record lacks, of those at `indices` or of all.
  mutating func checkRequired(in indices: [Int]? = nil, except absent: Set<String> = []) {
    for index in indices ?? Array(records.indices) {
      let record = records[index].record
      for field in dictionary.fields
      where field.isRequired && field.source == nil && !absent.contains(field.name) {
        let key = FieldKey(field.name)
        // A value that can't be read has its own message already.
        guard record.values[key] == nil, record.doubts[key] != .faulty else { continue }
        let place = record.origins[key] ?? record.location
        records[index].log.error(.missingValue(field.name), at: place, hints: [.fillCell])
        records[index].record.doubts[key] = .faulty
      }
    }
  }

  /// Reports each national ID that more than one row states.
  mutating func checkRepeatedIDs() {
    for field in dictionary.fields where field.type == .id {
      var first: [String: SourceLocation] = [:]
      for index in records.indices {
        let record = records[index].record
        guard case .identifier(let id) = record.values[field.name], let place = record.origins[field.name]
        else { continue }
        guard let earlier = first[id.stored] else {
          first[id.stored] = place
          continue
        }
        records[index].log.warning(
          .repeatedID(field.name, earlier.row, place.row), at: place, hints: [.compareRows(at: earlier)])
      }
    }
  }
}

extension SourceLocation {
  /// The row of a cell.
  var row: Int {
    if case .cell(_, _, let row, _) = self { row } else { 0 }
  }
}

extension Diagnostic.Message {
  fileprivate static let noRows = Diagnostic.Message(
    "records.empty-file", arabic: "الملف خالٍ من البيانات", english: "The file holds no rows")
  fileprivate static let noRecords = Diagnostic.Message(
    "records.no-records", arabic: "ليس تحت العناوين أي سجل",
    english: "There are no records below the headings")
  fileprivate static func missingColumn(_ field: String) -> Diagnostic.Message {
    .init(
      "records.missing-column", arabic: "لا يوجد عمود للحقل المطلوب \(Quoting.quote(field))",
      english: "There is no column for the required field \(Quoting.quote(field))")
  }
  fileprivate static func missingValue(_ field: String) -> Diagnostic.Message {
    .init(
      "records.missing-value", arabic: "الحقل المطلوب \(Quoting.quote(field)) بلا قيمة",
      english: "The required field \(Quoting.quote(field)) has no value")
  }
  fileprivate static func repeatedID(_ field: String, _ first: Int, _ second: Int) -> Diagnostic.Message {
    .init(
      "records.repeated-id", arabic: "\(Quoting.quote(field)) نفسه في الصفين \(first) و\(second)",
      english: "Rows \(first) and \(second) have the same \(Quoting.quote(field))")
  }
}

extension Diagnostic.Hint {
  fileprivate static let addRows = Diagnostic.Hint(
    arabic: "تأكد أنه الملف المطلوب وأن فيه صفوفاً تحت العناوين",
    english: "Check that it is the right file and has rows below its headings")
  static let addMissingColumn = Diagnostic.Hint(
    arabic: "أضف العمود، أو اكتب عنوانه الحالي في «الأعمدة» من القاموس",
    english: "Add the column, or name its present heading in the dictionary's “columns”")
  static let fillCell = Diagnostic.Hint(
    arabic: "اكتب القيمة في الملف", english: "Fill the value in")
  static func compareRows(at place: SourceLocation) -> Diagnostic.Hint {
    .init(
      arabic: "إن كانا لشخص واحد فلا بأس، وإلا فصحح الرقم في أحدهما",
      english: "If both are one person that is fine; otherwise mend one of them", location: place)
  }
}
