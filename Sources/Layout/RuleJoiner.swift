import Content
import Geometry

/// Joins upright rules that continue each other from row to row.
///
/// Drawn piece by piece they would show a paler pixel at every joint, and dots would not be evenly spaced.
struct RuleJoiner {
  /// What has been seen of an upright rule.
  private struct Track {
    /// Its place across the page, in hundredths of a point.
    var x: Int
    var stroke: Stroke
    /// Its last piece.
    var index: Int
    var top: Points
    var bottom: Points
  }

  /// What becomes of an item.
  private enum Fate {
    case kept
    /// Another piece goes on from it.
    case dropped
    /// It begins where the pieces it goes on from began.
    case lengthened(top: Points)
  }

  /// The items with every rule in one piece, painted where its last piece was.
  static func joined(_ items: [MarkedItem]) -> [MarkedItem] {
    var tracks: [Track] = []
    var fates: [Fate] = []
    for index in items.indices {
      guard case .rule(let from, let to, let stroke) = items[index].item, from.x == to.x else { continue }
      let x = Int((from.x * 100).rounded())
      guard let track = tracks.firstIndex(where: { $0.x == x && $0.stroke == stroke }) else {
        tracks.append(Track(x: x, stroke: stroke, index: index, top: from.y, bottom: to.y))
        continue
      }
      var top = from.y
      if abs(tracks[track].bottom - from.y) < FlowRoom.tolerance {
        if fates.isEmpty { fates = [Fate](repeating: .kept, count: items.count) }
        fates[tracks[track].index] = .dropped
        top = tracks[track].top
        fates[index] = .lengthened(top: top)
      }
      tracks[track] = Track(x: x, stroke: stroke, index: index, top: top, bottom: to.y)
    }
    guard !fates.isEmpty else { return items }
    var joined: [MarkedItem] = []
    joined.reserveCapacity(items.count)
    for index in items.indices {
      switch fates[index] {
      case .kept: joined.append(items[index])
      case .dropped: break
      case .lengthened(let top):
        guard case .rule(let from, let to, let stroke) = items[index].item else { break }
        var marked = items[index]
        marked.item = .rule(from: Point(x: from.x, y: top), to: to, stroke)
        joined.append(marked)
      }
    }
    return joined
  }
}
