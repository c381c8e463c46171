import Values

/// What of a value is compared when rows of two tables are brought together.
enum JoinKey {
  /// The value's own text, or `nil` for one that names nothing.
  static func text(_ value: Value?) -> String? {
    switch value {
    case .identifier(let identifier): identifier.stored
    case .text(let text), .name(let text), .choice(let text): Spelling.key(text)
    case .integer(let number): String(number)
    case .date(let date): date.day.iso
    default: nil
    }
  }

  /// A key without what typists and spreadsheets leave out: leading zeros, and the signs between groups.
  static func loose(_ text: String) -> String {
    text.split { !$0.isLetter && !$0.isNumber }.map { $0.drop { $0 == "0" } }.joined(separator: " ")
  }
}
