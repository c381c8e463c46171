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
/// one is full.
final class ShapedWordCache: Sendable {
  /// What a word's shape depends on.
  ///
  /// A font is known by its identity, so that comparing keys counts no references; entries keep it.
  struct Key {
    var font: ObjectIdentifier
    var direction: TextDirection
    var script: UInt32
    var hash: UInt64

    init(font: Font, direction: TextDirection, script: UInt32, text: [UInt16], range: Range<Int>) {
      self.font = ObjectIdentifier(font)
      self.direction = direction
      self.script = script
      // FNV-1a: one multiplication a unit.
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      func add(_ value: UInt64) { hash = (hash ^ value) &* 0x100_0000_01B3 }
      add(UInt64(UInt(bitPattern: self.font)))
      add(UInt64(script) << 1 | (direction == .rightToLeft ? 1 : 0))
      for at in range { add(UInt64(text[at])) }
      self.hash = hash ^ hash >> 32
    }
  }

  private struct Entry {
    var key: Key
    var font: Font
    var text: [UInt16]
    var word: ShapedWord
  }

  /// Words by the hashes of their keys: open addressing, for a dictionary would hash the hash again.
  private struct Generation {
    var entries: [Entry] = []
    /// One more than the entry's index, or 0 for an empty place; at least half are empty.
    var places: [Int32] = []

    func index(_ key: Key, _ text: [UInt16], _ range: Range<Int>) -> Int? {
      guard !places.isEmpty else { return nil }
      let mask = places.count - 1
      var at = Int(truncatingIfNeeded: key.hash) & mask
      while places[at] > 0 {
        let index = Int(places[at]) - 1
        if entries[index].key.hash == key.hash, matches(index, key, text, range) { return index }
        at = (at + 1) & mask
      }
      return nil
    }

    private func matches(_ index: Int, _ key: Key, _ text: [UInt16], _ range: Range<Int>) -> Bool {
      guard entries[index].key.font == key.font, entries[index].key.direction == key.direction,
        entries[index].key.script == key.script, entries[index].text.count == range.count
      else { return false }
      for at in 0..<range.count where entries[index].text[at] != text[range.lowerBound + at] { return false }
      return true
    }

    mutating func add(_ entry: Entry, limit: Int) {
      if places.isEmpty {
        var count = 2
        while count < 2 * limit { count *= 2 }
        places = [Int32](repeating: 0, count: count)
      }
      let mask = places.count - 1
      var at = Int(truncatingIfNeeded: entry.key.hash) & mask
      while places[at] > 0 { at = (at + 1) & mask }
      entries.append(entry)
      places[at] = Int32(entries.count)
    }
  }

  private final class Shard: Sendable {
    let generations = Mutex((young: Generation(), old: Generation()))
  }

  private let limit: Int
  private let shards = (0..<16).map { _ in Shard() }

  /// A cache of at most 32 times `limit` words.
  init(limit: Int) { self.limit = limit }

  /// The word, if it was kept.
  func word(_ key: Key, _ text: [UInt16], _ range: Range<Int>) -> ShapedWord? {
    shard(key).generations.withLock { generations in
      if let index = generations.young.index(key, text, range) {
        return generations.young.entries[index].word
      }
      guard let index = generations.old.index(key, text, range) else { return nil }
      let entry = generations.old.entries[index]
      keep(entry, in: &generations)
      return entry.word
    }
  }

  /// Keeps a word.
  func insert(_ word: ShapedWord, _ key: Key, of font: Font, _ text: [UInt16], _ range: Range<Int>) {
    let entry = Entry(key: key, font: font, text: Array(text[range]), word: word)
    shard(key).generations.withLock { keep(entry, in: &$0) }
  }

  private func keep(_ entry: Entry, in generations: inout (young: Generation, old: Generation)) {
    if generations.young.entries.count >= limit {
      generations.old = generations.young
      generations.young = Generation()
    }
    generations.young.add(entry, limit: limit)
  }

  private func shard(_ key: Key) -> Shard { shards[Int(key.hash >> 60)] }
}
