import Diagnostics

/// A condition of words: `الصفة = وكيل و مبلغ الدعم موجود`.
indirect enum Condition: Hashable, Sendable {
  /// How two values are compared.
  enum Comparison: Hashable, Sendable {
    case equal, notEqual, greater, less, atLeast, atMost
  }

  /// The right side of a comparison: a word, a number, a date, or another field's name.
  struct Operand: Hashable, Sendable {
    let spelled: String
    let key: String
    let place: SourceLocation
  }

  case exists(FieldName)
  case isMissing(FieldName)
  case isTrue(FieldName)
  case compares(FieldName, Comparison, Operand)
  case not(Condition)
  case all([Condition])
  case any([Condition])
  /// Words that could not be read; reported when parsed.
  case unreadable

  /// Every name that it asks about.
  var names: [FieldName] {
    switch self {
    case .exists(let name), .isMissing(let name), .isTrue(let name), .compares(let name, _, _): [name]
    case .not(let inner): inner.names
    case .all(let parts), .any(let parts): parts.flatMap(\.names)
    case .unreadable: []
    }
  }
}

/// A part of a conditional: its condition, or `nil` for what holds otherwise.
struct Branch<Node: Hashable & Sendable>: Hashable, Sendable {
  let condition: Condition?
  let body: [Node]
  let place: SourceLocation
}

/// A part repeated for each record of a list.
struct Loop<Node: Hashable & Sendable>: Hashable, Sendable {
  /// The name each record goes by.
  let variable: FieldName
  let list: FieldName
  let body: [Node]
  /// What stands where the list is empty.
  let otherwise: [Node]
  /// How many empty turns a form to be filled by hand has.
  let blankTurns: Int
}
