import CCairo
import Geometry
import Layout

/// What a piece of art is: it looks the same wherever the same items stand on a page of the same size.
struct ArtKey: Hashable {
  var size: Size
  var items: [FrameItem]
}

/// Draws art through Cairo, each piece once: what returns from letter to letter, such as a letterhead, is
/// drawn once for all of them.
///
/// It belongs to a painter and its thread.
final class ArtDrawing {
  private let resources: DrawingResources
  private var drawn: [ArtKey: ImportedForm] = [:]

  /// More than the pages of a run have in common; beyond it all are let go, so that art of single letters
  /// doesn't fill the memory.
  private static let limit = 64

  init(resources: DrawingResources) { self.resources = resources }

  /// The form of a piece of art.
  func form(of art: ArtKey) throws(RenderingError) -> ImportedForm {
    if let known = drawn[art] { return known }
    let form = try ImportedForm(cairoFile: draw(art), size: art.size)
    if drawn.count == Self.limit { drawn.removeAll() }
    drawn[art] = form
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
