/// A picture of pixels inside an SVG file, in an address that holds it: `data:image/png;base64,…` (RFC 2397).
///
/// The library that draws SVG decodes it without asking how large it is.
struct EmbeddedPicture {
  /// The picture's file.
  let bytes: [UInt8]

  /// Reads the address as the markup states it; `nil` for another way of writing than base64.
  init?(address: String) {
    guard let comma = address.firstIndex(of: ","), address[..<comma].lowercased().hasSuffix(";base64") else {
      return nil
    }
    // Drawing programs part the lines by character references too.
    let digits = ["&#xA;", "&#xa;", "&#10;", "&#xD;", "&#xd;", "&#13;"]
      .reduce(String(address[address.index(after: comma)...])) { $0.replacing($1, with: "") }
    var bytes: [UInt8] = []
    var (rest, count) = (0, 0)
    for digit in digits.utf8.prefix(while: { $0 != UInt8(ascii: "=") }) {
      if [0x09, 0x0A, 0x0D, 0x20].contains(digit) { continue }
      guard let value = Self.value(of: digit) else { return nil }
      (rest, count) = (rest << 6 | value, count + 6)
      guard count >= 8 else { continue }
      count -= 8
      bytes.append(UInt8(truncatingIfNeeded: rest >> count))
      rest &= (1 << count) - 1
    }
    self.bytes = bytes
  }

  /// What a digit of base64 counts (RFC 4648, 4).
  private static func value(of digit: UInt8) -> Int? {
    switch digit {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(digit) - 0x41
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(digit) - 0x61 + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(digit) - 0x30 + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }

  /// Its width and height in pixels; `nil` where it is neither PNG nor JPEG.
  var size: (width: Int, height: Int)? {
    if let header = PNGHeader(bytes) { return (header.width, header.height) }
    guard bytes.starts(with: [0xFF, 0xD8, 0xFF]), let header = try? JPEGDecoder().header(of: bytes) else {
      return nil
    }
    return (header.width, header.height)
  }
}
