import Diagnostics
import Geometry

/// What one region took of a flow.
struct FlowFilling {
  /// The matter that stands in the region.
  var frame: Frame
  /// What goes on in the next region.
  var rest: Flow?
  /// The page references that stand in the region.
  var references: [Int] = []
  /// The notes that are called in it.
  var notes: [Int] = []
  /// Whether part of the block that the rest begins with stands in this region.
  var isMidBlock = false
}

/// The room a flow is cut to.
struct FlowRoom {
  /// The width of the region.
  var width: Points
  /// The height that is left in this region.
  var height: Points
  /// The height of a whole region, where what doesn't fit here may go.
  var next: Points
  /// Whether something must be placed, whatever the room: the region is empty.
  var mustAdvance: Bool
  /// What notes would take of this region; `nil` where there are none.
  var footnotes: FootnoteRoom?

  /// Rounding must not push a line that fits exactly to the next page.
  static let tolerance: Points = 0.001
}

extension Flow {
  /// Fills one region, and gives what is left; nothing if not even the first entry may be placed.
  func filling(_ room: FlowRoom, log: inout DiagnosticLog) -> FlowFilling? {
    var scan = FlowScan(flow: self, room: room)
    let end = scan.run(log: &log)
    guard end < entries.endIndex else {
      return scan.filling(upTo: end, rest: nil)
    }
    if entries[end].breakBefore == .forced, end > entries.startIndex {
      return scan.filling(upTo: end, rest: entries[end...])
    }
    if let divided = scan.dividing(end, log: &log) { return divided }
    if let cut = scan.cut(before: end, log: &log) {
      return scan.filling(upTo: cut, rest: entries[cut...])
    }
    guard room.mustAdvance else { return nil }
    if room.height + FlowRoom.tolerance < room.next, scan.fitsNext(end) {
      return FlowFilling(frame: Frame(width: room.width, height: 0), rest: self)
    }
    // A line whose notes find no room beside it stands without them; they go on to the next page.
    if !scan.fitsAlone(end) {
      log.error(.tallerThanPage, at: entries[end].origin ?? origin, hints: [.makeLower])
    }
    scan.place(end)
    return scan.filling(upTo: end + 1, rest: entries[(end + 1)...])
  }

  /// Where its first entry with a known origin comes from.
  var origin: SourceLocation? { entries.lazy.compactMap(\.origin).first }
}

extension Diagnostic.Message {
  fileprivate static let tallerThanPage = Diagnostic.Message(
    "layout.taller-than-page",
    arabic: "هذا الجزء أطول من مساحة الصفحة، فتجاوز حدّها.",
    english: "This matter is taller than the page's text area and runs past its edge.")
}
