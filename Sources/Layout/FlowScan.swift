import Diagnostics
import Geometry

/// One walk down a flow: which entries fit a region, and where each stands.
struct FlowScan {
  let flow: Flow
  let room: FlowRoom
  /// The top of every entry that fits, its opening not counted, and the openings.
  var tops: [Points] = []
  var openings: [Frame?] = []
  var y: Points = 0
  /// How far down entries may reach: notes stand below.
  private var limit: Points
  /// What the notes called so far take.
  private var notesHeight: Points
  /// Whether one of them goes on in the next region, so that no other may be called.
  private var hasBegun = false

  init(flow: Flow, room: FlowRoom) {
    self.flow = flow
    self.room = room
    notesHeight = room.footnotes?.height ?? 0
    limit = room.height - notesHeight
  }

  /// The first entry that doesn't fit, or that begins a new page.
  mutating func run(log: inout DiagnosticLog) -> Int {
    for index in flow.entries.indices {
      let rule = flow.entries[index].breakBefore
      if rule == .forced, index > flow.entries.startIndex { return index }
      // The rest of the region is for the note that has begun.
      if hasBegun, rule == .allowed { return index }
      let (top, opening) = position(of: index, log: &log)
      let bottom = top + (opening?.size.height ?? 0) + flow.entries[index].height
      guard bottom <= limit + FlowRoom.tolerance else { return index }
      if !flow.entries[index].notes.isEmpty, !takesNotes(of: index, below: bottom) { return index }
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
    let notes = room.footnotes?.height(0, beginning: entry.notes) ?? 0
    return entry.height + repeatedHeight(of: entry) + notes <= room.next + FlowRoom.tolerance
  }

  /// Whether the region would hold the entry if it had no notes.
  func fitsAlone(_ index: Int) -> Bool {
    var unread = DiagnosticLog()
    let (top, opening) = position(of: index, log: &unread)
    let bottom = top + (opening?.size.height ?? 0) + flow.entries[index].height
    return bottom <= room.height + FlowRoom.tolerance
  }

  /// Finds room for the notes called in an entry that ends at `bottom`, and keeps it; false if there is none.
  ///
  /// A line goes with its notes. Only one that is longer than half a page, or that no other page would hold with its
  /// line either, is begun here and goes on in the next region.
  private mutating func takesNotes(of index: Int, below bottom: Points) -> Bool {
    guard let footnotes = room.footnotes else { return true }
    let notes = flow.entries[index].notes
    let room = self.room.height - bottom + FlowRoom.tolerance
    var height = footnotes.height(notesHeight, adding: notes)
    if height > room {
      let isFirst = self.room.mustAdvance && index == flow.entries.startIndex
      guard !hasBegun, isFirst || footnotes.height(0, adding: notes) > self.room.next / 2 else {
        return false
      }
      height = footnotes.height(notesHeight, beginning: notes)
      guard height <= room else { return false }
      hasBegun = true
    }
    notesHeight = height
    limit = self.room.height - height
    return true
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
      width: band.width, height: limit - top - head, next: room.next - repeatedHeight(of: entry),
      mustAdvance: room.mustAdvance && isFirst)
    guard let (part, rest) = divided(band, entry.notes, left, log: &log) else { return nil }
    var remainder = flow.entries[index...]
    if let rest {
      remainder[index].matter = .band(rest)
      remainder[index].height = rest.height
      remainder[index].breakBefore = .allowed
      remainder[index].opensTable = false
      remainder[index].overlay.items = []
      remainder[index].references = []
      remainder[index].notes = rest.notes
    } else {
      remainder = remainder.dropFirst()
    }
    var filling = filling(upTo: index, rest: remainder)
    if let opening { filling.frame.add(opening, x: 0, y: top) }
    filling.frame.add(entry.overlay, x: 0, y: top + head)
    filling.frame.add(part, x: 0, y: top + head)
    filling.frame.size.height = top + head + part.size.height
    filling.references += entry.references
    filling.notes += entry.notes(without: rest)
    filling.isMidBlock = true
    return filling
  }

  /// The largest part of a band that fits together with the notes called in it.
  private func divided(
    _ band: Band, _ notes: [Int], _ left: FlowRoom, log: inout DiagnosticLog
  ) -> (part: Frame, rest: Band?)? {
    guard let footnotes = room.footnotes, !notes.isEmpty else { return band.divided(left, log: &log) }
    for count in 0...notes.count {
      let reserve = footnotes.height(notesHeight, adding: Array(notes.prefix(count))) - notesHeight
      var own = DiagnosticLog()
      var less = left
      less.height -= reserve
      less.mustAdvance = false
      guard let (part, rest) = band.divided(less, log: &own) else { break }
      let called = notes.filter { rest?.notes.contains($0) != true }
      if footnotes.height(notesHeight, adding: called) - notesHeight <= reserve + FlowRoom.tolerance {
        log.append(contentsOf: own)
        return (part, rest)
      }
    }
    // A region that must take something lets the notes go on to the next one.
    return left.mustAdvance ? band.divided(left, log: &log) : nil
  }

  /// The region's frame with all entries before `end`.
  func filling(upTo end: Int, rest: ArraySlice<FlowEntry>?) -> FlowFilling {
    var frame = Frame(width: room.width, height: 0)
    var references: [Int] = []
    var notes: [Int] = []
    for (offset, index) in (flow.entries.startIndex..<end).enumerated() {
      var y = tops[offset]
      if let opening = openings[offset] {
        frame.add(opening, x: 0, y: y)
        y += opening.size.height
      }
      flow.entries[index].draw(in: &frame, x: 0, y: y)
      frame.size.height = y + flow.entries[index].height
      references += flow.entries[index].references
      if !flow.entries[index].notes.isEmpty { notes += flow.entries[index].notes }
    }
    guard let rest, !rest.isEmpty else {
      frame.size.height = min(frame.size.height + flow.trailingSpace, max(limit, frame.size.height))
      return FlowFilling(frame: frame, references: references, notes: notes)
    }
    let left = Flow(entries: rest, openings: flow.openings, trailingSpace: flow.trailingSpace)
    let isMidBlock = end > flow.entries.startIndex && rest.first?.block == flow.entries[end - 1].block
    return FlowFilling(
      frame: frame, rest: left, references: references, notes: notes, isMidBlock: isMidBlock)
  }
}

extension FlowEntry {
  /// The notes called in the part of it that is not in `rest`.
  fileprivate func notes(without rest: Band?) -> [Int] {
    guard !notes.isEmpty, let rest else { return notes }
    let left = rest.notes
    return notes.filter { !left.contains($0) }
  }
}

extension Diagnostic.Message {
  fileprivate static let keptMatterDivided = Diagnostic.Message(
    "layout.kept-matter-divided",
    arabic: "ما يجب أن يبقى معاً أطول من صفحة واحدة، فقُسم بين صفحتين.",
    english: "Matter that should stand together is taller than one page and was divided.")

  fileprivate static let headerNotRepeated = Diagnostic.Message(
    "layout.header-not-repeated",
    arabic: "رأس الجدول يأخذ أكثر من نصف الصفحة، فلم يُكرَّر في الصفحة التالية.",
    english: "The table's header takes more than half of the page and was not repeated on the next one.")
}

extension Diagnostic.Hint {
  /// For matter that takes too much of a page.
  static let makeLower = Diagnostic.Hint(
    arabic: "اختصر المحتوى أو صغّر مقاسه أو وسّع مساحة النص في الصفحة.",
    english: "Shorten or reduce it, or give the page a larger text area.")

  fileprivate static let keepLess = Diagnostic.Hint(
    arabic: "قلّل الأسطر المطلوب إبقاؤها معاً.", english: "Ask for fewer lines to be kept together.")
}
