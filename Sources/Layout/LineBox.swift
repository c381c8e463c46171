import Content
import Diagnostics
import Fonts
import Geometry
import Text

/// The box of one line: as high as its leading says, whatever the face, so that another face never
/// moves text to another page.
struct LineBox {
  let line: Line
  let height: Points

  /// How far down the box its baseline stands: the share of Arabic text faces' ascent in their height.
  static let baselineShare = 0.64

  /// The box of a line set in `style`; larger words in it make it higher, smaller ones never lower.
  init(_ line: Line, _ style: ParagraphStyle) {
    self.line = line
    var size = style.size
    for index in line.runs.indices { size = max(size, line.runs[index].run.size) }
    for index in line.decorations.indices { size = max(size, line.decorations[index].run.size) }
    height = size * style.leading
  }

  /// The line drawn in a frame of the given width, its measure's left end at `left`.
  ///
  /// `recurrence` says whether such a line is likely to stand elsewhere; `origin` where its words came from, if its
  /// runs don't say it.
  func frame(
    width: Points, left: Points, mark: ContentMark, recurrence: Recurrence = Recurrence(.once),
    origin: SourceLocation? = nil
  ) -> Frame {
    let baseline = height * Self.baselineShare
    guard !line.runs.isEmpty || !line.decorations.isEmpty else {
      return Frame(width: width, height: height, baseline: baseline)
    }
    let item = FrameItem.line(
      TextLine(line, recurrence: recurrence, origin: origin), at: Point(x: left, y: baseline))
    return Frame(width: width, height: height, baseline: baseline, items: [MarkedItem(mark, item)])
  }
}
