import Text

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
  mutating func paragraph(_ key: Key) -> Kept? {
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

/// The pieces of a paragraph, hashed once for all look-ups.
struct ParagraphKey: Hashable {
  private let pieces: [TextPiece]
  private let digest: Int

  init(_ pieces: [TextPiece]) {
    self.pieces = pieces
    var hasher = Hasher()
    for piece in pieces { hasher.combine(piece) }
    digest = hasher.finalize()
  }

  static func == (a: ParagraphKey, b: ParagraphKey) -> Bool { a.digest == b.digest && a.pieces == b.pieces }
  func hash(into hasher: inout Hasher) { hasher.combine(digest) }
}
