import Fonts
import Geometry
import Layout

extension FrameItem {
  /// Whether it is text of the page.
  var isText: Bool {
    switch self {
    case .line(let line, _): !line.runs.isEmpty
    case .marked(_, let items), .scaled(_, _, let items): items.contains(where: \.isText)
    case .fill, .fills, .rule, .frame, .image, .signatureField, .rotated: false
    }
  }

  /// Whether it is something that readers of the file act on, and not a drawing.
  var isAnnotation: Bool { if case .signatureField = self { true } else { false } }

  /// The same item where a scaled page puts it.
  func placed(scale: Double, origin: Point) -> FrameItem {
    scale == 1 && origin == .zero ? self : .scaled(factor: scale, origin: origin, items: [self])
  }

  /// The box around what it paints; `nil` for what is turned, which is never a structure element's.
  var box: Rect? {
    switch self {
    case .fill(let rect, _), .frame(let rect, _), .image(_, let rect, _), .signatureField(_, let rect): rect
    case .fills(let rects, _): Rect.around(rects)
    case .rule(let from, let to, _):
      Rect(x: min(from.x, to.x), y: min(from.y, to.y), width: abs(from.x - to.x), height: abs(from.y - to.y))
    case .line(let line, let at):
      Rect.around(
        (line.runs + line.decorations).map {
          Rect(x: at.x + $0.x, y: at.y - $0.run.size, width: $0.run.advance, height: 1.5 * $0.run.size)
        })
    case .marked(_, let items): Rect.around(items.compactMap(\.box))
    case .rotated: nil
    case .scaled(let factor, let at, let items):
      Rect.around(items.compactMap(\.box)).map {
        Rect(
          x: at.x + factor * $0.minX, y: at.y + factor * $0.minY, width: factor * $0.size.width,
          height: factor * $0.size.height)
      }
    }
  }
}

extension Rect {
  /// The smallest box around all of `boxes`.
  static func around(_ boxes: [Rect]) -> Rect? {
    guard var sides = boxes.first.map({ ($0.minX, $0.minY, $0.maxX, $0.maxY) }) else { return nil }
    for box in boxes {
      sides.0 = min(sides.0, box.minX)
      sides.1 = min(sides.1, box.minY)
      sides.2 = max(sides.2, box.maxX)
      sides.3 = max(sides.3, box.maxY)
    }
    return Rect(x: sides.0, y: sides.1, width: sides.2 - sides.0, height: sides.3 - sides.1)
  }

  /// Whether it shares more than an edge with `other`.
  func overlaps(_ other: Rect) -> Bool {
    minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
  }
}

extension PageScan.PlacedLine {
  /// The box around the line's letters.
  var box: Rect {
    FrameItem.scaled(factor: scale, origin: origin, items: [.line(line, at: .zero)]).box
      ?? Rect(x: origin.x, y: origin.y, width: 0, height: 0)
  }
}
