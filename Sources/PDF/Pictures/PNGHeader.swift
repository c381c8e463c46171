/// What the first chunk of a PNG file says (PNG, 11.2.2 IHDR).
struct PNGHeader: Hashable {
  var width: Int
  var height: Int

  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// Reads it, or nothing if the file doesn't begin as a PNG file does.
  init?(_ bytes: [UInt8]) {
    guard bytes.count >= 33, bytes.starts(with: Self.signature),
      bytes[12..<16].elementsEqual("IHDR".utf8)
    else { return nil }
    func number(at offset: Int) -> Int { bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } }
    width = number(at: 16)
    height = number(at: 20)
  }
}
