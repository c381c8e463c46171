import Content
import Diagnostics
import Geometry

/// The notes of a document while its pages are filled: those called on a page stand at its foot, and what finds no
/// room there goes on at the foot of the next.
struct FootnoteStack {
  /// What is wrong in the notes.
  private(set) var log = DiagnosticLog()
  private let notes: [PreparedFootnote]
  private let area: FootnoteArea
  /// The space for the numbers at the right.
  private let indent: Points
  private var width: Points
  /// The lines of every note at the width.
  private var lines: [ArraySlice<FlowEntry>]
  /// What earlier pages have left.
  private var waiting: ArraySlice<FlowEntry> = []

  /// Lays out `notes` at the width of the first page.
  init(_ notes: [PreparedFootnote], area: FootnoteArea, width: Points) {
    self.notes = notes
    self.area = area
    self.width = width
    indent = notes.reduce(0) { max($0, $1.marker.frame.size.width + $1.marker.gap) }
    lines = []
    for index in notes.indices { lines.append(composed(index)) }
  }

  /// Whether earlier pages have left something.
  var isWaiting: Bool { !waiting.isEmpty }

  /// What the notes would take of a page; `nil` for a document without notes.
  var room: FootnoteRoom? {
    guard !notes.isEmpty else { return nil }
    return FootnoteRoom(
      heights: lines.map { Flow(entries: $0).height }, beginnings: lines.map(\.heightOfBeginning), gap: gap,
      head: area.height, waiting: Flow(entries: waiting).height)
  }

  /// Places what waits and the notes `called` at the foot of a page, whose text is in `page`; a page without text
  /// takes some of it in any case.
  ///
  /// - Returns: the page references that stand in it.
  mutating func place(_ called: [Int], in page: inout Frame, of region: Size, next: Points) -> [Int] {
    for note in called { append(lines[note]) }
    guard !waiting.isEmpty else { return [] }
    let room = FlowRoom(
      width: region.width, height: region.height - page.size.height - area.height, next: next - area.height,
      mustAdvance: page.size.height == 0)
    guard let filling = Flow(entries: waiting).filling(room, log: &log), filling.frame.size.height > 0 else {
      return []
    }
    waiting = filling.rest?.entries ?? []
    let y = region.height - filling.frame.size.height
    if let rule = area.rule {
      let line = y - area.spaceBelow - rule.width / 2
      let end = max(region.width - area.ruleLength, 0)
      page.addOrnament(.rule(from: Point(x: end, y: line), to: Point(x: region.width, y: line), rule))
    }
    page.add(filling.frame, x: 0, y: y)
    return filling.references
  }

  /// Lays out all notes at another width; one that has begun goes on with the lines that are left of it.
  mutating func reset(width: Points) {
    let (earlier, left) = (self.width, waiting)
    self.width = width
    log = DiagnosticLog()
    for index in notes.indices { lines[index] = composed(index) }
    waiting = []
    for note in left.reduce(into: [Int](), { if $0.last != $1.block { $0.append($1.block) } }) {
      let line = left.first?.block == note ? left.first?.line ?? 0 : 0
      append(line == 0 ? lines[note] : composed(note, after: (line, earlier - indent)))
    }
  }

  private mutating func append(_ entries: ArraySlice<FlowEntry>) {
    var entries = entries
    if !waiting.isEmpty, let first = entries.indices.first { entries[first].styleSpace = gap }
    waiting += entries
  }

  /// The lines of a note, or those that are left of it.
  private mutating func composed(_ index: Int, after earlier: (lines: Int, width: Points)? = nil)
    -> ArraySlice<FlowEntry>
  {
    var builder = FlowBuilder(keepsLeadingSpace: false)
    builder.block = index
    var composer = FlowComposer(tallest: .infinity)
    let inner = max(width - indent, 1)
    composer.add(
      notes[index].paragraph, measures: LineMeasures(width: inner, earlier: earlier), to: &builder)
    if earlier == nil {
      builder.addMarker(notes[index].marker, at: 0, x: inner + notes[index].marker.gap)
    }
    log.append(contentsOf: composer.log)
    return builder.finished().entries
  }

  private var gap: Points {
    guard let style = notes.first?.paragraph.style else { return 0 }
    return max(style.spaceBefore, style.spaceAfter)
  }
}

extension ArraySlice<FlowEntry> {
  /// The height of its first lines, as many as stand together.
  fileprivate var heightOfBeginning: Points {
    let end = indices.dropFirst().first { self[$0].breakBefore == .allowed } ?? endIndex
    return Flow(entries: self[..<end]).height
  }
}
