import Geometry

/// A signature field that nobody has signed yet, one with its widget (ISO 32000-1, 12.5.6.19 and 12.7.4.5).
struct SignatureWidget {
  var name: String
  var purpose: String
  /// Where it lies, in the page's own coordinates.
  var box: Rect
  var page: ObjectNumber
  /// Its key in the parent tree.
  var key: Int

  /// Writes the field, and the empty appearance that one with a size must have (ISO 19005-3, 6.3.3).
  func write(as number: ObjectNumber, to file: inout ObjectFile) {
    let appearance = box.size.width > 0 && box.size.height > 0 ? writeAppearance(to: &file) : nil
    file.write(number) {
      $0.add("<</Type/Annot/Subtype/Widget/FT/Sig/T")
      $0.add(text: name)
      $0.add("/TU")
      $0.add(text: purpose)
      // It prints, and readers leave it where it is (table 165: Print, Locked).
      $0.add("/F 132/Rect[")
      for side in [box.minX, box.minY, box.maxX, box.maxY] {
        $0.add(side)
        $0.add(" ")
      }
      $0.add("]/P ")
      $0.add(page)
      $0.add("/StructParent ")
      $0.add(key)
      if let appearance {
        $0.add("/AP<</N ")
        $0.add(appearance)
        $0.add(">>")
      }
      $0.add(">>")
    }
  }

  private func writeAppearance(to file: inout ObjectFile) -> ObjectNumber {
    let number = file.reserve()
    file.writeStream(number, [], isCompressed: false) {
      $0.add("/Type/XObject/Subtype/Form/BBox[0 0 ")
      $0.add(box.size.width)
      $0.add(" ")
      $0.add(box.size.height)
      $0.add("]")
    }
    return number
  }
}
