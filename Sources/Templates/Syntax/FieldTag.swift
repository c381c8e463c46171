import Diagnostics
import Values

/// A name as written in a tag: a field, a loop's name and a field of it, or a word of the lexicon.
///
/// A class, as a tag is, because every turn of a loop takes them in its hand.
final class FieldName: Hashable, Sendable {
  /// The words without invisible characters.
  let spelled: String
  /// Their form for comparison.
  let key: String
  /// What a field or a loop of the name is found by.
  let lookup: FieldKey
  let place: SourceLocation
  /// Where there is a point in the name: the loop's name that may stand before it, and the field of its record.
  private let parts: Parts?

  /// A loop's name and one of its fields, in the form for comparison.
  private struct Parts {
    let variable: FieldKey
    let field: FieldKey
  }

  init(spelled: String, key: String, place: SourceLocation) {
    self.spelled = spelled
    self.key = key
    self.place = place
    lookup = FieldKey(key)
    parts = key.firstIndex(of: ".").map { Self.parts(of: key, at: $0) }
  }

  /// Which field of a loop's record it names, in the form for comparison; `nil` if it names none of that loop.
  func field(ofLoop variable: FieldKey) -> FieldKey? {
    guard let parts else { return nil }
    if parts.variable == variable { return parts.field }
    // A loop's own name may hold a point.
    guard variable.name.contains("."), key.hasPrefix(variable.name + ".") else { return nil }
    return Self.parts(of: key, at: key.index(key.startIndex, offsetBy: variable.name.count)).field
  }

  private static func parts(of key: String, at point: String.Index) -> Parts {
    Parts(
      variable: FieldKey(String(key[..<point])),
      field: FieldKey(TagSpelling.key(String(key[key.index(after: point)...]))))
  }

  static func == (a: FieldName, b: FieldName) -> Bool {
    a === b || (a.spelled == b.spelled && a.key == b.key && a.place == b.place)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(spelled)
    hasher.combine(key)
    hasher.combine(place)
  }
}

/// A filter with what stands after its colon.
struct FilterCall: Hashable, Sendable {
  /// One of the words between commas.
  struct Argument: Hashable, Sendable {
    let spelled: String
    let key: String
    let place: SourceLocation

    /// The keyword it is, if it is one.
    var option: FilterOption? { FilterOption.table[key] }
  }

  let filter: Filter
  let arguments: [Argument]
  let place: SourceLocation

  /// The arguments that are keywords.
  var options: [FilterOption] { arguments.compactMap(\.option) }
}

/// A tag that prints a value or a word of the lexicon.
final class FieldTag: Hashable, Sendable {
  let name: FieldName
  let filters: [FilterCall]
  /// The letters a preposition's tag puts before it.
  let preposition: String?
  /// Whether all its filters could be read.
  let isWhole: Bool

  init(name: FieldName, filters: [FilterCall], preposition: String?, isWhole: Bool) {
    self.name = name
    self.filters = filters
    self.preposition = preposition
    self.isWhole = isWhole
  }

  /// The call of one filter, if the tag has it.
  func call(_ filter: Filter) -> FilterCall? {
    for at in filters.indices where filters[at].filter == filter { return filters[at] }
    return nil
  }

  /// Whether the tag has a filter.
  func has(_ filter: Filter) -> Bool {
    for at in filters.indices where filters[at].filter == filter { return true }
    return false
  }

  static func == (a: FieldTag, b: FieldTag) -> Bool {
    a === b
      || (a.name == b.name && a.filters == b.filters && a.preposition == b.preposition
        && a.isWhole == b.isWhole)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(filters)
  }

  /// Whether a missing value takes its sentence or row with it.
  var isOptional: Bool { has(.optional) }

  /// What is printed in place of a missing value.
  var fallback: String? { call(.otherwise).map { $0.arguments.first?.spelled ?? "" } }
}

/// A phrase in the forms of each kind of person.
struct FormsTag: Hashable, Sendable {
  /// Whose kind decides, where it isn't the letter's addressee.
  let subject: FieldName?
  let forms: [FormName: String]
  let place: SourceLocation
}
