import Content
import Diagnostics
import Fonts
import Foundation
import Geometry
import Layout
import TestSupport
import Testing
import Text

/// Pages of set text for the tests of this module, one paragraph to each line of the source.
enum TextPages {
  /// Shapes in the repository's fonts, opened anew.
  static func shaper() throws -> ParagraphShaper {
    var log = DiagnosticLog()
    let fonts = try FontCollection(folder: Repository.file("Fonts").path, log: &log)
    try #require(!log.hasErrors)
    return ParagraphShaper(fonts: fonts)
  }

  static func page(
    _ text: String, family: String = "Amiri", size: Points = 13, width: Points = .mm(140),
    alignment: HorizontalAlignment = .justified, shaper: ParagraphShaper? = nil
  ) throws -> Page {
    var log = DiagnosticLog()
    let shaper = try shaper ?? self.shaper()
    let attributes = TextAttributes(families: [family], size: size)
    var items: [FrameItem] = []
    let left = (Paper.a4.size.width - width) / 2
    var baseline: Points = 90
    for paragraph in text.split(separator: "\n") {
      let shaped = shaper.shape([.run(StyledRun(String(paragraph), attributes: attributes))], log: &log)
      for line in shaped.lines(alignment: alignment, measure: { _ in width }) {
        let placed = TextLine(
          runs: line.runs, decorations: line.decorations, endsParagraph: line.endsParagraph,
          isBrokenAtSpace: line.isBrokenAtSpace)
        items.append(.line(placed, at: Point(x: left, y: baseline)))
        baseline += size * 1.8
      }
      baseline += size * 0.6
    }
    try #require(!log.hasErrors)
    return Page(size: Paper.a4.size, items: items)
  }
}
