import Content
import Geometry

extension BarBlock {
  /// Wide enough to tell its parts apart.
  var widths: WidthRange { WidthRange(minimum: 24, natural: 120) }

  /// The bar in its measure; neighbouring parts share an edge, so that no gap shows between them.
  func frame(_ mark: ContentMark, width: Points) -> Frame {
    var frame = Frame(width: width, height: height)
    var right = width
    for part in parts where part.share > 0 {
      let left = max(0, right - width * min(part.share, 1))
      let rect = Rect(x: left, y: 0, width: right - left, height: height)
      frame.items.append(MarkedItem(mark, .fill(rect, part.color)))
      right = left
    }
    return frame
  }
}

extension BlockPreparer {
  /// A bar, and whose content it is.
  mutating func prepare(_ bar: BarBlock) -> PreparedBlock {
    guard let words = bar.alternativeText else { return .bar(bar, .artifact(structure.artifact ?? .layout)) }
    return .bar(bar, figure(words, bar.origin))
  }
}
