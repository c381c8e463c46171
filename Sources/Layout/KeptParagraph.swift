import Content
import Geometry
import Synchronization
import Text

/// A shaped paragraph that remembers the lines it was last broken into.
///
/// The same label is set at the same width in letter after letter.
final class KeptParagraph: Sendable {
  /// The widths of a paragraph's lines, and where they stand in them.
  struct Measure: Hashable {
    var alignment: HorizontalAlignment
    var firstLine: Points
    var otherLines: Points
  }

  /// The shaped text.
  let shaped: ShapedParagraph
  /// Whether its lines are likely to stand elsewhere: in other documents, or in other cells of the same.
  let recurrence: Recurrence
  private let last = Mutex<(measure: Measure, lines: [Line])?>(nil)

  /// A paragraph, which is kept if it `returns`.
  init(_ shaped: ShapedParagraph, returns: Bool) {
    self.shaped = shaped
    recurrence = Recurrence(returns ? .returns : shaped.form.map { .form($0) } ?? .once)
  }

  /// The lines of the paragraph at a measure.
  func lines(_ measure: Measure) -> [Line] {
    if let last = last.withLock({ $0 }), last.measure == measure { return last.lines }
    let lines = shaped.lines(alignment: measure.alignment) {
      $0 == 0 ? measure.firstLine : measure.otherLines
    }
    last.withLock { $0 = (measure, lines) }
    return lines
  }
}
