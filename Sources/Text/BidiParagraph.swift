/// One paragraph on its way through the bidirectional algorithm (UAX #9).
struct BidiParagraph {
  /// The deepest embedding that counts (BD2).
  private static let maximumDepth: UInt8 = 125

  private let text: [UInt16]
  /// The classes as the characters have them.
  private let original: [BidiClass]
  /// Which classes there are.
  private let present: BidiClass.Members
  /// The classes after overrides (X4 to X6a).
  private var classes: [BidiClass]
  private(set) var levels: [UInt8]
  private(set) var base: UInt8 = 0
  /// For each isolate initiator the offset of its PDI, and the other way round; -1 without one (BD9).
  ///
  /// Empty where nothing isolates or embeds.
  private var partners: [Int32] = []

  private struct Status {
    var level: UInt8
    var override: BidiClass?
    var isIsolate: Bool
  }

  init(_ text: [UInt16], _ classes: [BidiClass], base: BidiLevels.Base) {
    self.text = text
    original = classes
    self.classes = classes
    levels = []
    present = classes.withUnsafeBufferPointer { BidiClass.Members($0) }
    if !isPlain { partners = Self.partners(of: classes) }
    switch base {
    case .leftToRight: self.base = 0
    case .rightToLeft: self.base = 1
    case .firstStrong: self.base = firstStrongLevel(from: 0) ?? 0
    }
    levels = [UInt8](repeating: self.base, count: classes.count)
  }

  /// Whether nothing in it isolates, embeds or is removed: all of it is one sequence.
  private var isPlain: Bool { !present.hasAny(of: .explicit) }

  /// Runs rules X1 to L1.
  mutating func resolve() {
    // Text that runs from right to left throughout, white space too, stands on its paragraph's level.
    if base == 1, isPlain, !present.hasAny(of: .rising) { return }
    if !isPlain { resolveExplicitLevels() }
    var sequences = IsolatingRunSequences(original, levels: levels, partners: partners, base: base)
    sequences.resolve(text, classes, into: &levels)
    resetWhiteSpace()
  }

  private static func partners(of classes: [BidiClass]) -> [Int32] {
    var partners = [Int32](repeating: -1, count: classes.count)
    var open: [Int] = []
    for at in 0..<classes.count {
      if classes[at].isIsolateInitiator {
        open.append(at)
      } else if classes[at] == .popDirectionalIsolate, let initiator = open.popLast() {
        partners[initiator] = Int32(at)
        partners[at] = Int32(initiator)
      }
    }
    return partners
  }

  /// The level of the first strong character, isolates skipped, up to the end or a closing PDI (P2, P3).
  private func firstStrongLevel(from start: Int) -> UInt8? {
    var at = start
    while at < original.count {
      switch original[at] {
      case .leftToRight: return 0
      case .rightToLeft, .arabicLetter: return 1
      case .firstStrongIsolate, .leftToRightIsolate, .rightToLeftIsolate:
        guard partners[at] >= 0 else { return nil }
        at = Int(partners[at])
      case .popDirectionalIsolate where partners[at] >= 0 && partners[at] < start: return nil
      default: break
      }
      at += 1
    }
    return nil
  }

  /// Explicit levels and directions (X1 to X8).
  private mutating func resolveExplicitLevels() {
    var stack = [Status(level: base, override: nil, isIsolate: false)]
    var (overflowIsolates, overflowEmbeddings, validIsolates) = (0, 0, 0)
    for at in classes.indices {
      let top = stack[stack.count - 1]
      levels[at] = top.level
      switch original[at] {
      case .rightToLeftEmbedding, .leftToRightEmbedding, .rightToLeftOverride, .leftToRightOverride:
        let level = Self.next(top.level, isRightToLeft: Self.isRightToLeft(original[at]))
        if level <= Self.maximumDepth, overflowIsolates == 0, overflowEmbeddings == 0 {
          stack.append(Status(level: level, override: Self.override(original[at]), isIsolate: false))
        } else if overflowIsolates == 0 {
          overflowEmbeddings += 1
        }
      case .firstStrongIsolate, .leftToRightIsolate, .rightToLeftIsolate:
        if let override = top.override { classes[at] = override }
        let isRightToLeft =
          original[at] == .firstStrongIsolate
          ? firstStrongLevel(from: at + 1) == 1 : original[at] == .rightToLeftIsolate
        let level = Self.next(top.level, isRightToLeft: isRightToLeft)
        if level <= Self.maximumDepth, overflowIsolates == 0, overflowEmbeddings == 0 {
          validIsolates += 1
          stack.append(Status(level: level, override: nil, isIsolate: true))
        } else {
          overflowIsolates += 1
        }
      case .popDirectionalIsolate:
        if overflowIsolates > 0 {
          overflowIsolates -= 1
        } else if validIsolates > 0 {
          overflowEmbeddings = 0
          while let last = stack.popLast(), !last.isIsolate {}
          validIsolates -= 1
        }
        let top = stack[stack.count - 1]
        levels[at] = top.level
        if let override = top.override { classes[at] = override }
      case .popDirectionalFormat:
        if overflowIsolates > 0 { break }
        if overflowEmbeddings > 0 {
          overflowEmbeddings -= 1
        } else if !top.isIsolate, stack.count >= 2 {
          stack.removeLast()
        }
      case .paragraphSeparator: levels[at] = base
      case .boundaryNeutral: break
      default: if let override = top.override { classes[at] = override }
      }
    }
  }

  private static func next(_ level: UInt8, isRightToLeft: Bool) -> UInt8 {
    isRightToLeft ? (level + 1) | 1 : (level + 2) & ~1
  }

  private static func isRightToLeft(_ bidiClass: BidiClass) -> Bool {
    bidiClass == .rightToLeftEmbedding || bidiClass == .rightToLeftOverride
  }

  private static func override(_ bidiClass: BidiClass) -> BidiClass? {
    switch bidiClass {
    case .leftToRightOverride: .leftToRight
    case .rightToLeftOverride: .rightToLeft
    default: nil
    }
  }

  /// Separators, and the white space before them and at the end, fall to the paragraph's level (L1).
  private mutating func resetWhiteSpace() {
    var isTrailing = true
    for at in original.indices.reversed() {
      switch original[at] {
      case .paragraphSeparator, .segmentSeparator: isTrailing = true
      case .whiteSpace, .firstStrongIsolate, .leftToRightIsolate, .rightToLeftIsolate, .popDirectionalIsolate:
        break
      default: if !original[at].isRemoved { isTrailing = false }
      }
      if isTrailing { levels[at] = base }
    }
  }
}
