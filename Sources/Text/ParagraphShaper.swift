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
  private let cache = ShapedWordCache()

  /// A shaper that sets text in the given fonts.
  public init(fonts: FontCollection) {
    self.fonts = fonts
  }

  /// Shapes a paragraph whose base direction is right to left.
  ///
  /// A character that no locked font has is logged as an error at the run's origin.
  public func shape(_ pieces: [TextPiece], log: inout DiagnosticLog) -> ShapedParagraph {
    let analyzer = UnicodeAnalyzer()
    let text = ParagraphText(pieces)
    let characters = cicu_character.of(text.units)
    let scripts = ScriptRuns.resolve(characters)
    let chains = pieces.map { fonts.chain(families: $0.attributes.families, isBold: $0.attributes.isBold) }
    let faces = FontRuns(
      text: text, characters: characters, scripts: scripts, analyzer: analyzer,
      chains: text.stretches(of: chains))
    for offset in faces.missing { report(characters[offset], in: text, at: offset, log: &log) }
    let items = Itemizer(
      text: text, characters: characters, scripts: scripts, fontOf: faces.fonts, chains: chains
    ).items()
    var buffer = ShapingBuffer()
    let segments = items.map { segment($0, text, characters, &buffer) }
    return ShapedParagraph(
      text: text, segments: segments, opportunities: text.breakOpportunities(analyzer), fonts: chains)
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

  private func segment(
    _ item: Itemizer.Item, _ text: ParagraphText, _ characters: [cicu_character],
    _ buffer: inout ShapingBuffer
  ) -> Segment {
    let level = text.levels[item.range.lowerBound]
    let piece = text.pieces[Int(text.pieceOf[item.range.lowerBound])]
    let size = piece.attributes.size
    let direction: TextDirection = level & 1 == 1 ? .rightToLeft : .leftToRight
    let script = cicu_script_tag(item.kind == .word ? item.script : Int16(cicu_script_common))
    var segment = Segment(
      kind: item.kind, range: item.range, level: level,
      isStretchable: item.kind == .space && piece.isBreakable && text.isWordSpace(item.range.lowerBound),
      font: item.font, size: size, script: script, shape: Self.nothing, width: 0)
    switch item.kind {
    case .lineBreak: break
    case .flexibleSpace: segment.width = size
    case .dottedFill:
      segment.shape = word(
        [0x2E], 0..<1, item.font, .rightToLeft, script, isCut: false, isKept: true, &buffer)
      segment.width = 3 * size
    case .word, .space:
      segment.shape = word(
        text.units, item.range, item.font, direction, script,
        isCut: Self.isCut(item.range, characters), isKept: Self.isKept(item.range, characters), &buffer)
      segment.width = Double(segment.shape.advance) * segment.pointsPerUnit
    }
    return segment
  }

  private static let nothing = ShapedWord([])

  private func word(
    _ text: [UInt16], _ range: Range<Int>, _ font: Font, _ direction: TextDirection, _ script: UInt32,
    isCut: Bool, isKept: Bool, _ buffer: inout ShapingBuffer
  ) -> ShapedWord {
    guard isKept, !isCut else {
      let (whole, part) = isCut ? (text, range) : (Array(text[range]), 0..<range.count)
      return ShapedWord(
        buffer.shape(
          whole, in: part, font: font, direction: direction, script: script, clustersFrom: part.lowerBound))
    }
    let units = text[range]
    let key = ShapedWordCache.Key(font: font, direction: direction, script: script, text: units)
    if let word = cache.word(key, units) { return word }
    let word = ShapedWord(
      buffer.shape(Array(units), in: 0..<units.count, font: font, direction: direction, script: script))
    cache.insert(word, key, units)
    return word
  }

  /// Whether a letter joins across one of the ends: a style that changes inside a word.
  private static func isCut(_ range: Range<Int>, _ characters: [cicu_character]) -> Bool {
    let (first, last) = (range.lowerBound, range.upperBound - 1)
    return first > 0 && characters[first].isJoining && characters[first - 1].isJoining
      || last + 1 < characters.count && characters[last].isJoining && characters[last + 1].isJoining
  }

  /// Whether the word is likely to return: long numbers aren't.
  private static func isKept(_ range: Range<Int>, _ characters: [cicu_character]) -> Bool {
    range.count <= 4 || range.count <= 48 && !characters[range].contains { $0.isDigit }
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
