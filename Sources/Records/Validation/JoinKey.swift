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
}
