import Geometry

/// One code of the text layer, placed on its line: what it draws and the text it stands for.
struct TextCode {
  /// What tells it from other codes of its font; its text and ink are the ``CodedLine``'s.
  var code: FontCode
  /// The run whose font and colour it has.
  var run: Int
  /// The font size, in points.
  var size: Points
  /// Distance of its origin from the line's origin to the right, in points.
  var x: Points
  /// Distance of its origin above the line's baseline, in points.
  var y: Points = 0
  /// Its turn among codes that share one place, counted from 0; `nil` for a code that has its place alone.
  ///
  /// Such codes follow each other in the content stream, all with the same `x`. Where the page puts them,
  /// each is moved to the left by a hair that single precision can't tell (``StackedPlace``).
  var turn: Int?
  /// Whether it is a directional mark that the line's own text doesn't have.
  var isControl = false
}

/// The place on a page of codes that stand on one another.
enum StackedPlace {
  /// A step between places on a page that single precision holds exactly, below 65,536 points.
  private static let step = 1.0 / 128
  /// What tells two turns apart in double precision, but not in single precision from 32 points on.
  private static let hair = 4e-7
  /// The decimals that write a place.
  static let decimals = 7

  /// The place, in points from the page's left edge, of the code with the given turn.
  static func x(_ x: Points, turn: Int) -> Points { (x / step).rounded() * step - Double(turn) * hair }
}
