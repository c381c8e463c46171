import Diagnostics

/// A name as written in a tag: a field, a loop's name and a field of it, or a word of the lexicon.
struct FieldName: Hashable, Sendable {
  /// The words without invisible characters.
  let spelled: String
  /// Their form for comparison.
  let key: String
  let place: SourceLocation
  /// Where there is a point in the name: the loop's name that may stand before it, and the field of its record.
  private let parts: Parts?

  /// A loop's name and one of its fields, in the form for comparison.
  private struct Parts: Hashable {
    let variable: String
    let field: String
  }

  init(spelled: String, key: String, place: SourceLocation) {
    self.spelled = spelled
    self.key = key
    self.place = place
    parts = key.firstIndex(of: ".").map { Self.parts(of: key, at: $0) }
  }

  /// Which field of a loop's record it names, in the form for comparison; `nil` if it names none of that loop.
  func field(ofLoop variable: String) -> String? {
    guard let parts else { return nil }
    if parts.variable == variable { return parts.field }
    // A loop's own name may hold a point.
    guard variable.contains("."), key.hasPrefix(variable + ".") else { return nil }
    return Self.parts(of: key, at: key.index(key.startIndex, offsetBy: variable.count)).field
  }

  private static func parts(of key: String, at point: String.Index) -> Parts {
    Parts(
      variable: String(key[..<point]), field: TagSpelling.key(String(key[key.index(after: point)...])))
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
struct FieldTag: Hashable, Sendable {
  let name: FieldName
  let filters: [FilterCall]
  /// The letters a preposition's tag puts before it.
  let preposition: String?
  /// Whether all its filters could be read.
  var isWhole = true

  /// The call of one filter, if the tag has it.
  func call(_ filter: Filter) -> FilterCall? { filters.first { $0.filter == filter } }

  /// Whether a missing value takes its sentence or row with it.
  var isOptional: Bool { call(.optional) != nil }

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
