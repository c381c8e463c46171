import Diagnostics

/// A text file's text, out of whichever encoding it was saved in.
struct DecodedText {
  /// An encoding that offices' programs save in.
  enum Encoding: String, CaseIterable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case windows1256 = "Windows-1256"
  }

  /// The text, without a byte order mark.
  var text: String
  /// The encoding it was in.
  var encoding: Encoding
  /// Whether characters were lost on the way.
  var isDamaged = false

  /// Decodes `bytes`, by their byte order mark or else by what they look like.
  init(_ bytes: [UInt8]) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      self.init(utf8: bytes.dropFirst(3))
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      self.init(utf16: bytes.dropFirst(2), as: .utf16LittleEndian)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      self.init(utf16: bytes.dropFirst(2), as: .utf16BigEndian)
    } else if let order = Self.unmarkedUTF16(bytes) {
      self.init(utf16: bytes[...], as: order)
    } else if let text = String(validating: bytes, as: UTF8.self) {
      self.init(text: text, encoding: .utf8)
    } else if Self.looksLikeDamagedUTF8(bytes) {
      self.init(utf8: bytes[...])
    } else {
      self.init(text: Windows1256.text(of: bytes), encoding: .windows1256)
    }
  }

  private init(text: String, encoding: Encoding) {
    self.text = text
    self.encoding = encoding
  }

  private init(utf8 bytes: ArraySlice<UInt8>) {
    text = String(decoding: bytes, as: UTF8.self)
    encoding = .utf8
    isDamaged = String(validating: bytes, as: UTF8.self) == nil
  }

  private init(utf16 bytes: ArraySlice<UInt8>, as order: Encoding) {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(order == .utf16LittleEndian ? second << 8 | first : first << 8 | second)
      index += 2
    }
    text = String(decoding: units, as: UTF16.self)
    encoding = order
    isDamaged = bytes.count % 2 == 1 || String(validating: units, as: UTF16.self) == nil
  }

  /// UTF-16 without a mark shows in its high bytes: almost all are 00 (ASCII) or 06 (Arabic).
  private static func unmarkedUTF16(_ bytes: [UInt8]) -> Encoding? {
    let sample = bytes.prefix(4_096)
    guard sample.count >= 8, bytes.count % 2 == 0 else { return nil }
    var high = (even: 0, odd: 0)
    for (index, byte) in sample.enumerated() where byte == 0x00 || byte == 0x06 {
      if index % 2 == 0 { high.even += 1 } else { high.odd += 1 }
    }
    let half = sample.count / 2
    if high.odd * 10 >= half * 8, high.even * 10 <= half { return .utf16LittleEndian }
    if high.even * 10 >= half * 8, high.odd * 10 <= half { return .utf16BigEndian }
    return nil
  }

  /// UTF-8 with a few broken bytes still has far more right sequences than wrong bytes.
  private static func looksLikeDamagedUTF8(_ bytes: [UInt8]) -> Bool {
    let wrong = String(decoding: bytes, as: UTF8.self).unicodeScalars.count { $0 == "\u{FFFD}" }
    let highBytes = bytes.count { $0 >= 0x80 }
    return wrong * 10 < highBytes && Windows1256.arabicShare(of: bytes) < 0.9
  }
}
