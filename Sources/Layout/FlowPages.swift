import Content
import Diagnostics
import Geometry

/// Cuts the flow of a document into regions, one for each page.
struct FlowPages {
  /// The matter of every page.
  private(set) var frames: [Frame] = []
  /// The page, from 1, that each page reference stands on.
  private(set) var referencePages: [Int: Int] = [:]
  /// What is wrong in the layout.
  private(set) var log = DiagnosticLog()

  private let blocks: [PreparedBlock]
  private var footnotes: FootnoteStack
  private let first: Size
  private let rest: Size

  /// Divides `blocks` over a first region and further ones, with `footnotes` at their feet.
  init(_ blocks: [PreparedBlock], footnotes: FootnoteStack, first: Size, rest: Size) {
    self.blocks = blocks
    self.footnotes = footnotes
    self.first = first
    self.rest = rest
    divide()
  }

  private mutating func divide() {
    var left: Flow? = flow(from: 0, width: first.width)
    while left != nil || footnotes.isWaiting {
      let region = frames.isEmpty ? first : rest
      // Where notes wait, a page may hold nothing else.
      let room = FlowRoom(
        width: region.width, height: region.height, next: rest.height, mustAdvance: !footnotes.isWaiting,
        footnotes: footnotes.room)
      var filling =
        left?.filling(room, log: &log)
        ?? FlowFilling(frame: Frame(width: region.width, height: 0), rest: left)
      filling.references += footnotes.place(
        filling.notes, in: &filling.frame, of: region, next: rest.height)
      frames.append(filling.frame)
      for reference in filling.references { referencePages[reference] = frames.count }
      left = filling.rest
      if frames.count == 1, first.width != rest.width {
        left = left.map { reset($0, filling.isMidBlock) }
        footnotes.reset(width: rest.width)
      }
    }
    log.append(contentsOf: footnotes.log)
  }

  /// The flow of the blocks from `index` on.
  private mutating func flow(from index: Int, width: Points) -> Flow {
    var builder = FlowBuilder(keepsLeadingSpace: false)
    add(from: index, width: width, to: &builder)
    return builder.finished()
  }

  private mutating func add(from index: Int, width: Points, to builder: inout FlowBuilder) {
    var composer = FlowComposer(tallest: max(first.height, rest.height))
    for index in index..<max(blocks.count, index) {
      builder.block = index
      composer.add(blocks[index], width: width, to: &builder)
    }
    log.append(contentsOf: composer.log)
  }

  /// What is left after the first page, set to the width of the further pages.
  ///
  /// A paragraph goes on with the lines that are left of it; other matter keeps the width it began
  /// with, at the right.
  private mutating func reset(_ left: Flow, _ isMidBlock: Bool) -> Flow {
    guard let entry = left.entries.first else { return left }
    guard isMidBlock else { return flow(from: entry.block, width: rest.width) }
    var builder = FlowBuilder(keepsLeadingSpace: false)
    builder.block = entry.block
    if case .paragraph(let paragraph) = blocks[entry.block] {
      var composer = FlowComposer(tallest: max(first.height, rest.height))
      let measures = LineMeasures(width: rest.width, earlier: (entry.line, first.width))
      composer.add(paragraph, measures: measures, to: &builder)
      log.append(contentsOf: composer.log)
    } else {
      if rest.width < first.width { log.warning(.widerThanNextPage, at: entry.origin, hints: [.evenMargins]) }
      builder.append(
        left.entries.prefix { $0.block == entry.block }, of: left, shift: rest.width - first.width)
    }
    add(from: entry.block + 1, width: rest.width, to: &builder)
    return builder.finished()
  }
}

extension Diagnostic.Message {
  fileprivate static let widerThanNextPage = Diagnostic.Message(
    "layout.wider-than-next-page",
    arabic: "مساحة النص في الصفحة التالية أضيق، فدخلت بقية هذا الجزء في الهامش الأيسر.",
    english: "The next page's text area is narrower; the rest of this matter reaches into its left margin.")
}

extension Diagnostic.Hint {
  fileprivate static let evenMargins = Diagnostic.Hint(
    arabic: "اجعل هامشي الصفحتين الأيمن والأيسر متساويين بينهما.",
    english: "Give both kinds of page the same right and left margins.")
}
