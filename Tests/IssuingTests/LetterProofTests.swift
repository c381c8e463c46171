import Content
import Diagnostics
import Fonts
import Foundation
import Geometry
import Layout
import PDF
import TestSupport
import Testing
import Text

@testable import Issuing

/// The last look at a file before it is signed.
@Suite struct LetterProofTests {
  private static let payload = "OUT-1448-000125|2026-11-26|7K2M-Q9XA-04TB"

  private func document(number: String = "0501234567", payload: String = payload) -> Document {
    let value = TextSpan(number, isolation: .leftToRight, origin: .file("records.csv"))
    let name = TextSpan("نورة بنت عبدالرحمن", isolation: .firstStrong)
    let words: [Inline] = [
      .text(TextSpan("إشارةً إلى اتصالكم من الرقم ")), .text(value), .text(TextSpan("، نفيدكم يا ")),
      .text(name), .text(TextSpan(" بأن طلبكم مقيد (١٤٤٨/١٢) لدينا، ومبلغه 2,750.50 ريال، وبريدكم ")),
      .text(TextSpan("noura@wadi.example", isolation: .leftToRight)), .text(TextSpan(" مسجّل لدينا.")),
    ]
    let master = PageMaster(margins: Insets(all: 72))
    return Document(
      metadata: .init(title: "خطاب"), pageSetup: PageSetup(paper: .a4, first: master, rest: master),
      styles: StyleSheet(fallback: ParagraphStyle()),
      body: [
        .paragraph(Paragraph(words)),
        .qr(QRBlock(payload: payload, side: .mm(22), alignment: .center, alternativeText: "رمز")),
        .paragraph(Paragraph([.text(TextSpan("والله الموفق"))])),
      ])
  }

  private struct Made {
    var document: Document
    var pages: PagedDocument
    var file: [UInt8]

    /// What the proof of `file` against something else says.
    func ids(
      document other: Document? = nil, pages otherPages: PagedDocument? = nil,
      payload: String? = LetterProofTests.payload,
      file otherFile: [UInt8]? = nil
    ) -> [String] {
      var log = DiagnosticLog()
      LetterProof(document: other ?? document, pages: otherPages ?? pages, payload: payload).check(
        otherFile ?? file, log: &log)
      return log.diagnostics.map(\.message.id)
    }
  }

  private func make() throws -> Made {
    var log = DiagnosticLog()
    let fonts = try FontCollection(folder: Repository.file("Fonts").path, log: &log)
    let document = document()
    let pages = Paginator(shaper: ParagraphShaper(fonts: fonts)).paginate(document, log: &log)
    #expect(!log.hasErrors, "\(log.diagnostics)")
    return Made(document: document, pages: pages, file: try PagePainter().pdf([pages]))
  }

  @Test func aFileThatSaysWhatWasMeantPasses() throws {
    #expect(try make().ids().isEmpty)
  }

  @Test func aValueTurnedRoundOrMissingIsFoundWithItsCell() throws {
    let made = try make()
    for number in ["7654321050", "0501234568", "05012345670"] {
      var log = DiagnosticLog()
      LetterProof(document: document(number: number), pages: made.pages, payload: Self.payload).check(
        made.file, log: &log)
      #expect(log.diagnostics.map(\.message.id) == ["issuing.proof-value-lost"], "\(number)")
      #expect(log.diagnostics.first?.location == .file("records.csv"))
    }
  }

  /// The values of notes are looked for like all others.
  @Test func aValueOfANoteIsFoundOrMissed() throws {
    func noted(_ number: String) -> Document {
      var document = document()
      let value = TextSpan(number, isolation: .leftToRight, origin: .file("records.csv"))
      let note = Footnote([.text(TextSpan("جوالكم ")), .text(value)], digits: .arabicIndic)
      document.body.append(
        .paragraph(Paragraph([.text(TextSpan("والسلام")), .footnote(note), .text(TextSpan("."))])))
      return document
    }
    var log = DiagnosticLog()
    let fonts = try FontCollection(folder: Repository.file("Fonts").path, log: &log)
    let pages = Paginator(shaper: ParagraphShaper(fonts: fonts)).paginate(noted("0555010368"), log: &log)
    let file = try PagePainter().pdf([pages])
    let payload = Self.payload
    LetterProof(document: noted("0555010368"), pages: pages, payload: payload).check(file, log: &log)
    #expect(log.diagnostics == [])
    LetterProof(document: noted("0555010369"), pages: pages, payload: payload).check(file, log: &log)
    #expect(log.diagnostics.map(\.message.id) == ["issuing.proof-value-lost"])
    #expect(log.diagnostics.map(\.location) == [.file("records.csv")])
  }

  @Test func anotherCodeThanTheLettersOwnIsFound() throws {
    let made = try make()
    #expect(made.ids(payload: Self.payload + "x") == ["issuing.proof-code-differs"])
    let other = document(payload: Self.payload + "x")
    #expect(made.ids(document: other, payload: Self.payload + "x") == ["issuing.proof-code-differs"])
    // A code with one bar missing is another code.
    var pages = made.pages
    pages.pages[0].items = pages.pages[0].items.map { Self.changed($0) { $0.removeLast() } }
    let damaged = try PagePainter().pdf([pages])
    #expect(made.ids(file: damaged) == ["issuing.proof-code-differs"])
  }

  @Test func aPageMoreOrLessOrOfAnotherSizeIsFound() throws {
    let made = try make()
    var longer = made.pages
    longer.pages.append(longer.pages[0])
    #expect(made.ids(pages: longer) == ["issuing.proof-page-count"])
    var wider = made.pages
    wider.pages[0].size.width += 10
    #expect(made.ids(pages: wider) == ["issuing.proof-page-size"])
  }

  @Test func whatIsNotASoundFileIsRefused() throws {
    let made = try make()
    #expect(made.ids(file: []) == ["issuing.proof-unreadable"])
    #expect(made.ids(file: Array(made.file.dropLast(200))) == ["issuing.proof-unreadable"])
    #expect(made.ids(file: made.file + [0x20]) == ["issuing.proof-unreadable"])
  }

  /// Whatever byte is changed: the proof says something, or the file still shows the same; it never fails to end.
  @Test func damagedFilesNeitherPassAsAnotherLetterNorStopTheProof() throws {
    let made = try make()
    for place in stride(from: 20, to: made.file.count, by: 397) {
      var file = made.file
      file[place] ^= 0x41
      let ids = made.ids(file: file)
      #expect(ids.allSatisfy { $0.hasPrefix("issuing.proof-") }, "\(place): \(ids)")
    }
    // Every byte of the content stream counts: cut short, the page says less.
    let streams = made.file.indices.filter { made.file[$0...].starts(with: Array("stream\n".utf8)) }
    var damaged = made.file
    if let first = streams.first {
      damaged.replaceSubrange(first + 40..<first + 60, with: [UInt8](repeating: 0, count: 20))
    }
    #expect(made.ids(file: damaged).first?.hasPrefix("issuing.proof-") == true)
  }

  @Test func wordsInAnotherOrderOrAnotherPlaceAreFound() throws {
    let made = try make()
    func drawn(_ change: (TextLine, Point) -> (TextLine, Point)) throws -> [UInt8] {
      var pages = made.pages
      pages.pages[0].items = pages.pages[0].items.map { Self.relined($0, change) }
      return try PagePainter().pdf([pages])
    }
    let reversed = try drawn { line, at in
      var line = line
      line.runs.reverse()
      return (line, at)
    }
    #expect(made.ids(file: reversed).first == "issuing.proof-text-differs")
    let low = try drawn { line, at in (line, Point(x: at.x, y: at.y + 9)) }
    #expect(made.ids(file: low) == ["issuing.proof-outside"])
    let off = try drawn { line, at in (line, Point(x: at.x - 200, y: at.y)) }
    #expect(made.ids(file: off) == ["issuing.proof-outside"])
    // Off the paper although it is where it was meant.
    var pages = made.pages
    pages.pages[0].items = pages.pages[0].items.map {
      Self.relined($0) { ($0, Point(x: $1.x - 200, y: $1.y)) }
    }
    #expect(made.ids(pages: pages, file: off) == ["issuing.proof-outside"])
  }

  private static func relined(_ item: FrameItem, _ change: (TextLine, Point) -> (TextLine, Point))
    -> FrameItem
  {
    switch item {
    case .line(let line, let at):
      let changed = change(line, at)
      return .line(changed.0, at: changed.1)
    case .marked(let mark, let items): return .marked(mark, items.map { relined($0, change) })
    default: return item
    }
  }

  private static func changed(_ item: FrameItem, _ change: (inout [Rect]) -> Void) -> FrameItem {
    switch item {
    case .fills(var rects, let color):
      change(&rects)
      return .fills(rects, color)
    case .marked(let mark, let items): return .marked(mark, items.map { changed($0, change) })
    case .scaled(let factor, let origin, let items):
      return .scaled(factor: factor, origin: origin, items: items.map { changed($0, change) })
    default: return item
    }
  }
}
