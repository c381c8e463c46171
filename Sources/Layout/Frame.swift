import Geometry

/// Matter of a known size; its items are placed from its own top left corner.
struct Frame: Hashable, Sendable {
  /// The space it takes.
  var size: Size
  /// Distance from its top to the baseline of its first line, if it begins with a line.
  var baseline: Points?
  /// What stands in it, in painting order.
  var items: [MarkedItem] = []

  init(width: Points, height: Points, baseline: Points? = nil, items: [MarkedItem] = []) {
    size = Size(width: width, height: height)
    self.baseline = baseline
    self.items = items
  }

  /// Adds a rule, frame or ground that isn't read.
  mutating func addOrnament(_ item: FrameItem, _ kind: ArtifactKind = .layout) {
    items.append(MarkedItem(.artifact(kind), item))
  }

  /// Adds another frame's items, its top left corner at (x, y).
  mutating func add(_ other: Frame, x: Points, y: Points) {
    guard x != 0 || y != 0 else { return items.append(contentsOf: other.items) }
    // Rows are added to a frame one by one: room for one alone would be made anew each time.
    if items.isEmpty { items.reserveCapacity(other.items.count) }
    for marked in other.items { items.append(MarkedItem(marked.mark, marked.item.moved(x: x, y: y))) }
  }

  /// The same matter, further right.
  func moved(x: Points) -> Frame {
    var frame = self
    for index in items.indices { frame.items[index].item = items[index].item.moved(x: x, y: 0) }
    return frame
  }
}

extension FrameItem {
  /// The same item, moved to the right and down.
  func moved(x: Points, y: Points) -> FrameItem {
    switch self {
    case .line(let line, let at): .line(line, at: at.moved(x: x, y: y))
    case .fill(let rect, let color): .fill(rect.moved(x: x, y: y), color)
    case .fills(let rects, let color): .fills(rects.map { $0.moved(x: x, y: y) }, color)
    case .rule(let from, let to, let stroke):
      .rule(from: from.moved(x: x, y: y), to: to.moved(x: x, y: y), stroke)
    case .frame(let rect, let stroke): .frame(rect.moved(x: x, y: y), stroke)
    case .image(let asset, let rect, let alternativeText):
      .image(asset, rect.moved(x: x, y: y), alternativeText: alternativeText)
    case .signatureField(let field, let rect): .signatureField(field, rect.moved(x: x, y: y))
    case .rotated(let degrees, let center, let items):
      .rotated(degrees: degrees, center: center.moved(x: x, y: y), items: items)
    case .scaled(let factor, let origin, let items):
      .scaled(factor: factor, origin: origin.moved(x: x, y: y), items: items)
    case .marked(let mark, let items):
      .marked(mark, items.map { $0.moved(x: x, y: y) })
    }
  }
}

extension Point {
  func moved(x: Points, y: Points) -> Point { Point(x: self.x + x, y: self.y + y) }
}

extension Rect {
  func moved(x: Points, y: Points) -> Rect {
    Rect(x: minX + x, y: minY + y, width: size.width, height: size.height)
  }
}
