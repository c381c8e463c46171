import CCairo
import Content
import Fonts
import Geometry
import Layout

/// A Cairo surface of one owner, with what is drawn on it: PDF, PNG and SVG differ only in the surface.
///
/// It can't be copied, so it can't be drawn on from two threads.
struct Canvas: ~Copyable {
  let surface: OpaquePointer
  let context: OpaquePointer
  private let medium: Medium

  /// What is drawn on.
  enum Medium {
    /// A picture for the eye alone: pixels or SVG.
    case picture
    /// Art of a PDF page: letters are outlines, and pixels are scaled by whoever shows the file.
    case art
  }

  /// Takes over `surface`.
  init(surface: OpaquePointer, medium: Medium) throws(RenderingError) {
    let status = cairo_surface_status(surface)
    guard status == CAIRO_STATUS_SUCCESS, let context = cairo_create(surface) else {
      cairo_surface_destroy(surface)
      throw .cairo(reason: String(cString: cairo_status_to_string(status)))
    }
    self.surface = surface
    self.context = context
    self.medium = medium
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    cairo_set_font_options(context, options)
    cairo_font_options_destroy(options)
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  /// Ends the drawing, so that all of it has been written.
  consuming func finish() throws(RenderingError) {
    cairo_surface_finish(surface)
    for status in [cairo_status(context), cairo_surface_status(surface)] where status != CAIRO_STATUS_SUCCESS
    {
      throw .cairo(reason: String(cString: cairo_status_to_string(status)))
    }
  }

  /// Draws one item.
  borrowing func draw(_ item: FrameItem, resources: DrawingResources) throws(RenderingError) {
    switch item {
    case .line(let line, let origin):
      // Readers that search take the codes of a line from left to right.
      for placed in (line.runs + line.decorations).sorted(by: { $0.x < $1.x }) {
        let run = placed.run
        draw(run, at: Point(x: origin.x + placed.x, y: origin.y), face: try resources.face(of: run.font))
      }
    case .fill(let rect, let color):
      fill([rect], color)
    case .fills(let rects, let color):
      fill(rects, color)
    case .rule(let from, let to, let stroke):
      cairo_move_to(context, from.x, from.y)
      cairo_line_to(context, to.x, to.y)
      self.stroke(stroke)
    case .frame(let rect, let stroke):
      addPath(of: rect)
      self.stroke(stroke)
    case .image(let asset, let rect, _):
      try draw(try resources.picture(of: asset), in: rect)
    case .signatureField: break
    case .marked(_, let items):
      for item in items { try draw(item, resources: resources) }
    case .rotated(let degrees, let center, let items):
      cairo_save(context)
      defer { cairo_restore(context) }
      cairo_translate(context, center.x, center.y)
      cairo_rotate(context, -degrees * .pi / 180)
      for item in items { try draw(item, resources: resources) }
    case .scaled(let factor, let origin, let items):
      cairo_save(context)
      defer { cairo_restore(context) }
      cairo_translate(context, origin.x, origin.y)
      cairo_scale(context, factor, factor)
      for item in items { try draw(item, resources: resources) }
    }
  }

  private borrowing func draw(_ run: GlyphRun, at origin: Point, face: CairoFace) {
    guard !run.glyphs.isEmpty else { return }
    cairo_set_font_face(context, face.handle)
    cairo_set_font_size(context, run.size)
    setSource(run.color)
    let glyphs = run.glyphs.map { cairo_glyph_t(index: UInt($0.id), x: origin.x + $0.x, y: origin.y - $0.y) }
    switch medium {
    case .picture: cairo_show_glyphs(context, glyphs, Int32(glyphs.count))
    case .art:
      cairo_glyph_path(context, glyphs, Int32(glyphs.count))
      cairo_fill(context)
    }
  }

  private borrowing func fill(_ rects: [Rect], _ color: Color) {
    for rect in rects { addPath(of: rect) }
    setSource(color)
    cairo_fill(context)
  }

  private borrowing func addPath(of rect: Rect) {
    cairo_rectangle(context, rect.minX, rect.minY, rect.size.width, rect.size.height)
  }

  private borrowing func stroke(_ stroke: Stroke) {
    setSource(stroke.color)
    cairo_set_line_width(context, stroke.width)
    if stroke.isDotted {
      // A dash of no length under a round cap is a dot as wide as the line.
      cairo_set_line_cap(context, CAIRO_LINE_CAP_ROUND)
      cairo_set_dash(context, [0, stroke.width * 2.5], 2, 0)
    } else {
      cairo_set_line_cap(context, CAIRO_LINE_CAP_BUTT)
      cairo_set_dash(context, nil, 0, 0)
    }
    cairo_stroke(context)
  }

  private borrowing func setSource(_ color: Color) {
    cairo_set_source_rgb(context, color.red, color.green, color.blue)
  }

  private borrowing func draw(_ picture: Picture, in rect: Rect) throws(RenderingError) {
    cairo_save(context)
    defer { cairo_restore(context) }
    switch picture {
    case .pixels(let pixels):
      cairo_translate(context, rect.minX, rect.minY)
      cairo_scale(context, rect.size.width / Double(pixels.width), rect.size.height / Double(pixels.height))
      cairo_set_source_surface(context, pixels.surface, 0, 0)
      // Any other filter makes Cairo ask PDF viewers to interpolate, which PDF/A forbids.
      cairo_pattern_set_filter(
        cairo_get_source(context), medium == .art ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_BEST)
      cairo_rectangle(context, 0, 0, Double(pixels.width), Double(pixels.height))
      cairo_fill(context)
    case .vectors(let drawing):
      try drawing.draw(on: context, in: rect)
    }
  }
}
