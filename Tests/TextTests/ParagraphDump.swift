import Content
import Diagnostics
import Fonts
import Foundation
import Geometry

@testable import Text

/// Writes what became of a paragraph, for a golden.
enum ParagraphDump {
  /// Each character with level, script, face and what may happen after it; then the lines.
  static func text(
    of pieces: [TextPiece], shaper: ParagraphShaper, alignment: HorizontalAlignment = .start,
    measure: Points = 200
  ) -> String {
    var log = DiagnosticLog()
    let paragraph = shaper.text(pieces, log: &log)
    var lines = characters(of: paragraph)
    lines += log.diagnostics.map { "\($0.severity.rawValue) \($0.message.id): \($0.message.english)" }
    for (index, line) in paragraph.lines(alignment: alignment, measure: { _ in measure }).enumerated() {
      let ends = (line.endsParagraph ? " end" : "") + (line.overflows ? " overflows" : "")
      lines.append("line \(index): +\(short(line.ascent)) -\(short(line.descent))\(ends)")
      lines += line.runs.map(describe)
      lines += line.decorations.map { "  drawn" + describe($0) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func characters(of paragraph: ShapedText) -> [String] {
    let text = paragraph.text
    let scripts = ScriptRuns.resolve(text.units)
    let breaks = text.breakOpportunities(UnicodeAnalyzer())
    return text.units.indices.map { at in
      let segment = paragraph.segments.first { $0.range.contains(at) }
      let code = String(format: "U+%04X", text.units[at])
      let after = ["·", "÷", "!"][Int(breaks[at + 1].rawValue)]
      let start = segment?.range.lowerBound == at ? "[" : " "
      return
        "\(start) \(code) \(text.levels[at]) \(ScriptRuns.code(of: scripts[at])) \(after) \(segment.map { paragraph.faces[Int($0.face)].font.family } ?? "-")"
    }
  }

  private static func describe(_ placed: PlacedRun) -> String {
    let run = placed.run
    let glyphs = run.glyphs.map { glyph in
      "\(glyph.id)=\(glyph.cluster)@\(short(glyph.x))" + (glyph.y == 0 ? "" : "^\(short(glyph.y))")
    }
    return "  \(short(placed.x)) +\(short(run.advance)) \(run.isRightToLeft ? "rtl" : "ltr")"
      + " \(run.font.family)\(run.font.isBold ? " bold" : "") \(short(run.size))"
      + " «\(run.text)» \(glyphs.joined(separator: " "))"
  }

  private static func short(_ points: Points) -> String { String(format: "%.2f", points) }
}
