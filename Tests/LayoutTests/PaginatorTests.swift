import Content
import Diagnostics
import Fonts
import Geometry
import Layout
import Testing

/// What holds of every document's pages.
@Suite struct PaginatorTests {
  /// A run on its page.
  private struct Placed {
    var page: Int
    var run: GlyphRun
    var at: Point
  }

  private static func runs(_ document: PagedDocument) -> [Placed] {
    document.pages.enumerated().flatMap { index, page in
      page.unmarkedItems.flatMap { item in
        guard case .line(let line, let at) = item else { return [Placed]() }
        return line.runs.map { Placed(page: index, run: $0.run, at: Point(x: at.x + $0.x, y: at.y)) }
      }
    }
  }

  /// The words in reading order: by page, then downwards, then from the right.
  private static func words(_ document: PagedDocument) -> [String] {
    runs(document).sorted { a, b in
      (a.page, (a.at.y * 100).rounded(), -a.at.x) < (b.page, (b.at.y * 100).rounded(), -b.at.x)
    }.flatMap { $0.run.text.split(separator: " ").map(String.init) }.filter { $0 != "•" }
  }

  /// Stationery fills the sheet, beneath everything, and isn't read.
  @Test func eachKindOfPageLiesOnItsOwnGround() throws {
    let asset = { ImageAsset(format: .svg, bytes: [$0], naturalWidth: 420, naturalHeight: 595) }
    var setup = PageSetup.lines(3)
    setup.first.ground = asset(1)
    setup.rest.ground = asset(2)
    let body = (1...8).map { Block.text("سطر \($0)") }
    let (document, log) = try Fixture.pages(of: .of(body, setup: setup))
    #expect(log.diagnostics == [] && document.structureFlaws == [])
    try #require(document.pages.count == 3)
    for (index, page) in document.pages.enumerated() {
      let sheet = Rect(x: 0, y: 0, width: page.size.width, height: page.size.height)
      let ground = FrameItem.image(asset(index == 0 ? 1 : 2), sheet, alternativeText: nil)
      #expect(page.items.first == .marked(.artifact(.background), [ground]))
    }
  }

  @Test(arguments: 0..<40) func wordsOfAColumnKeepTheirOrder(seed: UInt64) throws {
    var random = RandomDocument(seed: seed)
    let document = random.document(blocks: 20, setup: .lines(12), isSimple: true)
    #expect(Self.words(try Fixture.pages(of: document).document) == random.words)
  }

  @Test(arguments: 0..<60) func everyWordStandsOnceAndNothingOverlapsNorLeavesThePage(seed: UInt64) throws {
    var random = RandomDocument(seed: 1000 + seed)
    let document = random.document(blocks: 8, setup: .even(.a4, margin: 40), isSimple: false)
    let (paged, log) = try Fixture.pages(of: document)
    #expect(Self.words(paged).sorted() == random.words.sorted())
    guard !log.diagnostics.contains(where: { $0.message.id.hasSuffix("-wide") || $0.severity == .error })
    else { return }
    expectInsidePages(paged)
    expectApart(Self.runs(paged))
  }

  private func expectInsidePages(_ paged: PagedDocument) {
    for page in paged.pages {
      for item in page.unmarkedItems {
        let extent: Rect =
          switch item {
          case .line(let line, let at):
            line.runs.reduce(Rect(x: at.x, y: at.y, width: 0, height: 0)) { extent, placed in
              let right = max(extent.maxX, at.x + placed.x + placed.run.advance)
              return Rect(x: extent.minX, y: at.y, width: right - extent.minX, height: 0)
            }
          case .fill(let rect, _), .frame(let rect, _), .image(_, let rect, _), .signatureField(_, let rect):
            rect
          case .rule(let from, let to, _): Rect(x: to.x, y: from.y, width: 0, height: to.y - from.y)
          case .fills, .rotated, .scaled, .marked: Rect(x: 0, y: 0, width: 0, height: 0)
          }
        #expect(extent.minX >= 0 && extent.maxX <= page.size.width + 0.01)
        #expect(extent.minY >= 0 && extent.maxY <= page.size.height + 0.01)
      }
    }
  }

  /// Lines above each other are at least one line apart.
  private func expectApart(_ runs: [Placed]) {
    for (index, a) in runs.enumerated() {
      for b in runs[..<index] where a.page == b.page && a.run.advance > 0 && b.run.advance > 0 {
        let gap = abs(a.at.y - b.at.y)
        let isBeside = a.at.x + a.run.advance <= b.at.x + 0.01 || b.at.x + b.run.advance <= a.at.x + 0.01
        #expect(isBeside || gap >= 20.99, "«\(a.run.text)» «\(b.run.text)»")
      }
    }
  }

  @Test(arguments: [0.4, 1, 1.5, 2, 3]) func noPageIsTooSmallToGoOn(lines: Double) throws {
    for seed in 0..<10 as Range<UInt64> {
      var random = RandomDocument(seed: 5000 + seed)
      var setup = PageSetup.lines(1)
      setup.rest.margins.bottom = Paper.a5.size.height - 36 - 21 * lines
      let document = random.document(blocks: 5, setup: setup, isSimple: false)
      #expect(Self.words(try Fixture.pages(of: document).document).sorted() == random.words.sorted())
    }
  }

  @Test func marginsThatLeaveNoRoomAreReported() throws {
    let (paged, log) = try Fixture.pages(
      of: .of([.text(Sample.long)], setup: .even(.a5, margin: 400)))
    #expect(log.diagnostics.map(\.message.id) == ["layout.no-text-area"])
    #expect(paged.pages.count == 1)
  }

  @Test func whatIsTallerThanThePageIsPlacedAndReportedWhereItCameFrom() throws {
    let origin = SourceLocation.cell(file: "a.csv", sheet: nil, row: 4, column: "الاسم")
    let styles: [StyleName: ParagraphStyle] = ["huge": .with { $0.size = 200 }]
    let document = Document.of(
      [.text("أول"), .text("كبير", "huge", origin: origin), .text("آخر")], setup: .lines(5), styles: styles)
    let (paged, log) = try Fixture.pages(of: document)
    #expect(log.diagnostics.map(\.message.id) == ["layout.taller-than-page"])
    #expect(log.diagnostics.first?.location == origin)
    #expect(Self.words(paged) == ["أول", "كبير", "آخر"])
  }

  @Test func furnitureThatLeavesThePageOrEntersTheTextIsReported() throws {
    let low = Furniture(anchor: .top(distance: 580), start: 20, end: 20, blocks: [.lines(2)])
    let inside = Furniture(anchor: .top(distance: 30), start: 20, end: 20, blocks: [.lines(1)])
    let setup = PageSetup.even(.a5, margin: 36, furniture: [low, inside])
    let (_, log) = try Fixture.pages(of: .of([.text("أ"), .pageBreak, .text("ب")], setup: setup))
    #expect(
      log.diagnostics.map(\.message.id) == [
        "layout.furniture-off-page", "layout.furniture-over-text", "layout.furniture-off-page",
        "layout.furniture-over-text",
      ])
    #expect(log.diagnostics.map(\.location) == [.page(1), .page(1), .page(2), .page(2)])
  }

  @Test func pagesAreTheSameEveryTimeAndOnEveryThread() async throws {
    var random = RandomDocument(seed: 77)
    let document = random.document(blocks: 30, setup: .lines(20), isSimple: false)
    let expected = try Fixture.pages(of: document)
    let paginator = try #require(Fixture.paginator)
    let all = await withTaskGroup(of: (PagedDocument, DiagnosticLog).self) { group in
      for _ in 0..<8 {
        group.addTask {
          var log = DiagnosticLog()
          let paged = paginator.paginate(document, log: &log)
          return (paged, log)
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(all.allSatisfy { $0.0 == expected.document && $0.1 == expected.log })
  }
}
