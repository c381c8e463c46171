import Deflate

/// The memory that a painter's content streams are put together and compressed in, one after the other.
///
/// A stream takes it while it is in the making, so that adding to it asks nobody, and gives it back.
final class ContentRoom {
  private var bytes: SyntaxBuffer?
  private var repetitions: ContentRepetitions?
  /// What streams are compressed into.
  let compression = CompressionRoom()

  /// An empty stream's memory; new memory where another stream has it.
  func takeBytes() -> SyntaxBuffer {
    var taken = bytes.take() ?? SyntaxBuffer(capacity: 1 << 17)
    taken.removeAll()
    return taken
  }

  /// An empty stream's repetitions: none.
  func takeRepetitions() -> ContentRepetitions {
    var taken = repetitions.take() ?? ContentRepetitions()
    taken.removeAll()
    return taken
  }

  /// Takes memory back.
  func keep(_ bytes: consuming SyntaxBuffer, _ repetitions: consuming ContentRepetitions) {
    self.bytes = consume bytes
    self.repetitions = repetitions
  }
}
