import Content
import Diagnostics
import Geometry
import Text

/// Sets the furniture of one page master: once if it is the same on every page, else for each page.
struct FurnitureLayout {
  /// Furniture on its page.
  private struct Placed {
    var frame: Frame
    var rect: Rect
  }

  private let paragraphs: ParagraphCache
  private let styles: StyleSheet
  private let page: Size
  private let master: PageMaster
  /// What was set already and is the same on every page.
  private var settled: [Placed?]
  /// The structure before each piece of furniture of which something is read.
  private var readAfter: [StructureBuilder?]
  /// What is wrong with the furniture that is set.
  private var unsaid = DiagnosticLog()
  private var hasChecked = false

  init(_ master: PageMaster, page: Size, styles: StyleSheet, paragraphs: ParagraphCache) {
    self.master = master
    self.page = page
    self.styles = styles
    self.paragraphs = paragraphs
    settled = master.furniture.map { _ in nil }
    readAfter = settled.map { _ in nil }
  }

  /// Adds to the structure what is read of the furniture at the top or foot of the first page, the only one of
  /// this master; `count` is the number of pages once it is known.
  mutating func read(atTop isTop: Bool, ofPages count: Int?, into structure: inout StructureBuilder) {
    for (index, furniture) in master.furniture.enumerated() where furniture.anchor.isTop == isTop {
      guard furniture.isRead || furniture.blocks.contains(where: \.isReadInFurniture) else { continue }
      readAfter[index] = structure
      var log = DiagnosticLog()
      let placed = place(index, 1, count ?? 1, &structure, &log)
      if count != nil { settled[index] = placed }
      // What depends on the number of pages is set and checked again when that is known.
      if settled[index] != nil { unsaid.append(contentsOf: log) }
    }
  }

  /// What stands on page `number` of `count`, that at the top of the paper before that at its foot.
  mutating func items(
    onPage number: Int, of count: Int, log: inout DiagnosticLog
  ) -> (top: [MarkedItem], bottom: [MarkedItem]) {
    // What is wrong with furniture is wrong on every page alike: it is said once.
    var pageLog = unsaid
    var (top, bottom) = (Frame(width: 0, height: 0), Frame(width: 0, height: 0))
    for (index, furniture) in master.furniture.enumerated() {
      var structure = readAfter[index] ?? StructureBuilder()
      let placed = settled[index] ?? place(index, number, count, &structure, &pageLog)
      if furniture.anchor.isTop {
        top.add(placed.frame, x: placed.rect.minX, y: placed.rect.minY)
      } else {
        bottom.add(placed.frame, x: placed.rect.minX, y: placed.rect.minY)
      }
    }
    if !hasChecked { log.append(contentsOf: pageLog) }
    hasChecked = true
    return (top.items, bottom.items)
  }

  private mutating func place(
    _ index: Int, _ number: Int, _ count: Int, _ structure: inout StructureBuilder,
    _ log: inout DiagnosticLog
  ) -> Placed {
    let furniture = master.furniture[index]
    let kind = ArtifactKind.pagination(furniture.anchor.isTop ? .header : .footer)
    let isRead = readAfter[index] != nil
    if !isRead || !furniture.isRead { structure.artifact = kind }
    let width = max(page.width - furniture.start - furniture.end, 1)
    var preparer = BlockPreparer(
      paragraphs: paragraphs, styles: styles, references: .onPage(number, of: count), structure: structure)
    preparer.readsColumns = isRead
    let blocks = preparer.prepare(furniture.blocks)
    structure = preparer.structure
    structure.artifact = nil
    var composer = FlowComposer(tallest: page.height)
    var frame = composer.inner(blocks, width: width).frame(width: width)
    for index in frame.items.indices {
      if case .artifact = frame.items[index].mark { frame.items[index].mark = .artifact(kind) }
    }
    for var diagnostic in preparer.log.diagnostics + composer.log.diagnostics {
      diagnostic.location = diagnostic.location ?? .page(number)
      log.append(diagnostic)
    }
    let top =
      switch furniture.anchor {
      case .top(let distance): distance
      case .bottom(let distance): page.height - distance - frame.size.height
      }
    let rect = Rect(x: furniture.end, y: top, width: width, height: frame.size.height)
    check(rect, onPage: number, &log)
    let placed = Placed(frame: frame, rect: rect)
    if !preparer.references.isUsed { settled[index] = placed }
    return placed
  }

  private func check(_ rect: Rect, onPage number: Int, _ log: inout DiagnosticLog) {
    let text = master.textArea(of: page)
    let margin = FlowRoom.tolerance
    if rect.minY < -margin || rect.maxY > page.height + margin || rect.minX < -margin
      || rect.maxX > page.width + margin
    {
      log.error(.furnitureOffPage, at: .page(number), hints: [.moveFurniture])
    } else if rect.minY < text.maxY - margin, rect.maxY > text.minY + margin,
      rect.minX < text.maxX - margin, rect.maxX > text.minX + margin
    {
      log.warning(.furnitureOverText, at: .page(number), hints: [.moveFurniture])
    }
  }
}

extension Furniture.Anchor {
  fileprivate var isTop: Bool { if case .top = self { true } else { false } }
}

extension Block {
  /// Whether something of it is read although it stands in furniture.
  fileprivate var isReadInFurniture: Bool {
    switch self {
    case .columns(let columns):
      columns.columns.contains { $0.isRead || $0.blocks.contains(where: \.isReadInFurniture) }
    case .group(_, let blocks): blocks.contains(where: \.isReadInFurniture)
    case .box(let box): box.blocks.contains(where: \.isReadInFurniture)
    case .paragraph, .list, .table, .image, .rule, .qr, .bar, .signing, .space, .pageBreak: false
    }
  }
}

extension PageMaster {
  /// The area of the page's text.
  func textArea(of page: Size) -> Rect {
    Rect(x: 0, y: 0, width: page.width, height: page.height).inset(by: margins)
  }
}

extension Diagnostic.Message {
  fileprivate static let furnitureOffPage = Diagnostic.Message(
    "layout.furniture-off-page",
    arabic: "رأس الصفحة أو تذييلها يتجاوز حدود الورقة.",
    english: "The head or foot of the page runs past the edge of the paper.")

  fileprivate static let furnitureOverText = Diagnostic.Message(
    "layout.furniture-over-text",
    arabic: "رأس الصفحة أو تذييلها يدخل في مساحة النص.",
    english: "The head or foot of the page reaches into the text area.")
}

extension Diagnostic.Hint {
  fileprivate static let moveFurniture = Diagnostic.Hint(
    arabic: "وسّع هامش الصفحة أو اختصر رأسها وتذييلها في السمة.",
    english: "Widen the page's margin, or shorten its head and foot in the theme.")
}
