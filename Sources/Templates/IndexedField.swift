import Values

/// A field with the keys that its values and its own fields are found by.
///
/// A class, because every cell of a letter asks for its field, which is large to copy.
final class IndexedField: Sendable {
  /// The field.
  let field: Field
  /// The key of its values.
  let key: FieldKey
  /// The fields of each record of a list.
  let parts: FieldIndex

  init(_ field: Field) {
    self.field = field
    key = FieldKey(field.name)
    parts = FieldIndex(field.fields)
  }
}
