import Content
import Foundation
import Geometry
import Layout
import PDF
import TestSupport
import Testing

@Suite struct TextLayerTests {
  @Test(arguments: ["Amiri", "Noto Naskh Arabic"])
  func aLettersWordsAreReadBack(family: String) throws {
    let source = try fixture("letter.txt")
    let read = folded(try extracted(from: TextPages.page(source, family: family)))
    let words = source.split(whereSeparator: \.isWhitespace).map { folded(String($0)) }
    let missing = words.filter { read.range(of: $0, options: .literal) == nil }
    #expect(missing.isEmpty)
  }

  @Test(arguments: [
    "الموافقة على الطلب", "عبدالرحمن بن محمد الأحمدي", "نشكر لكم ثقتكم بالجمعية", "إدارة شؤون الأعضاء",
    "MB-100087",
    "٥٤٣٢١", "SA0380000000608010167519", "services@sanabil.example",
  ])
  func aLineOfOneKindIsReadBackWholeAndInOrder(line: String) throws {
    let read = try extracted(from: TextPages.page(line))
    #expect(withoutControls(read).trimmingCharacters(in: .whitespacesAndNewlines) == line)
  }

  @Test func everyCodeOfPlainTextHasItsOwnText() throws {
    let content = try uncompressed(
      TextPages.page("المكرَّم الأستاذ عبدالله سلَّمه الله، وبعد: فقد تقرَّر الموافقة"))
    #expect(content.contains("/ToUnicode"))
    #expect(!content.contains("/ActualText"))
    #expect(!content.lowercased().contains("<fffd>"))
  }

  @Test func aWordDrawnWithALengtheningStrokeIsReadBackWhole() throws {
    #expect(withoutControls(try extracted(from: TextPages.page("بالخير"))).hasPrefix("بالخير"))
  }

  @Test func fontsAreEmbeddedAsSubsets() throws {
    let page = try TextPages.page(fixture("letter.txt"))
    let bytes = try pdf(page)
    // The font file alone has 563 kB; structure, metadata and colour profile take some 10 kB of the letter's.
    #expect(bytes.count < 50_000)
    #expect(String(decoding: bytes, as: UTF8.self).contains("+Amiri"))
  }

  @Test func manyPaintersAtOnceWriteTheSameBytes() async throws {
    let page = try TextPages.page(fixture("letter.txt"))
    let alone = try pdf(page)
    let files = try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<64 { group.addTask { try pdf(page) } }
      return try await group.reduce(into: Set<[UInt8]>()) { $0.insert($1) }
    }
    #expect(files == [alone])
  }

  @Test func whatAPainterDrewBeforeDoesNotShow() throws {
    let (letter, other) = (
      try TextPages.page(fixture("letter.txt")), try TextPages.page(fixture("vocalised.txt"))
    )
    let painter = PagePainter()
    _ = try painter.pdf([document(other)])
    #expect(try painter.pdf([document(letter)]) == pdf(letter))
    _ = try painter.svg(other)
    #expect(try painter.svg(letter) == PagePainter().svg(letter))
    #expect(try painter.png(letter, dotsPerInch: 60) == PagePainter().png(letter, dotsPerInch: 60))
  }

  private func document(_ page: Page) -> PagedDocument {
    PagedDocument(metadata: .init(title: "خطاب"), pages: [page])
  }

  private func pdf(_ page: Page) throws -> [UInt8] { try PagePainter().pdf([document(page)]) }

  private func extracted(from page: Page) throws -> String {
    String(decoding: try Tool.run("/usr/bin/pdftotext", "-q", "-", "-", input: pdf(page)), as: UTF8.self)
  }

  private func uncompressed(_ page: Page) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).pdf")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(pdf(page)).write(to: file)
    return String(decoding: try Tool.run("/usr/bin/qpdf", "--qdf", file.path, "-"), as: UTF8.self)
  }

  private func fixture(_ name: String) throws -> String {
    try String(contentsOf: Repository.file("Tests/PDFTests/Fixtures/\(name)"), encoding: .utf8)
  }

  /// The text without white space and bidi controls, by scalars: what the order of lines can't change.
  private func folded(_ text: String) -> String { withoutControls(text).filter { !$0.isWhitespace } }

  private func withoutControls(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isBidiControl }))
  }
}
