/// A piece of a code's ink: an outline of the font, moved.
struct InkPart: Hashable {
  /// The glyph in the font file.
  var glyph: UInt32
  /// How far right of the code's origin it stands, in font units.
  var dx: Int32
  /// How far above the baseline, in font units.
  var dy: Int32
}

/// What a code draws: the outlines of the font that it is composed of.
///
/// The first part lies in the value itself: nearly all codes draw one outline or none, and a page has about a
/// thousand.
struct Ink: Hashable {
  private var first: InkPart?
  private var rest: [InkPart] = []

  /// No ink.
  init() {}

  /// One outline.
  init(_ part: InkPart) { first = part }

  /// Adds an outline.
  mutating func append(_ part: InkPart) {
    if first == nil { first = part } else { rest.append(part) }
  }

  /// Moves all of it, in font units.
  mutating func move(dx: Int32, dy: Int32 = 0) {
    first?.dx += dx
    first?.dy += dy
    for index in rest.indices {
      rest[index].dx += dx
      rest[index].dy += dy
    }
  }
}

extension Ink: RandomAccessCollection, ExpressibleByArrayLiteral {
  init(arrayLiteral parts: InkPart...) {
    for part in parts { append(part) }
  }

  var startIndex: Int { 0 }
  var endIndex: Int { first == nil ? 0 : rest.count + 1 }

  subscript(place: Int) -> InkPart {
    if place == 0, let first { return first }
    return rest[place - 1]
  }
}
