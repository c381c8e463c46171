import Diagnostics
import Values
import XML

/// Reads the sheets of an Excel workbook (ISO/IEC 29500, transitional and strict).
struct XLSXReader {
  private let file: String
  private let limits: ReadingLimits
  private var workbook: Workbook

  /// Opens a workbook; `nil` with an error in `log` when it can't be read.
  init?(_ bytes: [UInt8], file: String, limits: ReadingLimits, log: inout DiagnosticLog) {
    // The old binary format and password-protected workbooks are both OLE compound files.
    guard !bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) else {
      log.error(.protectedOrOld, at: .file(file), hints: [.saveAsXLSX])
      return nil
    }
    do throws(Workbook.Flaw) {
      workbook = try Workbook(bytes, limits: limits)
    } catch {
      log.append(error.diagnostic(in: file))
      return nil
    }
    self.file = file
    self.limits = limits
  }

  /// Whether there is a sheet of that name, in any spelling.
  func hasSheet(named name: String) -> Bool { sheet(named: name) != nil }

  /// The table of the sheet named `name`, or of the first visible one.
  mutating func table(sheet name: String?) -> SourceTable {
    var table = SourceTable(file: file)
    guard let sheet = sheet(named: name) else {
      let names = workbook.sheets.map(\.name)
      let suggestion = name.flatMap { Spelling.suggestion(for: $0, among: names) }.map(
        Diagnostic.Hint.didYouMean)
      table.log.error(
        name.map(Diagnostic.Message.noSuchSheet) ?? .noSheets, at: .file(file),
        hints: [suggestion ?? .sheets(names)])
      return table
    }
    table.sheet = sheet.name
    do throws(Workbook.Flaw) {
      var worksheet = Worksheet(of: workbook, into: table, limits: limits)
      table = try workbook.parse(sheet.part) { (reader) throws(XMLReader.Flaw) in try worksheet.read(&reader)
      }
    } catch {
      table.log.append(error.diagnostic(in: file))
    }
    return table
  }

  private func sheet(named name: String?) -> Workbook.Sheet? {
    guard let name else { return workbook.sheets.first { !$0.isHidden } ?? workbook.sheets.first }
    return workbook.sheets.first { $0.name == name }
      ?? workbook.sheets.first { Spelling.key($0.name) == Spelling.key(name) }
  }
}

extension Workbook.Flaw {
  /// What is wrong with the file, and what to do.
  func diagnostic(in file: String) -> Diagnostic {
    let place = SourceLocation.file(file)
    switch self {
    case .archive(.encrypted): return Diagnostic(.error, .protectedOrOld, at: place, hints: [.saveAsXLSX])
    case .archive(.tooLarge(let part)), .archive(.growsTooFast(let part)):
      return Diagnostic(.error, .swells(part), at: place, hints: [.copyToNewFile])
    case .archive(.tooManyEntries), .archive(.zip64):
      return Diagnostic(.error, .tooManyParts, at: place, hints: [.copyToNewFile])
    case .archive(.notAnArchive), .archive(.multiDisk):
      return Diagnostic(.error, .notAWorkbook, at: place, hints: [.saveAsXLSX])
    case .archive(.repeatedName(let part)), .archive(.broken(let part)),
      .archive(.unknownMethod(let part, _)),
      .xml(let part, _), .missingPart(let part):
      return Diagnostic(.error, .brokenPart(part), at: place, hints: [.openAndSaveAgain])
    }
  }
}

extension Diagnostic.Message {
  fileprivate static let protectedOrOld = Diagnostic.Message(
    "records.protected-or-old-workbook", arabic: "الملف محمي بكلمة مرور أو بصيغة Excel القديمة (xls)",
    english: "The workbook is protected by a password or in the old xls format")
  fileprivate static let notAWorkbook = Diagnostic.Message(
    "records.not-a-workbook", arabic: "ليس هذا ملف Excel بصيغة xlsx، أو أنه غير مكتمل",
    english: "This isn't an xlsx workbook, or it isn't whole")
  fileprivate static func brokenPart(_ part: String) -> Diagnostic.Message {
    .init(
      "records.broken-workbook", arabic: "ملف Excel تالف: لا يُقرأ الجزء \(Quoting.quote(part))",
      english: "The workbook is broken: its part \(Quoting.quote(part)) can't be read")
  }
  fileprivate static func swells(_ part: String) -> Diagnostic.Message {
    .init(
      "records.swelling-workbook",
      arabic: "جزء من ملف Excel يكبر عند فكه أكثر مما يُقبل: \(Quoting.quote(part))",
      english: "A part of the workbook grows past the limit when unpacked: \(Quoting.quote(part))")
  }
  fileprivate static let tooManyParts = Diagnostic.Message(
    "records.oversized-workbook", arabic: "ملف Excel فيه أجزاء أكثر أو أكبر مما يُقبل",
    english: "The workbook has more or larger parts than the limit")
  fileprivate static let noSheets = Diagnostic.Message(
    "records.no-sheets", arabic: "ليس في الملف أي ورقة", english: "The workbook has no sheets")
  fileprivate static func noSuchSheet(_ name: String) -> Diagnostic.Message {
    .init(
      "records.no-such-sheet", arabic: "ليس في الملف ورقة باسم \(Quoting.quote(name))",
      english: "The workbook has no sheet named \(Quoting.quote(name))")
  }
}

extension Diagnostic.Hint {
  fileprivate static let saveAsXLSX = Diagnostic.Hint(
    arabic: "افتح الملف في Excel واحفظه بصيغة xlsx بلا كلمة مرور",
    english: "Open it in Excel and save it as xlsx without a password")
  fileprivate static let openAndSaveAgain = Diagnostic.Hint(
    arabic: "افتح الملف في Excel واحفظه من جديد، أو اطلب نسخة سليمة منه",
    english: "Open it in Excel and save it again, or ask for a sound copy")
  fileprivate static let copyToNewFile = Diagnostic.Hint(
    arabic: "إن كنت تعرف مصدره فانسخ الصفوف وحدها إلى ملف جديد، وإلا فلا تفتحه",
    english: "If you know where it comes from, copy the rows alone to a new file; if not, don't open it")
  fileprivate static func sheets(_ names: [String]) -> Diagnostic.Hint {
    .init(
      arabic: "أوراق الملف: \(Quoting.list(names, separator: "، "))",
      english: "The workbook's sheets: \(Quoting.list(names, separator: ", "))")
  }
}
