import Foundation
import Issuing
import Synchronization

/// How far a run is: a bar on a terminal, a plain line for every tenth part otherwise.
final class ProgressBar: Sendable {
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let shown = Mutex(0)

  /// Shows a state, unless a later one is there already.
  func show(_ progress: RenderRun.Progress) {
    let total = progress.total
    shown.withLock { last in
      guard progress.done > last else { return }
      defer { last = progress.done }
      if isTerminal {
        let width = 30
        let filled = width * progress.done / max(1, total)
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
        write("\r\(bar) \(progress.done)/\(total)")
      } else if progress.done * 10 / max(1, total) > last * 10 / max(1, total) {
        write(say("أُنجز \(progress.done) من \(total)\n", "\(progress.done) of \(total) done\n"))
      }
    }
  }

  /// Leaves the bar's line.
  func finish() {
    if isTerminal { write("\n") }
  }

  private func write(_ text: String) { Interface.tell(text) }
}
