import Fonts
import Geometry

/// What the text layer needs of a run beside its font.
struct RunMeasure {
  /// One design unit of its font, in points.
  let unit: Points
  /// Design units in one em of its font.
  let em: Int
  /// The width of a code that has no ink of its own, in design units.
  let sliver: Int32
  /// The font size, in points.
  let size: Points
  /// The ink.
  let color: Color
  /// Which of its paragraph's links it is part of.
  let link: Int?

  init(unitsPerEm: Int, size: Points, color: Color, link: Int?) {
    em = unitsPerEm
    unit = size / Double(em)
    sliver = Int32((Double(em) * TextLayer.sliver).rounded())
    self.size = size
    self.color = color
    self.link = link
  }
}
