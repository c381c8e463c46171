import Content
import Diagnostics
import Fonts
import Geometry
import Text

/// The widths of the regions a paragraph's lines stand in.
struct LineMeasures {
  /// The width of the region of its first lines.
  var width: Points
  /// The lines that stand in an earlier region of another width.
  var earlier: (lines: Int, width: Points)?

  func width(ofLine index: Int) -> Points {
    if let earlier, index < earlier.lines { earlier.width } else { width }
  }
}

extension FlowComposer {
  /// Adds the lines of a paragraph, one entry each; those of an earlier region are left out.
  mutating func add(_ paragraph: PreparedParagraph, measures: LineMeasures, to builder: inout FlowBuilder) {
    let style = paragraph.style
    let lines = paragraph.lines(measures)
    if lines.contains(where: \.overflows) {
      log.warning(.textTooWide, at: paragraph.origin, hints: [.shortenWord])
    }
    let skipped = measures.earlier?.lines ?? 0
    let announces = paragraph.text.shaped.announces
    if announces { builder.beginAnnouncement() }
    if skipped == 0 { builder.wantSpace(style.spaceBefore) }
    for index in skipped..<max(lines.count, skipped) {
      let frame = LineBox(lines[index], style).frame(
        width: measures.width, left: style.endIndent, mark: paragraph.mark,
        recurrence: paragraph.text.recurrence,
        origin: paragraph.textOrigin)
      var entry = FlowEntry(matter: .frame(frame), height: frame.size.height)
      entry.isLine = true
      entry.line = index
      entry.origin = paragraph.origin
      if index == skipped { entry.references = paragraph.references }
      if !paragraph.calls.isEmpty { entry.notes = paragraph.notes(calledIn: lines[index]) }
      let isKept = style.keepsTogether || index < style.orphans || lines.count - index < style.widows
      if isKept, index > skipped { entry.breakBefore = .avoidedInParagraph }
      builder.append(entry)
    }
    if lines.isEmpty, skipped == 0 { builder.append(.blankLine(style, width: measures.width)) }
    builder.wantSpace(style.spaceAfter)
    if style.keepsWithNext { builder.keepWithNext() } else if announces { builder.announceNext() }
  }

  /// Adds the items of a list, each with its marker hung at the right of its first line.
  mutating func add(
    _ list: PreparedList, width: Points, to builder: inout FlowBuilder, isInner: Bool
  ) {
    let inner = max(width - list.indent, 1)
    for item in list.items {
      let first = builder.count
      for (index, block) in item.blocks.enumerated() {
        // What an item says of a list in it isn't parted from it.
        if index > 0, case .list = block { builder.keepWithNext() }
        add(block, width: inner, to: &builder, isInner: isInner)
      }
      if builder.count == first {
        let line = item.marker.frame.size.height
        let frame = Frame(width: width, height: line, baseline: item.marker.frame.baseline)
        builder.append(FlowEntry(matter: .frame(frame), height: line))
      }
      builder.addMarker(item.marker, at: first, x: inner + item.marker.gap)
    }
  }
}

extension PreparedParagraph {
  /// The notes whose numbers stand in a line.
  fileprivate func notes(calledIn line: Line) -> [Int] {
    calls.filter { call in line.runs.contains { $0.run.link == call.link } }.map(\.note)
  }

  /// Its lines, set in from both sides as its style says.
  fileprivate func lines(_ measures: LineMeasures) -> [Line] {
    let around = style.startIndent + style.endIndent
    func measure(_ index: Int) -> Points {
      max(measures.width(ofLine: index) - around - (index == 0 ? style.firstLineIndent : 0), 1)
    }
    guard measures.earlier == nil else {
      return text.shaped.lines(alignment: style.alignment, measure: measure)
    }
    return text.lines(
      KeptParagraph.Measure(alignment: style.alignment, firstLine: measure(0), otherLines: measure(1)))
  }
}

extension FlowEntry {
  /// The line of a paragraph without words.
  fileprivate static func blankLine(_ style: ParagraphStyle, width: Points) -> FlowEntry {
    let height = style.size * style.leading
    let frame = Frame(width: width, height: height, baseline: height * LineBox.baselineShare)
    return FlowEntry(matter: .frame(frame), height: height)
  }
}

extension Diagnostic.Message {
  fileprivate static let textTooWide = Diagnostic.Message(
    "layout.text-too-wide",
    arabic: "نص لا يقبل القسمة أعرض من المساحة المخصصة له.",
    english: "Text that can't be divided is wider than the room it has.")
}

extension Diagnostic.Hint {
  fileprivate static let shortenWord = Diagnostic.Hint(
    arabic: "اختصر النص أو وسّع العمود أو صغّر الخط.",
    english: "Shorten the text, widen its column or make its type smaller.")
}
