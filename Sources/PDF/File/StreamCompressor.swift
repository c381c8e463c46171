import Deflate

/// Compresses the streams of files in the making; it belongs to a painter and its thread.
///
/// It remembers short streams: rules, colour profiles and maps of fonts return from letter to letter. What it
/// remembers never changes a result.
final class StreamCompressor {
  private let compressor: ZlibCompressor
  /// What was compressed, last asked for first.
  private var known: [(plain: [UInt8], compressed: [UInt8])] = []

  /// More streams than return in a run's files.
  private static let limit = 16
  /// Streams above this length, in bytes, are a letter's own.
  private static let longest = 4096

  /// A compressor of the given level, from 1 (fast) to 12 (small).
  init(level: Int) { compressor = ZlibCompressor(level: level) }

  /// `bytes`, compressed.
  func compressed(_ bytes: [UInt8]) -> [UInt8] {
    if let place = known.firstIndex(where: { $0.plain == bytes }) {
      if place > 0 { known.insert(known.remove(at: place), at: 0) }
      return known[0].compressed
    }
    let compressed = compressor.compressed(bytes)
    guard bytes.count <= Self.longest else { return compressed }
    if known.count == Self.limit { known.removeLast() }
    known.insert((bytes, compressed), at: 0)
    return compressed
  }
}
