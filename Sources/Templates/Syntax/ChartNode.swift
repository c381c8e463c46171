import Diagnostics

/// A chart of a list's records: a bar for each, of one number or of several that make a whole.
struct ChartNode: Hashable, Sendable {
  /// The list.
  let list: FieldName
  /// The list's field that names each bar.
  let label: FieldName?
  /// The list's fields of numbers, from the right.
  let amounts: [FieldName]
  let place: SourceLocation

  /// A chart from its parts: the list, the label, the numbers.
  init(_ parts: [String], at place: SourceLocation) {
    let names = parts.map { FieldName(spelled: $0, key: TagSpelling.key($0), place: place) }
    list = names.first ?? FieldName(spelled: "", key: "", place: place)
    label = names.dropFirst().first
    amounts = Array(names.dropFirst(2))
    self.place = place
  }
}
