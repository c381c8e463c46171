/// Undoes deflate compression (RFC 1951) within limits.
public enum Inflater {
  /// Why bytes weren't inflated.
  public enum Flaw: Error, Hashable {
    /// The bytes aren't a whole deflate stream.
    case broken
    /// The result would grow past the limit.
    case tooLarge
    /// The result grows as only a bomb does.
    case growsTooFast
  }

  /// The whole of `input` inflated.
  /// - Parameters:
  ///   - input: the compressed bytes.
  ///   - format: what stands around them.
  ///   - limit: the most bytes that may come out.
  ///   - ratio: how many times the input may grow, once more than a megabyte has come out.
  /// - Returns: the bytes.
  /// - Throws: `Flaw`, before more memory than the limit is taken.
  public static func inflate(
    _ input: ArraySlice<UInt8>, format: DeflateFormat, limit: Int, ratio: Int
  ) throws(Flaw) -> [UInt8] {
    // What doesn't fit or isn't sound goes the longer way, which tells the two apart.
    if let small = SmallInflation.inflate(input, format: format, limit: limit) { return small }
    return try ZlibInflation(format: format).inflate(input, limit: limit, ratio: ratio)
  }
}
