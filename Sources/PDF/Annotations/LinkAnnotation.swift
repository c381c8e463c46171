import Content
import Geometry

/// A place on a page that leads elsewhere (ISO 32000-1, 12.5.6.5 and 12.6.4.7).
struct LinkAnnotation {
  var target: LinkTarget
  /// Where it lies, in the page's own coordinates.
  var box: Rect
  var page: ObjectNumber
  /// Its key in the parent tree.
  var key: Int

  /// Writes the link.
  func write(as number: ObjectNumber, to file: inout ObjectFile) {
    file.write(number) {
      $0.addLinkEntries(box: box, page: page, key: key, words: target.uri)
      $0.add("/A<</S/URI/URI")
      $0.add(text: target.uri)
      $0.add(">>>>")
    }
  }
}

extension PDFBytes {
  /// Begins a link's dictionary: without a frame, printed like all that a page shows (ISO 19005-3, 6.3.2), and with
  /// words for who can't see it (ISO 14289-1, 7.18.5).
  mutating func addLinkEntries(box: Rect, page: ObjectNumber, key: Int, words: String) {
    add("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[")
    for side in [box.minX, box.minY, box.maxX, box.maxY] {
      add(side)
      add(" ")
    }
    add("]/P ")
    add(page)
    add("/StructParent ")
    add(key)
    add("/Contents")
    add(text: words)
  }
}
