import CTurboJPEG

/// libjpeg-turbo, for one thread.
final class JPEGDecoder {
  /// What a JPEG file's header says.
  struct Header: Hashable {
    var width: Int
    var height: Int
    /// Whether it is stored in printing inks, which Cairo would show inverted.
    var isCMYK: Bool
  }

  private let handle: tjhandle

  init() throws(RenderingError) {
    guard let handle = tjInitDecompress() else { throw .undrawableImage(reason: "no JPEG decoder") }
    self.handle = handle
  }

  deinit { tjDestroy(handle) }

  /// Reads the header alone.
  func header(of bytes: [UInt8]) throws(RenderingError) -> Header {
    var (width, height, subsampling, colorspace) = (Int32(0), Int32(0), Int32(0), Int32(0))
    guard
      tjDecompressHeader3(handle, bytes, UInt(bytes.count), &width, &height, &subsampling, &colorspace) == 0
    else { throw failure }
    let isCMYK = colorspace == Int32(TJCS_CMYK.rawValue) || colorspace == Int32(TJCS_YCCK.rawValue)
    return Header(width: Int(width), height: Int(height), isCMYK: isCMYK)
  }

  /// Decodes the whole file into 32-bit pixels as Cairo stores them; a damaged file is a failure.
  func decode(
    _ bytes: [UInt8], header: Header, into pixels: UnsafeMutablePointer<UInt8>, bytesPerRow: Int
  ) throws(RenderingError) {
    let order = 1.littleEndian == 1 ? TJPF_BGRX : TJPF_XRGB
    let done = tjDecompress2(
      handle, bytes, UInt(bytes.count), pixels, Int32(header.width), Int32(bytesPerRow),
      Int32(header.height), Int32(order.rawValue), Int32(TJFLAG_STOPONWARNING))
    guard done == 0 else { throw failure }
  }

  private var failure: RenderingError {
    .undrawableImage(reason: String(cString: tjGetErrorStr2(handle)))
  }
}
