/// Finds the isolating run sequences of a paragraph whose explicit levels are known (X10).
struct IsolatingRunSequences {
  /// One sequence: how many characters it has, and what stands around it.
  private struct Part {
    var count = 0
    /// The offset of the first character not yet placed, while characters are gathered.
    var next = 0
    var embedding: UInt8
    /// The level of the character before its first one.
    var before: UInt8
    /// The level of the character after its last one.
    var after: UInt8
    /// Its last character.
    var last = 0
  }

  private var parts: [Part] = []
  /// The sequence of each character; -1 for those that rule X9 removes.
  private var partOf: [Int32]
  private let base: UInt8
  private let original: [BidiClass]

  init(_ original: [BidiClass], levels: [UInt8], partners: [Int32], base: UInt8) {
    self.base = base
    self.original = original
    partOf = [Int32](repeating: -1, count: original.count)
    var previous = -1
    var current = -1
    for offset in original.indices where !original[offset].isRemoved {
      let level = levels[offset]
      if previous < 0 || levels[previous] != level {
        if current >= 0 { parts[current].after = level }
        if original[offset] == .popDirectionalIsolate, partners[offset] >= 0 {
          current = Int(partOf[Int(partners[offset])])
        } else {
          let before = previous < 0 ? base : levels[previous]
          parts.append(Part(embedding: level, before: before, after: base))
          current = parts.count - 1
        }
        parts[current].after = base
      }
      partOf[offset] = Int32(current)
      parts[current].count += 1
      parts[current].last = offset
      previous = offset
    }
  }

  /// Resolves each sequence and writes the levels of its characters.
  mutating func resolve(_ text: [UInt16], _ unresolved: [BidiClass], into levels: inout [UInt8]) {
    var total = 0
    for part in parts.indices {
      parts[part].next = total
      total += parts[part].count
    }
    var offsets = [Int32](repeating: 0, count: total)
    var classes = [BidiClass](repeating: .otherNeutral, count: total)
    for offset in partOf.indices where partOf[offset] >= 0 {
      let part = Int(partOf[offset])
      offsets[parts[part].next] = Int32(offset)
      classes[parts[part].next] = unresolved[offset]
      parts[part].next += 1
    }
    text.withUnsafeBufferPointer { text in
      unresolved.withUnsafeBufferPointer { unresolved in
        offsets.withUnsafeBufferPointer { offsets in
          classes.withUnsafeMutableBufferPointer { classes in
            levels.withUnsafeMutableBufferPointer { levels in
              for part in parts {
                let range = part.next - part.count..<part.next
                // A sequence that ends with an initiator is open to the paragraph's end.
                let after = original[part.last].isIsolateInitiator ? base : part.after
                let sequence = IsolatingRunSequence(
                  text: text, unresolved: unresolved, offsets: UnsafeBufferPointer(rebasing: offsets[range]),
                  classes: UnsafeMutableBufferPointer(rebasing: classes[range]), embedding: part.embedding,
                  start: BidiClass.direction(of: max(part.embedding, part.before)),
                  end: BidiClass.direction(of: max(part.embedding, after)))
                sequence.resolve(into: levels)
              }
            }
          }
        }
      }
    }
  }
}
