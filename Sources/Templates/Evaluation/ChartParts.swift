import Content
import Geometry
import Values

/// The colours of a chart: from good to bad, told apart also in grey and by those who see no red or green.
enum ChartColors {
  /// The most numbers of a bar.
  static let limit = 5

  private static let ramp = [
    Color(red: 0.06, green: 0.29, blue: 0.24), Color(red: 0.37, green: 0.63, blue: 0.53),
    Color(red: 0.85, green: 0.85, blue: 0.82), Color(red: 0.87, green: 0.64, blue: 0.36),
    Color(red: 0.54, green: 0.17, blue: 0.17),
  ]

  /// The colours of so many parts: the ends of the ramp and what lies evenly between them.
  static func colors(_ count: Int) -> [Color] {
    guard count > 1 else { return [ramp[0]] }
    return (0..<min(count, limit)).map { ramp[($0 * (limit - 1) * 2 + count - 1) / ((count - 1) * 2)] }
  }
}

extension Evaluator {
  private static let barHeight: Points = 13
  private static let keyHeight: Points = 9

  /// A chart of a list: a line of label, bar and number for each record, and a key where bars have parts.
  ///
  /// A bar of one number is measured by the greatest of the list, one of several by their sum. What each shows is
  /// said in its alternative text. A list that isn't there makes no chart.
  mutating func chart(_ chart: ChartNode) -> [Block] {
    guard case .value(.list(let records), let list, _) = resolve(chart.list), let label = chart.label else {
      return []
    }
    let fields = chart.amounts.compactMap { list.parts[$0.lookup]?.field }
    guard let named = list.parts[label.lookup]?.field, !fields.isEmpty, !records.isEmpty else { return [] }
    let rows = records.map { record in fields.map { max(0, record[$0.name]?.count ?? 0) } }
    let greatest = rows.compactMap(\.first).max() ?? 0
    var lines: [[TableCell]] = []
    for (record, numbers) in zip(records, rows) {
      guard mayIterate(at: chart.place) else { return [] }
      let words = record[named.name]?.words ?? ""
      let whole = fields.count == 1 ? greatest : numbers.reduce(0, +)
      let colors = ChartColors.colors(fields.count)
      let parts = zip(numbers, colors).map { number, color in
        BarBlock.Part(share: whole == 0 ? 0 : Double(number) / Double(whole), color: color)
      }
      let said = zip(fields, numbers).map { "\($0.name) \(printed($1))" }.joined(separator: "، ")
      let bar = BarBlock(
        parts: parts, height: Self.barHeight, alternativeText: "\(words): \(said)", origin: chart.place)
      lines.append([
        TableCell(blocks: [cell(words)], isHeader: true, verticalAlignment: .middle),
        TableCell(blocks: [.bar(bar)], verticalAlignment: .middle),
        TableCell(blocks: [cell(printed(numbers.reduce(0, +)))], verticalAlignment: .middle),
      ])
    }
    let table = Block.table(
      Table(
        columns: [.fraction(2), .fraction(3), .automatic], rows: lines, rules: nil,
        cellPadding: Insets(top: 2, start: 4, bottom: 2, end: 4), origin: chart.place))
    return [.group(.together, fields.count == 1 ? [table] : [key(of: fields), table])]
  }

  /// What each colour stands for.
  private func key(of fields: [Field]) -> Block {
    let columns = zip(fields, ChartColors.colors(fields.count)).flatMap { field, color in
      let sample = BarBlock(
        parts: [BarBlock.Part(share: 1, color: color)], height: Self.keyHeight, alternativeText: nil)
      return [
        ColumnsBlock.Column(
          width: .fixed(Self.barHeight * 2), verticalAlignment: .middle, blocks: [.bar(sample)]),
        ColumnsBlock.Column(verticalAlignment: .middle, blocks: [cell(field.name)]),
      ]
    }
    return .columns(ColumnsBlock(columns: columns, gap: 3))
  }

  private func cell(_ words: String) -> Block {
    .paragraph(Paragraph(style: .tableCell, [.text(TextSpan(words, isolation: .firstStrong))]))
  }

  private func printed(_ number: Int) -> String { Digits.printed(number, style: scope.style.digits) }
}

extension Value {
  fileprivate var count: Int? { if case .integer(let number) = self { number } else { nil } }

  fileprivate var words: String? {
    switch self {
    case .text(let text), .name(let text), .choice(let text): text
    default: nil
    }
  }
}
