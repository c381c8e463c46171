import Content
import Diagnostics
import Geometry
import Settings

/// How a theme draws the tables and boxes that a template asks for.
struct BlockDress: Hashable, Sendable {
  /// The rules of tables.
  var tableRules = Stroke(width: 0.5)
  /// The colour behind a table's head.
  var headerBackground: Color?
  /// The colour behind the labels of a form's fields.
  var labelBackground: Color?
  /// Space between a cell's edge and its contents.
  var cellPadding = Insets(top: 3, start: 6, bottom: 3, end: 6)
  /// The frame of boxes.
  var boxBorder = Stroke(width: 0.75)

  /// Space before and after a table or box.
  var spaceAround: Points = 6

  /// The same blocks, drawn so, with space between what is framed and what isn't.
  func dressing(_ blocks: [Block]) -> [Block] {
    var result: [Block] = []
    for block in blocks {
      if block.isFramed, let last = result.last, !last.isSpace, !last.isHeading {
        result.append(.space(spaceAround))
      }
      result.append(dressing(block))
      if block.isFramed { result.append(.space(spaceAround)) }
      if case .list = block { result.append(.space(spaceAround / 2)) }
    }
    if result.last?.isSpace == true { result.removeLast() }
    return result
  }

  private func dressingInside(_ blocks: [Block]) -> [Block] { blocks.map(dressing) }

  private func dressing(_ block: Block) -> Block {
    switch block {
    case .table(let table): return .table(dressing(table))
    case .box(var box):
      if box.border != nil { box.border = boxBorder }
      box.blocks = dressingInside(box.blocks)
      return .box(box)
    case .columns(var columns):
      for index in columns.columns.indices {
        columns.columns[index].blocks = dressingInside(columns.columns[index].blocks)
      }
      return .columns(columns)
    case .list(var list):
      list.items = list.items.map(dressingInside)
      return .list(list)
    case .group(let cohesion, let blocks): return .group(cohesion, dressingInside(blocks))
    case .rule(var stroke):
      stroke.color = tableRules.color
      return .rule(stroke)
    case .paragraph(var paragraph):
      // The first level is the form's title or the letter's subject.
      paragraph.headingLevel = paragraph.headingLevel.map { min($0 + 1, 6) }
      return .paragraph(paragraph)
    case .image, .qr, .bar, .signing, .space, .pageBreak: return block
    }
  }

  private func dressing(_ table: Table) -> Table {
    var table = table
    if table.rules != nil { table.rules = tableRules }
    table.headerBackground = table.headerBackground ?? headerBackground
    // The boxes of a comb are as wide as they are: padding would leave no room for the digit.
    let isComb = table.columns.allSatisfy { if case .fixed = $0 { true } else { false } }
    if !isComb { table.cellPadding = cellPadding }
    table.rows = table.rows.map { row in
      row.map { cell in
        var cell = cell
        if cell.isHeader { cell.background = cell.background ?? labelBackground }
        cell.blocks = dressingInside(cell.blocks)
        return cell
      }
    }
    return table
  }
}

extension Block {
  /// Whether it has a frame, which would touch the text around it.
  fileprivate var isFramed: Bool {
    switch self {
    case .table, .box: true
    case .group(_, let blocks): blocks.contains(where: \.isFramed)
    case .columns(let columns): columns.columns.contains { $0.blocks.contains(where: \.isFramed) }
    default: false
    }
  }

  /// Whether it is a heading, which has its own distance from what follows.
  fileprivate var isHeading: Bool {
    if case .paragraph(let paragraph) = self { paragraph.headingLevel != nil } else { false }
  }

  fileprivate var isSpace: Bool { if case .space = self { true } else { false } }
}

extension ThemeReader {
  func readDress(_ map: inout SettingMap, log: inout DiagnosticLog) -> BlockDress? {
    var dress = BlockDress()
    if let rules = map.section(SettingKey("table rules", "خطوط الجدول"), log: &log, { stroke(&$0, log: &$1) })
    {
      dress.tableRules = rules
    }
    if let border = map.section(
      SettingKey("box border", "إطار الصندوق"), log: &log, { stroke(&$0, log: &$1) })
    {
      dress.boxBorder = border
    }
    dress.headerBackground = map.take(SettingKey("header background", "خلفية رأس الجدول"), log: &log)?
      .color(named: colors, log: &log)
    dress.labelBackground = map.take(SettingKey("label background", "خلفية التسمية"), log: &log)?
      .color(named: colors, log: &log)
    if let above = map.number(SettingKey("above and below", "فوق المحتوى وتحته"), in: 0...20, log: &log) {
      dress.cellPadding.top = above
      dress.cellPadding.bottom = above
    }
    if let beside = map.number(SettingKey("beside", "جانبي المحتوى"), in: 0...30, log: &log) {
      dress.cellPadding.start = beside
      dress.cellPadding.end = beside
    }
    dress.spaceAround =
      map.number(SettingKey("around tables", "حول الجدول"), in: 0...40, log: &log) ?? dress.spaceAround
    return dress
  }
}
