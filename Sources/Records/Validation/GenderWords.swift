import Values

/// The words that state a gender or say whom a letter speaks to.
enum GenderWords {
  /// The gender that `text` states, in either language or as a letter.
  static func gender(_ text: String) -> Gender? {
    switch Spelling.key(text) {
    case "ذكر", "رجل", "مذكر", "ذ", "m", "male", "man", "masculine": .masculine
    case "انثي", "امراه", "مونث", "ا", "f", "female", "woman", "feminine": .feminine
    default: nil
    }
  }

  /// The Arabic word for each kind of addressee, in the order they are offered.
  static var kindLabels: [String] { PersonKind.allCases.compactMap(label) }

  /// Whom the letter speaks to, as `text` says.
  static func kind(_ text: String) -> PersonKind? {
    let key = Spelling.key(text)
    if let kind = PersonKind.allCases.first(where: {
      key == $0.rawValue.lowercased() || key == label($0).map(Spelling.key)
    }) {
      return kind
    }
    if key == "مثني" || key == "dual" { return .dual }
    // Templates call it so too.
    if key == "جمع" || key == "plural" { return .masculinePlural }
    if ["جهه", "منشاه", "شركه", "موسسه", "جمعيه", "وزاره", "organisation", "organization"].contains(key) {
      return .organisation
    }
    return gender(text).map { $0 == .masculine ? .masculine : .feminine }
  }

  /// Whether `text` says that the letter speaks to one person, and leaves open to whom.
  static func isOnePerson(_ text: String) -> Bool {
    ["شخص", "فرد", "person", "individual"].contains(Spelling.key(text))
  }

  private static func label(_ kind: PersonKind) -> String? {
    switch kind {
    case .masculine: "مذكر"
    case .feminine: "مؤنث"
    case .dual: "مثنى"
    case .feminineDual: "مثنى مؤنث"
    case .masculinePlural: "جمع مذكر"
    case .femininePlural: "جمع مؤنث"
    case .organisation: "جهة"
    case .unknown: nil
    }
  }
}
