import Content
import Diagnostics
import Geometry
import Text

/// Lays prepared blocks below each other at a width, as a flow not yet cut into pages.
struct FlowComposer {
  /// The height of the tallest region: pictures are reduced to it.
  var tallest: Points
  /// What is wrong in the blocks at their width.
  var log = DiagnosticLog()

  init(tallest: Points) { self.tallest = tallest }

  /// The flow of a box, cell or piece of furniture, where no page ends.
  mutating func inner(_ blocks: [PreparedBlock], width: Points) -> Flow {
    var builder = FlowBuilder(keepsLeadingSpace: true)
    add(blocks, width: width, to: &builder, isInner: true)
    return builder.finished()
  }

  /// Adds blocks below each other.
  mutating func add(
    _ blocks: [PreparedBlock], width: Points, to builder: inout FlowBuilder, isInner: Bool = false
  ) {
    for block in blocks { add(block, width: width, to: &builder, isInner: isInner) }
  }

  /// Adds one block.
  mutating func add(
    _ block: PreparedBlock, width: Points, to builder: inout FlowBuilder, isInner: Bool = false
  ) {
    switch block {
    case .paragraph(let paragraph): add(paragraph, measures: LineMeasures(width: width), to: &builder)
    case .list(let list): add(list, width: width, to: &builder, isInner: isInner)
    case .table(let table): add(table, width: width, to: &builder)
    case .image(let image, let mark): append(self.frame(of: image, mark, width: width), to: &builder)
    case .rule(let stroke): append(stroke.frame(width: width), to: &builder)
    case .box(let box, let blocks): append(band(of: box, blocks, width: width), to: &builder)
    case .columns(let columns, let blocks): append(band(of: columns, blocks, width: width), to: &builder)
    case .qr(let code): append(self.frame(of: code, width: width), to: &builder)
    case .bar(let bar, let mark): append(bar.frame(mark, width: width), to: &builder)
    case .group(let cohesion, let blocks):
      let first = builder.count
      add(blocks, width: width, to: &builder, isInner: isInner)
      builder.keepTogether(from: first, cohesion)
    case .signing(let room): append(room.frame(width: width), to: &builder)
    case .space(let space): builder.addSpace(space)
    case .pageBreak:
      if isInner {
        log.warning(.pageBreakInside, hints: [.breakOutside])
      } else {
        builder.forceBreak()
      }
    }
  }

  private func append(_ frame: Frame, to builder: inout FlowBuilder) {
    builder.append(FlowEntry(matter: .frame(frame), height: frame.size.height))
  }

  private func append(_ band: Band, to builder: inout FlowBuilder) {
    builder.append(FlowEntry(band))
  }
}

extension FlowEntry {
  /// An entry that is a band of cells.
  init(_ band: Band) {
    self.init(matter: .band(band), height: band.height)
    isLine = true
    for cell in band.cells.indices {
      for entry in band.cells[cell].flow.entries.indices {
        references += band.cells[cell].flow.entries[entry].references
        notes += band.cells[cell].flow.entries[entry].notes
        if origin == nil { origin = band.cells[cell].flow.entries[entry].origin }
      }
    }
  }
}

extension Stroke {
  /// A horizontal rule over the measure.
  fileprivate func frame(width length: Points) -> Frame {
    let y = width / 2
    let rule = FrameItem.rule(from: Point(x: 0, y: y), to: Point(x: length, y: y), self)
    return Frame(width: length, height: width, items: [MarkedItem(.artifact(.layout), rule)])
  }
}

extension Diagnostic.Message {
  fileprivate static let pageBreakInside = Diagnostic.Message(
    "layout.page-break-inside",
    arabic: "لا تنتهي الصفحة داخل إطار أو عمود أو خلية جدول، فأُهمل فاصل الصفحات.",
    english: "A page can't end inside a box, a column or a table's cell; the page break was left out.")
}

extension Diagnostic.Hint {
  fileprivate static let breakOutside = Diagnostic.Hint(
    arabic: "ضع فاصل الصفحات خارجه.", english: "Put the page break outside it.")
}
