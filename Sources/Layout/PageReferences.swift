import Content

/// What the page numbers in a document's text say: guessed first, settled when the pages are known.
struct PageReferences: Hashable {
  /// How many pages there are.
  var count = 1
  /// The page that each reference stands on, in the order they come in.
  var pages: [Int] = []
  /// How many references were met so far.
  private(set) var ordinal = 0
  /// Whether the number of pages was asked for.
  var hasCount = false

  init(count: Int = 1, pages: [Int] = []) {
    self.count = count
    self.pages = pages
  }

  /// References that all stand on one page, as in furniture.
  static func onPage(_ page: Int, of count: Int) -> PageReferences {
    var references = PageReferences(count: count)
    references.only = page
    return references
  }

  private var only: Int?

  /// Whether the text depends on how it is divided into pages.
  var isUsed: Bool { hasCount || ordinal > 0 }

  /// The page that the next reference stands on.
  mutating func next() -> Int {
    defer { ordinal += 1 }
    return only ?? (ordinal < pages.count ? pages[ordinal] : 1)
  }
}
