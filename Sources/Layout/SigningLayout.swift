import Content
import Geometry

/// Room to sign in, whose fields have their places in the structure.
struct PreparedSigning {
  var height: Points
  /// The fields, each with the element whose content it is.
  var fields: [(field: SignatureField, mark: ContentMark)]
}

extension BlockPreparer {
  /// Room to sign in; each field is an element of its own.
  mutating func prepare(_ block: SigningBlock) -> PreparedBlock {
    var fields: [(field: SignatureField, mark: ContentMark)] = []
    for field in block.fields { fields.append((field, structure.leaf(StructureTree.Element(.form)))) }
    return .signing(PreparedSigning(height: block.height, fields: fields))
  }
}

extension PreparedSigning {
  /// The room over the whole measure: the first field takes it, the others have a place and no size.
  func frame(width: Points) -> Frame {
    var frame = Frame(width: width, height: height)
    for (index, place) in fields.enumerated() {
      let box = Rect(x: 0, y: 0, width: index == 0 ? width : 0, height: index == 0 ? height : 0)
      frame.items.append(MarkedItem(place.mark, .signatureField(place.field, box)))
    }
    return frame
  }
}
