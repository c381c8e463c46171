import Diagnostics
import Foundation
import Issuing
import Synchronization

/// Writes what workers make in the order of the rows, whoever is ready first.
final class FrameOutput: Sendable {
  private struct State {
    var next = 1
    var waiting: [Int: LetterWorker.Product] = [:]
    var manifest: WorkerManifest
    var failure: (any Error)?
  }

  private let state: Mutex<State>
  private let onWritten: @Sendable () -> Swift.Void

  /// An output that calls `onWritten` after each row.
  init(manifest: WorkerManifest, onWritten: @escaping @Sendable () -> Swift.Void) {
    state = Mutex(State(manifest: manifest))
    self.onWritten = onWritten
  }

  /// Takes what became of a row, and writes all whose turn it is.
  func take(_ product: LetterWorker.Product) {
    state.withLock { state in
      state.waiting[product.number] = product
      while let ready = state.waiting.removeValue(forKey: state.next) {
        state.next += 1
        do {
          if state.failure == nil { try write(ready) }
        } catch {
          state.failure = error
        }
        state.manifest.letters.append(ready.line)
        onWritten()
      }
    }
  }

  /// Remembers the first failure of the machine; nothing is written after it.
  func fail(_ error: any Error) { state.withLock { $0.failure = $0.failure ?? error } }

  /// Writes the manifest, the sign that everything before it is there, and gives it.
  func finish() throws -> WorkerManifest {
    let (manifest, failure) = state.withLock { ($0.manifest, $0.failure) }
    if let failure { throw failure }
    try write(WorkerFrame(.manifest, row: manifest.letters.count, payload: Array(try Self.json(manifest))))
    return manifest
  }

  private func write(_ product: LetterWorker.Product) throws {
    if let file = product.file {
      try write(WorkerFrame(.letter, row: product.number, payload: file))
    } else {
      let reasons = Array(try Self.json(product.line.diagnostics))
      try write(WorkerFrame(.refusal, row: product.number, payload: reasons))
    }
  }

  private func write(_ frame: WorkerFrame) throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(frame.bytes))
    } catch {
      throw IssuingError.unwritable(path: "/dev/stdout", reason: error.localizedDescription)
    }
  }

  private static func json(_ value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(value)
  }
}
