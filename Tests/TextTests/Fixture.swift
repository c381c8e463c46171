import FoundationEssentials
import Content
import Diagnostics
import Fonts
import Geometry
import TestSupport

@testable import Text

/// One shaper over the locked fonts, and short ways to set text with it.
enum Fixture {
  static let fonts: FontCollection? = {
    var log = DiagnosticLog()
    return try? FontCollection(folder: Repository.file("Fonts").path(percentEncoded: false), log: &log)
  }()
  static let shaper = fonts.map(ParagraphShaper.init(fonts:))

  static let plain = TextAttributes(families: ["Amiri"], size: 14)

  static func text(
    _ text: String, _ isolation: Isolation = .none, isBreakable: Bool = true, family: String = "Amiri",
    isBold: Bool = false, size: Points = 14, color: Color = .black, origin: SourceLocation? = nil
  ) -> TextPiece {
    .run(
      StyledRun(
        text, attributes: TextAttributes(families: [family], isBold: isBold, size: size, color: color),
        isolation: isolation, isBreakable: isBreakable, origin: origin))
  }
}

extension Line {
  /// Its characters as the eye meets them from left to right, marks after their letters.
  var visual: String {
    placed.map { placed in
      placed.run.isRightToLeft ? String(placed.run.text.reversed()) : placed.run.text
    }.joined()
  }

  /// All its runs, from left to right.
  var placed: [PlacedRun] { (runs + decorations).sorted { $0.x < $1.x } }

  /// Its width from the first run's left end to the last one's right end.
  var extent: ClosedRange<Points> {
    guard let first = placed.first, let last = placed.last else { return 0...0 }
    return first.x...(last.x + last.run.advance)
  }
}
