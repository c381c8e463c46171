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
  private var hasChecked = false

  init(_ master: PageMaster, page: Size, styles: StyleSheet, paragraphs: ParagraphCache) {
    self.master = master
    self.page = page
    self.styles = styles
    self.paragraphs = paragraphs
    settled = master.furniture.map { _ in nil }
  }

  /// What stands on page `number` of `count`, that at the top of the paper before that at its foot.
  mutating func items(
    onPage number: Int, of count: Int, log: inout DiagnosticLog
  ) -> (top: [FrameItem], bottom: [FrameItem]) {
    // What is wrong with furniture is wrong on every page alike: it is said once.
    var pageLog = DiagnosticLog()
    var items: (top: [FrameItem], bottom: [FrameItem]) = ([], [])
    for (index, furniture) in master.furniture.enumerated() {
      let placed = settled[index] ?? place(index, number, count, &pageLog)
      var moved = Frame(width: 0, height: 0)
      moved.add(placed.frame, x: placed.rect.minX, y: placed.rect.minY)
      if case .top = furniture.anchor { items.top += moved.items } else { items.bottom += moved.items }
    }
    if !hasChecked { log.append(contentsOf: pageLog) }
    hasChecked = true
    return items
  }

  private mutating func place(
    _ index: Int, _ number: Int, _ count: Int, _ log: inout DiagnosticLog
  ) -> Placed {
    let furniture = master.furniture[index]
    let width = max(page.width - furniture.start - furniture.end, 1)
    var preparer = BlockPreparer(
      paragraphs: paragraphs, styles: styles, references: .onPage(number, of: count))
    let blocks = preparer.prepare(furniture.blocks)
    var composer = FlowComposer(tallest: page.height)
    let frame = composer.inner(blocks, width: width).frame(width: width)
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
