import Fonts
import Synchronization

/// A stretch of text of one font, direction and script, shaped; immutable and shared.
final class ShapedWord: Sendable {
  /// The glyphs in visual order; clusters count from the word's start.
  let glyphs: [Glyph]
  /// The sum of their advances, in the font's design units.
  let advance: Int

  init(_ glyphs: [Glyph]) {
    self.glyphs = glyphs
    advance = glyphs.reduce(0) { $0 + Int($1.advance) }
  }
}

/// Words shaped before: letters of one template say the same words.
///
/// Bounded: each shard keeps a young and an old generation, and forgets the old one when the young
/// one is full. Long numbers don't enter, for they seldom return.
final class ShapedWordCache: Sendable {
  /// What a word's shape depends on.
  struct Key {
    var font: Font
    var direction: TextDirection
    var script: UInt32
    var hash: UInt64

    init(font: Font, direction: TextDirection, script: UInt32, text: UnsafeBufferPointer<UInt16>) {
      self.font = font
      self.direction = direction
      self.script = script
      // FNV-1a: one multiplication a unit, and the dictionary hashes it again.
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      func add(_ value: UInt64) { hash = (hash ^ value) &* 0x100_0000_01B3 }
      add(UInt64(UInt(bitPattern: ObjectIdentifier(font))))
      add(UInt64(script) << 1 | (direction == .rightToLeft ? 1 : 0))
      for unit in text { add(UInt64(unit)) }
      self.hash = hash
    }
  }

  private struct Entry {
    var key: Key
    var text: [UInt16]
    var word: ShapedWord

    func matches(_ other: Key, _ text: UnsafeBufferPointer<UInt16>) -> Bool {
      key.font === other.font && key.direction == other.direction && key.script == other.script
        && self.text.count == text.count && text.indices.allSatisfy { self.text[$0] == text[$0] }
    }
  }

  private final class Shard: Sendable {
    let generations = Mutex<(young: [UInt64: Entry], old: [UInt64: Entry])>(([:], [:]))
  }

  private static let generationLimit = 1024
  private let shards = (0..<16).map { _ in Shard() }

  /// The word, if it was kept.
  func word(_ key: Key, _ text: UnsafeBufferPointer<UInt16>) -> ShapedWord? {
    shard(key).generations.withLock { generations in
      if let entry = generations.young[key.hash] { return entry.matches(key, text) ? entry.word : nil }
      guard let entry = generations.old[key.hash], entry.matches(key, text) else { return nil }
      Self.keep(entry, in: &generations)
      return entry.word
    }
  }

  /// Keeps a word.
  func insert(_ word: ShapedWord, _ key: Key, _ text: UnsafeBufferPointer<UInt16>) {
    let entry = Entry(key: key, text: Array(text), word: word)
    shard(key).generations.withLock { Self.keep(entry, in: &$0) }
  }

  private static func keep(
    _ entry: Entry, in generations: inout (young: [UInt64: Entry], old: [UInt64: Entry])
  ) {
    if generations.young.count >= generationLimit {
      generations.old = generations.young
      generations.young = [:]
    }
    generations.young[entry.key.hash] = entry
  }

  private func shard(_ key: Key) -> Shard { shards[Int(key.hash >> 60)] }
}
