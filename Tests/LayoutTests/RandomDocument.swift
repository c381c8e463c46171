import Content
import Geometry
import TestSupport

/// Documents made by chance from a seed; every word in them is different, so that none can hide.
struct RandomDocument {
  private var generator: SeededGenerator
  private(set) var words: [String] = []

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// A document of up to `count` blocks, in one column or with everything a document may hold.
  mutating func document(blocks count: Int, setup: PageSetup, isSimple: Bool) -> Document {
    let blocks = (0..<number(1...count)).map { _ in isSimple ? simpleBlock() : block(depth: 0) }
    return .of(blocks, setup: setup)
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }

  /// The next word: its number, written in letters.
  private mutating func word() -> String {
    let letters = Array("ابتثجحخدذر")
    let word = "ك" + String(String(words.count).compactMap(\.wholeNumberValue).map { letters[$0] })
    words.append(word)
    return word
  }

  private mutating func text(_ style: StyleName = .body) -> Block {
    let words = (0..<number(1...24)).map { _ in word() }
    return .text(words.joined(separator: " "), style)
  }

  private mutating func simpleBlock() -> Block {
    switch number(0...9) {
    case 0: .space(Double(number(0...40)))
    case 1: .group(.together, [text(), text()])
    case 2: .group(.withPreceding, [text(), .space(30)])
    case 3: .pageBreak
    case 4: text("kept")
    default: text(["body", "indented", "center", "end"][number(0...3)])
    }
  }

  private mutating func block(depth: Int) -> Block {
    guard depth < 2 else { return text() }
    switch number(0...8) {
    case 0: return .box(BoxBlock(border: Stroke(width: 1), blocks: blocks(depth)))
    case 1:
      let columns = (0..<number(1...3)).map { _ in ColumnsBlock.Column(blocks: blocks(depth)) }
      return .columns(ColumnsBlock(columns: columns))
    case 2: return .list(ListBlock(marker: .bullet, items: (0..<number(1...3)).map { _ in blocks(depth) }))
    case 3, 4: return .table(table(depth))
    default: return simpleBlock()
    }
  }

  private mutating func blocks(_ depth: Int) -> [Block] {
    (0..<number(0...2)).map { _ in block(depth: depth + 1) }
  }

  private mutating func table(_ depth: Int) -> Table {
    let count = number(1...4)
    let rows = (0..<number(1...5)).map { _ in
      (0..<number(1...count)).map { _ in
        TableCell(
          blocks: blocks(depth), columnSpan: number(1...2), rowSpan: number(1...3),
          verticalAlignment: VerticalAlignment.allCases[number(0...2)])
      }
    }
    let widths: [ColumnWidth] = [.automatic, .fraction(1), .fixed(60)]
    return Table(columns: (0..<count).map { _ in widths[number(0...2)] }, rows: rows)
  }
}
