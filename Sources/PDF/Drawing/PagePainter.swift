import CCairo
import Content
import Geometry
public import Layout

/// Makes PDF, PNG or SVG of laid-out pages: Cairo draws pictures and all art, the text of a PDF file is written
/// as codes of its own fonts.
///
/// A painter keeps the fonts and pictures it has opened and belongs to one thread: make one for each
/// worker. What it writes depends on the pages and the fonts it is given alone: not on what it drew before, not on
/// the clock, locale or environment.
public final class PagePainter {
  let resources = DrawingResources()
  let outlines = OpenedFaces()
  let lines = KnownLines()
  let room = ContentRoom()
  let art: ArtDrawing
  let compressor = StreamCompressor(level: 1)

  /// A painter with nothing opened yet.
  public init() { art = ArtDrawing(resources: resources) }

  /// One PDF file of all pages of `documents`, in order.
  ///
  /// What the file says of itself is what the first document says.
  public func pdf(
    _ documents: [PagedDocument], profile: Profile = .official, stock: FontStock? = nil,
    attachments: [Attachment] = []
  ) throws(RenderingError) -> [UInt8] {
    try file(documents, profile: profile, stock: stock, attachments: attachments).bytes
  }

  /// The same file with its digest.
  public func file(
    _ documents: [PagedDocument], profile: Profile = .official, stock: FontStock? = nil,
    attachments: [Attachment] = []
  ) throws(RenderingError) -> DrawnFile {
    let metadata = documents.first?.metadata ?? Document.Metadata(title: "")
    var drawing = PDFDrawing(metadata: metadata, profile: profile, stock: stock, painter: self)
    for document in documents { try drawing.add(document) }
    for attachment in attachments { drawing.attach(attachment) }
    return drawing.finish()
  }

  /// A file of one page to lay into a field of another file; nothing of it belongs to a structure.
  public func appearance(_ page: Page) throws(RenderingError) -> [UInt8] {
    let page = Page(size: page.size, items: [.marked(.artifact(.layout), page.unmarkedItems)])
    return try pdf([PagedDocument(metadata: Document.Metadata(title: ""), pages: [page])])
  }

  /// A picture of one page on white paper, as PNG.
  public func png(_ page: Page, dotsPerInch: Double) throws(RenderingError) -> [UInt8] {
    let scale = dotsPerInch / 72
    let (width, height) = (page.size.width * scale, page.size.height * scale)
    // Cairo's own limit for pictures: a side of 32,767 pixels.
    guard width >= 1, height >= 1, width <= 32767, height <= 32767 else {
      throw .cairo(reason: "a page of \(width) by \(height) pixels")
    }
    let surface = cairo_image_surface_create(
      CAIRO_FORMAT_RGB24, Int32(width.rounded(.up)), Int32(height.rounded(.up)))
    guard let surface else { throw .cairo(reason: "no image surface") }
    let canvas = try Canvas(surface: surface, medium: .picture)
    cairo_set_source_rgb(canvas.context, 1, 1, 1)
    cairo_paint(canvas.context)
    cairo_scale(canvas.context, scale, scale)
    for item in page.items { try canvas.draw(item, resources: resources) }
    let sink = ByteSink()
    cairo_surface_flush(surface)
    let status = cairo_surface_write_to_png_stream(surface, ByteSink.write, sink.closure)
    guard status == CAIRO_STATUS_SUCCESS else {
      throw .cairo(reason: String(cString: cairo_status_to_string(status)))
    }
    try canvas.finish()
    return sink.bytes
  }

  /// A picture of one page as SVG, its letters as outlines.
  public func svg(_ page: Page) throws(RenderingError) -> [UInt8] {
    let sink = ByteSink()
    guard
      let surface = cairo_svg_surface_create_for_stream(
        ByteSink.write, sink.closure, page.size.width, page.size.height)
    else { throw .cairo(reason: "no SVG surface") }
    let canvas = try Canvas(surface: surface, medium: .picture)
    for item in page.items { try canvas.draw(item, resources: resources) }
    cairo_show_page(canvas.context)
    try canvas.finish()
    return SVGNames.renumbered(sink.bytes)
  }
}
