import Diagnostics
import Fonts
import Geometry
import Layout

/// What a page is meant to show, for a comparison with what its file shows: its text in the order of reading, and the
/// box of each line.
struct MeantPage {
  /// A line of text and where it stands, in points from the page's lower left corner.
  struct Line {
    var box: Box
    /// The place of its first words in the template or the records.
    var origin: SourceLocation?
    /// Where its characters end in the page's text.
    var end = 0
  }

  /// The room a line takes.
  struct Box {
    var left: Points
    var right: Points
    var baseline: Points
    var size: Points
  }

  /// The page's size.
  let size: Size
  /// The characters, spaces and directional marks left aside.
  private(set) var text: [Unicode.Scalar] = []
  /// The lines, in the order of reading.
  private(set) var lines: [Line] = []

  init(_ page: Page) {
    size = page.size
    text.reserveCapacity(2_048)
    for item in page.items { add(item, scale: 1, origin: .zero) }
  }

  private mutating func add(_ item: FrameItem, scale: Double, origin: Point) {
    switch item {
    case .marked(_, let items): for item in items { add(item, scale: scale, origin: origin) }
    case .scaled(let factor, let at, let items):
      let place = Point(x: origin.x + scale * at.x, y: origin.y + scale * at.y)
      for item in items { add(item, scale: scale * factor, origin: place) }
    case .line(let line, let at):
      add(line, scale: scale, at: Point(x: origin.x + scale * at.x, y: origin.y + scale * at.y))
    case .fill, .fills, .rule, .frame, .image, .signatureField, .rotated: break
    }
  }

  private mutating func add(_ line: TextLine, scale: Double, at origin: Point) {
    // By their places: copying a run costs more than reading it.
    let runs = line.runs
    guard !runs.isEmpty else { return }
    var own = Line(box: Box(left: .infinity, right: -.infinity, baseline: size.height - origin.y, size: 0))
    for index in runs.indices {
      let (x, advance) = (runs[index].x, runs[index].run.advance)
      own.box.left = min(own.box.left, origin.x + scale * x)
      own.box.right = max(own.box.right, origin.x + scale * (x + advance))
      own.box.size = max(own.box.size, scale * runs[index].run.size)
      for scalar in runs[index].run.text.unicodeScalars where Self.counts(scalar) { text.append(scalar) }
    }
    own.end = text.count
    own.origin = runs.indices.lazy.compactMap { runs[$0].run.origin }.first ?? line.origin
    lines.append(own)
  }

  /// Whether a character counts in the comparison: spaces are the layout's affair, directional marks the readers'.
  static func counts(_ scalar: Unicode.Scalar) -> Bool {
    // Arabic and its neighbours, of which all count.
    if scalar.value &- 0x600 < 0x1A00 { return true }
    return switch scalar.value {
    case 0...0x20, 0x7F...0xA0, 0xAD, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0xFEFF: false
    default: true
    }
  }
}
