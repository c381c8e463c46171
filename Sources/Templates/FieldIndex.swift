import Values

/// Fields by the keys of their names and aliases.
struct FieldIndex: Sendable {
  private var byKey: [FieldKey: IndexedField] = [:]

  init(_ fields: [Field]) {
    let fields = fields.map(IndexedField.init)
    for field in fields.reversed() {
      byKey[FieldKey(TagSpelling.key(field.field.alias))] = field
    }
    for field in fields.reversed() {
      byKey[FieldKey(TagSpelling.key(field.field.name))] = field
    }
    byKey[FieldKey("")] = nil
  }

  subscript(key: FieldKey) -> IndexedField? { byKey[key] }
}
