import CZlib

/// Undoes deflate compression through zlib, piece by piece, so that what grows too large is stopped in time.
struct ZlibInflation: ~Copyable {
  // zlib keeps the stream's address, so it must not move.
  private let stream: UnsafeMutablePointer<z_stream>

  /// A stream of compressed bytes.
  init(format: DeflateFormat) {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let status = czlib_inflate_init(stream, format.windowBits)
    precondition(status == Z_OK, "zlib has no memory")
    self.stream = stream
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// The whole of `input` inflated; see ``Inflater``.
  consuming func inflate(
    _ input: ArraySlice<UInt8>, limit: Int, ratio: Int
  ) throws(Inflater.Flaw) -> [UInt8] {
    var output: [UInt8] = []
    let inputCount = input.count
    let result = input.withUnsafeBufferPointer { buffer -> Result<Void, Inflater.Flaw> in
      // zlib only reads its input; its header leaves out the `const`.
      stream.pointee.next_in = UnsafeMutablePointer(mutating: buffer.baseAddress)
      stream.pointee.avail_in = uInt(clamping: buffer.count)
      var status = Z_OK
      while status == Z_OK {
        let (chunk, next) = nextChunk()
        status = next
        output.append(contentsOf: chunk)
        guard output.count <= limit else { return .failure(.tooLarge) }
        guard output.count <= 1 << 20 || output.count / max(inputCount, 1) <= ratio else {
          return .failure(.growsTooFast)
        }
      }
      return status == Z_STREAM_END ? .success(()) : .failure(.broken)
    }
    try result.get()
    return output
  }

  private func nextChunk() -> (bytes: [UInt8], status: Int32) {
    var status = Z_BUF_ERROR
    let bytes = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
      stream.pointee.next_out = buffer.baseAddress
      stream.pointee.avail_out = uInt(clamping: buffer.count)
      status = CZlib.inflate(stream, Z_NO_FLUSH)
      count = buffer.count - Int(stream.pointee.avail_out)
    }
    return (bytes, status)
  }
}
