/// Codes of one font with the texts and the ink that tell them apart.
struct FontCodes {
  private(set) var codes: [FontCode] = []
  private(set) var ink: [InkPart] = []
  private(set) var text: [UInt8] = []

  /// No codes yet, and room for a letter's.
  init() {
    codes.reserveCapacity(512)
    ink.reserveCapacity(512)
    text.reserveCapacity(2048)
  }

  var count: Int { codes.count }

  /// Adds a code whose text and ink are in other stores.
  mutating func append(_ code: FontCode, ink parts: [InkPart], text bytes: [UInt8]) {
    var own = code
    own.ink = ink.count..<ink.count + code.ink.count
    own.text = text.count..<text.count + code.text.count
    own.rise = 0
    for part in code.ink {
      let part = parts[part]
      ink.append(InkPart(glyph: part.glyph, dx: part.dx, dy: part.dy + code.rise))
    }
    for byte in code.text { text.append(bytes[byte]) }
    codes.append(own)
  }

  /// What a code draws.
  func ink(of code: FontCode) -> ArraySlice<InkPart> { ink[code.ink] }

  /// The text a code stands for.
  func text(of code: FontCode) -> String { String(decoding: text[code.text], as: UTF8.self) }

  /// The outline that a code draws where it stands, if that is all it draws.
  func plainGlyph(of code: FontCode) -> Int? {
    guard code.ink.count == 1 else { return nil }
    let part = ink[code.ink.lowerBound]
    return part.dx == 0 && part.dy == 0 ? Int(part.glyph) : nil
  }

  /// Whether the code at `index` is the same as one whose text and ink are in other stores.
  func matches(_ index: Int, _ other: FontCode, ink parts: [InkPart], text bytes: [UInt8]) -> Bool {
    let own = codes[index]
    let (ownInk, ownText) = (own.ink, own.text)
    let (otherInk, otherText) = (other.ink, other.text)
    guard own.advance == other.advance, own.area == other.area, ownInk.count == otherInk.count,
      ownText.count == otherText.count
    else { return false }
    for place in 0..<ownText.count
    where text[ownText.lowerBound + place] != bytes[otherText.lowerBound + place] {
      return false
    }
    for place in 0..<ownInk.count {
      let (a, b) = (ink[ownInk.lowerBound + place], parts[otherInk.lowerBound + place])
      guard a.glyph == b.glyph, a.dx == b.dx, a.dy == b.dy + other.rise else { return false }
    }
    return true
  }
}
