import Fonts

extension ParagraphText {
  /// Where a line may end, for each offset: UAX #14, less the inside of unbreakable runs and of numbers.
  ///
  /// A flexible space may begin a line but not end one, so that what it pushes stays at the line's left end. A place to
  /// write on stays with the word before it, which says what is written there, and what is raised with the word it
  /// belongs to.
  func breakOpportunities(_ analyzer: borrowing UnicodeAnalyzer) -> [LineBreakOpportunity] {
    var units = units
    for at in units.indices where units[at] == Self.segmentSeparator { units[at] = 0xFFFC }
    var opportunities = analyzer.lineBreaks(in: units)
    for piece in traits.indices {
      let range = self.units(ofPiece: piece)
      if !traits[piece].isBreakable {
        for at in range.dropFirst() where opportunities[at] == .allowed { opportunities[at] = .prohibited }
      }
      if traits[piece].isRaised, opportunities[range.lowerBound] == .allowed {
        opportunities[range.lowerBound] = .prohibited
      }
      switch traits[piece].fill {
      case .space where range.upperBound < units.count && opportunities[range.upperBound] == .allowed:
        opportunities[range.upperBound] = .prohibited
      case .writing:
        let start = wordStart(range.lowerBound)
        if isLabelled(start), opportunities[start] == .allowed { opportunities[start] = .prohibited }
      default: break
      }
    }
    for number in numbers {
      for at in number.dropFirst() where opportunities[at] == .allowed { opportunities[at] = .prohibited }
    }
    return opportunities
  }

  /// Where what stands between spaces begins: a place to write on has a bracket or quotation mark before it.
  private func wordStart(_ unit: Int) -> Int {
    var start = unit
    while start > 0, !isWordSpace(start - 1) { start -= 1 }
    return start
  }

  /// Whether a word stands before a place to write on that begins at `start`, and not another place.
  private func isLabelled(_ start: Int) -> Bool {
    guard start > 0 else { return false }
    return !units[wordStart(start - 1)..<start].contains(Self.segmentSeparator)
  }

  /// Whether the unit is a space between words: U+0020, or U+00A0 which is as wide as it (UAX #14 GL).
  func isWordSpace(_ unit: Int) -> Bool { Self.isWordSpace(units[unit]) }

  /// Whether a unit is a space between words.
  static func isWordSpace(_ unit: UInt16) -> Bool { unit == 0x20 || unit == 0xA0 }

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
