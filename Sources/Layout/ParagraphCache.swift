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
    var young: [[TextPiece]: KeptParagraph] = [:]
    var old: [[TextPiece]: KeptParagraph] = [:]
  }

  fileprivate static let capacity = 256
  private let generations = Mutex(Generations())
  private let shaper: ParagraphShaper

  init(shaper: ParagraphShaper) { self.shaper = shaper }

  /// The shaped paragraph, made now if it isn't kept.
  func shape(_ pieces: [TextPiece], log: inout DiagnosticLog) -> KeptParagraph {
    // Values of a record are met once; keeping them would only push out what returns.
    guard pieces.allSatisfy(\.isOfTemplate) else { return KeptParagraph(shaper.shape(pieces, log: &log)) }
    if let kept = generations.withLock({ $0.paragraph(pieces) }) { return kept }
    var own = DiagnosticLog()
    let shaped = KeptParagraph(shaper.shape(pieces, log: &own))
    // What is wrong with a paragraph must be said each time it is met.
    guard own.diagnostics.isEmpty else {
      log.append(contentsOf: own)
      return shaped
    }
    generations.withLock { $0.keep(shaped, as: pieces) }
    return shaped
  }
}

extension ParagraphCache.Generations {
  fileprivate mutating func paragraph(_ pieces: [TextPiece]) -> KeptParagraph? {
    if let paragraph = young[pieces] { return paragraph }
    guard let paragraph = old[pieces] else { return nil }
    keep(paragraph, as: pieces)
    return paragraph
  }

  fileprivate mutating func keep(_ paragraph: KeptParagraph, as pieces: [TextPiece]) {
    if young.count >= ParagraphCache.capacity {
      old = young
      young = [:]
    }
    young[pieces] = paragraph
  }
}

extension TextPiece {
  /// Whether it stands in a template rather than in a record.
  fileprivate var isOfTemplate: Bool {
    if case .run(let run) = self, case .cell = run.origin { false } else { true }
  }
}
