/// The grammatical gender a record states.
public enum Gender: String, Hashable, Sendable, CaseIterable {
  /// Masculine.
  case masculine
  /// Feminine.
  case feminine
}

/// Who a text speaks to or of, as far as Arabic inflects for it (`PersonKind.unknown` inflects for nothing).
public enum PersonKind: String, Hashable, Sendable, CaseIterable {
  /// One man.
  case masculine
  /// One woman.
  case feminine
  /// Two persons, a man among them.
  case dual
  /// Two women.
  case feminineDual
  /// Three or more, men among them.
  case masculinePlural
  /// Three or more women.
  case femininePlural
  /// A body, such as a ministry or a company.
  case organisation
  /// Not stated; a text that depends on it must stop.
  case unknown
}
