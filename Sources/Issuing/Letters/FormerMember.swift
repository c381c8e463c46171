import Diagnostics
import Records
import Values

/// Whether a record's person has died, or is no member any more: letters to them are written one by one.
enum FormerMember {
  /// What a record says of it, by field, with the place.
  static func states(in record: Record) -> [(state: String, place: SourceLocation)] {
    record.values.sorted { $0.key < $1.key }.compactMap { field, value in
      guard case .choice(let word) = value, words.contains(word) else { return nil }
      return (word, record.origins[field] ?? record.location)
    }
  }

  private static let words: Set<String> = [
    "متوفى", "متوفاة", "متوفاه", "منسحب", "منسحبة", "مفصول", "مفصولة",
  ]
}
