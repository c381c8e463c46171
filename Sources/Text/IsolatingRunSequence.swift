/// Level runs that isolates join across (BD13), on which weak and neutral classes are resolved.
///
/// A view of a paragraph's own arrays, good for as long as they are borrowed.
struct IsolatingRunSequence {
  /// The paragraph's characters.
  let text: UnsafeBufferPointer<UInt16>
  /// The classes of the paragraph's characters after overrides.
  let unresolved: UnsafeBufferPointer<BidiClass>
  /// The characters of the sequence, by their offsets in the paragraph.
  let offsets: UnsafeBufferPointer<Int32>
  /// Their classes, as far as they are resolved.
  let classes: UnsafeMutableBufferPointer<BidiClass>
  /// The level all of them stand on.
  let embedding: UInt8
  /// The directions at the sequence's start and end.
  let start: BidiClass
  let end: BidiClass

  /// Resolves weak classes, brackets and neutrals (W1 to N2), and writes the level of each character.
  func resolve(into levels: UnsafeMutableBufferPointer<UInt8>) {
    let present = BidiClass.Members(classes)
    if isUniform(present) {
      for offset in offsets { levels[Int(offset)] = embedding }
      return
    }
    resolveMarksAndArabicNumbers()
    if present.hasAny(of: .separators) { resolveSeparators() }
    resolveTerminatorsAndEuropeanNumbers()
    if present.contains(.otherNeutral) { resolveBrackets() }
    resolveNeutrals()
    for at in classes.indices { levels[Int(offsets[at])] = level(at) }
  }

  /// Whether all characters stand on the embedding level, as in most Arabic text and most identifiers.
  ///
  /// The strong ones run as it does, and all others take their direction, or the embedding's.
  private func isUniform(_ present: BidiClass.Members) -> Bool {
    if embedding & 1 == 1 {
      return !present.hasAny(of: .rising) && (start == .rightToLeft || !present.contains(.nonspacingMark))
    }
    // European numbers after a left-to-right start become part of its text (W7).
    return start == .leftToRight && end == .leftToRight && !present.hasAny(of: .rightToLeft)
  }

  /// The level of the character at `index` of the sequence (I1, I2).
  private func level(_ index: Int) -> UInt8 {
    switch classes[index] {
    case .leftToRight: embedding + (embedding & 1)
    case .rightToLeft: embedding + (embedding & 1 ^ 1)
    default: embedding + (embedding & 1 == 1 ? 1 : 2)
    }
  }

  private func resolveMarksAndArabicNumbers() {
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
  private func resolveSeparators() {
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
  private func resolveTerminatorsAndEuropeanNumbers() {
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
  private func resolveBrackets() {
    let embedded = BidiClass.direction(of: embedding)
    for (open, close) in BracketPairs.find(text, offsets, classes) {
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
        while mark < classes.count, unresolved[Int(offsets[mark])] == .nonspacingMark {
          classes[mark] = direction
          mark += 1
        }
      }
    }
  }

  /// Neutrals between two of a direction take it, others the embedding's (N1, N2).
  private func resolveNeutrals() {
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
