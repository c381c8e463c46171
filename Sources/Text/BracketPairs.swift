import CICU

/// Finds the bracket pairs of an isolating run sequence (UAX #9, BD16).
enum BracketPairs {
  /// How many brackets may wait for their partners before the search gives up.
  private static let stackLimit = 63

  /// The pairs, as indices into the sequence, in the order of their opening brackets.
  static func find(
    _ text: UnsafeBufferPointer<UInt16>, _ offsets: UnsafeBufferPointer<Int32>,
    _ classes: UnsafeMutableBufferPointer<BidiClass>
  ) -> [(open: Int, close: Int)] {
    var waiting: [(closing: UInt32, at: Int)] = []
    var pairs: [(open: Int, close: Int)] = []
    for at in classes.indices where classes[at] == .otherNeutral {
      // All brackets stand in the Basic Multilingual Plane.
      let scalar = canonical(UInt32(text[Int(offsets[at])]))
      switch cicu_bracket_type(scalar) {
      case Int32(cicu_bracket_open):
        guard waiting.count < stackLimit else { return pairs.sorted { $0.open < $1.open } }
        waiting.append((canonical(cicu_paired_bracket(scalar)), at))
      case Int32(cicu_bracket_close):
        guard let match = waiting.lastIndex(where: { $0.closing == scalar }) else { continue }
        pairs.append((waiting[match].at, at))
        waiting.removeSubrange(match...)
      default: break
      }
    }
    return pairs.sorted { $0.open < $1.open }
  }

  /// The angle brackets U+2329 and U+232A are canonically those of U+3008 and U+3009.
  private static func canonical(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x2329: 0x3008
    case 0x232A: 0x3009
    default: scalar
    }
  }
}
