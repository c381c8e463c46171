import CCairo
import Geometry
import Layout

/// What a piece of art is: it looks the same wherever the same items stand on a page of the same size.
struct ArtKey: Equatable {
  var size: Size
  var items: [FrameItem]
}

/// Draws art through Cairo, each piece once: what returns from letter to letter, such as a letterhead, is
/// drawn once for all of them.
///
/// It belongs to a painter and its thread.
final class ArtDrawing {
  private let resources: DrawingResources
  /// What was drawn, last asked for first: pages have few pieces, which are compared sooner than hashed.
  private var drawn: [(art: ArtKey, form: ImportedForm)] = []

  /// More than the pages of a run have in common; beyond it the oldest is let go, so that art of single letters
  /// doesn't fill the memory.
  private static let limit = 64

  init(resources: DrawingResources) { self.resources = resources }

  /// The form of a piece of art.
  func form(of art: ArtKey) throws(RenderingError) -> ImportedForm {
    if let place = drawn.firstIndex(where: { $0.art == art }) {
      if place > 0 { drawn.insert(drawn.remove(at: place), at: 0) }
      return drawn[0].form
    }
    let form = try ImportedForm(cairoFile: draw(art), size: art.size)
    if drawn.count == Self.limit { drawn.removeLast() }
    drawn.insert((art, form), at: 0)
    return form
  }

  /// A file of one page with the art on it.
  ///
  /// A surface of its own for each piece keeps Cairo's numbers of resources from depending on what was drawn
  /// before.
  private func draw(_ art: ArtKey) throws(RenderingError) -> [UInt8] {
    let sink = ByteSink()
    let surface = cairo_pdf_surface_create_for_stream(
      ByteSink.write, sink.closure, art.size.width, art.size.height)
    guard let surface else { throw .cairo(reason: "no PDF surface") }
    // Cairo writes the clock's time unless it is given one; none of the file's information is kept.
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z")
    let canvas = try Canvas(surface: surface, medium: .art)
    for item in art.items { try canvas.draw(item, resources: resources) }
    cairo_show_page(canvas.context)
    try canvas.finish()
    return sink.bytes
  }
}
