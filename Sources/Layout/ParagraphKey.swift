import Text

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
