import Diagnostics
import Values
import XML

/// Reads the rows of one sheet (ISO/IEC 29500-1, 18.3).
struct Worksheet {
  private let strings: [String]
  private let formats: [NumberFormat]
  private let epoch: SerialDate.Epoch
  private let limits: ReadingLimits
  private var table: SourceTable
  private var row: SourceTable.Row?
  private var isRowHidden = false
  private var nextRow = 1
  private var nextColumn = 0
  private var cellCount = 0

  init(of workbook: Workbook, into table: SourceTable, limits: ReadingLimits) {
    (strings, formats, epoch) = (workbook.strings, workbook.formats, workbook.epoch)
    self.limits = limits
    self.table = table
  }

  /// The sheet's table; it ends where a limit does.
  mutating func read(_ reader: inout XMLReader) throws(XMLReader.Flaw) -> SourceTable {
    while let event = try reader.next() {
      switch event {
      case .start(let element) where element.name == "row": startRow(element)
      case .start(let element) where element.name == "c":
        let cell = try RawCell(element, &reader)
        guard place(cell) else { return table }
      case .start(let element) where element.name == "mergeCell":
        if let merge = Self.merge(element["ref"] ?? ""), table.merges.count < 10_000 {
          table.merges.append(merge)
        }
      case .end("row"): endRow()
      default: break
      }
    }
    return table
  }

  private mutating func startRow(_ element: XMLReader.Element) {
    let number = element["r"].flatMap { Int($0) } ?? nextRow
    row = SourceTable.Row(number: number, cells: [])
    nextRow = number &+ 1
    nextColumn = 0
    isRowHidden = ["1", "true"].contains(element["hidden"])
  }

  private mutating func endRow() {
    guard let row else { return }
    self.row = nil
    guard !row.isBlank else { return }
    table.rows.append(row)
    if isRowHidden { table.hiddenRows.append(row.number) }
  }

  /// Puts a cell into its row; false past a limit.
  private mutating func place(_ raw: RawCell) -> Bool {
    guard let number = row?.number else { return true }
    let column = raw.reference.map { Self.column(of: $0) } ?? nextColumn
    guard let column, column < limits.columns, (1...limits.rows).contains(number) else {
      table.log.error(.impossibleCell(raw.reference ?? ""), at: .file(table.file), hints: [.openAndSave])
      return false
    }
    nextColumn = column + 1
    let cell = content(of: raw)
    // Cells that only carry a format reach far to the right in some sheets: they take no room.
    guard cell.content != .empty || !cell.remarks.isEmpty else { return true }
    let filled = row?.cells.count ?? 0
    cellCount += max(column + 1 - filled, 0)
    guard cellCount <= limits.cells else {
      table.log.error(.tooManyCells(limits.cells), at: table.place(row: number), hints: [.splitFile])
      return false
    }
    if column >= filled { row?.cells.append(contentsOf: repeatElement(.empty, count: column + 1 - filled)) }
    row?.cells[column] = cell
    return true
  }

  private func content(of raw: RawCell) -> SourceCell {
    guard let value = raw.value else {
      guard raw.hasFormula else { return .empty }
      return SourceCell(content: .empty, remarks: [Diagnostic(.error, .uncomputed, hints: [.openAndSave])])
    }
    switch raw.type {
    case "s":
      guard let index = Int(value), strings.indices.contains(index) else {
        return SourceCell(
          content: .empty, remarks: [Diagnostic(.error, .noSuchString, hints: [.openAndSave])])
      }
      return text(strings[index])
    case "inlineStr": return text(value)
    case "str": return text(SharedStrings.unescaped(value))
    case "b": return SourceCell(content: .boolean(value == "1" || value == "true"))
    case "e": return SourceCell(content: .failure(value))
    case "d": return text(String(value.prefix { $0 != "T" }))
    default: return number(value, style: raw.style)
    }
  }

  private func text(_ text: String) -> SourceCell {
    SourceCell(content: text.isEmpty ? .empty : .text(text))
  }

  private func number(_ value: String, style: Int) -> SourceCell {
    guard let number = DecimalNumber(value.trimmed) else { return text(value) }
    let format = formats.indices.contains(style) ? formats[style] : .general
    if format.isDate, let serial = Double(number.plain()), let date = SerialDate(serial, epoch: epoch) {
      return SourceCell(content: .day(date.day, isShownHijri: format.isHijri, hasTime: date.hasTime))
    }
    if format.isPercentage { return SourceCell(content: .percentage(number.shifted(by: 2))) }
    return SourceCell(content: .number(number, paddedTo: format.padding))
  }

  /// The column of a reference such as `AB12`, from 0.
  private static func column(of reference: String) -> Int? {
    let letters = reference.utf8.prefix { (0x41...0x5A).contains($0) }
    guard (1...3).contains(letters.count) else { return nil }
    return letters.reduce(0) { $0 * 26 + Int($1) - 64 } - 1
  }

  private static func merge(_ reference: String) -> SourceTable.Merge? {
    let ends = reference.split(separator: ":").map(String.init)
    guard ends.count == 2, let left = column(of: ends[0]), let right = column(of: ends[1]), left <= right,
      let top = Int(ends[0].drop(while: \.isLetter)), let bottom = Int(ends[1].drop(while: \.isLetter)),
      top <= bottom
    else { return nil }
    return SourceTable.Merge(rows: top...bottom, columns: left...right)
  }
}

/// A cell as its XML states it.
struct RawCell {
  /// Its place, such as `B7`; without one it follows the cell before it.
  var reference: String?
  var type: String
  var style: Int
  var value: String?
  var hasFormula = false

  /// Reads the rest of a `c` element whose start was read.
  init(_ element: XMLReader.Element, _ reader: inout XMLReader) throws(XMLReader.Flaw) {
    reference = element["r"]
    type = element["t"] ?? "n"
    style = element["s"].flatMap { Int($0) } ?? 0
    var isValue = false
    while let event = try reader.next() {
      switch event {
      case .start(let inner):
        isValue = inner.name == "v"
        if inner.name == "f" { hasFormula = true }
        if inner.name == "is" { value = try SharedStrings.item(&reader, named: "is") }
      case .text(let text): if isValue { value = (value ?? "") + text }
      case .end(let ended):
        isValue = false
        if ended == "c" { return }
      }
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func impossibleCell(_ reference: String) -> Diagnostic.Message {
    .init(
      "records.impossible-cell",
      arabic: "في الورقة خلية خارج حدود الجداول: \(Quoting.quote(reference))؛ لم يُقرأ ما بعدها",
      english:
        "The sheet has a cell past the limits of sheets: \(Quoting.quote(reference)); nothing after it was read"
    )
  }
  fileprivate static let uncomputed = Diagnostic.Message(
    "records.formula-without-value", arabic: "في الخلية معادلة لم تُحسب قيمتها",
    english: "The cell has a formula whose value was never computed")
  fileprivate static let noSuchString = Diagnostic.Message(
    "records.no-such-shared-string", arabic: "تشير الخلية إلى نص ليس في الملف",
    english: "The cell refers to a text that isn't in the file")
}

extension Diagnostic.Hint {
  fileprivate static let openAndSave = Diagnostic.Hint(
    arabic: "افتح الملف في برنامج الجداول واحفظه من جديد، فتُحسب معادلاته وتُصحح بنيته",
    english: "Open the file in a spreadsheet and save it again: its formulas are computed and its form mended"
  )
}
