import Diagnostics

/// Reads a file of values parted by commas, semicolons or tabs.
enum CSVReader {
  /// The delimiters that are tried, the standard's own first.
  private static let delimiters: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]

  /// The table in `bytes`.
  static func table(_ bytes: [UInt8], file: String, limits: ReadingLimits) -> SourceTable {
    var table = SourceTable(file: file, mayBeRagged: true)
    let decoded = DecodedText(bytes)
    if decoded.encoding != .utf8 { table.log.note(.encoding(decoded.encoding), at: .file(file)) }
    if decoded.isDamaged {
      table.log.error(.damaged(decoded.encoding), at: .file(file), hints: [.saveAsUTF8])
    }
    var text = Array(decoded.text.utf8)
    guard !text.contains(0) else {
      table.log.error(.notText, at: .file(file), hints: [.saveAsUTF8])
      return table
    }
    let delimiter = declaredDelimiter(&text) ?? likelyDelimiter(of: text)
    if delimiter != delimiters[0] { table.log.note(.delimiter(delimiter), at: .file(file)) }
    readRows(of: text, delimiter: delimiter, into: &table, limits: limits)
    return table
  }

  private static func readRows(
    of text: [UInt8], delimiter: UInt8, into table: inout SourceTable, limits: ReadingLimits
  ) {
    var parser = CSVParser(text, delimiter: delimiter, columnLimit: limits.columns)
    var cells = 0
    while let row = parser.nextRow(number: table.rows.count + 1) {
      cells += row.cells.count
      guard cells <= limits.cells, row.number <= limits.rows, !row.isCutShort else {
        table.log.error(.tooManyCells(limits.cells), at: table.place(row: row.number), hints: [.splitFile])
        return
      }
      table.rows.append(
        SourceTable.Row(
          number: row.number, cells: row.cells.map { SourceCell(content: $0.isEmpty ? .empty : .text($0)) },
          remarks: remarks(on: row)))
    }
  }

  private static func remarks(on row: CSVParser.Row) -> [Diagnostic] {
    var remarks: [Diagnostic] = []
    if row.hasUnclosedQuote { remarks.append(Diagnostic(.error, .unclosedQuote, hints: [.closeQuote])) }
    if row.hasTextAfterQuote { remarks.append(Diagnostic(.warning, .textAfterQuote, hints: [.doubleQuotes])) }
    return remarks
  }

  /// Excel's own first line `sep=;`, which it never shows as a row.
  private static func declaredDelimiter(_ text: inout [UInt8]) -> UInt8? {
    guard text.starts(with: Array("sep=".utf8)), text.count > 4 else { return nil }
    let delimiter = text[4]
    let ending = text.dropFirst(5).prefix { $0 == 0x0D || $0 == 0x0A }.prefix(2)
    guard delimiters.contains(delimiter), text.count == 5 || !ending.isEmpty else { return nil }
    let lineEnd = ending.elementsEqual([0x0D, 0x0A]) ? 2 : 1
    text.removeFirst(min(5 + lineEnd, text.count))
    return delimiter
  }

  /// The delimiter that cuts most rows into the same number of cells, more than one.
  private static func likelyDelimiter(of text: [UInt8]) -> UInt8 {
    let sample = Array(text.prefix(32_768))
    var best = (score: 0, delimiter: delimiters[0])
    for delimiter in delimiters {
      let counts = CSVParser.rows(of: sample, delimiter: delimiter, limit: 50).map(\.cells.count).filter {
        $0 > 1
      }
      let tally = Dictionary(grouping: counts, by: { $0 }).mapValues(\.count)
      guard let usual = tally.map({ (rows: $0.value, cells: $0.key) }).max(by: { $0 < $1 }) else { continue }
      let score = usual.rows * 100 + min(usual.cells, 99)
      if score > best.score { best = (score, delimiter) }
    }
    return best.delimiter
  }
}

extension Diagnostic.Message {
  fileprivate static func encoding(_ encoding: DecodedText.Encoding) -> Diagnostic.Message {
    .init(
      "records.text-encoding", arabic: "قُرئ الملف بترميز \(Quoting.quote(encoding.rawValue))",
      english: "The file was read as \(encoding.rawValue)")
  }
  fileprivate static func damaged(_ encoding: DecodedText.Encoding) -> Diagnostic.Message {
    .init(
      "records.damaged-text",
      arabic: "في الملف حروف تالفة لا تُقرأ بترميز \(Quoting.quote(encoding.rawValue))",
      english: "The file holds damaged characters that aren't \(encoding.rawValue)")
  }
  fileprivate static let notText = Diagnostic.Message(
    "records.not-a-text-file", arabic: "ليس هذا ملفاً نصياً", english: "This isn't a text file")
  fileprivate static func delimiter(_ delimiter: UInt8) -> Diagnostic.Message {
    let isTab = delimiter == UInt8(ascii: "\t")
    return .init(
      "records.delimiter",
      arabic: isTab ? "الفاصل بين القيم علامة الجدولة" : "الفاصل بين القيم فاصلة منقوطة",
      english: isTab ? "Values are parted by tabs" : "Values are parted by semicolons")
  }
  static func tooManyCells(_ limit: Int) -> Diagnostic.Message {
    .init(
      "records.too-many-cells", arabic: "الجدول أكبر من الحد (\(limit) خلية)؛ لم يُقرأ ما بعد هذا الموضع",
      english: "The table is larger than the limit (\(limit) cells); nothing after this place was read")
  }
  fileprivate static let unclosedQuote = Diagnostic.Message(
    "records.unclosed-quote", arabic: "علامة اقتباس مفتوحة في هذا الصف لم تُغلق",
    english: "A quotation mark opened in this row is never closed")
  fileprivate static let textAfterQuote = Diagnostic.Message(
    "records.text-after-quote", arabic: "نص بعد علامة الاقتباس المغلقة في هذا الصف",
    english: "Text follows a closing quotation mark in this row")
}

extension Diagnostic.Hint {
  fileprivate static let saveAsUTF8 = Diagnostic.Hint(
    arabic: "احفظ الملف من جديد من Excel بصيغة \(Quoting.quote("CSV UTF-8"))، أو استعمل ملف Excel نفسه",
    english: "Save it again from Excel as “CSV UTF-8”, or use the Excel file itself")
  static let splitFile = Diagnostic.Hint(
    arabic: "قسّم الملف إلى ملفات أصغر", english: "Split the file into smaller ones")
  fileprivate static let closeQuote = Diagnostic.Hint(
    arabic: "أغلق علامة الاقتباس (\") أو احذفها", english: "Close the quotation mark (\") or take it out")
  fileprivate static let doubleQuotes = Diagnostic.Hint(
    arabic: "داخل القيمة المقتبسة تُكتب علامة الاقتباس مرتين (\"\")",
    english: "Inside a quoted value a quotation mark is written twice (\"\")")
}
