import Content
import Fonts
import Geometry

/// Pages as text, the same on every machine: what goldens are made of.
///
/// One line an item, in painting order, and one for each run of a line of text, in logical order; distances
/// in points with two decimals.
public enum FrameDump {
  /// All pages of a document.
  public static func text(of document: PagedDocument) -> String {
    var lines: [String] = []
    for (index, page) in document.pages.enumerated() {
      lines.append("page \(index + 1) \(number(page.size.width)) × \(number(page.size.height))")
      for item in page.items { write(item, depth: 1, to: &lines) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func write(_ item: FrameItem, depth: Int, to lines: inout [String]) {
    let indent = String(repeating: "  ", count: depth)
    switch item {
    case .line(let line, let at):
      lines += line.runs.map { indent + "text " + text($0, at) }
      lines += line.decorations.map { indent + "sign " + text($0, at) }
    case .fill(let rect, let color):
      lines.append(indent + "fill \(area(rect)) \(hex(color))")
    case .fills(let rects, let color):
      lines.append(indent + "fills \(rects.count) \(hex(color))")
      lines += rects.map { indent + "  " + area($0) }
    case .rule(let from, let to, let stroke):
      lines.append(indent + "line \(place(from)) → \(place(to)) \(pen(stroke))")
    case .frame(let rect, let stroke):
      lines.append(indent + "frame \(area(rect)) \(pen(stroke))")
    case .image(let asset, let rect, let alternativeText):
      let natural = "\(number(asset.naturalWidth)) × \(number(asset.naturalHeight))"
      let words = alternativeText.map { "«\($0)»" } ?? "decoration"
      lines.append(indent + "image \(area(rect)) \(asset.format.rawValue) \(natural) \(words)")
    case .signatureField(let field, let rect):
      lines.append(indent + "signature field \(area(rect)) \(field.name) «\(field.purpose)»")
    case .rotated(let degrees, let center, let items):
      lines.append(indent + "rotated \(number(degrees))° about \(place(center))")
      for item in items { write(item, depth: depth + 1, to: &lines) }
    case .scaled(let factor, let origin, let items):
      lines.append(indent + "scaled \(number(factor)) from \(place(origin))")
      for item in items { write(item, depth: depth + 1, to: &lines) }
    case .marked(let mark, let items):
      lines.append(indent + name(of: mark))
      for item in items { write(item, depth: depth + 1, to: &lines) }
    }
  }

  static func name(of mark: ContentMark) -> String {
    switch mark {
    case .element(let id): "element \(id.index)"
    case .artifact(.pagination(let place)): "artifact pagination" + (place.map { " \($0)" } ?? "")
    case .artifact(let kind): "artifact \(kind)"
    }
  }

  private static func text(_ placed: PlacedRun, _ at: Point) -> String {
    let run = placed.run
    return "\(place(at.moved(x: placed.x, y: 0))) +\(number(run.advance)) \(face(run)) «\(run.text)»"
  }

  private static func face(_ run: GlyphRun) -> String {
    let weight = run.font.isBold ? " bold" : ""
    let ink = run.color == .black ? "" : " " + hex(run.color)
    return "\(run.font.family)\(weight) \(number(run.size))\(ink) \(run.isRightToLeft ? "rtl" : "ltr")"
  }

  private static func pen(_ stroke: Stroke) -> String {
    "\(number(stroke.width)) \(hex(stroke.color))\(stroke.isDotted ? " dotted" : "")"
  }

  private static func place(_ point: Point) -> String { "\(number(point.x)),\(number(point.y))" }

  private static func area(_ rect: Rect) -> String {
    "\(place(rect.origin)) \(number(rect.size.width)) × \(number(rect.size.height))"
  }

  private static func hex(_ color: Color) -> String {
    let digits = [color.red, color.green, color.blue].map { part in
      let value = Int((min(max(part, 0), 1) * 255).rounded())
      return (value < 16 ? "0" : "") + String(value, radix: 16)
    }
    return "#" + digits.joined()
  }

  /// A distance to a hundredth of a point, written by hand: no locale may change it.
  private static func number(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "\(value)" }
    let hundredths = Int((value * 100).rounded())
    let (whole, part) = (abs(hundredths) / 100, abs(hundredths) % 100)
    let sign = hundredths < 0 ? "-" : ""
    return "\(sign)\(whole).\(part < 10 ? "0" : "")\(part)"
  }
}
