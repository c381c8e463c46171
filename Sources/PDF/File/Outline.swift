import Geometry

/// The bookmarks of a file, one for each document in it (ISO 32000-1, 12.3.3).
struct Outline {
  private var items: [(title: String, page: ObjectNumber, height: Points)] = []

  /// Adds a bookmark that leads to the top of a page.
  mutating func add(_ title: String, page: ObjectNumber, height: Points) {
    items.append((title, page, height))
  }

  /// Writes the bookmarks, if there are any, and returns their root.
  func write(to file: inout ObjectFile) -> ObjectNumber? {
    guard !items.isEmpty else { return nil }
    let root = file.reserve()
    let numbers = items.map { _ in file.reserve() }
    file.write(root) {
      $0.add("<</Type/Outlines/First ")
      $0.add(numbers[0])
      $0.add("/Last ")
      $0.add(numbers[numbers.count - 1])
      $0.add("/Count ")
      $0.add(numbers.count)
      $0.add(">>")
    }
    for (index, item) in items.enumerated() {
      file.write(numbers[index]) {
        $0.add("<</Title")
        $0.add(text: item.title)
        $0.add("/Parent ")
        $0.add(root)
        if index > 0 {
          $0.add("/Prev ")
          $0.add(numbers[index - 1])
        }
        if index + 1 < numbers.count {
          $0.add("/Next ")
          $0.add(numbers[index + 1])
        }
        $0.add("/Dest[")
        $0.add(item.page)
        $0.add("/XYZ null ")
        $0.add(item.height)
        $0.add(" null]>>")
      }
    }
    return root
  }
}
