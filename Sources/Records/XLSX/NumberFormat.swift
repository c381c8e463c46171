/// What a cell's number format says the number is (ISO/IEC 29500-1, 18.8.30–31).
struct NumberFormat: Hashable {
  /// Whether it shows a day.
  var isDate = false
  /// Whether it shows that day in a Hijri calendar.
  var isHijri = false
  /// Whether it shows a hundred times the number, with a percent sign.
  var isPercentage = false
  /// The digits that a code of zeros pads whole numbers to.
  var padding = 0

  /// The format shown as the program sees fit.
  static let general = NumberFormat()

  /// A format that every workbook has without defining it.
  init(builtIn id: Int) {
    switch id {
    case 9, 10: isPercentage = true
    case 14...17, 22, 27...31, 36, 50...54, 57...58: isDate = true
    default: break
    }
  }

  private init() {}

  /// A format by its code; only the section for positive numbers counts.
  init(code: String) {
    var letters: Set<Character> = []
    var zeros = 0
    var others = 0
    var rest = code[...]
    loop: while let character = rest.popFirst() {
      switch character {
      case ";": break loop
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*": rest = rest.dropFirst()
      case "[":
        let inner = rest.prefix { $0 != "]" }
        rest = rest.dropFirst(inner.count + 1)
        isHijri = isHijri || Self.isHijriLocale(inner)
      case "B", "b":
        // B1 and B2 name the calendar, before a locale or behind it.
        if let digit = rest.first, digit == "1" || digit == "2" {
          isHijri = digit == "2"
          rest.removeFirst()
        }
        others += 1
      case "0": zeros += 1
      case "%":
        isPercentage = true
        others += 1
      default:
        if character.isLetter { letters.insert(Character(character.lowercased())) }
        if !character.isWhitespace { others += 1 }
      }
    }
    // m is a month, unless only hours or seconds stand with it.
    let isTime = letters.contains("h") || letters.contains("s")
    isDate =
      !code.lowercased().hasPrefix("general")
      && (letters.contains("y") || letters.contains("d") || (letters.contains("m") && !isTime))
    if zeros >= 2, others == 0, !isDate { padding = min(zeros, 64) }
  }

  /// A locale such as `$-1170401` or `$-ar-SA,2170000` names its calendar in bits 16–23: 06 Hijri, 17 Umm al-Qura.
  private static func isHijriLocale(_ inner: Substring) -> Bool {
    guard inner.hasPrefix("$"), let digits = inner.split(whereSeparator: { $0 == "-" || $0 == "," }).last,
      let value = UInt64(digits, radix: 16)
    else { return false }
    let calendar = (value >> 16) & 0xFF
    return calendar == 0x06 || calendar == 0x17
  }
}
