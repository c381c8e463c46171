import Fonts
import Geometry

/// One code of the text layer, placed on a page: what it draws and the text it stands for.
struct TextCode {
  /// What tells it from other codes of its font.
  var code: FontCode
  /// The font its ink comes from.
  var font: Font
  /// The font size, in points.
  var size: Points
  /// The ink's colour.
  var color: Color
  /// Distance of its origin from the line's origin to the right, in points.
  var x: Points
  /// Distance of its origin above the line's baseline, in points.
  var y: Points = 0
}
