import Deflate

/// The memory that a painter's content streams are put together and compressed in, one after the other.
final class ContentRoom {
  /// The stream's bytes.
  let bytes = SyntaxBuffer(capacity: 1 << 17)
  /// Where the stream repeats itself.
  var hints: [RepetitionHint] = []
  /// What it is compressed into.
  let compression = CompressionRoom()

  init() { hints.reserveCapacity(1 << 13) }
}
