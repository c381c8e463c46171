import Content
import Geometry

/// Joins upright rules that continue each other from row to row.
///
/// Drawn piece by piece they would show a paler pixel at every joint, and dots would not be evenly spaced.
struct RuleJoiner {
  /// An upright rule's place across the page, in hundredths of a point, and its pen.
  private struct Track: Hashable {
    var x: Int
    var stroke: Stroke
  }
  private struct Piece {
    var index: Int
    var top: Points
    var bottom: Points
  }

  /// The items with every rule in one piece, painted where its last piece was.
  static func joined(_ items: [MarkedItem]) -> [MarkedItem] {
    var pieces: [Track: Piece] = [:]
    var joined: [MarkedItem?] = []
    for (index, marked) in items.enumerated() {
      guard case .rule(let from, let to, let stroke) = marked.item, from.x == to.x else { continue }
      if joined.isEmpty { joined = items }
      let track = Track(x: Int((from.x * 100).rounded()), stroke: stroke)
      var piece = Piece(index: index, top: from.y, bottom: to.y)
      if let above = pieces[track], abs(above.bottom - from.y) < FlowRoom.tolerance {
        joined[above.index] = nil
        piece.top = above.top
        joined[index]?.item = .rule(from: Point(x: from.x, y: above.top), to: to, stroke)
      }
      pieces[track] = piece
    }
    return joined.isEmpty ? items : joined.compactMap(\.self)
  }
}
