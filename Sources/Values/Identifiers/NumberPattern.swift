/// How an office writes the numbers it gives: `{year}/{number}`, `{number:4}/ص/{year}`.
///
/// `{year}` and `{number}` (or «{السنة}» and «{الرقم}») stand for themselves, a count after a colon for the
/// least number of digits. Everything else is printed as it stands; spaces are refused, because a number with
/// a space in it breaks over lines.
public struct NumberPattern: Hashable, Sendable {
  /// The toolkit's own: `1448/125`.
  public static let standard = NumberPattern(parts: [.year, .literal("/"), .number(digits: 1)])

  private enum Part: Hashable {
    case year
    case number(digits: Int)
    case literal(String)
  }
  private let parts: [Part]

  private init(parts: [Part]) { self.parts = parts }

  /// The pattern written as `text`, or nothing if it names no number or no year, or something else in braces.
  public init?(_ text: String) {
    guard !text.contains(where: \.isWhitespace) else { return nil }
    var parts: [Part] = []
    var rest = Substring(text)
    while let character = rest.first {
      guard character == "{" else {
        let literal = rest.prefix { $0 != "{" }
        parts.append(.literal(String(literal)))
        rest = rest.dropFirst(literal.count)
        continue
      }
      guard let end = rest.firstIndex(of: "}"), let part = Self.part(rest[..<end].dropFirst()) else {
        return nil
      }
      parts.append(part)
      rest = rest[end...].dropFirst()
    }
    let years = parts.count { $0 == .year }
    let numbers = parts.count { if case .number = $0 { true } else { false } }
    guard years == 1, numbers == 1, Self.areApart(parts) else { return nil }
    self.parts = parts
  }

  private static func part(_ text: Substring) -> Part? {
    let pieces = text.split(separator: ":", omittingEmptySubsequences: false)
    switch pieces.first {
    case "year", "السنة": return pieces.count == 1 ? .year : nil
    case "number", "الرقم":
      guard pieces.count <= 2 else { return nil }
      let digits = pieces.count == 2 ? Int(Digits.ascii(String(pieces[1]))) : 1
      return digits.flatMap { 1...9 ~= $0 ? .number(digits: $0) : nil }
    default: return nil
    }
  }

  /// Digits of year and number must not run together: 14481 could be two numbers.
  private static func areApart(_ parts: [Part]) -> Bool {
    for (a, b) in zip(parts, parts.dropFirst()) {
      if case .literal = a { continue }
      if case .literal = b { continue }
      return false
    }
    return true
  }

  /// The number `number` of `year` in this pattern, with European digits.
  public func printed(year: Int, number: Int) -> String {
    parts.map { part in
      switch part {
      case .year: return String(year)
      case .literal(let text): return text
      case .number(let digits):
        let text = String(number)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
      }
    }.joined()
  }
}
