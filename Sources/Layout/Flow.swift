import Diagnostics
import Geometry

/// How strongly a break between two entries of a flow is avoided.
enum BreakRule: Comparable {
  /// The region may end here.
  case allowed
  /// Avoided inside a group that should stand together.
  case avoidedInGroup
  /// Avoided by the rules of paragraphs: widows, orphans, keep with next, keep together.
  case avoidedInParagraph
  /// Avoided so that a signature never stands alone.
  case avoidedAtSignature
  /// The region must end here.
  case forced
}

/// One step of a flow: matter that takes height, and what stands between it and the step before.
struct FlowEntry {
  /// What an entry is made of.
  enum Matter {
    /// A line, picture or rule: never divided.
    case frame(Frame)
    /// Cells side by side, divided over regions when no region holds them whole.
    indirect case band(Band)
  }

  /// What it is made of.
  var matter: Matter
  /// The height it takes, the space before it not counted.
  var height: Points
  /// What hangs beside its top: the markers of list items that begin with it.
  var overlay = Frame(width: 0, height: 0)
  /// Space the neighbouring styles ask for before it; dropped at the top of any region.
  var styleSpace: Points = 0
  /// Space stated as a block before it; dropped at the top of a page.
  var statedSpace: Points = 0
  /// Whether a region may end before it.
  var breakBefore: BreakRule = .allowed
  /// The head of its table, drawn before it where a region begins with it.
  var opening: Int?
  /// Whether its table begins with it, so that the head is drawn wherever it stands.
  var opensTable = false
  /// Whether it counts as a line of what must stand with a signature.
  var isLine = false
  /// Which block of the document's flow it belongs to.
  var block = 0
  /// Which line of that block it is.
  var line = 0
  /// The page references that were resolved in it, by their ordinals.
  var references: [Int] = []
  /// The notes that are called in it, which stand at the foot of its page.
  var notes: [Int] = []
  /// Where it stands in the template.
  var origin: SourceLocation?

  /// The space before it inside a region.
  var spaceBefore: Points { styleSpace + statedSpace }
}

/// The head of a table, as it is repeated where the table goes on.
struct TableOpening {
  /// The top rule and all header rows.
  var full: Frame
  /// The top rule alone, for regions that have no room for the header.
  var bare: Frame

  /// All of it where the table goes on: it was read before.
  var repeated: Frame {
    var frame = full
    for index in frame.items.indices {
      if case .element = frame.items[index].mark { frame.items[index].mark = .artifact(.pagination(nil)) }
    }
    return frame
  }

  func moved(x: Points) -> TableOpening { TableOpening(full: full.moved(x: x), bare: bare.moved(x: x)) }
}

/// A column of laid-out matter, from top to bottom, not yet cut into regions.
struct Flow {
  /// Its steps, in order.
  var entries: ArraySlice<FlowEntry> = []
  /// The heads of its tables.
  var openings: [TableOpening] = []
  /// Stated space after the last entry.
  var trailingSpace: Points = 0
  /// Whether stated space before the first entry counts: so in a box, not on a page.
  var keepsLeadingSpace = false

  /// Whether nothing is left in it.
  var isEmpty: Bool { entries.isEmpty && trailingSpace == 0 }

  /// The height of all of it in one region.
  var height: Points {
    var height = trailingSpace
    for index in entries.indices {
      height += space(before: index) + entries[index].height
      if let opening = opening(before: index) { height += opening.head.size.height }
    }
    return height
  }

  /// The baseline of its first line, from its top.
  var baseline: Points? {
    guard let first = entries.first, case .frame(let frame) = first.matter else { return nil }
    return frame.baseline.map { $0 + (keepsLeadingSpace ? first.statedSpace : 0) }
  }

  /// The space before an entry where the flow begins a region.
  func space(before index: Int) -> Points {
    if index > entries.startIndex { return entries[index].spaceBefore }
    return keepsLeadingSpace ? entries[index].statedSpace : 0
  }

  /// The head to draw before an entry: its table's own, or the one that is repeated where the table goes on.
  func opening(before index: Int) -> (head: Frame, bare: Frame)? {
    guard let number = entries[index].opening, index == entries.startIndex || entries[index].opensTable
    else { return nil }
    let opening = openings[number]
    return (entries[index].opensTable ? opening.full : opening.repeated, opening.bare)
  }

  /// All of it in one frame, whatever its height.
  func frame(width: Points) -> Frame {
    var frame = Frame(width: width, height: height, baseline: baseline)
    draw(in: &frame, x: 0, y: 0)
    return frame
  }

  /// Draws all of it, its top left corner at (x, y).
  func draw(in frame: inout Frame, x: Points, y: Points) {
    var y = y
    for index in entries.indices {
      y += space(before: index)
      if let opening = opening(before: index) {
        frame.add(opening.head, x: x, y: y)
        y += opening.head.size.height
      }
      entries[index].draw(in: &frame, x: x, y: y)
      y += entries[index].height
    }
  }
}

extension FlowEntry {
  /// Draws the whole entry, its top left corner at (x, y).
  func draw(in frame: inout Frame, x: Points, y: Points) {
    // Readers that follow the order of painting read an item's marker before its words.
    if !overlay.items.isEmpty { frame.add(overlay, x: x, y: y) }
    switch matter {
    case .frame(let own): frame.add(own, x: x, y: y)
    case .band(let band): band.draw(in: &frame, x: x, y: y)
    }
  }
}
