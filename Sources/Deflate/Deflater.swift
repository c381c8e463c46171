import CZlib

/// Deflate compression (RFC 1951), through zlib: the same bytes give the same result.
public enum Deflater {
  /// `input` compressed.
  /// - Parameters:
  ///   - input: the bytes.
  ///   - format: what stands around the result.
  ///   - level: zlib's level, 1 (fast) to 9 (small).
  /// - Returns: the compressed bytes.
  public static func deflate(_ input: ArraySlice<UInt8>, format: DeflateFormat, level: Int = 6) -> [UInt8] {
    var stream = z_stream()
    var status = czlib_deflate_init(&stream, Int32(clamping: level), format.windowBits)
    precondition(status == Z_OK, "zlib has no memory, or the level isn't one")
    defer { deflateEnd(&stream) }
    let bound = Int(deflateBound(&stream, uLong(input.count)))
    return input.withUnsafeBufferPointer { source in
      [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
        // zlib only reads its input; its header leaves out the `const`.
        stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        stream.avail_in = uInt(clamping: source.count)
        stream.next_out = buffer.baseAddress
        stream.avail_out = uInt(clamping: buffer.count)
        status = CZlib.deflate(&stream, Z_FINISH)
        precondition(status == Z_STREAM_END, "zlib's own bound was too small")
        count = buffer.count - Int(stream.avail_out)
      }
    }
  }
}
