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
    log.error(.tallerThanPage, at: entries[end].origin ?? origin, hints: [.makeLower])
    scan.place(end)
    return scan.filling(upTo: end + 1, rest: entries[(end + 1)...])
  }

  /// Where its first entry with a known origin comes from.
  var origin: SourceLocation? { entries.lazy.compactMap(\.origin).first }
}

/// One walk down a flow: which entries fit a region, and where each stands.
private struct FlowScan {
  let flow: Flow
  let room: FlowRoom
  /// The top of every entry that fits, its opening not counted, and the openings.
  var tops: [Points] = []
  var openings: [Frame?] = []
  var y: Points = 0

  init(flow: Flow, room: FlowRoom) {
    self.flow = flow
    self.room = room
  }

  /// The first entry that doesn't fit, or that begins a new page.
  mutating func run(log: inout DiagnosticLog) -> Int {
    for index in flow.entries.indices {
      if flow.entries[index].breakBefore == .forced, index > flow.entries.startIndex { return index }
      let (top, opening) = position(of: index, log: &log)
      let bottom = top + (opening?.size.height ?? 0) + flow.entries[index].height
      guard bottom <= room.height + FlowRoom.tolerance else { return index }
      tops.append(top)
      openings.append(opening)
      y = bottom
    }
    return flow.entries.endIndex
  }

  /// Where an entry would stand after those placed, and its table's head.
  func position(of index: Int, log: inout DiagnosticLog) -> (top: Points, opening: Frame?) {
    let space = flow.space(before: index)
    guard let opening = flow.opening(before: index) else { return (y + space, nil) }
    // A head that leaves too little room for rows is not repeated: the table would never end.
    guard flow.entries[index].opensTable || opening.head.size.height <= room.next / 2 else {
      log.warning(.headerNotRepeated, at: flow.entries[index].origin, hints: [.makeLower])
      return (y + space, opening.bare)
    }
    return (y + space, opening.head)
  }

  /// Whether a whole region would hold the entry, with its table's head.
  func fitsNext(_ index: Int) -> Bool {
    let entry = flow.entries[index]
    return entry.height + repeatedHeight(of: entry) <= room.next + FlowRoom.tolerance
  }

  /// The height of the head that a region beginning with the entry repeats.
  func repeatedHeight(of entry: FlowEntry) -> Points {
    guard let index = entry.opening else { return 0 }
    let opening = flow.openings[index]
    let full = opening.full.size.height
    return full <= room.next / 2 ? full : opening.bare.size.height
  }

  mutating func place(_ index: Int) {
    var unread = DiagnosticLog()
    let (top, opening) = position(of: index, log: &unread)
    tops.append(top)
    openings.append(opening)
    y = top + (opening?.size.height ?? 0) + flow.entries[index].height
  }

  /// A place to break before `end`: the last of those that are least avoided.
  func cut(before end: Int, log: inout DiagnosticLog) -> Int? {
    var best: (index: Int, rule: BreakRule)?
    for index in stride(from: end, to: flow.entries.startIndex, by: -1) {
      let rule = flow.entries[index].breakBefore
      if best.map({ rule < $0.rule }) ?? true { best = (index, rule) }
      if rule == .allowed { break }
    }
    guard let best else { return nil }
    guard best.rule > .allowed else { return best.index }
    guard room.mustAdvance else { return nil }
    log.warning(.keptMatterDivided, at: flow.entries[best.index].origin ?? flow.origin, hints: [.keepLess])
    return best.index
  }

  /// The filling when the entry that doesn't fit is one that no region would hold whole.
  mutating func dividing(_ index: Int, log: inout DiagnosticLog) -> FlowFilling? {
    let entry = flow.entries[index]
    guard case .band(let band) = entry.matter else { return nil }
    guard !fitsNext(index) else { return nil }
    let (top, opening) = position(of: index, log: &log)
    let head = opening?.size.height ?? 0
    let isFirst = index == flow.entries.startIndex
    let left = FlowRoom(
      width: band.width, height: room.height - top - head, next: room.next - repeatedHeight(of: entry),
      mustAdvance: room.mustAdvance && isFirst)
    guard let (part, rest) = band.divided(left, log: &log) else { return nil }
    var remainder = flow.entries[index...]
    if let rest {
      remainder[index].matter = .band(rest)
      remainder[index].height = rest.height
      remainder[index].breakBefore = .allowed
      remainder[index].opensTable = false
      remainder[index].overlay.items = []
      remainder[index].references = []
    } else {
      remainder = remainder.dropFirst()
    }
    var filling = filling(upTo: index, rest: remainder)
    if let opening { filling.frame.add(opening, x: 0, y: top) }
    filling.frame.add(part, x: 0, y: top + head)
    filling.frame.add(entry.overlay, x: 0, y: top + head)
    filling.frame.size.height = top + head + part.size.height
    filling.references += entry.references
    filling.isMidBlock = true
    return filling
  }

  /// The region's frame with all entries before `end`.
  func filling(upTo end: Int, rest: ArraySlice<FlowEntry>?) -> FlowFilling {
    var frame = Frame(width: room.width, height: 0)
    var references: [Int] = []
    for (offset, index) in (flow.entries.startIndex..<end).enumerated() {
      var y = tops[offset]
      if let opening = openings[offset] {
        frame.add(opening, x: 0, y: y)
        y += opening.size.height
      }
      flow.entries[index].place(in: &frame, y: y)
      frame.size.height = y + flow.entries[index].height
      references += flow.entries[index].references
    }
    guard let rest, !rest.isEmpty else {
      frame.size.height = min(frame.size.height + flow.trailingSpace, max(room.height, frame.size.height))
      return FlowFilling(frame: frame, references: references)
    }
    let left = Flow(entries: rest, openings: flow.openings, trailingSpace: flow.trailingSpace)
    let isMidBlock = end > flow.entries.startIndex && rest.first?.block == flow.entries[end - 1].block
    return FlowFilling(frame: frame, rest: left, references: references, isMidBlock: isMidBlock)
  }
}

extension Diagnostic.Message {
  fileprivate static let tallerThanPage = Diagnostic.Message(
    "layout.taller-than-page",
    arabic: "هذا الجزء أطول من مساحة الصفحة، فتجاوز حدّها.",
    english: "This matter is taller than the page's text area and runs past its edge.")

  fileprivate static let keptMatterDivided = Diagnostic.Message(
    "layout.kept-matter-divided",
    arabic: "ما يجب أن يبقى معًا أطول من صفحة واحدة، فقُسم بين صفحتين.",
    english: "Matter that should stand together is taller than one page and was divided.")

  fileprivate static let headerNotRepeated = Diagnostic.Message(
    "layout.header-not-repeated",
    arabic: "رأس الجدول يأخذ أكثر من نصف الصفحة، فلم يُكرَّر في الصفحة التالية.",
    english: "The table's header takes more than half of the page and was not repeated on the next one.")
}

extension Diagnostic.Hint {
  fileprivate static let makeLower = Diagnostic.Hint(
    arabic: "اختصر المحتوى أو صغّر مقاسه أو وسّع مساحة النص في الصفحة.",
    english: "Shorten or reduce it, or give the page a larger text area.")

  fileprivate static let keepLess = Diagnostic.Hint(
    arabic: "قلّل الأسطر المطلوب إبقاؤها معًا.", english: "Ask for fewer lines to be kept together.")
}
