import Diagnostics

/// Reads records from JSON: an array of objects, or an object with one in `records` or «السجلات».
enum JSONReader {
  /// The table in `bytes`: the records are its rows, numbered from 1.
  static func table(_ bytes: [UInt8], file: String, limits: ReadingLimits) -> SourceTable {
    var table = SourceTable(file: file)
    let decoded = DecodedText(bytes)
    if decoded.isDamaged { table.log.error(.damagedJSON, at: .file(file), hints: [.exportAsUTF8]) }
    let root: JSONValue
    do throws(JSONParser.Flaw) {
      root = try JSONParser.parse(
        Array(decoded.text.utf8), depthLimit: limits.depth, valueLimit: limits.cells * 4)
    } catch {
      let place = SourceLocation.text(file: file, line: error.line, column: error.column, phrase: "")
      table.log.error(error.isPastLimit ? .pastLimit : .notJSON, at: place, hints: [.exportAgain])
      return table
    }
    guard let items = records(in: root) else {
      table.log.error(.noRecordsArray, at: .file(file), hints: [.writeArray])
      return table
    }
    readRows(items, into: &table, limits: limits)
    return table
  }

  private static func records(in root: JSONValue) -> [JSONValue]? {
    switch root {
    case .array(let items): return items
    case .object(let members):
      let member = members.first { ["records", "السجلات"].contains($0.name) }
      if case .array(let items) = member?.value { return items }
      return nil
    default: return nil
    }
  }

  private static func readRows(_ items: [JSONValue], into table: inout SourceTable, limits: ReadingLimits) {
    var columns: [String: Int] = [:]
    var headings: [String] = []
    var cells = 0
    for (index, item) in items.enumerated() {
      var row = SourceTable.Row(number: index + 1, cells: [])
      if case .object(let members) = item {
        for member in members where columns[member.name] == nil {
          guard headings.count < limits.columns else {
            table.log.error(
              .tooManyNames(limits.columns), at: table.place(row: row.number), hints: [.splitFile])
            table.headings = headings
            return
          }
          columns[member.name] = headings.count
          headings.append(member.name)
        }
        fill(&row, members, columns)
      } else {
        row.remarks = [Diagnostic(.error, .notARecord, hints: [.writeArray])]
      }
      cells += row.cells.count
      guard cells <= limits.cells else {
        table.log.error(.tooManyCells(limits.cells), at: table.place(row: row.number), hints: [.splitFile])
        break
      }
      table.rows.append(row)
    }
    if !items.isEmpty { table.headings = headings }
  }

  private static func fill(
    _ row: inout SourceTable.Row, _ members: [JSONValue.Member], _ columns: [String: Int]
  ) {
    var seen: Set<String> = []
    for member in members {
      guard let column = columns[member.name] else { continue }
      guard seen.insert(member.name).inserted else {
        row.remarks.append(Diagnostic(.error, .repeatedName(member.name), hints: [.exportAgain]))
        continue
      }
      while row.cells.count <= column { row.cells.append(.empty) }
      row.cells[column] = cell(member.value)
    }
  }

  private static func cell(_ value: JSONValue) -> SourceCell {
    switch value {
    case .null: .empty
    case .boolean(let flag): SourceCell(content: .boolean(flag))
    case .string(let text): SourceCell(content: text.isEmpty ? .empty : .text(text))
    case .number(let text): SourceCell(content: number(text))
    case .array(let items): SourceCell(content: .items(items.map(item)))
    case .object: SourceCell(content: .items([item(value)]))
    }
  }

  /// A number with more digits than a spreadsheet's is kept as the file writes it.
  private static func number(_ text: String) -> SourceCell.Content {
    guard let number = DecimalNumber(text), number.digits.count <= DecimalNumber.excelPrecision else {
      return .text(text)
    }
    return .number(number, paddedTo: 0)
  }

  private static func item(_ value: JSONValue) -> SourceItem {
    guard case .object(let members) = value else { return SourceItem(parts: [], single: cell(value)) }
    return SourceItem(parts: members.map { ($0.name, cell($0.value)) })
  }
}

extension Diagnostic.Message {
  fileprivate static let damagedJSON = Diagnostic.Message(
    "records.damaged-json", arabic: "في الملف حروف تالفة", english: "The file holds damaged characters")
  fileprivate static let notJSON = Diagnostic.Message(
    "records.not-json", arabic: "لا يُقرأ الملف بصيغة JSON بعد هذا الموضع",
    english: "The file can't be read as JSON from this place")
  fileprivate static let pastLimit = Diagnostic.Message(
    "records.json-past-limit", arabic: "بيانات الملف متداخلة أو كثيرة أكثر مما يُقبل",
    english: "The file nests deeper or holds more than the limit")
  fileprivate static let noRecordsArray = Diagnostic.Message(
    "records.json-without-records", arabic: "ليس في الملف مصفوفة سجلات",
    english: "The file holds no array of records")
  fileprivate static let notARecord = Diagnostic.Message(
    "records.json-not-a-record", arabic: "ليس هذا العنصر سجلاً", english: "This element isn't a record")
  fileprivate static func tooManyNames(_ limit: Int) -> Diagnostic.Message {
    .init(
      "records.json-too-many-names",
      arabic: "أسماء الحقول في الملف أكثر من الحد (\(limit))؛ لم يُقرأ هذا السجل ولا ما بعده",
      english:
        "The file has more names of fields than the limit (\(limit)); neither this record nor any after it was read"
    )
  }
  fileprivate static func repeatedName(_ name: String) -> Diagnostic.Message {
    .init(
      "records.json-repeated-name", arabic: "الاسم \(Quoting.quote(name)) مكرر في السجل",
      english: "The name \(Quoting.quote(name)) is given twice in the record")
  }
}

extension Diagnostic.Hint {
  fileprivate static let exportAsUTF8 = Diagnostic.Hint(
    arabic: "صدّر الملف من جديد بترميز UTF-8", english: "Export the file again as UTF-8")
  fileprivate static let exportAgain = Diagnostic.Hint(
    arabic: "صدّر الملف من جديد من البرنامج الذي أخرجه",
    english: "Export the file again from the program it comes from")
  fileprivate static let writeArray = Diagnostic.Hint(
    arabic: "المنتظر مصفوفة، كل عنصر فيها سجل بأسماء الحقول وقيمها",
    english: "Expected: an array with an object for each record, of field names and values")
}
