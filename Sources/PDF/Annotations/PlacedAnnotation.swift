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
  }

  var element: StructureTree.ElementID
  var kind: Kind
  /// Where it lies, from the page's top left corner.
  var box: Rect
}
