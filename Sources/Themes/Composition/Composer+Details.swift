import Content
import Geometry
import Templates

/// Number, date and enclosures at the head: in the letterhead, on letterhead paper, or in the flow.
extension Composer {
  /// Their place in the flow, where neither letterhead nor paper has one.
  mutating func detailsInFlow(_ details: DetailsBlock) -> [Block] {
    if options.letterhead == .drawn { return [] }
    if options.letterhead == .preprinted, details.paperPlace != nil { return [] }
    let block = detailsBlock(details)
    return block.isEmpty ? [] : block + [.space(.mm(4))]
  }

  /// Their place on letterhead paper.
  mutating func detailsOnPaper(_ details: DetailsBlock) -> Furniture? {
    guard options.letterhead == .preprinted, let place = details.paperPlace else { return nil }
    let rows = detailRows(details, hasLabels: place.hasLabels)
    guard !rows.isEmpty else { return nil }
    let rest = theme.paper.size.width - place.side - details.width
    let isAtLeft = details.side == .end
    return Furniture(
      anchor: .top(distance: place.top), start: isAtLeft ? rest : place.side,
      end: isAtLeft ? place.side : rest, blocks: rows, isRead: true)
  }

  /// The rows at their side of the measure.
  mutating func detailsBlock(_ details: DetailsBlock) -> [Block] {
    let rows = detailRows(details, hasLabels: true)
    guard !rows.isEmpty else { return [] }
    let block = ColumnsBlock.Column(width: .fixed(details.width), blocks: rows, isRead: true)
    let rest = ColumnsBlock.Column(width: .fraction(1), blocks: [])
    return [.columns(ColumnsBlock(columns: details.side == .end ? [rest, block] : [block, rest]))]
  }

  /// Labels and texts in two columns, so that all texts begin at one place.
  private mutating func detailRows(_ details: DetailsBlock, hasLabels: Bool) -> [Block] {
    var rows: [[TableCell]] = []
    for row in details.rows {
      var text = inlines(row.text)
      // Words in place of a value would say of a blank letter what whoever fills it in has yet to say.
      if isBlank, !text.isEmpty, row.text.lacksValues(in: scope) { text = [.dottedFill] }
      if text.isEmpty, !row.isDottedWhenEmpty { continue }
      let label = inlines(row.label, style: InlineStyle(isBold: true, color: details.labelColor))
      let cells = [hasLabels ? label : [], text.isEmpty ? [.dottedFill] : text]
      rows.append(
        cells.enumerated().map { column, inlines in
          TableCell(
            blocks: [.paragraph(Paragraph(style: StyleKey.details.style, inlines))],
            isHeader: hasLabels && column == 0)
        })
    }
    guard !rows.isEmpty else { return [] }
    let padding = Insets(top: 0, start: 0, bottom: 0, end: 5)
    return [
      .table(Table(columns: [.automatic, .fraction(1)], rows: rows, rules: nil, cellPadding: padding))
    ]
  }
}
