import Fonts

extension ParagraphText {
  /// Where a line may end, for each offset: UAX #14, less the inside of unbreakable runs.
  ///
  /// A fill may begin a line but not end one, so that what it pushes stays at the line's left end.
  func breakOpportunities(_ analyzer: borrowing UnicodeAnalyzer) -> [LineBreakOpportunity] {
    var units = units
    for at in units.indices where units[at] == Self.segmentSeparator { units[at] = 0xFFFC }
    var opportunities = analyzer.lineBreaks(in: units)
    for piece in traits.indices {
      let range = self.units(ofPiece: piece)
      if !traits[piece].isBreakable {
        for at in range.dropFirst() where opportunities[at] == .allowed { opportunities[at] = .prohibited }
      }
      if traits[piece].isFlexibleSpace, range.upperBound < units.count,
        opportunities[range.upperBound] == .allowed
      {
        opportunities[range.upperBound] = .prohibited
      }
    }
    return opportunities
  }

  /// Whether the unit is a space between words: U+0020, or U+00A0 which is as wide as it (UAX #14 GL).
  func isWordSpace(_ unit: Int) -> Bool { units[unit] == 0x20 || units[unit] == 0xA0 }

  /// The longest stretches of pieces that are set in the same faces.
  func stretches(of chains: [FontChain]) -> [(range: Range<Int>, chain: FontChain)] {
    var stretches: [(range: Range<Int>, chain: FontChain)] = []
    for piece in chains.indices {
      let range = units(ofPiece: piece)
      guard !range.isEmpty else { continue }
      if let last = stretches.last, last.chain === chains[piece] {
        stretches[stretches.count - 1].range = last.range.lowerBound..<range.upperBound
      } else {
        stretches.append((range, chains[piece]))
      }
    }
    return stretches
  }
}
