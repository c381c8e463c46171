import Content
import Geometry
import Layout

/// Something on a page that readers of the file act on, and the structure element that owns it.
struct PlacedAnnotation {
  /// What readers do with it.
  enum Kind {
    /// They sign in it.
    case signatureField(SignatureField)
    /// They are led elsewhere.
    case link(LinkTarget)
    /// They are led to a note, by its number; with what the link is, in words.
    case footnote(Int, words: String)
  }

  var element: StructureTree.ElementID
  var kind: Kind
  /// Where it lies, from the page's top left corner.
  var box: Rect
}

extension PlacedAnnotation.Kind {
  /// What readers do with the text of a link; `nil` if it leads nowhere.
  init?(_ link: StructureTree.Element) {
    if let target = link.link {
      self = .link(target)
    } else if let number = link.noteNumber {
      self = .footnote(number, words: link.title ?? "\(number)")
    } else {
      return nil
    }
  }
}
