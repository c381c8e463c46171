import Deflate
import Geometry
import PDFSyntax
import Synchronization

/// What pieces of art fill, by the bytes that they are in their file: letterheads return from letter to letter, and
/// needn't be read again.
///
/// One serves every thread.
final class KnownArt: Sendable {
  private struct Piece {
    var stream: ArraySlice<UInt8>
    var fills: [[Rect]]
  }

  /// What was asked for last comes first.
  private let pieces = Mutex<[Piece]>([])
  /// More than a theme has; a letter's own art falls out at the end.
  private static let limit = 16

  /// What the art whose stream has these bytes fills, which `read` tells if it isn't known.
  func fills<Failure: Error>(
    of art: PDFStream, _ read: () throws(Failure) -> [[Rect]]
  ) throws(Failure) -> [[Rect]] {
    // Under other filters the same bytes would be other art.
    guard art.dictionary["Filter"].name == "FlateDecode", art.dictionary["DecodeParms"] == .null else {
      return try read()
    }
    let stream = art.bytes
    let known: [[Rect]]? = pieces.withLock { pieces in
      guard let place = pieces.firstIndex(where: { $0.stream.hasSameBytes(as: stream) }) else { return nil }
      if place > 0 { pieces.insert(pieces.remove(at: place), at: 0) }
      return pieces[0].fills
    }
    if let known { return known }
    let fills = try read()
    // The slice would keep all of its file in memory.
    let piece = Piece(stream: Array(stream)[...], fills: fills)
    pieces.withLock { pieces in
      if pieces.count == Self.limit { pieces.removeLast() }
      pieces.insert(piece, at: pieces.count / 2)
    }
    return fills
  }
}
