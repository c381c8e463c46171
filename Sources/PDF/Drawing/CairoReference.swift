import CCairo
import Content
import Fonts
import Geometry
public import Layout

/// Draws laid-out letters on Cairo's PDF surface, one file each: the loop that benchmarks compare with.
///
/// It is written as a careful user of Cairo would write it, and stays as it is: fonts are opened once, their
/// character maps are hidden from Cairo (half of its time would go there), and text is given in clusters.
public final class CairoReference {
  private let resources = DrawingResources()

  /// A reference with nothing opened yet.
  public init() {}

  /// The file of one letter.
  public func pdf(_ document: PagedDocument) throws(RenderingError) -> [UInt8] {
    let sink = ByteSink()
    let size = document.pages.first?.size ?? Size(width: 1, height: 1)
    guard
      let surface = cairo_pdf_surface_create_for_stream(ByteSink.write, sink.closure, size.width, size.height)
    else { throw .cairo(reason: "no PDF surface") }
    let canvas = try Canvas(surface: surface, medium: .art)
    for page in document.pages {
      for item in page.unmarkedItems {
        if case .line(let line, let at) = item {
          for placed in (line.runs + line.decorations).sorted(by: { $0.x < $1.x }) {
            try draw(placed.run, at: Point(x: at.x + placed.x, y: at.y), on: canvas.context)
          }
        } else {
          try canvas.draw(item, resources: resources)
        }
      }
      cairo_show_page(canvas.context)
    }
    try canvas.finish()
    return sink.bytes
  }

  private func draw(
    _ run: GlyphRun, at origin: Point, on context: OpaquePointer
  ) throws(RenderingError) {
    cairo_set_font_face(context, try resources.face(of: run.font).handle)
    cairo_set_font_size(context, run.size)
    cairo_set_source_rgb(context, run.color.red, run.color.green, run.color.blue)
    let glyphs = run.glyphs.map { cairo_glyph_t(index: UInt($0.id), x: origin.x + $0.x, y: origin.y - $0.y) }
    let clusters = clusters(of: run)
    clusters.text.withUnsafeBytes { text in
      cairo_show_text_glyphs(
        context, text.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(text.count), glyphs,
        Int32(glyphs.count), clusters.sizes, Int32(clusters.sizes.count), cairo_text_cluster_flags_t(0))
    }
  }

  /// The run's text in visual order, and how many bytes and glyphs of it belong together.
  private func clusters(of run: GlyphRun) -> (text: [UInt8], sizes: [cairo_text_cluster_t]) {
    let source = Array(run.text.utf8)
    var text: [UInt8] = []
    var sizes: [cairo_text_cluster_t] = []
    text.reserveCapacity(source.count)
    sizes.reserveCapacity(run.glyphs.count)
    var index = 0
    var previous = source.count
    while index < run.glyphs.count {
      let start = run.glyphs[index].cluster
      var next = index + 1
      while next < run.glyphs.count, run.glyphs[next].cluster == start { next += 1 }
      let following = next < run.glyphs.count ? run.glyphs[next].cluster : source.count
      let end = max(start, run.isRightToLeft ? previous : following)
      text += source[start..<end]
      sizes.append(cairo_text_cluster_t(num_bytes: Int32(end - start), num_glyphs: Int32(next - index)))
      previous = start
      index = next
    }
    return (text, sizes)
  }
}
