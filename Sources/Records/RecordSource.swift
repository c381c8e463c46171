import Diagnostics
import Foundation

/// A file of records, read by what it holds and else by its name's extension.
struct RecordSource {
  private enum Contents {
    case delimited([UInt8])
    case json([UInt8])
    case workbook(XLSXReader)
    case database(SQLiteReader)
    case unreadable
  }

  private let path: String
  private let limits: ReadingLimits
  private var contents = Contents.unreadable
  /// What is wrong with the file, whichever table is read from it.
  private(set) var log = DiagnosticLog()

  /// Opens the file.
  init(path: String, limits: ReadingLimits) throws(RecordError) {
    (self.path, self.limits) = (path, limits)
    let start = try Self.bytes(at: path, upTo: 16)
    if start.starts(with: Array("SQLite format 3\0".utf8))
      || ["sqlite", "sqlite3", "db"].contains(fileExtension)
    {
      contents = SQLiteReader(path: path, limits: limits, log: &log).map(Contents.database) ?? .unreadable
      return
    }
    if let bytes = try Self.whole(path, limits: limits, log: &log) { open(bytes) }
  }

  private mutating func open(_ bytes: [UInt8]) {
    let isArchive = bytes.starts(with: [0x50, 0x4B]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    switch fileExtension {
    case _ where isArchive, "xlsx", "xlsm":
      contents =
        XLSXReader(bytes, file: path, limits: limits, log: &log).map(Contents.workbook) ?? .unreadable
    case "json": contents = .json(bytes)
    case "csv", "tsv", "txt": contents = .delimited(bytes)
    default: log.error(.unknownFormat(fileExtension), at: .file(path), hints: [.useKnownFormat])
    }
  }

  private var fileExtension: String { URL(filePath: path).pathExtension.lowercased() }

  /// The table of records: a sheet or database table by its name, what a query gives, or the only or first one.
  mutating func table(sheet: String?, query: String?) -> SourceTable {
    var table = tableOfContents(sheet: sheet, query: query)
    switch contents {
    case .database: break
    case .workbook:
      if query != nil { table.log.error(.queryNeedsDatabase, at: .file(path), hints: [.leaveQueryOut]) }
    case .delimited, .json:
      if query != nil { table.log.error(.queryNeedsDatabase, at: .file(path), hints: [.leaveQueryOut]) }
      if sheet != nil { table.log.warning(.noSheetsHere, at: .file(path), hints: [.leaveSheetOut]) }
    case .unreadable: break
    }
    return table
  }

  private mutating func tableOfContents(sheet: String?, query: String?) -> SourceTable {
    switch contents {
    case .delimited(let bytes): return CSVReader.table(bytes, file: path, limits: limits)
    case .json(let bytes): return JSONReader.table(bytes, file: path, limits: limits)
    case .workbook(var workbook):
      defer { contents = .workbook(workbook) }
      return workbook.table(sheet: sheet)
    case .database(let database): return query.map(database.table(query:)) ?? database.table(named: sheet)
    case .unreadable: return SourceTable(file: path, log: log)
    }
  }

  /// The table that holds the items of a list: a sheet, a database table, or a CSV file in the same folder.
  ///
  /// - Throws: `RecordError` when there is such a file, but it can't be read.
  mutating func listTable(named name: String) throws(RecordError) -> SourceTable? {
    switch contents {
    case .workbook(var workbook):
      guard workbook.hasSheet(named: name) else { return nil }
      defer { contents = .workbook(workbook) }
      return workbook.table(sheet: name)
    case .database(let database): return database.hasTable(named: name) ? database.table(named: name) : nil
    case .delimited:
      guard let neighbour = neighbour(named: name), FileManager.default.fileExists(atPath: neighbour) else {
        return nil
      }
      var log = DiagnosticLog()
      let bytes = try Self.whole(neighbour, limits: limits, log: &log)
      return bytes.map { CSVReader.table($0, file: neighbour, limits: limits) }
        ?? SourceTable(file: neighbour, log: log)
    case .json, .unreadable: return nil
    }
  }

  /// Whether the items of lists can stand in tables of their own beside this file's records.
  var hasOtherTables: Bool {
    switch contents {
    case .workbook, .database, .delimited: true
    case .json, .unreadable: false
    }
  }

  private func neighbour(named name: String) -> String? {
    guard !name.contains("/"), !name.contains("\0") else { return nil }
    let file = name.lowercased().hasSuffix(".csv") ? name : name + ".csv"
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
    return folder + file
  }

  /// All bytes of a file; `nil` with an error in `log` when there are more than the limit.
  private static func whole(
    _ path: String, limits: ReadingLimits, log: inout DiagnosticLog
  ) throws(RecordError) -> [UInt8]? {
    let bytes = try bytes(at: path, upTo: limits.fileBytes + 1)
    guard bytes.count <= limits.fileBytes else {
      log.error(.tooLarge(limits.fileBytes >> 20), at: .file(path), hints: [.splitFile])
      return nil
    }
    return bytes
  }

  private static func bytes(at path: String, upTo count: Int) throws(RecordError) -> [UInt8] {
    var isFolder: ObjCBool = false
    guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .noSuchFile(path: path)
    }
    guard !isFolder.boolValue, let file = FileHandle(forReadingAtPath: path) else {
      throw .unreadable(path: path)
    }
    defer { try? file.close() }
    do {
      return [UInt8](try file.read(upToCount: count) ?? Data())
    } catch {
      throw .unreadable(path: path)
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func tooLarge(_ megabytes: Int) -> Diagnostic.Message {
    .init(
      "records.file-too-large", arabic: "الملف أكبر من الحد (\(megabytes) ميغابايت)",
      english: "The file is larger than the limit (\(megabytes) MB)")
  }
  fileprivate static func unknownFormat(_ name: String) -> Diagnostic.Message {
    .init(
      "records.unknown-format", arabic: "لا تُقرأ السجلات من ملف امتداده \(Quoting.quote(name))",
      english: "Records can't be read from a file with the extension \(Quoting.quote(name))")
  }
  fileprivate static let queryNeedsDatabase = Diagnostic.Message(
    "records.query-needs-database", arabic: "الاستعلام لا يكون إلا من قاعدة بيانات SQLite",
    english: "A query needs an SQLite database")
  fileprivate static let noSheetsHere = Diagnostic.Message(
    "records.no-sheets-here", arabic: "ليس في هذا النوع من الملفات أوراق؛ أُهمل اسم الورقة",
    english: "Files of this kind have no sheets; the sheet's name was ignored")
}

extension Diagnostic.Hint {
  fileprivate static let leaveQueryOut = Diagnostic.Hint(
    arabic: "احذف الاستعلام من الأمر", english: "Leave the query out of the command")
  fileprivate static let leaveSheetOut = Diagnostic.Hint(
    arabic: "احذف اسم الورقة من الأمر", english: "Leave the sheet out of the command")
  fileprivate static let useKnownFormat = Diagnostic.Hint(
    arabic: "احفظ الملف بصيغة xlsx أو csv أو json، أو استعمل قاعدة SQLite",
    english: "Save it as xlsx, csv or json, or use an SQLite database")
}
