import Diagnostics
import Synchronization
import Text

/// Keeps the shaped form of paragraphs that return from letter to letter: letterheads, labels, formulas.
///
/// It holds two generations of bounded size. When the younger one is full it becomes the older, whose
/// paragraphs are forgotten unless they were met again since; so memory stays flat, and what returns in
/// every letter stays. What is kept never changes a result.
final class ParagraphCache: Sendable {
  fileprivate struct Generations {
    var young: [ParagraphKey: KeptParagraph] = [:]
    var old: [ParagraphKey: KeptParagraph] = [:]
  }

  fileprivate static let capacity = 256
  private let generations = Mutex(Generations())
  private let shaper: ParagraphShaper

  init(shaper: ParagraphShaper) { self.shaper = shaper }

  /// The shaped paragraph, made now if it isn't kept.
  func shape(_ pieces: [TextPiece], log: inout DiagnosticLog) -> KeptParagraph {
    // Values of a record are met once; keeping them would only push out what returns.
    guard pieces.allSatisfy(\.isOfTemplate) else {
      return KeptParagraph(shaper.shape(pieces, log: &log), returns: false)
    }
    let key = ParagraphKey(pieces)
    if let kept = generations.withLock({ $0.paragraph(key) }) { return kept }
    var own = DiagnosticLog()
    let shaped = KeptParagraph(shaper.shape(pieces, log: &own), returns: true)
    // What is wrong with a paragraph must be said each time it is met.
    guard own.diagnostics.isEmpty else {
      log.append(contentsOf: own)
      return shaped
    }
    generations.withLock { $0.keep(shaped, as: key) }
    return shaped
  }
}

extension ParagraphCache.Generations {
  fileprivate mutating func paragraph(_ key: ParagraphKey) -> KeptParagraph? {
    if let paragraph = young[key] { return paragraph }
    guard let paragraph = old[key] else { return nil }
    keep(paragraph, as: key)
    return paragraph
  }

  fileprivate mutating func keep(_ paragraph: KeptParagraph, as key: ParagraphKey) {
    if young.count >= ParagraphCache.capacity {
      old = young
      young = [:]
    }
    young[key] = paragraph
  }
}

/// The pieces of a paragraph, hashed once for all look-ups.
private struct ParagraphKey: Hashable {
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

extension TextPiece {
  /// Whether it stands in a template rather than in a record.
  fileprivate var isOfTemplate: Bool {
    if case .run(let run) = self, case .cell = run.origin { false } else { true }
  }
}
