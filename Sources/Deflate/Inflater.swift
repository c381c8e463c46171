import CZlib

/// Undoes deflate compression (RFC 1951), through zlib, within limits.
public struct Inflater: ~Copyable {
  /// Why bytes weren't inflated.
  public enum Flaw: Error, Hashable {
    /// The bytes aren't a whole deflate stream.
    case broken
    /// The result would grow past the limit.
    case tooLarge
    /// The result grows as only a bomb does.
    case growsTooFast
  }

  // zlib keeps the stream's address, so it must not move.
  private let stream: UnsafeMutablePointer<z_stream>

  /// A stream of compressed bytes.
  public init(format: DeflateFormat) {
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

  /// The whole of `input` inflated.
  /// - Parameters:
  ///   - input: the compressed bytes.
  ///   - limit: the most bytes that may come out.
  ///   - ratio: how many times the input may grow, once more than a megabyte has come out.
  /// - Returns: the bytes.
  /// - Throws: `Flaw`, before more memory than the limit is taken.
  public consuming func inflate(_ input: ArraySlice<UInt8>, limit: Int, ratio: Int) throws(Flaw) -> [UInt8] {
    var output: [UInt8] = []
    let inputCount = input.count
    let result = input.withUnsafeBufferPointer { buffer -> Result<Void, Flaw> in
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
