/// A code of twelve characters that a person can read over the telephone: a digest's first 55 bits
/// and a check character.
///
/// The alphabet leaves out I, L, O and U, as Crockford's Base 32 does. The check character is computed
/// in the field of 32 elements as `Σ αⁱ·xᵢ = 0` with distinct powers of a generator α: changing one
/// character changes the sum by `αⁱ·d`, and exchanging two neighbours by `(αⁱ + αⁱ⁺¹)·d`, neither of
/// which is zero when `d` isn't. So every single wrong character and every exchange of neighbours shows.
public struct ShortCode: Hashable, Sendable {
  /// The twelve characters, without spaces.
  public let characters: String

  /// How many characters a code has.
  public static let length = 12
  /// The characters a code is written with, by their value.
  public static let alphabet: [Character] = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

  /// The code of a digest: its first 55 bits, big-endian, missing bytes counted as zero.
  public init(digest bytes: [UInt8]) {
    let head = (bytes + [UInt8](repeating: 0, count: 7)).prefix(7).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let values = (0..<Self.length - 1).map { UInt8(head >> UInt64(51 - 5 * $0) & 31) }
    characters = String((values + [GaloisField.check(of: values)]).map { Self.alphabet[Int($0)] })
  }

  /// The code as it is printed, in three groups of four: `7K2M-Q9XA-04TB`.
  public var printed: String {
    let all = Array(characters)
    return stride(from: 0, to: all.count, by: 4).map { String(all[$0..<$0 + 4]) }.joined(separator: "-")
  }

  /// Whether `text` is a code whose check character is right.
  ///
  /// Case, spaces and hyphens don't matter, and the letters the alphabet leaves out are read as the
  /// digits they look like: O as 0, I and L as 1.
  public static func isValid(_ text: String) -> Bool {
    let values = text.uppercased().filter { $0 != "-" && $0 != " " }.map(value)
    let known = values.compactMap(\.self)
    return known.count == length && values.count == length && GaloisField.syndrome(of: known) == 0
  }

  /// Whether `text` was meant for a code and has a mistake in it: twelve letters and digits, in groups of four or in one
  /// piece with a letter among them, that don't agree with their check character.
  ///
  /// A code that agrees and that nobody knows was never given.
  public static func isMistyped(_ text: String) -> Bool {
    let groups = text.split { $0 == "-" || $0 == " " }
    let isInGroups = groups.count == 3 && groups.allSatisfy { $0.count == 4 }
    guard isInGroups || groups.count == 1, groups.reduce(0, { $0 + $1.count }) == length,
      text.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) || $0 == "-" || $0 == " " }),
      isInGroups || text.contains(where: \.isLetter)
    else { return false }
    return !isValid(text)
  }

  private static func value(of character: Character) -> UInt8? {
    switch character {
    case "O": 0
    case "I", "L": 1
    default: alphabet.firstIndex(of: character).map(UInt8.init)
    }
  }
}
