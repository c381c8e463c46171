import Content
import Diagnostics
import Fonts
import Foundation
import Issuing
import Layout
import PDF
import Records
import Register
import Text
import Themes
import Values

/// The road from a file of records to laid-out pages: the samples' acceptance letters.
struct OfficeLetters {
  /// The records that become letters.
  let records: [Record]
  private let office: Office
  private let composer: LetterComposer
  /// Draws what stands in the letters' signature fields.
  let drawing: SignatureDrawing
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

  /// Opens the samples' office and reads its records.
  init() throws {
    var log = DiagnosticLog()
    let fonts = try FontCollection(folder: Self.path("Fonts"), log: &log)
    let library = TemplateLibrary(folders: [Self.path("Templates")])
    guard let template = try library.template(named: "acceptance-letter", log: &log),
      let office = try Office.read(
        folder: Self.path("samples"), themeFolder: Self.path("Templates/theme"), log: &log)
    else { throw LetterPress.Failure(log: log) }
    self.office = office
    let paginator = Paginator(shaper: ParagraphShaper(fonts: fonts))
    composer = LetterComposer(
      office: office, template: template, options: CompositionOptions(), isBlank: false, paginator: paginator)
    drawing = SignatureDrawing(office: office, paginator: paginator)
    // Some of the samples' records are wrong on purpose; one whose letter is refused measures nothing.
    let composer = composer
    records = try Self.read(office).usable.filter { record in
      var refusals = DiagnosticLog()
      return composer.document(of: record, log: &refusals) != nil
    }
    guard !records.isEmpty, !log.hasErrors else { throw LetterPress.Failure(log: log) }
  }

  /// Reads the files of members and requests, and joins them.
  func readRecords() throws -> RecordSet { try Self.read(office) }

  /// The letter of a record, not laid out.
  func compose(_ number: Int) throws -> Document {
    var log = DiagnosticLog()
    guard let document = composer.document(of: records[number % records.count], log: &log) else {
      throw LetterPress.Failure(log: log)
    }
    return document
  }

  /// A record's letter with a number, date and code, as it is issued: what it says, its pages and its file.
  func numbered(
    _ number: Int, with painter: PagePainter
  ) throws -> (document: Document, pages: PagedDocument, file: [UInt8]) {
    let record = numbered(records[number % records.count], number + 1)
    var log = DiagnosticLog()
    guard let document = composer.document(of: record, log: &log),
      let pages = composer.compose(record, log: &log)
    else { throw LetterPress.Failure(log: log) }
    return (document, pages, try composer.file(of: pages, record, with: painter).bytes)
  }

  /// The file of a record's letter under a number.
  func file(of record: Record, number: Int, with painter: PagePainter) throws -> DrawnFile {
    let record = numbered(record, number)
    var log = DiagnosticLog()
    guard let pages = composer.compose(record, log: &log) else { throw LetterPress.Failure(log: log) }
    return try composer.file(of: pages, record, with: painter)
  }

  private func numbered(_ record: Record, _ number: Int) -> Record {
    var record = record
    record.values["رقم الخطاب"] = .identifier(Identifier(.reference, stored: "1448/\(number)"))
    let day = CivilDate(year: 2026, month: 11, day: 26)
    record.values["تاريخ الخطاب"] = .date(DateValue(day: day, calendar: .ummAlQura, entered: day.iso))
    return record
  }

  /// A record of the samples that states an invented member in place of its own.
  func record(of member: Member, number: Int) -> Record {
    var record = records[number % records.count]
    record.values["الاسم"] = .name(member.name)
    record.values["رقم العضوية"] = .identifier(Identifier(.reference, stored: member.membershipNumber))
    record.values["رقم الطلب"] = .identifier(Identifier(.reference, stored: "1448/\(number + 1)"))
    return record
  }

  /// Issues the office's letters unsigned.
  func issuer(register: Register, letters folder: String) throws -> Issuer {
    let inputs = try LetterInputs(composer, installation: Installation(folder: Self.root.path))
    return Issuer(
      composer: composer, inputs: inputs, register: register, archive: LetterArchive(folder: folder))
  }

  /// The pages of a record's letter, and what was said of them.
  func layOut(_ number: Int) throws -> PagedDocument {
    var log = DiagnosticLog()
    guard let pages = composer.compose(records[number % records.count], log: &log) else {
      throw LetterPress.Failure(log: log)
    }
    return pages
  }

  private static func read(_ office: Office) throws -> RecordSet {
    let requests = try RecordSet.read(
      path: path("samples/requests.xlsx"), sheet: "المقبولة", dictionary: office.records, isPartial: true)
    let members = try RecordSet.read(
      path: path("samples/members.csv"), dictionary: office.records, isPartial: true)
    return requests.joined(with: members, on: "رقم العضوية")
  }

  private static func path(_ name: String) -> String { root.appending(path: name).path }
}
