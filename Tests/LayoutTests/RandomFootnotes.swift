import Content
import Geometry
import TestSupport

/// Documents made by chance from a seed, with notes wherever there may be any.
struct RandomFootnotes {
  private var generator: SeededGenerator
  /// How many notes there are.
  private(set) var count = 0

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// Body text of 12 points and notes of 10.
  static let styles: [StyleName: ParagraphStyle] = [
    .footnote: .with {
      $0.size = 10
      $0.leading = 1.5
      $0.spaceAfter = 2
    }
  ]

  /// A document on pages of a few lines, whose first may be narrower than the others.
  mutating func document() -> Document {
    var setup = PageSetup.lines(number(4...14))
    if number(0...3) == 0 { setup.first.margins.end += Double(number(10...120)) }
    if number(0...3) == 0 { setup.first.margins.bottom += Double(number(0...60)) }
    let body = (0..<number(3...14)).map { _ in block(depth: 0) }
    return .of(body, setup: setup, styles: Self.styles)
  }

  /// A note of so many lines.
  static func note(ofLines count: Int) -> Inline {
    var inlines: [Inline] = []
    for line in 1...count {
      if line > 1 { inlines.append(.lineBreak) }
      inlines.append(.words("سطر \(line) من الحاشية"))
    }
    return .footnote(Footnote(inlines, digits: .arabicIndic))
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }

  private mutating func paragraph() -> Block {
    var inlines: [Inline] = [.words("نص")]
    for _ in 0..<number(0...4) {
      inlines.append(.words(String(repeating: " كلمات من النص", count: number(1...6))))
      guard number(0...2) == 0 else { continue }
      count += 1
      inlines.append(Self.note(ofLines: number(0...5) == 0 ? number(8...30) : number(1...3)))
    }
    return .paragraph(Paragraph(style: number(0...3) == 0 ? "kept" : .body, inlines))
  }

  private mutating func blocks(_ depth: Int) -> [Block] {
    (0..<number(1...3)).map { _ in block(depth: depth + 1) }
  }

  private mutating func block(depth: Int) -> Block {
    guard depth < 3 else { return paragraph() }
    switch number(0...12) {
    case 0: return .table(table(depth))
    case 1: return .group(.together, blocks(depth))
    case 2: return .group(.withPreceding, [paragraph(), .space(20)])
    case 3: return .box(BoxBlock(border: Stroke(width: 1), blocks: blocks(depth)))
    case 4:
      return .columns(ColumnsBlock(columns: [.init(blocks: blocks(depth)), .init(blocks: blocks(depth))]))
    case 5: return .list(ListBlock(marker: .bullet, items: [blocks(depth), [paragraph()]]))
    case 6 where depth == 0: return .pageBreak
    case 7: return .space(Double(number(1...40)))
    default: return paragraph()
    }
  }

  private mutating func table(_ depth: Int) -> Table {
    var rows: [[TableCell]] = []
    for _ in 0..<number(1...4) {
      rows.append([TableCell(blocks: blocks(depth)), TableCell(blocks: [paragraph()])])
    }
    let header = number(0...1) == 0 ? [] : [[TableCell(blocks: [paragraph()]), TableCell.text("رأس")]]
    return Table(columns: [.fraction(1), .fraction(1)], header: header, rows: rows)
  }
}
