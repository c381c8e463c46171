import Content
import Diagnostics
import Geometry
import Text

/// Shapes the text of blocks and puts the cells of tables in their places.
struct BlockPreparer {
  let paragraphs: ParagraphCache
  let styles: StyleSheet
  /// What the page references say.
  var references: PageReferences
  /// The elements of what is prepared.
  var structure: StructureBuilder
  /// The notes of what was prepared, in the order of reading.
  var footnotes: [PreparedFootnote] = []
  /// Whether there may be notes: so in the document's flow alone.
  var takesFootnotes = false
  /// The style that was asked for last: neighbours mostly share theirs.
  private var lastStyle: (name: StyleName, style: ParagraphStyle)?
  /// Whether columns of furniture are read that ask for it: so on the first page alone.
  var readsColumns = false
  /// What is wrong in the text.
  var log = DiagnosticLog()

  init(
    paragraphs: ParagraphCache, styles: StyleSheet, references: PageReferences, structure: StructureBuilder
  ) {
    self.paragraphs = paragraphs
    self.styles = styles
    self.references = references
    self.structure = structure
  }

  /// The blocks, ready to be given a width.
  mutating func prepare(_ blocks: [Block]) -> [PreparedBlock] {
    var prepared: [PreparedBlock] = []
    prepared.reserveCapacity(blocks.count)
    for block in blocks { prepared.append(prepare(block)) }
    return prepared
  }

  private mutating func prepare(_ block: Block) -> PreparedBlock {
    switch block {
    case .paragraph(let paragraph): .paragraph(prepare(paragraph))
    case .list(let list): .list(prepare(list))
    case .table(let table): .table(prepare(table))
    case .image(let image): prepare(image)
    case .rule(let stroke): .rule(stroke)
    case .box(let box): .box(box, prepare(box.blocks, in: StructureTree.Element(.division)))
    case .columns(let columns): .columns(columns, columns.columns.map { prepare($0) })
    case .qr(let code): prepare(code)
    case .bar(let bar): prepare(bar)
    case .group(let cohesion, let blocks): .group(cohesion, prepare(blocks))
    case .signing(let room): prepare(room)
    case .space(let space): .space(space)
    case .pageBreak: .pageBreak
    }
  }

  /// Blocks that are the parts of `element`; a paragraph that is all of it is its content.
  mutating func prepare(_ blocks: [Block], in element: StructureTree.Element) -> [PreparedBlock] {
    // Notes are read after their paragraph, so that it must be one.
    if blocks.count == 1, element.role != .division, case .paragraph(let paragraph) = blocks[0],
      paragraph.headingLevel == nil, !paragraph.inlines.contains(where: \.isFootnote)
    {
      return [.paragraph(prepare(paragraph, as: element))]
    }
    structure.begin(element)
    defer { structure.end() }
    return prepare(blocks)
  }

  private mutating func prepare(_ column: ColumnsBlock.Column) -> [PreparedBlock] {
    let outer = structure.artifact
    if column.isRead, readsColumns { structure.artifact = nil }
    defer { structure.artifact = outer }
    // Several paragraphs in a column, such as a post, room to sign and a name, are one thing.
    let isGroup = column.blocks.count { !$0.isBlank } > 1
    return isGroup
      ? prepare(column.blocks, in: StructureTree.Element(.division)) : prepare(column.blocks)
  }

  /// A paragraph; its lines are content of `mark`, or else of `element`.
  mutating func prepare(
    _ paragraph: Paragraph, as element: StructureTree.Element = StructureTree.Element(.paragraph),
    mark: ContentMark? = nil, style: ParagraphStyle? = nil
  ) -> PreparedParagraph {
    let isNote = style != nil
    let style = style ?? self.style(paragraph.style)
    let plain = TextAttributes(style)
    var inlines = paragraph.inlines
    if isNote || !takesFootnotes, inlines.contains(where: \.isFootnote) {
      inlines = withoutFootnotes(inlines)
    }
    var resolved: [Int] = []
    var pieces: [TextPiece] = []
    var links = ParagraphLinks()
    var notes: [Footnote] = []
    pieces.reserveCapacity(inlines.count)
    for inline in inlines {
      switch inline {
      case .text(let span):
        let attributes = TextAttributes(style, span.style)
        pieces.append(
          .run(
            StyledRun(
              span.text, attributes: attributes, isolation: span.isolation, isBreakable: span.isBreakable,
              origin: span.origin ?? paragraph.origin, link: links.place(of: span.link))))
      case .lineBreak: pieces.append(.lineBreak(plain))
      case .flexibleSpace: pieces.append(.flexibleSpace(plain))
      case .dottedFill: pieces.append(.dottedFill(plain))
      case .writingSpace(let ems, let isOpen): pieces.append(.writingSpace(plain, ems: ems, isOpen: isOpen))
      case .pageNumber(let own, let digits):
        resolved.append(references.ordinal)
        pieces.append(number(references.next(), digits, TextAttributes(style, own), paragraph.origin))
      case .pageCount(let own, let digits):
        references.hasCount = true
        pieces.append(number(references.count, digits, TextAttributes(style, own), paragraph.origin))
      case .footnote(let note):
        notes.append(note)
        let number = footnotes.count + notes.count
        pieces.append(call(note, number: number, style, link: links.place(of: note, number: number)))
      }
    }
    let text = paragraphs.shape(pieces, log: &log)
    let origin = paragraph.origin ?? pieces.lazy.compactMap(\.runOrigin).first
    let signs = text.shaped.mayHoldDrawnSigns ? pieces.textOfSigns : nil
    let mark = mark ?? self.mark(element, pieces, signs, links, headingLevel: paragraph.headingLevel, origin)
    if !notes.isEmpty { prepare(notes) }
    return PreparedParagraph(
      text: text, style: style, origin: origin, textOrigin: pieces.first?.runOrigin,
      references: resolved, calls: links.calls, mark: mark)
  }

  private mutating func style(_ name: StyleName) -> ParagraphStyle {
    if let lastStyle, lastStyle.name == name { return lastStyle.style }
    let style = styles[name]
    lastStyle = (name, style)
    return style
  }

  /// Whose content the lines of a paragraph are; without anything to read they are only drawn.
  ///
  /// `signs` is its text where there are signs in it that are drawn.
  private mutating func mark(
    _ element: consuming StructureTree.Element, _ pieces: [TextPiece], _ signs: String?,
    _ links: ParagraphLinks,
    headingLevel: Int?, _ origin: SourceLocation?
  ) -> ContentMark {
    guard pieces.isRead else { return structure.leaf(element, isEmpty: true) }
    if let headingLevel { element.role = structure.headingRole(headingLevel) }
    element.origin = origin
    element.actualText = signs
    // A text that stands for all of the paragraph leaves nothing for a link to hold.
    let hasText = element.actualText != nil
    return structure.leaf(element, links: hasText ? [] : links.links)
  }

  private func number(
    _ number: Int, _ digits: NumberDigits, _ attributes: TextAttributes, _ origin: SourceLocation?
  ) -> TextPiece {
    .run(
      StyledRun(
        digits.written(number), attributes: attributes, isolation: .leftToRight, isBreakable: false,
        origin: origin))
  }
}

extension TextAttributes {
  /// A paragraph's style, with what its inline changes.
  init(_ style: ParagraphStyle, _ own: InlineStyle = .plain) {
    self.init(
      families: own.family.map { [$0] + style.families } ?? style.families,
      isBold: own.isBold ?? style.isBold,
      size: style.size * (own.scale ?? 1), color: own.color ?? style.color)
  }
}

extension TextPiece {
  fileprivate var runOrigin: SourceLocation? { if case .run(let run) = self { run.origin } else { nil } }
}

extension Block {
  /// Whether nothing of it is seen.
  fileprivate var isBlank: Bool {
    switch self {
    case .space, .pageBreak: true
    case .signing(let room): room.fields.isEmpty
    case .group(_, let blocks): blocks.allSatisfy(\.isBlank)
    default: false
    }
  }
}
