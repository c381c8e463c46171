import CRSVG
import Geometry

/// An SVG file, drawn as vectors.
final class SVGDrawing {
  private let handle: UnsafeMutablePointer<RsvgHandle>

  init(_ bytes: [UInt8]) throws(RenderingError) {
    var error: UnsafeMutablePointer<GError>?
    guard let handle = rsvg_handle_new_from_data(bytes, gsize(bytes.count), &error) else {
      throw Self.failure(error)
    }
    rsvg_handle_set_dpi(handle, 96)
    self.handle = handle
  }

  deinit { g_object_unref(handle) }

  /// The size it asks for, in CSS pixels of 1/96 inch: its width and height, or else its view box.
  var naturalSize: (width: Double, height: Double)? {
    var (width, height) = (0.0, 0.0)
    if rsvg_handle_get_intrinsic_size_in_pixels(handle, &width, &height) != 0, width > 0, height > 0 {
      return (width, height)
    }
    var box = RsvgRectangle()
    var hasWidth = gboolean(0), hasHeight = gboolean(0), hasBox = gboolean(0)
    rsvg_handle_get_intrinsic_dimensions(handle, &hasWidth, nil, &hasHeight, nil, &hasBox, &box)
    return hasBox != 0 && box.width > 0 && box.height > 0 ? (box.width, box.height) : nil
  }

  /// Draws it into `rect`, its proportions kept.
  func draw(on context: OpaquePointer, in rect: Rect) throws(RenderingError) {
    var viewport = RsvgRectangle(
      x: rect.minX, y: rect.minY, width: rect.size.width, height: rect.size.height)
    var error: UnsafeMutablePointer<GError>?
    guard rsvg_handle_render_document(handle, context, &viewport, &error) != 0 else {
      throw Self.failure(error)
    }
  }

  private static func failure(_ error: UnsafeMutablePointer<GError>?) -> RenderingError {
    guard let error else { return .undrawableImage(reason: "librsvg gave no reason") }
    defer { g_error_free(error) }
    return .undrawableImage(reason: String(cString: error.pointee.message))
  }
}
