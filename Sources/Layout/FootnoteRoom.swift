import Geometry

/// What the notes called in a region would take of its height.
struct FootnoteRoom {
  /// The height of every note of the document.
  var heights: [Points]
  /// The height of the first lines of every note: as many as must stand together.
  var beginnings: [Points]
  /// The space between two notes.
  var gap: Points
  /// The height of the rule over the notes, with the space around it.
  var head: Points
  /// The height of what earlier regions have left.
  var waiting: Points

  /// The height they take before anything is called.
  var height: Points { waiting > 0 ? head + waiting : 0 }

  /// The height they take with `notes` below what takes `height`.
  func height(_ height: Points, adding notes: [Int]) -> Points {
    notes.reduce(height) { $0 + parting(below: $0) + heights[$1] }
  }

  /// The height they take at least: of the last of `notes` only the first lines stand here.
  func height(_ height: Points, beginning notes: [Int]) -> Points {
    guard let last = notes.last else { return height }
    let above = self.height(height, adding: notes.dropLast())
    return above + parting(below: above) + beginnings[last]
  }

  /// What parts a note from what stands above it.
  private func parting(below height: Points) -> Points { height > 0 ? gap : head }
}
