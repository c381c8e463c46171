extension InlineNode {
  /// Every name in it, in order.
  var names: [FieldName] {
    switch self {
    case .field(let tag): [tag.name]
    case .forms(let tag): [tag.subject].compactMap(\.self)
    case .choices(let name), .checkBox(let name?): [name]
    case .emphasis(let inner), .optional(let inner), .footnote(let inner, _): inner.flatMap(\.names)
    case .conditional(let branches):
      branches.flatMap { ($0.condition?.names ?? []) + $0.body.flatMap(\.names) }
    case .loop(let loop): [loop.list] + (loop.body + loop.otherwise).flatMap(\.names)
    default: []
    }
  }
}

extension BlockNode {
  /// The pieces of paragraphs that stand in it directly.
  private var inlines: [InlineNode] {
    switch self {
    case .paragraph(_, let inlines, _): inlines
    case .item(let item): item.inlines
    case .row(let row): row.cells.flatMap(\.inlines)
    case .fieldLine(let label, let value, _): label + (value ?? [])
    default: []
    }
  }

  /// The blocks that stand in it directly.
  private var blocks: [BlockNode] {
    switch self {
    case .conditional(let branches): branches.flatMap(\.body)
    case .loop(let loop): loop.body + loop.otherwise
    case .optional(let inner), .included(let inner), .fields(_, let inner, _), .box(_, let inner),
      .styled(_, let inner), .together(let inner):
      inner
    case .columns(let parts): parts.flatMap(\.self)
    default: []
    }
  }

  /// Every name in it, in order.
  var names: [FieldName] {
    switch self {
    case .conditional(let branches):
      branches.flatMap { ($0.condition?.names ?? []) + $0.body.flatMap(\.names) }
    case .loop(let loop): [loop.list] + blocks.flatMap(\.names)
    case .chart(let chart): [chart.list]
    default: inlines.flatMap(\.names) + blocks.flatMap(\.names)
    }
  }
}
