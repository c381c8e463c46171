/// An item and whose content it is, while pages are made.
///
/// Items are moved often and grouped by their marks once, when a page is finished.
struct MarkedItem: Hashable, Sendable {
  /// Whose content it is.
  var mark: ContentMark
  /// What is drawn.
  var item: FrameItem

  init(_ mark: ContentMark, _ item: FrameItem) {
    self.mark = mark
    self.item = item
  }
}

extension [MarkedItem] {
  /// The items of a finished page: what follows one another under one mark stands in it together.
  var grouped: [FrameItem] {
    var groups: [FrameItem] = []
    groups.reserveCapacity(count)
    var start = 0
    for index in indices where index + 1 == count || self[index + 1].mark != self[index].mark {
      groups.append(.marked(self[index].mark, self[start...index].map(\.item)))
      start = index + 1
    }
    return groups
  }
}
