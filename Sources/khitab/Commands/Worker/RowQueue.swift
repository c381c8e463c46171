import Dispatch
import Issuing
import Synchronization

/// Rows on their way from the reader to the workers: as many at once as fit, so that a long input takes no more memory
/// than a short one.
final class RowQueue: Sendable {
  private let rows = Mutex<[LetterWorker.Row]>([])
  private let room: DispatchSemaphore
  private let ready = DispatchSemaphore(value: 0)

  /// A queue that holds `capacity` rows, those among them that are being worked on or wait for their turn to be written.
  init(capacity: Int) { room = DispatchSemaphore(value: capacity) }

  /// Adds a row, waiting until there is room.
  func add(_ row: LetterWorker.Row) {
    room.wait()
    rows.withLock { $0.append(row) }
    ready.signal()
  }

  /// Says that no more rows come, to each of so many workers.
  func end(workers: Int) { for _ in 0..<workers { ready.signal() } }

  /// The next row, or `nil` when there are no more.
  func next() -> LetterWorker.Row? {
    ready.wait()
    return rows.withLock { $0.isEmpty ? nil : $0.removeFirst() }
  }

  /// Says that a row is written and gone.
  func finished() { room.signal() }
}
