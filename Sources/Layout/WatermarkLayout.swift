import Content
import Diagnostics
import Geometry
import Text

extension Watermark {
  /// How far the words rise, from the lower left to the upper right; on a strip they lie along it.
  private static let degrees = 45.0
  /// How much of the page's shorter side the turned words span.
  private static let span = 0.8

  /// The words, turned about the middle of the page and as large as the page allows.
  func item(on page: Size, paragraphs: ParagraphCache, log: inout DiagnosticLog) -> MarkedItem? {
    // Set once at a known size to learn the proportions, then at the size that fills the span.
    let trial: Points = 100
    guard let natural = line(size: trial, paragraphs, &log)?.width, natural > 0 else { return nil }
    if page.width > 2 * page.height {
      let size = trial * min(page.width * Self.span / natural, page.height * Self.span / trial)
      return item(on: page, size: size, degrees: 0, paragraphs)
    }
    let length = min(page.width, page.height) * Self.span * 2.0.squareRoot()
    // The turned words reach by their height, too, so the two together span what is allowed.
    return item(on: page, size: trial * length / (natural + trial), degrees: Self.degrees, paragraphs)
  }

  /// The words about the middle of the page; what is wrong with them was said at the trial.
  private func item(
    on page: Size, size: Points, degrees: Double, _ paragraphs: ParagraphCache
  ) -> MarkedItem? {
    var repeated = DiagnosticLog()
    guard let (line, width) = line(size: size, paragraphs, &repeated) else { return nil }
    let baseline = (line.ascent - line.descent) / 2
    let item = FrameItem.line(TextLine(line), at: Point(x: -width / 2, y: baseline))
    let center = Point(x: page.width / 2, y: page.height / 2)
    return MarkedItem(
      .artifact(.pagination(.watermark)), .rotated(degrees: degrees, center: center, items: [item]))
  }

  private func line(
    size: Points, _ paragraphs: ParagraphCache, _ log: inout DiagnosticLog
  ) -> (line: Line, width: Points)? {
    let attributes = TextAttributes(families: families, isBold: true, size: size, color: color)
    let run = StyledRun(text, attributes: attributes, isBreakable: false)
    let text = paragraphs.shape([.run(run)], log: &log).shaped
    let width = text.naturalWidth
    return text.lines(alignment: .center, measure: { _ in width }).first.map { ($0, width) }
  }
}
