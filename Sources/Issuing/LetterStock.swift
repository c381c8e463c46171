import PDF
import Synchronization

/// Fonts that are made once for all workers, when the first of them needs them.
final class LetterStock: Sendable {
  private enum State {
    case unmade
    case made(FontStock?)
  }

  private let state = Mutex(State.unmade)

  /// The fonts; `make` makes them, or nothing, the first time.
  func fonts(_ make: () throws(RenderingError) -> FontStock?) throws(RenderingError) -> FontStock? {
    try state.withLock { state throws(RenderingError) in
      if case .made(let fonts) = state { return fonts }
      let fonts = try make()
      state = .made(fonts)
      return fonts
    }
  }
}
