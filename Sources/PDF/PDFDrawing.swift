import CCairo
public import Content
import Geometry
public import Layout

/// A PDF file in the making: documents are drawn one after the other, and only its bytes are kept.
///
/// It has one owner and ends with ``finish()``; fonts and pictures are embedded once for all its pages.
public struct PDFDrawing: ~Copyable {
  private let sink: ByteSink
  private let surface: OpaquePointer
  private let canvas: Canvas
  private let resources: DrawingResources

  /// An empty file that says of itself what `metadata` says.
  public init(metadata: Document.Metadata?, painter: PagePainter) throws(RenderingError) {
    let (sink, size) = (ByteSink(), Paper.a4.size)
    guard
      let surface = cairo_pdf_surface_create_for_stream(ByteSink.write, sink.closure, size.width, size.height)
    else { throw .cairo(reason: "no PDF surface") }
    canvas = try Canvas(surface: surface, keepsPixels: true)
    self.sink = sink
    self.surface = surface
    resources = painter.resources
    if let metadata { describe(metadata) }
  }

  /// Draws all pages of `document`.
  public func add(_ document: PagedDocument) throws(RenderingError) {
    for page in document.pages {
      cairo_pdf_surface_set_size(surface, page.size.width, page.size.height)
      for item in page.items { try canvas.draw(item, resources: resources) }
      cairo_show_page(canvas.context)
    }
  }

  /// The file's bytes.
  public consuming func finish() throws(RenderingError) -> [UInt8] {
    try canvas.finish()
    return sink.bytes
  }

  private func describe(_ metadata: Document.Metadata) {
    // Cairo writes the clock's time unless it is given one.
    let entries = [
      (CAIRO_PDF_METADATA_TITLE, metadata.title), (CAIRO_PDF_METADATA_AUTHOR, metadata.author),
      (CAIRO_PDF_METADATA_SUBJECT, metadata.subject), (CAIRO_PDF_METADATA_CREATE_DATE, metadata.created),
      (CAIRO_PDF_METADATA_CREATOR, "Khitab"),
    ]
    for (key, value) in entries where !value.isEmpty {
      cairo_pdf_surface_set_metadata(surface, key, value)
    }
  }
}
