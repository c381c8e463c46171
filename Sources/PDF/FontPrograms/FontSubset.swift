import Fonts

/// The codes of one font that a file shows, numbered in the order it first shows them.
///
/// Nothing but the file's own text decides the numbers, so that a letter's bytes are the same alone and
/// among a thousand.
struct FontSubset {
  /// The font file, opened once for all files of a painter.
  let font: TrueTypeFile
  private(set) var codes: [FontCode] = []
  private var numberOf: [FontCode: UInt16] = [:]

  /// Two-byte codes end at 65,535, and composites need glyph numbers beyond the codes'.
  private static let limit = 40_000

  init(font: TrueTypeFile) { self.font = font }

  /// Whether another font resource must take what comes next.
  var isFull: Bool { codes.count >= Self.limit }

  /// The number of a code, given now if it is new.
  mutating func number(of code: FontCode) -> UInt16 {
    if let known = numberOf[code] { return known }
    codes.append(code)
    let number = UInt16(codes.count)
    numberOf[code] = number
    return number
  }
}
