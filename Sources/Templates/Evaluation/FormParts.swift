import Content
import Diagnostics
import Geometry
import Values

/// The grid of labels and values of a form.
enum FieldGrid {
  /// A table of `columns` pairs of label and value a row; `nil` if there are none.
  static func block(of pieces: [Piece], columns: Int, at place: SourceLocation) -> Block? {
    var rows: [[TableCell]] = []
    var row: [TableCell] = []
    func endRow() {
      guard !row.isEmpty else { return }
      let pairs = row.count / 2
      row[row.count - 1].columnSpan += 2 * (columns - pairs)
      rows.append(row)
      row = []
    }
    for piece in pieces {
      switch piece {
      case .fieldLine(let label, let value?):
        row += [labelCell(label), TableCell(blocks: value, verticalAlignment: .middle)]
        if row.count == columns * 2 { endRow() }
      case .fieldLine(let label, nil):
        endRow()
        let paragraph = Block.paragraph(Paragraph(style: .fieldValue, label))
        rows.append([TableCell(blocks: [paragraph], columnSpan: columns * 2)])
      case .block(let block):
        endRow()
        rows.append([TableCell(blocks: [block], columnSpan: columns * 2)])
      case .item, .row, .headerRule, .blank: break
      }
    }
    endRow()
    guard !rows.isEmpty else { return nil }
    let widths: [ColumnWidth] = (0..<columns).flatMap { _ in [.automatic, .fraction(1)] }
    return .table(Table(columns: widths, rows: rows, origin: place))
  }

  private static func labelCell(_ label: [Inline]) -> TableCell {
    TableCell(
      blocks: [.paragraph(Paragraph(style: .fieldLabel, label))], isHeader: true, verticalAlignment: .middle)
  }
}

/// Boxes for one character each.
enum CombBoxes {
  /// The side of a box: enough to write in by hand.
  static let side: Points = .mm(6)

  /// A row of boxes; the first character stands at the left, as numbers are read.
  static func table(_ characters: [Character?], at place: SourceLocation) -> Table {
    let cells = characters.reversed().map { character in
      let inlines: [Inline] =
        character.map {
          [.text(TextSpan(String($0), isolation: .leftToRight, isBreakable: false, origin: place))]
        } ?? []
      return TableCell(
        blocks: [.paragraph(Paragraph(style: .comb, inlines))], verticalAlignment: .middle)
    }
    let isEmpty = characters.allSatisfy { $0 == nil }
    return Table(
      columns: Array(repeating: .fixed(side), count: cells.count), rows: [cells],
      cellPadding: Insets(top: 1, start: 0, bottom: 1, end: 0),
      comb: isEmpty ? "" : String(characters.map { $0 ?? " " }), origin: place)
  }
}

extension Evaluator {
  /// Boxes side by side to sign in.
  mutating func signatures(_ titles: [String], at place: SourceLocation) -> Block {
    let columns = titles.map { title in
      let agreeing =
        scope.posts[title] ?? scope.lexicon.form(of: title, for: scope.personKind, style: scope.style)
        ?? title
      let heading = Block.paragraph(
        Paragraph(style: .signatureTitle, [.text(TextSpan(agreeing, origin: place))]))
      let lines = ["الاسم", "التوقيع", "التاريخ"].map { label in
        Block.paragraph(
          Paragraph(style: .signatureLine, [.text(TextSpan(label + ": ", origin: place)), .dottedFill]))
      }
      return ColumnsBlock.Column(
        blocks: [.box(BoxBlock(border: Stroke(width: 0.75), blocks: [heading] + lines))])
    }
    if titles.count == 1 {
      let empty = ColumnsBlock.Column(blocks: [])
      return .group(.together, [.columns(ColumnsBlock(columns: [empty] + columns))])
    }
    return .group(.together, [.columns(ColumnsBlock(columns: columns))])
  }

  /// The choices of a field side by side, the record's own ticked.
  mutating func choices(of name: FieldName, _ style: InlineStyle) -> [Atom] {
    let (field, value, origin): (Field, Value?, SourceLocation?)
    switch resolve(name) {
    case .value(let stated, let named, let place): (field, value, origin) = (named.field, stated, place)
    case .missing(let named, let place): (field, value, origin) = (named.field, nil, place)
    case .inDoubt(let named, _): (field, value, origin) = (named.field, nil, nil)
    case .word, .unknown:
      log.error(.choicesOfNothing(name.spelled), at: name.place)
      return []
    }
    let labels = field.choiceLabels
    guard !labels.isEmpty else {
      log.error(.choicesOfNothing(name.spelled), at: name.place)
      return []
    }
    let ink = Ink(style: style, origin: origin ?? name.place)
    let chosen = value.flatMap(\.choiceLabel)
    let items = labels.map { label in
      let box = (label == chosen ? SymbolName.tickedBox : .box).character
      return ink.unbroken(box + "\u{00A0}" + label.replacing(" ", with: "\u{00A0}"))
    }
    return Array(items.map { [$0] }.joined(separator: [ink.plain("\u{2003} ")]))
  }

  /// A box, ticked where the field says yes.
  mutating func checkBox(of name: FieldName?, _ style: InlineStyle) -> [Atom] {
    var symbol = SymbolName.box
    if let name, case .value(.boolean(true), _, _) = resolve(name) { symbol = .tickedBox }
    return [.inline(.text(TextSpan(symbol.character, style: style, isBreakable: false, origin: name?.place)))]
  }
}

extension Field {
  /// What may be ticked: a choice's labels, yes and no, man and woman.
  var choiceLabels: [String] {
    switch type {
    case .choice: choices.map(\.label)
    case .boolean: [BooleanWord.yes.spelling.arabic, BooleanWord.no.spelling.arabic]
    case .gender: ["ذكر", "أنثى"]
    default: []
    }
  }
}

extension Value {
  /// The label that this value ticks.
  fileprivate var choiceLabel: String? {
    switch self {
    case .choice(let label): label
    case .boolean(let value): (value ? BooleanWord.yes : .no).spelling.arabic
    case .gender(let gender): gender == .masculine ? "ذكر" : "أنثى"
    default: nil
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func choicesOfNothing(_ name: String) -> Self {
    Self(
      "templates.no-choices", arabic: "ليس لـ «\(name)» خيارات تُطبع",
      english: "“\(name)” has no choices to print")
  }
}
