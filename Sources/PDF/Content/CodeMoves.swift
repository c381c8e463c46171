import Geometry

/// A code in a content stream, with how far it is from the one before it.
struct CodeMove {
  /// The font and the code.
  fileprivate let key: UInt32
  fileprivate let size: Float
  fileprivate let distance: Int32
  private let (first, last): (Int32, Int32)

  /// Where the distance begins in the stream.
  var start: Int { Int(first) }
  /// Where it ends.
  var end: Int { Int(last) }

  /// A code of a font in a size, in points; the distance is in thousandths of a point.
  init(font: Int, code: UInt16, size: Points, distance: Int, start: Int, end: Int) {
    key = UInt32(truncatingIfNeeded: font) << 16 | UInt32(code)
    self.size = Float(size)
    self.distance = Int32(truncatingIfNeeded: distance)
    (first, last) = (Int32(truncatingIfNeeded: start), Int32(truncatingIfNeeded: end))
  }
}

/// Where codes stood last in a content stream, so that its compression finds what repeats itself.
///
/// A few codes push others out: what is then missed costs bytes, nothing else.
struct CodeMoves {
  private var moves = [CodeMove](repeating: Self.none, count: Self.count)
  private static let count = 1024
  private static let none = CodeMove(font: -1, code: 0, size: 0, distance: 0, start: 0, end: 0)

  /// What an earlier place has in common with a code.
  enum Earlier {
    /// The distance and all behind it stood at this place.
    case repeated(Int)
    /// What follows the distance stood at this place.
    case moved(Int)
    case new
  }

  /// Forgets all codes.
  mutating func removeAll() {
    for place in moves.indices { moves[place] = Self.none }
  }

  /// Notes where a code stands, and says where it stood before.
  @inline(__always)
  mutating func note(_ move: CodeMove) -> Earlier {
    let place = Int(move.key &+ (move.key >> 16) &* 331) & (Self.count - 1)
    let last = moves[place]
    moves[place] = move
    guard last.key == move.key else { return .new }
    guard last.distance == move.distance, last.size == move.size else { return .moved(last.end) }
    return .repeated(last.start)
  }
}
