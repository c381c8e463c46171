import CICU
public import Diagnostics
public import Fonts
import Geometry

/// Shapes paragraphs of right-to-left matter.
///
/// Text becomes levels (UAX #9), scripts (UAX #24), faces and glyphs; lines are made of the result for
/// whatever measure is asked. Words shaped once are kept, and one shaper serves every thread.
public final class ParagraphShaper: Sendable {
  private let fonts: FontCollection
  private let words = ShapedWordCache(limit: 1024)
  private let numbers = ShapedWordCache(limit: 16)
  private let pairs = KernedPairs()

  /// A shaper that sets text in the given fonts.
  public init(fonts: FontCollection) {
    self.fonts = fonts
  }

  /// Shapes a paragraph whose base direction is right to left.
  ///
  /// A character that no locked font has is logged as an error at the run's origin.
  public func shape(_ pieces: [TextPiece], log: inout DiagnosticLog) -> ShapedParagraph {
    ShapedParagraph(text(pieces, log: &log))
  }

  /// The form of a paragraph's text, to set others in that differ from it in their digits alone; `nil` where their
  /// digits may change more than their own glyphs.
  ///
  /// `text` is all that its pieces say, in UTF-8.
  public func form(of paragraph: ShapedParagraph, saying text: [UInt8]) -> DigitForm? {
    paragraph.form(pairs, saying: text)
  }

  /// The same, as it is kept in this module.
  func text(_ pieces: [TextPiece], log: inout DiagnosticLog) -> ShapedText {
    let analyzer = UnicodeAnalyzer()
    let text = ParagraphText(pieces)
    let characters = cicu_character.of(text.units)
    let scripts = ScriptRuns.resolve(characters)
    let chains = chains(of: pieces)
    let faces = FontRuns(
      text: text, characters: characters, scripts: scripts, analyzer: analyzer,
      chains: text.stretches(of: chains))
    for offset in faces.missing { report(characters[offset], in: text, at: offset, log: &log) }
    let items = Itemizer(
      text: text, characters: characters, scripts: scripts, fontOf: faces.fonts, chains: chains
    ).items()
    let result = Segmenter(text: text, characters: characters, words: words, numbers: numbers, pairs: pairs)
      .segments(of: items)
    return ShapedText(
      text: text, segments: result.segments, faces: result.faces,
      opportunities: text.breakOpportunities(analyzer), fonts: chains)
  }

  /// The faces to try for each piece; neighbours mostly share theirs.
  private func chains(of pieces: [TextPiece]) -> [FontChain] {
    var chains: [FontChain] = []
    chains.reserveCapacity(pieces.count)
    var families: [String] = []
    var isBold = false
    for piece in pieces {
      let attributes = piece.attributes
      if let last = chains.last, attributes.isBold == isBold, attributes.families == families {
        chains.append(last)
      } else {
        (families, isBold) = (attributes.families, attributes.isBold)
        chains.append(fonts.chain(families: families, isBold: isBold))
      }
    }
    return chains
  }

  private func report(
    _ character: cicu_character, in text: ParagraphText, at offset: Int, log: inout DiagnosticLog
  ) {
    let piece = text.pieces[Int(text.pieceOf[offset])]
    let diagnostic = Diagnostic(
      .error, .missingGlyph(character.scalar), at: piece.origin,
      hints: [
        .init(
          arabic: "احذف الحرف من مصدره أو اكتب ما يقوم مقامه",
          english: "delete the character from its source, or write something in its place")
      ])
    if !log.diagnostics.contains(diagnostic) { log.append(diagnostic) }
  }
}

extension Diagnostic.Message {
  fileprivate static func missingGlyph(_ scalar: UInt32) -> Self {
    let digits = String(scalar, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    let name = cicu_character.name(of: scalar)
    let shown = Unicode.Scalar(scalar).map(String.init) ?? ""
    return Self(
      "text.missing-glyph",
      arabic: "لا يوجد في الخطوط المعتمدة رسم للحرف «\u{2068}\(shown)\u{2069}» ‏(\(code) \(name))",
      english: "no locked font has the character \"\u{2068}\(shown)\u{2069}\" (\(code) \(name))")
  }
}
