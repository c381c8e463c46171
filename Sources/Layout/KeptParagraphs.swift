/// What is kept of paragraphs, in two generations of bounded size.
///
/// When the younger one is full it becomes the older, whose entries are forgotten unless they were met again since; so
/// memory stays flat, and what returns in every letter stays.
struct KeptParagraphs<Key: Hashable, Kept> {
  private let limit: Int
  private var young: [Key: Kept] = [:]
  private var old: [Key: Kept] = [:]

  /// A store of at most twice `limit` entries.
  init(limit: Int) { self.limit = limit }

  /// What was kept of a paragraph.
  mutating func kept(_ key: Key) -> Kept? {
    if let kept = young[key] { return kept }
    guard let kept = old[key] else { return nil }
    keep(kept, as: key)
    return kept
  }

  /// Keeps something of a paragraph.
  mutating func keep(_ kept: Kept, as key: Key) {
    if young.count >= limit {
      old = young
      young = [:]
    }
    young[key] = kept
  }
}
