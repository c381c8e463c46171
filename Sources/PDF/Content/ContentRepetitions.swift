import Deflate

/// Where a content stream repeats itself, found while it is written, so that its compression needn't search.
struct ContentRepetitions {
  /// What the compression is told.
  private(set) var hints: [RepetitionHint] = []
  /// Where each form stood last, and where the end of a code stood last that it followed.
  private var starts = InlineArray<11, Int>(repeating: -1)
  private var ends = InlineArray<11, Int>(repeating: -1)
  /// Where each code's distance from the one before it stood last.
  private var moves = CodeMoves()
  /// Where the last of these ends.
  private var moveEnd = -1
  /// Where the end of the code shown last stands, if it repeats nothing; nowhere once something else follows it.
  private var codeEnd: Int?

  /// Forms that return in a stream, by what begins.
  enum Form: Int {
    case code, place, baseline, visible, invisible, color, mark, endOfMark, text, endOfText, art
  }

  /// Forgets all, and keeps the memory.
  mutating func removeAll() {
    hints.removeAll(keepingCapacity: true)
    (starts, ends) = (.init(repeating: -1), .init(repeating: -1))
    moves.removeAll()
    (moveEnd, codeEnd) = (-1, nil)
  }

  /// Says what comes next, which repeats the last one of its form.
  ///
  /// Where a new code stands before it, the repetition begins with that code's end.
  mutating func add(_ form: Form, at position: Int) {
    endCode(before: form)
    addPart(form, at: position)
  }

  /// Says that a code comes next, in the font and size that stood last at `earlier`.
  @inline(__always)
  mutating func addCode(at position: Int, after earlier: Int) {
    endCode(before: .code)
    hint(position, repeats: earlier)
  }

  /// Says how a code goes on that is so far from the one before it, and where its end begins.
  @inline(__always)
  mutating func add(_ move: CodeMove, codeEnd: Int) {
    switch moves.note(move) {
    case .repeated(let earlier): hint(move.start, repeats: earlier)
    case .moved(let earlier): hint(move.end, repeats: earlier)
    case .new:
      hint(move.end, repeats: moveEnd)
      self.codeEnd = codeEnd
    }
    moveEnd = move.end
  }

  /// Says how a code goes on that says its place itself, and where its baseline and its end begin.
  mutating func addPlace(at position: Int, baseline: Int, codeEnd: Int) {
    addPart(.place, at: position)
    addPart(.baseline, at: baseline)
    self.codeEnd = codeEnd
  }

  private mutating func addPart(_ form: Form, at position: Int) {
    hint(position, repeats: starts[form.rawValue])
    starts[form.rawValue] = position
  }

  @inline(__always)
  private mutating func endCode(before form: Form) {
    guard let codeEnd else { return }
    hint(codeEnd, repeats: ends[form.rawValue])
    ends[form.rawValue] = codeEnd
    self.codeEnd = nil
  }

  @inline(__always)
  private mutating func hint(_ position: Int, repeats earlier: Int) {
    if earlier >= 0 { hints.append(RepetitionHint(position: position, repeats: earlier)) }
  }
}
