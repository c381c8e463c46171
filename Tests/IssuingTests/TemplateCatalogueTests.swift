import Content
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

/// Every template of the catalogue, with its example record, in the made-up office.
@Suite struct TemplateCatalogueTests {
  static let ids = TemplateLibrary(folders: [Repository.file("Templates").path]).ids

  private static let office: Office? = {
    var log = DiagnosticLog()
    let office = try? Office.read(
      folder: Repository.file("samples").path, themeFolder: Repository.file("Templates/theme").path, log: &log
    )
    return log.diagnostics.isEmpty ? office : nil
  }()

  private static let paginator: Paginator? = {
    var log = DiagnosticLog()
    let fonts = try? FontCollection(folder: Repository.file("Fonts").path, log: &log)
    return fonts.map { Paginator(shaper: ParagraphShaper(fonts: $0)) }
  }()

  /// The composer of a template's letters, after its check found nothing at all.
  private func composer(_ id: String, isBlank: Bool = false) throws -> LetterComposer {
    var log = DiagnosticLog()
    let office = try #require(Self.office)
    let template = try #require(
      try TemplateLibrary(folders: [Repository.file("Templates").path]).template(named: id, log: &log))
    office.check(template.template, log: &log)
    #expect(log.diagnostics == [])
    return LetterComposer(
      office: office, template: template, options: CompositionOptions(letterhead: .drawn, isFileCopy: true),
      isBlank: isBlank, paginator: try #require(Self.paginator))
  }

  /// The records of the template's example, every one of them free of remarks.
  private func examples(_ id: String, for composer: LetterComposer) throws -> [Record] {
    let set = try RecordSet.read(
      path: Repository.file("Templates/\(id)/example.json").path, dictionary: composer.office.records,
      isPartial: !composer.template.template.speaksToPerson)
    #expect(set.fullLog.diagnostics == [])
    #expect(!set.usable.isEmpty)
    return set.usable
  }

  @Test func aPostThatNobodyHoldsIsFoundBeforeAnyRecord() throws {
    var log = DiagnosticLog()
    let office = try #require(Self.office)
    let source = TemplateSource(
      file: "t.khitab", text: "النوع: خطاب\nالعنوان: خطاب\nالموضوع: س\nالموقّع: أمين الصندوق\n---\nنص.")
    office.check(try #require(Template.parse(source, log: &log)), log: &log)
    #expect(log.diagnostics.map(\.message.id) == ["themes.unknown-signer"])
    guard case .text(_, let line, _, _)? = log.diagnostics.first?.location else {
      Issue.record("no place")
      return
    }
    #expect(line == 4)
  }

  @Test(arguments: ids) func isSetFromItsExample(id: String) throws {
    let composer = try composer(id)
    for record in try examples(id, for: composer) {
      var log = DiagnosticLog()
      let letter = try #require(composer.compose(record, log: &log))
      let document = try #require(composer.document(of: record, log: &log))
      #expect(log.diagnostics == [])
      #expect((1...3).contains(letter.pages.count))
      #expect(letter.structureFlaws == [])
      let source = words(of: [document.plainText])
      #expect(words(of: readTexts(of: letter)).firstRange(of: source) != nil, "\(id) isn't read in order")
    }
  }

  /// What the proof asks of an issued letter holds for every template's.
  @Test(arguments: ids) func isReadBackFromItsFileAsItWasMeant(id: String) throws {
    let composer = try composer(id)
    for record in try examples(id, for: composer) {
      var log = DiagnosticLog()
      let document = try #require(composer.document(of: record, log: &log))
      let pages = composer.paginate(document, log: &log)
      log.refuseOutOfBox()
      let payload = composer.verification(of: record)?.shown.payload
      LetterProof(document: document, pages: pages, payload: payload).check(
        try PagePainter().pdf([pages]), log: &log)
      #expect(log.diagnostics == [])
    }
  }

  @Test(arguments: ["WWWW-WWWW-WWWW", "MMMM-MMMM-MMMM", "1111-1111-1111"])
  func everyVerificationCodeHasRoomUnderItsSquare(code: String) throws {
    var composer = try composer("acceptance-letter", isBlank: true)
    composer.options.verification = .init(code: code, payload: "1448/125|2026-11-26|" + code)
    var log = DiagnosticLog()
    _ = composer.compose(Record(values: [:], origins: [:], location: .file("blank")), log: &log)
    #expect(log.diagnostics == [])
  }

  /// The texts of what is read, in the order of reading, without the markers of lists.
  private func readTexts(of letter: PagedDocument) -> [String] {
    let texts = letter.texts
    return letter.structure.elements.enumerated().compactMap { index, element in
      element.role == .label ? nil : element.actualText ?? texts[StructureTree.ElementID(index)]
    }
  }

  private func words(of texts: [String]) -> [String] {
    texts.flatMap { text in
      let visible = String(
        String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isBidiControl }))
      return visible.split(whereSeparator: \.isWhitespace).map(String.init)
    }
  }

  @Test(arguments: ids) func isWordedForEveryPerson(id: String) throws {
    let composer = try composer(id)
    let record = try #require(try examples(id, for: composer).first)
    for kind in PersonKind.allCases where kind != .unknown {
      var log = DiagnosticLog()
      let document = composer.document(of: record, speakingTo: kind, log: &log)
      #expect(document != nil && log.diagnostics == [], "\(kind)")
    }
  }

  @Test(arguments: ids) func isSetBlank(id: String) throws {
    let composer = try composer(id, isBlank: true)
    var log = DiagnosticLog()
    let empty = Record(values: [:], origins: [:], location: .file(id))
    let form = try #require(composer.compose(empty, log: &log))
    #expect(log.diagnostics == [])
    #expect((1...3).contains(form.pages.count))
    #expect(form.structureFlaws == [])
  }

  @Test(arguments: ids) func keepsToTheSpellingAndPunctuationOfTheHouse(id: String) throws {
    let text = try String(contentsOf: Repository.file("Templates/\(id)/template.khitab"), encoding: .utf8)
    let words = text.replacing(#/\{\{[^}]*\}\}/#, with: "قيمة")
    for slip in [
      " ،", " ؛", ",", ";", "?", "  ", "إنشاء الله", "مسئول", "لوقتته", "في الداء", "الغير ", "هذة", "ان شاء",
    ] {
      #expect(!words.contains(slip), "«\(slip)» stands in \(id)")
    }
  }

  /// What a letter calls enclosed is counted at its head and listed at its foot.
  @Test(arguments: ids) func whatALetterEnclosesIsListed(id: String) throws {
    let composer = try composer(id)
    guard composer.template.template.settings.kind == .letter else { return }
    for record in try examples(id, for: composer) {
      var log = DiagnosticLog()
      let text = try #require(composer.document(of: record, log: &log)).plainText
      guard text.contains(#/المرفقة?[ .]/#) else { continue }
      #expect(text.contains("المرفقات:\n"), "\(text)")
    }
  }

  /// A title over a signature agrees with the record's person only where it is that person's.
  @Test(arguments: ids) func onlyTheRecordsPersonsTitleAgrees(id: String) throws {
    let own: Set = ["مقدم الطلب", "المستفيد", "المتطوع", "المفوض", "صاحب الشأن"]
    let text = try String(contentsOf: Repository.file("Templates/\(id)/template.khitab"), encoding: .utf8)
    let lexicon = try #require(Self.office).lexicon
    for tag in text.matches(of: #/\{\{توقيع: ([^}]*)\}\}/#) {
      let titles = tag.1.split(separator: "/").map { $0.trimmingCharacters(in: .whitespaces) }
      #expect(titles.filter { lexicon.contains($0) && !own.contains($0) } == [])
    }
  }

  @Test func everyTemplateIsDescribed() throws {
    let page = try String(contentsOf: Repository.file("Templates/README.md"), encoding: .utf8)
    #expect(Self.ids.filter { !page.contains("| `\($0)` |") } == [])
    #expect(Self.ids.count >= 45)
  }
}
