/// The text of an SMS and what it costs: how many parts a network makes of it (3GPP TS 23.038 and 23.040).
public struct ShortMessageText: Hashable, Sendable {
  /// How the text travels.
  public enum Alphabet: String, Hashable, Sendable {
    /// Seven bits to a character: 160, or 153 in each of several parts.
    case gsm7
    /// Sixteen bits to a unit: 70, or 67 in each of several parts. Arabic always.
    case ucs2
  }

  /// The text.
  public let text: String
  /// How it travels.
  public let alphabet: Alphabet
  /// How many units it has; some characters count as two.
  public let units: Int
  /// How many parts it has; none if it is empty.
  public let parts: Int
  /// How many more units the last part takes.
  public let room: Int

  /// Counts a text.
  public init(_ text: String) {
    self.text = text
    let sizes = Self.gsm7Sizes(text)
    alphabet = sizes == nil ? .ucs2 : .gsm7
    let (whole, joined) = sizes == nil ? (70, 67) : (160, 153)
    // A character of two units is never cut in two by the end of a part.
    let costs: [Int] = sizes ?? text.unicodeScalars.map { $0.value > 0xFFFF ? 2 : 1 }
    units = costs.reduce(0, +)
    if units <= whole {
      (parts, room) = (units == 0 ? 0 : 1, whole - units)
      return
    }
    var (count, used) = (1, 0)
    for cost in costs {
      if used + cost > joined { (count, used) = (count + 1, 0) }
      used += cost
    }
    (parts, room) = (count, joined - used)
  }

  /// The cost of each character in the default alphabet, or nothing if one isn't in it.
  private static func gsm7Sizes(_ text: String) -> [Int]? {
    var sizes: [Int] = []
    for scalar in text.unicodeScalars {
      if basic.contains(scalar) {
        sizes.append(1)
      } else if extended.contains(scalar) {
        sizes.append(2)
      } else {
        return nil
      }
    }
    return sizes
  }

  /// 3GPP TS 23.038, 6.2.1.
  private static let basic = Set(
    """
    @£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,-./0123456789:;<=>?\
    ¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà
    """.unicodeScalars)
  /// 3GPP TS 23.038, 6.2.1.1: each takes an escape before it.
  private static let extended = Set("\u{C}^{}\\[~]|€".unicodeScalars)
}
