import Content
import Geometry

/// Gathers entries into a flow, and settles the space and the breaks between them.
struct FlowBuilder {
  private(set) var flow: Flow
  /// The block of the document's flow that is being added.
  var block = 0
  private var styleSpace: Points = 0
  private var statedSpace: Points = 0
  private var isForced = false
  private var keepsWithNext = false

  init(keepsLeadingSpace: Bool) {
    flow = Flow(keepsLeadingSpace: keepsLeadingSpace)
  }

  /// How many entries there are; the next one's index.
  var count: Int { flow.entries.count }

  /// Asks for space before the next entry: the larger of what its neighbours ask for counts.
  mutating func wantSpace(_ space: Points) { styleSpace = max(styleSpace, space) }

  /// Adds space that is stated as a block.
  mutating func addSpace(_ space: Points) { statedSpace += max(space, 0) }

  /// Ends the region before the next entry; at the very beginning there is nothing to end.
  mutating func forceBreak() { isForced = count > 0 }

  /// Keeps the next entry in the region of the last one.
  mutating func keepWithNext() { keepsWithNext = true }

  /// Adds an entry below the others.
  mutating func append(_ entry: consuming FlowEntry) {
    entry.styleSpace = styleSpace
    entry.statedSpace = statedSpace
    entry.block = block
    if keepsWithNext { entry.breakBefore = max(entry.breakBefore, .avoidedInParagraph) }
    if isForced { entry.breakBefore = .forced }
    (styleSpace, statedSpace, isForced, keepsWithNext) = (0, 0, false, false)
    flow.entries.append(entry)
  }

  /// Adds what is left of a flow of another width, moved to the right by `shift`.
  mutating func append(_ entries: ArraySlice<FlowEntry>, of other: Flow, shift: Points) {
    let offset = flow.openings.count
    flow.openings += other.openings.map { $0.moved(x: shift) }
    for var entry in entries {
      entry.opening = entry.opening.map { $0 + offset }
      entry.overlay = entry.overlay.moved(x: shift)
      switch entry.matter {
      case .frame(let frame): entry.matter = .frame(frame.moved(x: shift))
      case .band(var band):
        band.edges = band.edges.map { $0 + shift }
        entry.matter = .band(band)
      }
      flow.entries.append(entry)
    }
  }

  /// Adds the head of a table, and gives the number that its rows name it by.
  mutating func addOpening(_ opening: TableOpening) -> Int {
    flow.openings.append(opening)
    return flow.openings.count - 1
  }

  /// Draws a list's marker beside the entry at `index`: below the first baseline, or at the top.
  mutating func addMarker(_ marker: ListMarker, at index: Int, x: Points) {
    let entry = flow.entries[index]
    let baseline: Points? =
      switch entry.matter {
      case .frame(let frame): frame.baseline
      case .band(let band): band.firstBaseline
      }
    let y = (baseline ?? marker.frame.baseline ?? 0) - (marker.frame.baseline ?? 0)
    flow.entries[index].overlay.add(marker.frame, x: x, y: y)
    // An item of empty cells is lower than its marker.
    flow.entries[index].height = max(entry.height, y + marker.frame.size.height)
  }

  /// Keeps the entries from `first` on in one region.
  mutating func keepTogether(from first: Int, _ cohesion: Cohesion) {
    let rule: BreakRule = cohesion == .together ? .avoidedInGroup : .avoidedAtSignature
    for index in flow.entries.indices where index > first { flow.entries[index].avoidBreak(rule) }
    guard cohesion == .withPreceding, first < count else { return }
    var lines = 0
    var index = first
    while lines < 2, index > 0, flow.entries[index].breakBefore != .forced {
      flow.entries[index].avoidBreak(rule)
      index -= 1
      if flow.entries[index].isLine { lines += 1 }
    }
  }

  /// The flow, with what space was stated after its last entry.
  func finished() -> Flow {
    var flow = flow
    flow.trailingSpace = statedSpace
    return flow
  }
}

extension FlowEntry {
  mutating func avoidBreak(_ rule: BreakRule) { breakBefore = max(breakBefore, rule) }
}
