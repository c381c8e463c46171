/// Level runs that isolates join across (BD13), on which weak and neutral classes are resolved.
struct IsolatingRunSequence {
  /// The characters of the sequence, by their offsets.
  private(set) var offsets: [Int32] = []
  /// The classes, as far as they are resolved.
  private(set) var classes: [BidiClass] = []
  private let paragraph: BidiParagraph
  private let embedding: UInt8
  /// The directions at the sequence's start and end.
  private let start: BidiClass
  private let end: BidiClass

  /// The sequences of a paragraph, its explicit levels being known (X10).
  static func all(of paragraph: BidiParagraph) -> [IsolatingRunSequence] {
    if paragraph.isPlain { return [IsolatingRunSequence(whole: paragraph)] }
    var kept: [Int] = []
    var runs: [Range<Int>] = []
    var runOf = [Int32](repeating: -1, count: paragraph.original.count)
    for offset in 0..<paragraph.original.count where !paragraph.original[offset].isRemoved {
      if let last = kept.last, paragraph.levels[last] == paragraph.levels[offset] {
        runs[runs.count - 1] = runs[runs.count - 1].lowerBound..<kept.count + 1
      } else {
        runs.append(kept.count..<kept.count + 1)
      }
      kept.append(offset)
      runOf[offset] = Int32(runs.count - 1)
    }
    var sequences: [IsolatingRunSequence] = []
    for run in runs {
      let first = kept[run.lowerBound]
      if paragraph.original[first] == .popDirectionalIsolate, paragraph.partners[first] >= 0 { continue }
      var members = [run]
      var last = kept[run.upperBound - 1]
      while paragraph.original[last].isIsolateInitiator, paragraph.partners[last] >= 0 {
        let next = runs[Int(runOf[Int(paragraph.partners[last])])]
        members.append(next)
        last = kept[next.upperBound - 1]
      }
      sequences.append(IsolatingRunSequence(paragraph, kept, members))
    }
    return sequences
  }

  private init(whole paragraph: BidiParagraph) {
    self.paragraph = paragraph
    offsets = (0..<Int32(paragraph.classes.count)).map(\.self)
    classes = paragraph.classes
    embedding = paragraph.base
    start = BidiClass.direction(of: embedding)
    end = start
  }

  private init(_ paragraph: BidiParagraph, _ kept: [Int], _ runs: [Range<Int>]) {
    self.paragraph = paragraph
    for run in runs {
      for at in run {
        offsets.append(Int32(kept[at]))
        classes.append(paragraph.classes[kept[at]])
      }
    }
    let (first, last) = (runs[0].lowerBound, runs[runs.count - 1].upperBound - 1)
    embedding = paragraph.levels[kept[first]]
    let before = first > 0 ? paragraph.levels[kept[first - 1]] : paragraph.base
    let isOpen = paragraph.original[kept[last]].isIsolateInitiator
    let after = last + 1 < kept.count && !isOpen ? paragraph.levels[kept[last + 1]] : paragraph.base
    start = BidiClass.direction(of: max(embedding, before))
    end = BidiClass.direction(of: max(embedding, after))
  }

  /// Resolves weak classes, brackets and neutrals (W1 to N2).
  mutating func resolve() {
    resolveMarksAndArabicNumbers()
    resolveSeparators()
    resolveTerminatorsAndEuropeanNumbers()
    resolveBrackets()
    resolveNeutrals()
  }

  /// The level of the character at `index` of the sequence (I1, I2).
  func level(_ index: Int) -> UInt8 {
    switch classes[index] {
    case .leftToRight: embedding + (embedding & 1)
    case .rightToLeft: embedding + (embedding & 1 ^ 1)
    default: embedding + (embedding & 1 == 1 ? 1 : 2)
    }
  }

  private mutating func resolveMarksAndArabicNumbers() {
    var (previous, strong) = (start, start)
    for at in classes.indices {
      if classes[at] == .nonspacingMark {
        let isAfterIsolate = previous.isIsolateInitiator || previous == .popDirectionalIsolate
        classes[at] = isAfterIsolate ? .otherNeutral : previous
      }
      previous = classes[at]
      switch classes[at] {
      case .leftToRight, .rightToLeft, .arabicLetter: strong = classes[at]
      case .europeanNumber where strong == .arabicLetter: classes[at] = .arabicNumber
      default: break
      }
    }
    // W3, once no number asks for Arabic letters any more.
    for at in classes.indices where classes[at] == .arabicLetter { classes[at] = .rightToLeft }
  }

  /// A single separator between two numbers of a kind joins them (W4).
  private mutating func resolveSeparators() {
    guard classes.count > 2 else { return }
    for at in 1..<classes.count - 1 {
      let (before, after) = (classes[at - 1], classes[at + 1])
      guard before == after else { continue }
      if classes[at] == .europeanSeparator, before == .europeanNumber { classes[at] = .europeanNumber }
      if classes[at] == .commonSeparator, before == .europeanNumber || before == .arabicNumber {
        classes[at] = before
      }
    }
  }

  /// Terminators beside European numbers join them; other signs become neutral; numbers in
  /// left-to-right text become part of it (W5 to W7).
  private mutating func resolveTerminatorsAndEuropeanNumbers() {
    var at = 0
    while at < classes.count {
      guard classes[at] == .europeanTerminator else {
        at += 1
        continue
      }
      var end = at
      while end < classes.count, classes[end] == .europeanTerminator { end += 1 }
      let isBesideNumber =
        at > 0 && classes[at - 1] == .europeanNumber || end < classes.count && classes[end] == .europeanNumber
      for terminator in at..<end { classes[terminator] = isBesideNumber ? .europeanNumber : .otherNeutral }
      at = end
    }
    var strong = start
    for at in classes.indices {
      switch classes[at] {
      case .europeanSeparator, .commonSeparator: classes[at] = .otherNeutral
      case .leftToRight, .rightToLeft: strong = classes[at]
      case .europeanNumber where strong == .leftToRight: classes[at] = .leftToRight
      default: break
      }
    }
  }

  /// Brackets of a pair take one direction, that of what they hold if it is the embedding's (N0).
  private mutating func resolveBrackets() {
    let embedded = BidiClass.direction(of: embedding)
    for (open, close) in BracketPairs.find(paragraph.text, offsets, classes) {
      var hasOther = false
      var direction: BidiClass?
      for at in open + 1..<close {
        guard let strong = classes[at].strong else { continue }
        if strong == embedded {
          direction = embedded
          break
        }
        hasOther = true
      }
      if direction == nil, hasOther {
        let before = classes[..<open].last { $0.strong != nil }?.strong ?? start
        direction = before == embedded ? embedded : before
      }
      guard let direction else { continue }
      for bracket in [open, close] {
        classes[bracket] = direction
        // Marks on a bracket go with it.
        var mark = bracket + 1
        while mark < classes.count, paragraph.classes[Int(offsets[mark])] == .nonspacingMark {
          classes[mark] = direction
          mark += 1
        }
      }
    }
  }

  /// Neutrals between two of a direction take it, others the embedding's (N1, N2).
  private mutating func resolveNeutrals() {
    var at = 0
    while at < classes.count {
      guard classes[at].isNeutralOrIsolate else {
        at += 1
        continue
      }
      var end = at
      while end < classes.count, classes[end].isNeutralOrIsolate { end += 1 }
      let before = at > 0 ? classes[at - 1].strong ?? start : start
      let after = end < classes.count ? classes[end].strong ?? self.end : self.end
      let direction = before == after ? before : BidiClass.direction(of: embedding)
      for neutral in at..<end { classes[neutral] = direction }
      at = end
    }
  }
}
