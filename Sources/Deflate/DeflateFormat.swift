import CZlib

/// What stands around deflated bytes.
public enum DeflateFormat: Hashable, Sendable {
  /// Nothing (RFC 1951), as in zip archives.
  case raw
  /// A header and an Adler-32 checksum (RFC 1950), as in PDF's FlateDecode.
  case zlib

  /// zlib's own way to name the format.
  var windowBits: Int32 {
    switch self {
    case .raw: -MAX_WBITS
    case .zlib: MAX_WBITS
    }
  }
}
