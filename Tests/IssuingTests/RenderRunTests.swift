import Diagnostics
import Fonts
import Foundation
import Layout
import PDF
import Records
import Templates
import TestSupport
import Testing
import Text
import Themes
import Values

@testable import Issuing

/// Letters of a run: their bytes are their record's alone.
@Suite struct RenderRunTests {
  private func composer() throws -> LetterComposer {
    var log = DiagnosticLog()
    let office = try #require(
      try Office.read(
        folder: Repository.file("samples").path, themeFolder: Repository.file("Templates/theme").path,
        log: &log))
    let template = try #require(
      try TemplateLibrary(folders: [Repository.file("Templates").path]).template(
        named: "acceptance-letter", log: &log))
    let fonts = try FontCollection(folder: Repository.file("Fonts").path, log: &log)
    return LetterComposer(
      office: office, template: template, options: CompositionOptions(letterhead: .drawn), isBlank: false,
      paginator: Paginator(shaper: ParagraphShaper(fonts: fonts)))
  }

  /// The sample's accepted requests that are without error.
  private func records(for composer: LetterComposer) throws -> [ReadRecord] {
    let dictionary = composer.office.records
    let folder = Repository.file("samples").path
    let requests = try RecordSet.read(
      path: "\(folder)/requests.xlsx", sheet: "المقبولة", dictionary: dictionary, isPartial: true)
    let members = try RecordSet.read(path: "\(folder)/members.csv", dictionary: dictionary, isPartial: true)
    let joined = requests.joined(with: members, on: "رقم العضوية")
    return joined.records.filter { !$0.log.hasErrors }
  }

  private func files(
    _ run: RenderRun, _ records: [ReadRecord], in folder: URL
  ) async throws -> [Diagnostics.SourceLocation: Data] {
    let report = try await run.run(records) { _ in }
    var files: [Diagnostics.SourceLocation: Data] = [:]
    for letter in report.letters {
      guard let name = letter.file else { continue }
      files[letter.record] = try Data(contentsOf: folder.appending(path: name))
    }
    return files
  }

  @Test func aLettersBytesAreTheSameAloneAndInAnyRun() async throws {
    let composer = try self.composer()
    let another = try self.composer()
    let records = try records(for: composer)
    try #require(records.count >= 8)
    let painter = PagePainter()
    var alone: [Diagnostics.SourceLocation: Data] = [:]
    for read in records {
      var log = DiagnosticLog()
      guard let pages = composer.compose(read.record, log: &log) else { continue }
      let file = Data(try composer.file(of: pages, read.record, with: PagePainter()).bytes)
      alone[read.record.location] = file
      // Fonts in memory differ from composer to composer, the files don't.
      let same = try #require(another.compose(read.record, log: &log))
      #expect(try Data(another.file(of: same, read.record, with: painter).bytes) == file)
    }
    for (jobs, chunk, isReversed) in [(1, 1, false), (2, 7, true), (2, 64, false)] {
      let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
      defer { try? FileManager.default.removeItem(at: folder) }
      var run = RenderRun(
        composer: composer, name: "letter", destination: .folder(folder.path), jobs: jobs)
      run.chunk = chunk
      let found = try await files(run, isReversed ? records.reversed() : records, in: folder)
      #expect(found == alone, "\(jobs) workers, chunks of \(chunk)")
    }
  }

  @Test func aLettersDataRideAlongWithNothingElseOfTheRecord() throws {
    var composer = try composer()
    let record = try #require(try records(for: composer).first).record
    #expect(try composer.attachments(of: record).isEmpty)
    composer.attachesData = true
    let attachment = try #require(try composer.attachments(of: record).first)
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(attachment.bytes)) as? [String: Any])
    let named = Set(composer.template.template.fieldNames + ["رقم الخطاب", "تاريخ الخطاب"])
    let dictionary = composer.office.dictionary
    let fields = try #require(json["fields"] as? [String: Any])
    #expect(!fields.isEmpty)
    #expect(json.keys.sorted() == ["code", "fields"])
    for name in fields.keys {
      let field = try #require(dictionary.field(named: name))
      #expect(named.contains(field.name) || named.contains(field.alias), "\(name) isn't stated")
    }
    #expect(try composer.attachments(of: record) == [attachment])
  }

  @Test func aPageThatSaysSomethingElseThanItsDataIsFound() throws {
    var composer = try composer()
    composer.attachesData = true
    // One of the samples has a letter that no font has, and no letter.
    let records = try records(for: composer).map(\.record).filter { record in
      var log = DiagnosticLog()
      return composer.compose(record, log: &log) != nil
    }
    try #require(records.count >= 8)
    let painter = PagePainter()
    func letter(_ record: Record, dataOf other: Record) throws -> [UInt8] {
      var log = DiagnosticLog()
      let pages = try #require(composer.compose(record, log: &log))
      return try painter.pdf([pages], attachments: composer.attachments(of: other))
    }
    for record in records {
      #expect(LetterConsistency.differences(in: try letter(record, dataOf: record)).isEmpty, "\(record)")
    }
    var other = records[0]
    other.values["رقم الخطاب"] = .identifier(Identifier(.reference, stored: "1448/999"))
    other.values["تاريخ الخطاب"] = .date(
      DateValue(day: CivilDate(year: 2026, month: 1, day: 2), calendar: .gregorian, entered: "2026-01-02"))
    let differences = LetterConsistency.differences(in: try letter(records[0], dataOf: other))
    #expect(
      differences.map(\.id) == ["letter.number-differs", "letter.date-differs", "letter.code-differs"])
    #expect(LetterConsistency.differences(in: Array("no PDF".utf8)).isEmpty)
    var damaged = try letter(records[0], dataOf: records[0])
    let name = try #require(damaged.firstRange(of: Array("/EmbeddedFile/Subtype".utf8)))
    damaged.replaceSubrange(name.upperBound..<name.upperBound + 1, with: [0x20])
    #expect(LetterConsistency.differences(in: damaged).isEmpty, "what isn't sound PDF is judged elsewhere")
  }
}
