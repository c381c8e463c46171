import Fonts

extension ParagraphText {
  /// Where a line may end, for each offset: UAX #14, less the inside of unbreakable runs.
  ///
  /// A fill may begin a line but not end one, so that what it pushes stays at the line's left end.
  func breakOpportunities(_ analyzer: borrowing UnicodeAnalyzer) -> [LineBreakOpportunity] {
    var units = units
    for at in units.indices where units[at] == Self.segmentSeparator { units[at] = 0xFFFC }
    var opportunities = analyzer.lineBreaks(in: units)
    for at in units.indices.dropFirst() where opportunities[at] == .allowed {
      let isInside = pieceOf[at] == pieceOf[at - 1] && !traits(at: at).isBreakable
      if isInside || isFlexibleSpace(at - 1) { opportunities[at] = .prohibited }
    }
    return opportunities
  }

  private func isFlexibleSpace(_ unit: Int) -> Bool {
    units[unit] == Self.segmentSeparator && !traits(at: unit).isDotted
  }

  /// Whether the unit is a space between words: U+0020, or U+00A0 which is as wide as it (UAX #14 GL).
  func isWordSpace(_ unit: Int) -> Bool { units[unit] == 0x20 || units[unit] == 0xA0 }

  /// The longest stretches of pieces that are set in the same faces.
  func stretches(of chains: [FontChain]) -> [(range: Range<Int>, chain: FontChain)] {
    var stretches: [(range: Range<Int>, chain: FontChain)] = []
    var start = 0
    for at in units.indices {
      let chain = chains[Int(pieceOf[at])]
      if at + 1 < units.count, pieceOf[at] == pieceOf[at + 1] || chain === chains[Int(pieceOf[at + 1])] {
        continue
      }
      stretches.append((start..<at + 1, chain))
      start = at + 1
    }
    return stretches
  }
}
