import CZlib

/// Undoes the deflate compression of one part of an archive (RFC 1951), through zlib, within limits.
struct Inflater: ~Copyable {
  /// Why a part wasn't inflated.
  enum Flaw: Error, Hashable {
    /// The bytes aren't a whole deflate stream.
    case broken
    /// The part would grow past the limit.
    case tooLarge
    /// The part grows as only a bomb does.
    case growsTooFast
  }

  // zlib keeps the stream's address, so it must not move.
  private let stream: UnsafeMutablePointer<z_stream>

  /// A stream of raw deflate data; `nil` when zlib has no memory for one.
  init?() {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    guard czlib_inflate_init(stream, -MAX_WBITS) == Z_OK else {
      stream.deallocate()
      return nil
    }
    self.stream = stream
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// The whole of `input` inflated.
  /// - Parameters:
  ///   - input: the compressed bytes.
  ///   - limit: the most bytes that may come out.
  ///   - ratio: how many times the input may grow, once more than a megabyte has come out.
  /// - Returns: the bytes.
  /// - Throws: `Flaw`, before more memory than the limit is taken.
  consuming func inflate(_ input: ArraySlice<UInt8>, limit: Int, ratio: Int) throws(Flaw) -> [UInt8] {
    var output: [UInt8] = []
    var input = Array(input)
    let inputCount = input.count
    let result = input.withUnsafeMutableBufferPointer { buffer -> Result<Void, Flaw> in
      stream.pointee.next_in = buffer.baseAddress
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

  /// The CRC-32 of `bytes`, as archives state it.
  static func checksum(of bytes: [UInt8]) -> UInt32 {
    UInt32(
      truncatingIfNeeded: bytes.withUnsafeBufferPointer { crc32(0, $0.baseAddress, uInt(clamping: $0.count)) }
    )
  }
}
