import Deflate

/// The memory that a painter's content streams are put together and compressed in, one after the other.
///
/// A stream takes it while it is in the making, so that adding to it asks nobody, and gives it back.
final class ContentRoom {
  private var bytes: SyntaxBuffer?
  private var hints: [RepetitionHint]?
  /// What streams are compressed into.
  let compression = CompressionRoom()

  /// An empty stream's memory; new memory where another stream has it.
  func takeBytes() -> SyntaxBuffer {
    var taken = bytes.take() ?? SyntaxBuffer(capacity: 1 << 17)
    taken.removeAll()
    return taken
  }

  /// An empty stream's hints.
  func takeHints() -> [RepetitionHint] {
    var taken = hints.take() ?? []
    taken.removeAll(keepingCapacity: true)
    return taken
  }

  /// Takes memory back.
  func keep(_ bytes: consuming SyntaxBuffer, _ hints: consuming [RepetitionHint]) {
    self.bytes = consume bytes
    self.hints = hints
  }
}
