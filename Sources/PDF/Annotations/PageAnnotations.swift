import Content
import Geometry

/// The annotations of one page in the making (ISO 32000-1, 12.5).
struct PageAnnotations {
  /// An annotation with its object.
  private struct Annotation {
    var placed: PlacedAnnotation
    var number: ObjectNumber
    var element: ObjectNumber
  }

  private let page: ObjectNumber
  private let height: Points
  private var annotations: [Annotation] = []

  /// Those of a page that is `height` high.
  init(page: ObjectNumber, height: Points) {
    self.page = page
    self.height = height
  }

  /// The structure elements that own the annotations, in their order.
  var elements: [ObjectNumber] { annotations.map(\.element) }

  /// Adds an annotation that `element` owns, under a number that was given out.
  mutating func add(_ placed: PlacedAnnotation, number: ObjectNumber, element: ObjectNumber) {
    annotations.append(Annotation(placed: placed, number: number, element: element))
  }

  /// Adds the page's entry for them; a page without any has none.
  func addEntry(to output: inout PDFBytes) {
    guard !annotations.isEmpty else { return }
    output.add("/Annots[")
    for annotation in annotations {
      output.add(annotation.number)
      output.add(" ")
    }
    output.add("]")
  }

  /// Writes them, but for those that lead to `notes`; `key` is the first one's in the parent tree, the others' follow
  /// (14.7.4.4).
  func write(key: Int, form: inout FormWriter, notes: inout FootnoteLinks, to file: inout ObjectFile) {
    for (index, annotation) in annotations.enumerated() {
      switch annotation.placed.kind {
      case .signatureField(let field):
        let widget = SignatureWidget(
          name: form.add(annotation.number, named: field.name), purpose: field.purpose,
          box: annotation.placed.box.upright(onPageOf: height), page: page, key: key + index)
        widget.write(as: annotation.number, to: &file)
      case .link(let target):
        let link = LinkAnnotation(
          target: target, box: annotation.placed.box.upright(onPageOf: height), page: page, key: key + index)
        link.write(as: annotation.number, to: &file)
      case .footnote(let note, let words):
        notes.add(
          FootnoteLinks.Link(
            number: annotation.number, note: note, words: words,
            box: annotation.placed.box.upright(onPageOf: height), page: page, key: key + index))
      }
    }
  }
}
