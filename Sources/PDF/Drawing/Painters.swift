import Synchronization

/// The painters of a run, one for each worker: they keep what they have opened and drawn from chunk to chunk.
public final class Painters: Sendable {
  /// A painter that one worker holds at a time.
  private final class Place: Sendable {
    let painter = Mutex(PagePainter())
  }

  private let places: [Place]

  /// Painters for `count` workers, at least one.
  public init(count: Int) { places = (0..<max(1, count)).map { _ in Place() } }

  /// Gives the painter of the worker `index`, counted from 0, to `body`; nobody else has it meanwhile.
  public func use<Result: Sendable, Failure: Error>(
    _ index: Int, _ body: (PagePainter) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try places[index % places.count].painter.withLock { painter throws(Failure) in try body(painter) }
  }
}
