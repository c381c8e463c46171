extension EntryColumn {
  /// How Arabic says what a column states by a word of the program's; any other text as it stands.
  public func arabic(_ fact: String) -> String { words[fact] ?? fact }

  private var words: [String: String] {
    switch self {
    case .confidentiality: ["ordinary": "عادي", "private": "خاص", "confidential": "سري"]
    case .priority: ["ordinary": "عادي", "urgent": "عاجل", "immediate": "حالاً"]
    case .channel:
      ["email": "البريد الإلكتروني", "post": "خطاب بالبريد", "hand": "التسليم باليد", "sms": "رسالة نصية"]
    case .relation:
      [
        "further-to": "إلحاقاً لـ", "with-reference-to": "إشارةً إلى", "based-on": "بناءً على",
        "reply-to": "رداً على",
      ]
    case .enclosuresMatch: ["yes": "نعم", "no": "لا"]
    default: [:]
    }
  }
}
