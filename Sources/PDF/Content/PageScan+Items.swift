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
    case .line(let line, let at): line.box(at: at)
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
    guard let first = boxes.first else { return nil }
    return boxes.dropFirst().reduce(first) { $0.union($1) }
  }

  /// The smallest box around it and `other`.
  fileprivate func union(_ other: Rect) -> Rect {
    let (left, top) = (min(minX, other.minX), min(minY, other.minY))
    return Rect(
      x: left, y: top, width: max(maxX, other.maxX) - left, height: max(maxY, other.maxY) - top)
  }

  /// Whether it shares more than an edge with `other`.
  func overlaps(_ other: Rect) -> Bool {
    minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
  }
}

extension TextLine {
  /// The box around the letters of a line whose origin is at `origin`.
  fileprivate func box(at origin: Point, scale: Double = 1) -> Rect? {
    var box: Rect?
    for runs in [runs, decorations] {
      for placed in runs {
        let size = scale * placed.run.size
        let own = Rect(
          x: origin.x + scale * placed.x, y: origin.y - size, width: scale * placed.run.advance,
          height: 1.5 * size)
        box = box?.union(own) ?? own
      }
    }
    return box
  }
}

extension PageScan.PlacedLine {
  /// The box around the line's letters.
  var box: Rect {
    line.box(at: origin, scale: scale) ?? Rect(x: origin.x, y: origin.y, width: 0, height: 0)
  }
}
