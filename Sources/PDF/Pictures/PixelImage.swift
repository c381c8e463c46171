import CCairo

/// A picture of pixels as a Cairo image surface.
final class PixelImage {
  let surface: OpaquePointer
  let width: Int
  let height: Int

  private init(surface: OpaquePointer) {
    self.surface = surface
    width = Int(cairo_image_surface_get_width(surface))
    height = Int(cairo_image_surface_get_height(surface))
  }

  deinit { cairo_surface_destroy(surface) }

  /// Decodes a PNG file whose size has been found acceptable.
  convenience init(png bytes: [UInt8]) throws(RenderingError) {
    let surface = bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      return withUnsafeMutablePointer(to: &rest) { rest in
        cairo_image_surface_create_from_png_stream(
          { closure, target, length in
            guard let closure, let target else { return CAIRO_STATUS_READ_ERROR }
            let rest = closure.assumingMemoryBound(to: Slice<UnsafeRawBufferPointer>.self)
            guard rest.pointee.count >= Int(length) else { return CAIRO_STATUS_READ_ERROR }
            UnsafeMutableRawBufferPointer(start: target, count: Int(length))
              .copyBytes(from: rest.pointee.prefix(Int(length)))
            rest.pointee = rest.pointee.dropFirst(Int(length))
            return CAIRO_STATUS_SUCCESS
          }, rest)
      }
    }
    guard let surface else { throw .undrawableImage(reason: "no memory") }
    let status = cairo_surface_status(surface)
    guard status == CAIRO_STATUS_SUCCESS else {
      cairo_surface_destroy(surface)
      throw .undrawableImage(reason: String(cString: cairo_status_to_string(status)))
    }
    self.init(surface: surface)
  }

  /// Decodes a JPEG file whose size has been found acceptable; PDF gets the file's own bytes.
  convenience init(jpeg bytes: [UInt8]) throws(RenderingError) {
    let decoder = try JPEGDecoder()
    let header = try decoder.header(of: bytes)
    guard
      let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(header.width), Int32(header.height))
    else { throw .undrawableImage(reason: "no memory") }
    self.init(surface: surface)
    guard let pixels = cairo_image_surface_get_data(surface) else {
      throw .undrawableImage(reason: "no memory")
    }
    cairo_surface_flush(surface)
    try decoder.decode(
      bytes, header: header, into: pixels, bytesPerRow: Int(cairo_image_surface_get_stride(surface)))
    cairo_surface_mark_dirty(surface)
    attach(jpeg: bytes)
  }

  /// Gives Cairo a copy of the file to embed; the copy is freed with the surface.
  private func attach(jpeg bytes: [UInt8]) {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    _ = copy.initialize(from: bytes)
    let status = cairo_surface_set_mime_data(
      surface, CAIRO_MIME_TYPE_JPEG, copy.baseAddress, UInt(bytes.count),
      { $0?.deallocate() }, copy.baseAddress)
    if status != CAIRO_STATUS_SUCCESS { copy.deallocate() }
  }
}
