import CICU
import Fonts

/// Chooses a face for each grapheme cluster of a stretch of one style.
struct FontRuns {
  private let text: ParagraphText
  private let characters: [cicu_character]
  private let scripts: [Int16]
  private let breaks: [Bool]
  /// The face of each unit, counted in its chain.
  private(set) var fonts: [UInt8]
  /// Offsets of clusters that no face covers.
  private(set) var missing: [Int] = []

  private enum Role: Equatable {
    case letters(Int16)
    case neutral
    case space
  }
  private struct Token {
    var role: Role
    var range: Range<Int>
  }

  init(
    text: ParagraphText, characters: [cicu_character], scripts: [Int16], analyzer: borrowing UnicodeAnalyzer,
    chains: [(range: Range<Int>, chain: FontChain)]
  ) {
    self.text = text
    self.characters = characters
    self.scripts = scripts
    fonts = [UInt8](repeating: 0, count: text.units.count)
    let uncovered = chains.filter { range, chain in !Self.isPlain(text.units, range, chain) }
    breaks = uncovered.isEmpty ? [] : analyzer.graphemeBreaks(in: text.units)
    for (range, chain) in uncovered { assign(range, chain) }
  }

  /// Whether the wanted face alone covers the stretch: nearly all text.
  private static func isPlain(_ units: [UInt16], _ range: Range<Int>, _ chain: FontChain) -> Bool {
    guard let font = chain.fonts.first else { return false }
    var start = range.lowerBound
    while let at = font.firstUncovered(in: units, start..<range.upperBound) {
      guard isObject(units[at]) else { return false }
      start = at + 1
    }
    return true
  }

  private static func isObject(_ unit: UInt16) -> Bool {
    unit == ParagraphText.lineSeparator || unit == ParagraphText.segmentSeparator
  }

  private mutating func assign(_ range: Range<Int>, _ chain: FontChain) {
    let tokens = tokens(of: range)
    for token in tokens {
      if case .letters = token.role { choose(token, [], chain, isWhole: true) }
    }
    for (at, token) in tokens.enumerated() where token.role == .neutral {
      choose(token, neighbours(of: at, in: tokens), chain, isWhole: true)
    }
    for (at, token) in tokens.enumerated() where token.role == .space {
      let beside = neighbours(of: at, in: tokens)
      choose(token, beside.count == 2 && beside[0] == beside[1] ? [beside[0]] : [], chain, isWhole: true)
    }
  }

  /// Words and the stretches of signs between them; a word of one script stays in one face if it can.
  private func tokens(of range: Range<Int>) -> [Token] {
    var tokens: [Token] = []
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start + 1
      while end < range.upperBound, !breaks[end] { end += 1 }
      let role = role(of: start..<end)
      if let last = tokens.last, last.role == role, role != .space {
        tokens[tokens.count - 1].range = last.range.lowerBound..<end
      } else {
        tokens.append(Token(role: role, range: start..<end))
      }
      start = end
    }
    return tokens
  }

  private func role(of cluster: Range<Int>) -> Role {
    let first = characters[cluster.lowerBound]
    if first.isWhiteSpace { return .space }
    return first.isNeutral ? .neutral : .letters(scripts[cluster.lowerBound])
  }

  /// The faces of what stands directly before and after a token.
  private func neighbours(of at: Int, in tokens: [Token]) -> [UInt8] {
    var faces: [UInt8] = []
    if at > 0, tokens[at - 1].role != .space { faces.append(fonts[tokens[at - 1].range.lowerBound]) }
    if at + 1 < tokens.count, tokens[at + 1].role != .space {
      faces.append(fonts[tokens[at + 1].range.lowerBound])
    }
    return faces
  }

  private mutating func choose(_ token: Token, _ preferred: [UInt8], _ chain: FontChain, isWhole: Bool) {
    let clusters = clusters(of: token.range)
    let candidates = preferred.map(Int.init) + chain.fonts.indices
    let whole = candidates.first { face in
      clusters.allSatisfy { covers($0, face, chain) }
    }
    if let whole {
      for at in token.range { fonts[at] = UInt8(whole) }
      return
    }
    for cluster in clusters {
      let face = candidates.first { covers(cluster, $0, chain) }
      if face == nil { missing.append(cluster.lowerBound) }
      for at in cluster { fonts[at] = UInt8(face ?? 0) }
    }
  }

  private func clusters(of range: Range<Int>) -> [Range<Int>] {
    var clusters: [Range<Int>] = []
    var start = range.lowerBound
    for at in range where at + 1 == range.upperBound || breaks[at + 1] {
      clusters.append(start..<at + 1)
      start = at + 1
    }
    return clusters
  }

  private func covers(_ cluster: Range<Int>, _ face: Int, _ chain: FontChain) -> Bool {
    if cluster.allSatisfy({ characters[$0].isDefaultIgnorable || Self.isObject(text.units[$0]) }) {
      return true
    }
    return chain.covers(text.units, in: cluster, font: face)
  }
}
