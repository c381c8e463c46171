import CDeflate

/// Compresses bytes to the zlib format (RFC 1950), as PDF's `FlateDecode` wants them.
///
/// It keeps its tables from call to call and belongs to one thread. What it writes depends on the input
/// and the level alone.
public final class ZlibCompressor {
  // An opaque handle that lives as long as this object.
  private let handle: OpaquePointer

  /// A compressor of the given level, from 1 (fast) to 12 (small).
  public init(level: Int) {
    guard let handle = libdeflate_alloc_compressor(Int32(level)) else {
      preconditionFailure("libdeflate has no memory, or the level isn't one")
    }
    self.handle = handle
  }

  deinit { libdeflate_free_compressor(handle) }

  /// `bytes`, compressed.
  public func compressed(_ bytes: [UInt8]) -> [UInt8] {
    let bound = libdeflate_zlib_compress_bound(handle, bytes.count)
    return [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
      count = libdeflate_zlib_compress(handle, bytes, bytes.count, buffer.baseAddress, bound)
    }
  }
}
