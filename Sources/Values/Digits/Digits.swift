/// The three sets of decimal digits that Saudi records hold, and how a house writes numbers with them.
///
/// Arabic-Indic (U+0660…), Persian (U+06F0…) and European digits are told apart by character, since no
/// Unicode normalisation form unites them. Digits of any other script are not digits here.
public enum Digits {
  /// `text` with its Arabic-Indic and Persian digits as European ones, and all else untouched.
  public static func ascii(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
    return map(text) { scalar in value(of: scalar).flatMap { Unicode.Scalar(0x30 + UInt32($0)) } ?? scalar }
  }

  /// `text` with its digits of any of the three sets in the digits of `style`.
  public static func printed(_ text: String, style: HouseStyle.Digits) -> String {
    guard style == .arabicIndic else { return ascii(text) }
    return map(text) { scalar in value(of: scalar).flatMap { Unicode.Scalar(0x660 + UInt32($0)) } ?? scalar }
  }

  /// A whole number without grouping: «١٤٤٨».
  public static func printed(_ number: Int, style: HouseStyle.Digits) -> String {
    style == .arabicIndic && (0..<100).contains(number)
      ? arabicIndicNumbers[number] : printed(String(number), style: style)
  }

  /// A whole number in groups of three: «١٬٢٣٤٬٥٦٧» or `1,234,567`.
  public static func grouped(_ number: Int64, style: HouseStyle.Digits) -> String {
    var (place, count): (UInt64, Int) = (1, 1)
    while number.magnitude / place >= 10 { (place, count) = (10 * place, count + 1) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(3 * count)
    if number < 0 { bytes.append(0x2D) }
    while place > 0 {
      let digit = UInt8(number.magnitude / place % 10)
      // U+0660 and its followers are two bytes in UTF-8, of which the first is the same.
      if style == .arabicIndic { bytes.append(0xD9) }
      bytes.append((style == .arabicIndic ? 0xA0 : 0x30) + digit)
      (place, count) = (place / 10, count - 1)
      if count > 0, count.isMultiple(of: 3) { bytes += groupSeparator(style).utf8 }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The decimal separator: U+066B with Arabic-Indic digits, a full stop with European ones.
  public static func decimalSeparator(_ style: HouseStyle.Digits) -> String {
    style == .arabicIndic ? "\u{66B}" : "."
  }

  /// The thousands separator: U+066C with Arabic-Indic digits, a comma with European ones.
  public static func groupSeparator(_ style: HouseStyle.Digits) -> String {
    style == .arabicIndic ? "\u{66C}" : ","
  }

  /// The percent sign: U+066A with Arabic-Indic digits, `%` with European ones.
  public static func percentSign(_ style: HouseStyle.Digits) -> String {
    style == .arabicIndic ? "\u{66A}" : "%"
  }

  /// The value of a digit of the three sets, `nil` for any other character.
  public static func value(of scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x30...0x39: Int(scalar.value - 0x30)
    case 0x660...0x669: Int(scalar.value - 0x660)
    case 0x6F0...0x6F9: Int(scalar.value - 0x6F0)
    default: nil
    }
  }

  /// Whether a character is a digit of some script other than the three: fullwidth, Devanagari or circled.
  static func isForeign(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value > 0x7F, !(0x600...0x6FF).contains(scalar.value) else { return false }
    let type = scalar.properties.numericType
    return type == .decimal || type == .digit
  }

  /// A number below 100 in two digits of `style`: `07`.
  static func twoDigits(_ number: Int, style: HouseStyle.Digits = .european) -> String {
    style == .european ? europeanPairs[number] : arabicIndicPairs[number]
  }

  /// A number of up to four digits, without leading zeros: days and years, which dates are made of.
  static func short(_ number: Int, style: HouseStyle.Digits) -> String {
    guard (0...9999).contains(number) else { return printed(number, style: style) }
    if number > 999 { return twoDigits(number / 100, style: style) + twoDigits(number % 100, style: style) }
    return style == .european || number > 99 ? printed(number, style: style) : arabicIndicNumbers[number]
  }

  private static let europeanPairs = (0..<100).map { ($0 < 10 ? "0" : "") + String($0) }
  private static let arabicIndicPairs = europeanPairs.map { printed($0, style: .arabicIndic) }
  private static let arabicIndicNumbers = (0..<100).map { printed(String($0), style: .arabicIndic) }

  private static func map(_ text: String, _ transform: (Unicode.Scalar) -> Unicode.Scalar) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(2 * text.utf8.count)
    for scalar in text.unicodeScalars { bytes += UTF8.encode(transform(scalar)) ?? .init() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
