import Content
import Diagnostics
import Geometry

extension FlowComposer {
  /// A frame around blocks: a band of one cell over the whole measure.
  mutating func band(of box: BoxBlock, _ blocks: [PreparedBlock], width: Points) -> Band {
    let border = box.border?.width ?? 0
    let padding = Insets(
      top: box.padding.top + border, start: box.padding.start + border, bottom: box.padding.bottom + border,
      end: box.padding.end + border)
    var band = Band(
      width: width, edges: [width, 0], padding: padding, ruling: box.border.map { .frame($0) } ?? .none,
      cells: [], minimumHeights: [])
    let inner = self.inner(blocks, width: band.contentWidth(column: 0, span: 1))
    band.cells = [
      Band.Cell(
        flow: inner, column: 0, row: 0, columnSpan: 1, rowSpan: 1, alignment: .top,
        background: box.background)
    ]
    band.setRows([min(box.minimumHeight, tallest)])
    return band
  }

  /// Blocks side by side, the first at the right: a band of one row without rules.
  mutating func band(of columns: ColumnsBlock, _ blocks: [[PreparedBlock]], width: Points) -> Band {
    let gaps = columns.gap * Double(max(columns.columns.count - 1, 0))
    var asked = ColumnWidths(columns.columns.map(\.width))
    for (index, blocks) in blocks.enumerated() {
      asked.count(blocks.widths(in: .none), in: index..<index + 1)
    }
    let (widths, fits) = asked.resolved(within: max(width - gaps, 1))
    var edges = [width]
    for (index, own) in widths.enumerated() {
      edges.append(edges[index] - own - (index < widths.count - 1 ? columns.gap : 0))
    }
    var band = Band(
      width: width, edges: edges, gap: columns.gap, padding: Insets(), ruling: .none, cells: [],
      minimumHeights: [])
    var flows = blocks.indices.map { inner(blocks[$0], width: band.contentWidth(column: $0, span: 1)) }
    if !fits {
      log.warning(.columnsTooWide, at: flows.lazy.compactMap(\.origin).first, hints: [.narrowColumns])
    }
    let height = flows.reduce(0) { max($0, $1.entries.first?.height ?? 0) }
    for (index, own) in blocks.enumerated() where own.count == 1 && blocks.count > 1 {
      // Boxes side by side, such as those to sign in, end together.
      guard case .box(var box, let matter) = own[0], let entry = flows[index].entries.first,
        entry.height < height
      else { continue }
      box.minimumHeight = height
      let said = log
      defer { log = said }
      flows[index] = inner([.box(box, matter)], width: band.contentWidth(column: index, span: 1))
    }
    for (index, column) in columns.columns.enumerated() {
      band.cells.append(
        Band.Cell(
          flow: flows[index], column: index, row: 0, columnSpan: 1, rowSpan: 1,
          alignment: column.verticalAlignment, background: nil))
    }
    band.setRows([0])
    return band
  }
}

extension Diagnostic.Message {
  fileprivate static let columnsTooWide = Diagnostic.Message(
    "layout.columns-too-wide",
    arabic: "الأعمدة المتجاورة أعرض من مساحة النص، فضُيّقت لتتسع لها الصفحة.",
    english: "The columns side by side are wider than the text area and were narrowed to stay on the page.")
}

extension Diagnostic.Hint {
  fileprivate static let narrowColumns = Diagnostic.Hint(
    arabic: "قلّل عروضها المحددة أو المسافة بينها.", english: "Give them smaller widths, or a smaller gap.")
}
