import Diagnostics
import Values

/// Reads one row after another as records.
struct RowReader {
  let table: SourceTable
  let header: HeaderRow
  /// The headings of the columns that fill a field, by its name.
  let headings: FieldMap<String>
  /// The columns that fill a field.
  private let columns: [Column]

  private struct Column {
    let index: Int
    let reader: CellReader
  }

  /// A reader for a table whose columns fill the given fields.
  init(table: SourceTable, header: HeaderRow, fields: [Field?], calendar: UmmAlQura) {
    self.table = table
    self.header = header
    columns = fields.enumerated().compactMap { index, field in
      field.map { Column(index: index, reader: CellReader(field: $0, calendar: calendar)) }
    }
    headings = columns.reduce(into: [:]) { $0[$1.reader.key] = header.headings[$1.index] }
  }

  /// The record of a row: what can't be read is left out, and said.
  func read(_ row: SourceTable.Row) -> ReadRecord {
    let place = table.place(row: row.number)
    let origins = FieldOrigins(row: place, headings: headings)
    var read = ReadRecord(
      record: Record(values: [:], origins: origins, location: place), log: DiagnosticLog())
    read.record.values.reserveCapacity(columns.count)
    for remark in row.remarks { read.log.append(remark.placed(at: place)) }
    checkLength(of: row, log: &read.log)
    let isSound = !read.log.hasErrors
    for column in columns where column.index < row.cells.count {
      read.take(
        row.cells[column.index], by: column.reader, at: place.cell(inColumn: header.headings[column.index]))
    }
    // What seems to be missing may stand in a wrong column, or behind a quotation mark.
    if !isSound { read.record.doubt(columns.map(\.reader.key), as: .open) }
    return read
  }

  /// A row longer than the headings has slipped: its values may stand under the wrong headings.
  private func checkLength(of row: SourceTable.Row, log: inout DiagnosticLog) {
    guard table.mayBeRagged else { return }
    let width = header.headings.count
    if row.cells.dropFirst(width).contains(where: { !$0.isBlank }) {
      log.error(.tooLong(row.cells.count, width), at: table.place(row: row.number), hints: [.quoteDelimiters])
    } else if row.cells.count < width {
      log.warning(
        .tooShort(row.cells.count, width), at: table.place(row: row.number), hints: [.quoteDelimiters])
    }
  }

  /// A shorter number among numbers of one length with leading zeros has probably lost its own.
  func checkLeadingZeros(in set: inout RecordSet) {
    for column in columns where column.reader.field.type == .reference {
      let key = column.reader.key
      let stored = set.records.map { read -> String? in
        guard case .identifier(let id) = read.record.values[key], id.stored.utf8.allSatisfy(isDigit) else {
          return nil
        }
        return id.stored
      }
      let lengths = Set(stored.compactMap { $0 }.filter { $0.hasPrefix("0") }.map(\.utf8.count))
      guard lengths.count == 1, let usual = lengths.first else { continue }
      for (index, id) in stored.enumerated() {
        guard let id, id.utf8.count < usual else { continue }
        let record = set.records[index].record
        set.records[index].log.warning(
          .zerosProbablyLost(usual), at: record.origins[key] ?? record.location, hints: [.formatAsText])
      }
    }
  }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

extension ReadRecord {
  /// Reads `cell` as the value of the reader's field, with all that is said of it.
  mutating func take(_ cell: SourceCell, by reader: CellReader, at place: @autoclosure () -> SourceLocation) {
    if reader.field.type == .list {
      takeList(cell, by: reader, at: place())
      return
    }
    let reading = reader.read(cell)
    if !reading.diagnostics.isEmpty {
      let place = place()
      for diagnostic in reading.diagnostics { log.append(diagnostic.placed(at: place)) }
    }
    if let value = reading.value {
      record.values[reader.key] = value
    } else if reading.diagnostics.contains(where: { $0.severity == .error }) {
      record.doubts[reader.key] = .faulty
    }
  }
}

extension Diagnostic {
  /// The diagnostic at a place, unless it has one already.
  func placed(at place: SourceLocation) -> Diagnostic {
    var placed = self
    if placed.location == nil { placed.location = place }
    return placed
  }
}

extension Diagnostic.Message {
  fileprivate static func tooLong(_ cells: Int, _ width: Int) -> Diagnostic.Message {
    .init(
      "records.row-too-long",
      arabic: "خلايا الصف: \(cells)، والعناوين: \(width)، فقد تكون القيم في غير أعمدتها",
      english:
        "The row has \(cells.english("cell")) for \(width.english("heading")), so values may stand in the wrong columns"
    )
  }
  fileprivate static func tooShort(_ cells: Int, _ width: Int) -> Diagnostic.Message {
    .init(
      "records.row-too-short", arabic: "خلايا الصف: \(cells)، والعناوين: \(width)؛ عُدّت بقيتها فارغة",
      english:
        "The row has \(cells.english("cell")) for \(width.english("heading")); the rest were taken as empty")
  }
  fileprivate static func zerosProbablyLost(_ length: Int) -> Diagnostic.Message {
    .init(
      "records.zeros-probably-lost",
      arabic: "الرقم أقصر من أرقام عموده (خاناتها: \(length))، فلعل أصفاره الأولى سقطت",
      english:
        "The number is shorter than others of its column (\(length.english("digit"))); it may have lost leading zeros"
    )
  }
}

extension Diagnostic.Hint {
  fileprivate static let quoteDelimiters = Diagnostic.Hint(
    arabic: "إن كان في قيمةٍ فاصلةٌ فضعها بين علامتي اقتباس",
    english: "If a value holds the delimiter, put it in quotation marks")
}
