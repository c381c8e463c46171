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
      let piece = pieceOf[at]
      let isInside = piece == pieceOf[at - 1] && !pieces[Int(piece)].isBreakable
      if isInside || isFlexibleSpace(at - 1) { opportunities[at] = .prohibited }
    }
    return opportunities
  }

  private func isFlexibleSpace(_ unit: Int) -> Bool {
    guard units[unit] == Self.segmentSeparator else { return false }
    if case .flexibleSpace = pieces[Int(pieceOf[unit])] { return true }
    return false
  }

  /// Whether the unit is a space between words: U+0020, or U+00A0 which is as wide as it (UAX #14 GL).
  func isWordSpace(_ unit: Int) -> Bool { units[unit] == 0x20 || units[unit] == 0xA0 }

  /// The longest stretches of pieces that are set in the same faces.
  func stretches(of chains: [FontChain]) -> [(range: Range<Int>, chain: FontChain)] {
    var stretches: [(range: Range<Int>, chain: FontChain)] = []
    var start = 0
    for at in units.indices where at + 1 == units.count || chain(at, chains) !== chain(at + 1, chains) {
      stretches.append((start..<at + 1, chain(at, chains)))
      start = at + 1
    }
    return stretches
  }

  private func chain(_ unit: Int, _ chains: [FontChain]) -> FontChain { chains[Int(pieceOf[unit])] }
}
