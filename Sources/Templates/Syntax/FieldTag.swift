import Diagnostics

/// A name as written in a tag: a field, a loop's name and a field of it, or a word of the lexicon.
struct FieldName: Hashable, Sendable {
  /// The words without invisible characters.
  let spelled: String
  /// Their form for comparison.
  let key: String
  let place: SourceLocation
  /// Where there is a point in the name: the loop's name that may stand before it, and the field of its record.
  let parts: Parts?

  /// A loop's name and one of its fields, in the form for comparison.
  struct Parts: Hashable, Sendable {
    let variable: String
    let field: String
  }

  init(spelled: String, key: String, place: SourceLocation) {
    self.spelled = spelled
    self.key = key
    self.place = place
    parts = key.firstIndex(of: ".").map {
      Parts(variable: String(key[..<$0]), field: TagSpelling.key(String(key[key.index(after: $0)...])))
    }
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
