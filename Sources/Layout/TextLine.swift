public import Diagnostics
public import Fonts
import Text

/// One line of text as it stands on a page, placed from its origin: the left end of its measure, on the
/// baseline.
public struct TextLine: Hashable, Sendable {
  /// The runs of its text, in logical order: that of reading (UAX #9).
  ///
  /// Together their texts are the line's text, spaces between words included; the space a line was broken at
  /// is in neither line.
  public var runs: [PlacedRun]
  /// Runs that are drawn but stand for no text: dots to write on, check boxes and ticks.
  ///
  /// An element with check boxes states its text whole, signs included (``StructureTree/Element/actualText``);
  /// it may have no other content than a sign.
  public var decorations: [PlacedRun]
  /// Whether the paragraph reads from right to left.
  public var isRightToLeft: Bool
  /// Whether the paragraph ends with it.
  public var endsParagraph: Bool
  /// Whether it was broken at a space, which is neither in it nor in the next line.
  public var isBrokenAtSpace: Bool
  /// Whether such a line is likely to stand elsewhere.
  public var recurrence = Recurrence(.once)
  /// Where the words came from of runs that don't say it themselves (``Fonts/GlyphRun/origin``).
  public var origin: SourceLocation?

  /// A line of the given runs.
  public init(
    runs: [PlacedRun], decorations: [PlacedRun] = [], isRightToLeft: Bool = true,
    endsParagraph: Bool = true, isBrokenAtSpace: Bool = false
  ) {
    self.runs = runs
    self.decorations = decorations
    self.isRightToLeft = isRightToLeft
    self.endsParagraph = endsParagraph
    self.isBrokenAtSpace = isBrokenAtSpace
  }
}

extension TextLine {
  /// A line of a paragraph; all that `Text` sets reads from right to left.
  init(_ line: Line, recurrence: Recurrence = Recurrence(.once), origin: SourceLocation? = nil) {
    self.init(
      runs: line.runs, decorations: line.decorations, endsParagraph: line.endsParagraph,
      isBrokenAtSpace: line.isBrokenAtSpace)
    self.recurrence = recurrence
    self.origin = origin
  }
}
