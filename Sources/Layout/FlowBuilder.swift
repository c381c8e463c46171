import Content
import Geometry

/// Gathers entries into a flow, and settles the space and the breaks between them.
struct FlowBuilder {
  /// The entries so far: an array, which grows in less time than a slice.
  private var entries: [FlowEntry] = []
  /// The heads of tables so far.
  private(set) var openings: [TableOpening] = []
  private let keepsLeadingSpace: Bool
  /// The block of the document's flow that is being added.
  var block = 0
  private var styleSpace: Points = 0
  private var statedSpace: Points = 0
  private var isForced = false
  private var keepsWithNext = false
  /// Whether it does so only because the last one announces it.
  private var isAnnounced = false

  init(keepsLeadingSpace: Bool) {
    self.keepsLeadingSpace = keepsLeadingSpace
  }

  /// How many entries there are; the next one's index.
  var count: Int { entries.count }

  /// Asks for space before the next entry: the larger of what its neighbours ask for counts.
  mutating func wantSpace(_ space: Points) { styleSpace = max(styleSpace, space) }

  /// Adds space that is stated as a block.
  mutating func addSpace(_ space: Points) { statedSpace += max(space, 0) }

  /// Ends the region before the next entry; at the very beginning there is nothing to end.
  mutating func forceBreak() { isForced = count > 0 }

  /// Keeps the next entry in the region of the last one.
  mutating func keepWithNext() { keepsWithNext = true }

  /// Does the same for what announces the next entry, unless that announces something itself: of labels in a row, each with
  /// a colon, none announces the next.
  mutating func announceNext() { (isAnnounced, keepsWithNext) = (!keepsWithNext, true) }

  /// Says that what comes next announces something itself.
  mutating func beginAnnouncement() { if isAnnounced { keepsWithNext = false } }

  /// Adds an entry below the others.
  mutating func append(_ entry: consuming FlowEntry) {
    entry.styleSpace = styleSpace
    entry.statedSpace = statedSpace
    entry.block = block
    if keepsWithNext { entry.breakBefore = max(entry.breakBefore, .avoidedInParagraph) }
    if isForced { entry.breakBefore = .forced }
    (styleSpace, statedSpace, isForced, keepsWithNext, isAnnounced) = (0, 0, false, false, false)
    entries.append(entry)
  }

  /// Adds what is left of a flow of another width, moved to the right by `shift`.
  mutating func append(_ entries: ArraySlice<FlowEntry>, of other: Flow, shift: Points) {
    let offset = self.openings.count
    self.openings += other.openings.map { $0.moved(x: shift) }
    for var entry in entries {
      entry.opening = entry.opening.map { $0 + offset }
      entry.overlay = entry.overlay.moved(x: shift)
      switch entry.matter {
      case .frame(let frame): entry.matter = .frame(frame.moved(x: shift))
      case .band(var band):
        band.edges = band.edges.map { $0 + shift }
        entry.matter = .band(band)
      }
      self.entries.append(entry)
    }
  }

  /// Adds the head of a table, and gives the number that its rows name it by.
  mutating func addOpening(_ opening: TableOpening) -> Int {
    openings.append(opening)
    return openings.count - 1
  }

  /// Draws a list's marker beside the entry at `index`: below the first baseline, or at the top.
  mutating func addMarker(_ marker: ListMarker, at index: Int, x: Points) {
    let entry = entries[index]
    let baseline: Points? =
      switch entry.matter {
      case .frame(let frame): frame.baseline
      case .band(let band): band.firstBaseline
      }
    let y = (baseline ?? marker.frame.baseline ?? 0) - (marker.frame.baseline ?? 0)
    entries[index].overlay.add(marker.frame, x: x, y: y)
    // An item of empty cells is lower than its marker.
    entries[index].height = max(entry.height, y + marker.frame.size.height)
  }

  /// Keeps the entries from `first` on in one region.
  mutating func keepTogether(from first: Int, _ cohesion: Cohesion) {
    let rule: BreakRule = cohesion == .together ? .avoidedInGroup : .avoidedAtSignature
    for index in entries.indices where index > first { entries[index].avoidBreak(rule) }
    guard cohesion == .withPreceding, first < count else { return }
    var lines = 0
    var index = first
    while lines < 2, index > 0, entries[index].breakBefore != .forced {
      entries[index].avoidBreak(rule)
      index -= 1
      if entries[index].isLine { lines += 1 }
    }
  }

  /// The flow, with what space was stated after its last entry.
  consuming func finished() -> Flow {
    Flow(
      entries: entries[...], openings: openings, trailingSpace: statedSpace,
      keepsLeadingSpace: keepsLeadingSpace)
  }
}

extension FlowEntry {
  mutating func avoidBreak(_ rule: BreakRule) { breakBefore = max(breakBefore, rule) }
}
