import Diagnostics
import Synchronization
import Text

/// Keeps the shaped form of paragraphs that return: letterheads, labels and formulas from letter to letter, values of
/// the records, such as states and kinds, from row to row of their tables.
///
/// What is kept never changes a result.
final class ParagraphCache: Sendable {
  private let ofTemplate = Mutex(KeptParagraphs<ParagraphKey, KeptParagraph>(limit: 256))
  private let ofRecords = Mutex(KnownValues())
  private let shaper: ParagraphShaper

  init(shaper: ParagraphShaper) { self.shaper = shaper }

  /// The shaped paragraph, made now if it isn't kept.
  ///
  /// The runs of one that is a value alone don't say where its words came from (``TextLine/origin``): it stands for
  /// all cells that say the same.
  func shape(_ pieces: [TextPiece], log: inout DiagnosticLog) -> KeptParagraph {
    if pieces.allSatisfy(\.isOfTemplate) {
      let key = ParagraphKey(pieces)
      if let kept = ofTemplate.withLock({ $0.kept(key) }) { return kept }
      var own = DiagnosticLog()
      let made = KeptParagraph(shaper.shape(pieces, log: &own), returns: true)
      // What is wrong with a paragraph must be said each time it is met.
      if own.diagnostics.isEmpty { ofTemplate.withLock { $0.keep(made, as: key) } }
      log.append(contentsOf: own)
      return made
    }
    // Sentences with values in them are met once; keeping them would only push out what returns.
    if let value = LoneValue(pieces), let paragraph = shape(value, pieces) { return paragraph }
    return KeptParagraph(shaper.shape(pieces, log: &log), returns: false)
  }

  /// The paragraph of a value; `nil` if anything is wrong with it, for which its place must be known.
  private func shape(_ value: LoneValue, _ pieces: [TextPiece]) -> KeptParagraph? {
    let met = ofRecords.withLock { $0.meet(value) }
    if let kept = met.kept { return kept }
    let shaped: ShapedParagraph
    if let form = met.form {
      shaped = form.paragraph(saying: value.key.text)
    } else {
      var unplaced = DiagnosticLog()
      shaped = shaper.shape(pieces.unplaced, log: &unplaced)
      guard unplaced.diagnostics.isEmpty else { return nil }
    }
    let paragraph = KeptParagraph(shaped, returns: met.returns)
    if met.returns { ofRecords.withLock { $0.keep(paragraph, as: value.key) } }
    if met.formReturns, let key = value.form {
      let form = shaper.form(of: shaped, saying: value.key.text)
      ofRecords.withLock { $0.keep(form, as: key) }
    }
    return paragraph
  }
}

extension TextPiece {
  /// Whether it stands in a template rather than in a record.
  fileprivate var isOfTemplate: Bool {
    if case .run(let run) = self, case .cell = run.origin { false } else { true }
  }
}
