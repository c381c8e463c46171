public import Content
public import Diagnostics
import Geometry
public import Text

/// Lays documents out as pages.
///
/// A document is laid out in three steps: its blocks are shaped, set below each other at the width of the
/// text area, and cut into pages; then each page gets its furniture, whose page numbers are known by then.
/// One paginator serves every thread.
public struct Paginator: Sendable {
  private let paragraphs: ParagraphCache

  /// How often text that states its own pages is set anew until its numbers hold.
  private static let attempts = 4

  /// A paginator that sets text with `shaper`.
  public init(shaper: ParagraphShaper) { paragraphs = ParagraphCache(shaper: shaper) }

  /// Lays out a document.
  ///
  /// Nothing of it is lost: what doesn't fit anywhere is placed all the same and logged.
  /// - Parameters:
  ///   - document: What is said, and in which styles.
  ///   - log: Takes what is wrong in the layout, each thing once.
  /// - Returns: One page or more.
  public func paginate(_ document: Document, log: inout DiagnosticLog) -> PagedDocument {
    let setup = document.pageSetup
    let paper = setup.size
    var own = DiagnosticLog()
    let areas = [setup.first, setup.rest].map { usableArea($0, paper, &own) }
    var furniture = [setup.first, setup.rest].map {
      FurnitureLayout($0, page: paper, styles: document.styles, paragraphs: paragraphs)
    }
    var structure = StructureBuilder(
      title: document.metadata.title, language: document.metadata.language)
    furniture[0].read(atTop: true, ofPages: nil, into: &structure)
    let flow = pages(of: document, areas.map(\.size), &structure, log: &own)
    furniture[0].read(atTop: false, ofPages: flow.frames.count, into: &structure)
    let watermark = setup.watermark.flatMap { $0.item(on: paper, paragraphs: paragraphs, log: &own) }
    var pages: [Page] = []
    pages.reserveCapacity(flow.frames.count)
    for (index, text) in flow.frames.enumerated() {
      let kind = index == 0 ? 0 : 1
      let around = furniture[kind].items(onPage: index + 1, of: flow.frames.count, log: &own)
      var frame = Frame(width: paper.width, height: paper.height)
      if let ground = (index == 0 ? setup.first : setup.rest).ground {
        let sheet = Rect(x: 0, y: 0, width: paper.width, height: paper.height)
        frame.addOrnament(.image(ground, sheet, alternativeText: nil), .background)
      }
      if let watermark { frame.items.append(watermark) }
      frame.items += around.top
      frame.add(text, x: areas[kind].minX, y: areas[kind].minY)
      frame.items += around.bottom
      pages.append(Page(size: paper, items: RuleJoiner.joined(frame.items).grouped))
    }
    log.append(contentsOf: own.withoutRepeats)
    return PagedDocument(metadata: document.metadata, pages: pages, structure: structure.tree)
  }

  /// The text area of a master; the whole sheet if its margins leave none.
  private func usableArea(_ master: PageMaster, _ paper: Size, _ log: inout DiagnosticLog) -> Rect {
    let area = master.textArea(of: paper)
    guard area.size.width < 1 || area.size.height < 1 else { return area }
    log.error(.noTextArea, hints: [.smallerMargins])
    return Rect(x: 0, y: 0, width: paper.width, height: paper.height)
  }

  /// The document's flow over pages, set anew until the page numbers in its text hold.
  private func pages(
    of document: Document, _ areas: [Size], _ structure: inout StructureBuilder, log: inout DiagnosticLog
  ) -> FlowPages {
    var references = PageReferences()
    var attempt = 1
    while true {
      var preparer = BlockPreparer(
        paragraphs: paragraphs, styles: document.styles, references: references, structure: structure)
      preparer.takesFootnotes = true
      let blocks = preparer.prepare(document.body)
      let notes = FootnoteStack(
        preparer.footnotes, area: document.pageSetup.footnotes, width: areas[0].width)
      let flow = FlowPages(blocks, footnotes: notes, first: areas[0], rest: areas[1])
      let met = preparer.references
      let numbers = (0..<met.ordinal).map { flow.referencePages[$0] ?? 1 }
      let settled = PageReferences(count: flow.frames.count, pages: numbers)
      let holds =
        !met.isUsed || settled.count == references.count && settled.pages == references.pages
      if holds || attempt == Self.attempts {
        log.append(contentsOf: preparer.log)
        log.append(contentsOf: flow.log)
        if !holds { log.warning(.numbersUnsettled, hints: [.numbersInFurniture]) }
        structure = preparer.structure
        return flow
      }
      references = settled
      attempt += 1
    }
  }
}

extension DiagnosticLog {
  /// Each diagnostic once, where it came first.
  fileprivate var withoutRepeats: DiagnosticLog {
    var seen: Set<Diagnostic> = []
    var log = DiagnosticLog()
    for diagnostic in diagnostics where seen.insert(diagnostic).inserted { log.append(diagnostic) }
    return log
  }
}

extension Diagnostic.Message {
  fileprivate static let noTextArea = Diagnostic.Message(
    "layout.no-text-area",
    arabic: "هوامش الصفحة لا تترك مساحة للنص، فوُضع النص على الورقة كلها.",
    english: "The page's margins leave no room for text; it was set over the whole sheet.")

  fileprivate static let numbersUnsettled = Diagnostic.Message(
    "layout.page-numbers-unsettled",
    arabic: "رقم صفحة داخل النص يغيّر مواضع الصفحات كلما كُتب، فقد لا يكون صحيحاً.",
    english: "A page number in the text moves the pages whenever it is written, and may be wrong.")
}

extension Diagnostic.Hint {
  fileprivate static let smallerMargins = Diagnostic.Hint(
    arabic: "صغّر هوامش الصفحة في السمة.", english: "Make the page's margins smaller in the theme.")

  fileprivate static let numbersInFurniture = Diagnostic.Hint(
    arabic: "ضع أرقام الصفحات في رأس الصفحة أو تذييلها.",
    english: "Put page numbers in the head or foot of the page.")
}
