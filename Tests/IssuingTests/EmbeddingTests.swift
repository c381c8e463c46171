import Foundation
import TestSupport
import Testing

// The imports and the function from here to the mark below are the example of Docs/Embedding.md, word for word.
import Diagnostics
import Fonts
import Issuing
import Layout
import PDF
import Records
import Text
import Themes

/// Writes a letter for every row of a file; says why there is none for the others.
func writeLetters(
  template: String, records: String, office folder: String, khitab: String, to output: String
) throws -> [String] {
  var log = DiagnosticLog()
  let installation = Installation(folder: khitab)
  let fonts = try FontCollection(folder: installation.fonts, log: &log)
  let office = try Office.read(
    folder: folder, themeFolder: installation.theme(ofOfficeIn: folder), log: &log)
  let library = installation.library(ofOfficeIn: folder)
  let form = try library.template(named: template, checkedFor: office, log: &log)
  let renderer = DiagnosticRenderer(language: .arabic)
  guard let office, let form, !log.hasErrors else { return log.diagnostics.map(renderer.render) }

  let composer = LetterComposer(
    office: office, template: form, options: CompositionOptions(letterhead: .drawn), isBlank: false,
    paginator: Paginator(shaper: ParagraphShaper(fonts: fonts)))
  let rows = try InputFile.records(records, dictionary: office.records, calendar: office.calendar)
  log.append(contentsOf: rows.log)
  let painter = PagePainter()
  for (index, row) in rows.records.enumerated() {
    log.append(contentsOf: row.log)
    guard let pages = composer.compose(row.record, log: &log) else { continue }
    let file = try composer.file(of: pages, row.record, with: painter)
    try OutputFile(path: "\(output)/\(index + 1).pdf").write(file.bytes)
  }
  return log.diagnostics.map(renderer.render)
}
// The end of the example.

/// What `Docs/Embedding.md` tells who builds on the library.
@Suite struct EmbeddingTests {
  @Test func theExampleIsThatOfTheDocumentation() throws {
    let own = try String(
      contentsOf: Repository.file("Tests/IssuingTests/EmbeddingTests.swift"), encoding: .utf8)
    let rest = try #require(own.components(separatedBy: "word for word.\n").dropFirst().first)
    let code = try #require(rest.components(separatedBy: "// The end of the example.").first)
    let page = try String(contentsOf: Repository.file("Docs/Embedding.md"), encoding: .utf8)
    #expect(page.contains("```swift\n" + code + "```"))
  }

  @Test func theExampleWritesLetters() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "embedding-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let said = try writeLetters(
      template: "acceptance-letter",
      records: Repository.file("Templates/acceptance-letter/example.json").path,
      office: Repository.file("samples").path, khitab: Repository.root.path, to: folder.path)
    #expect(!said.contains { $0.contains("خطأ") }, "\(said)")
    let file = try Data(contentsOf: folder.appending(path: "1.pdf"))
    #expect(file.starts(with: Data("%PDF-".utf8)))
  }
}
