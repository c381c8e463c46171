import Dispatch
import Foundation

/// Turns the interrupt and terminate signals into a task's cancellation, so that a run ends between two files; a second
/// signal ends the program at once, as a kill would.
struct Interruption {
  private var sources: [any DispatchSourceSignal]

  /// Cancels `task` at the first signal.
  static func cancelling<Result>(_ task: Task<Result, any Error>) -> Interruption {
    Interruption(
      sources: [SIGINT, SIGTERM].map { number in
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
        source.setEventHandler {
          task.cancel()
          signal(number, SIG_DFL)
        }
        source.resume()
        return source
      })
  }

  /// Gives the signals back.
  func stop() {
    for source in sources { source.cancel() }
    for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
  }
}
