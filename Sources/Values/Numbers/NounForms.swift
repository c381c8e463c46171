/// What a line of a table says of a noun: singular, plural, gender.
struct NounForms {
  private var singular: String
  private var plural: String
  private var gender: Gender

  /// The forms a line gives, or `nil` when one is missing.
  init?(_ cells: ArraySlice<String>) {
    let cells = Array(cells)
    guard cells.count == 3, !cells[0].isEmpty, !cells[1].isEmpty else { return nil }
    switch LookupKey.key(cells[2]) {
    case "مذكر", "m": gender = .masculine
    case "مؤنث", "f": gender = .feminine
    default: return nil
    }
    (singular, plural) = (cells[0], cells[1])
  }

  /// The forms that don't follow by rule.
  struct Exceptions {
    var dual: String?
    var dualOblique: String?
    var accusative: String?
    var none: String?
    var isDiptote = false
    /// Whether the second word is a genitive, though it looks like an adjective: «بطاقة عضوية».
    var isConstruct = false

    /// The exceptions that a cell names, or `nil` when something in it is unknown.
    init?(_ cell: String) {
      for part in TableRow.parts(of: cell, separator: "،") where !part.isEmpty {
        let sides = TableRow.parts(of: part, separator: "=")
        switch (LookupKey.key(sides[0]), sides.dropFirst().first) {
        case ("ممنوع من الصرف", nil): isDiptote = true
        case ("مضاف", nil): isConstruct = true
        case ("منصوب", let form?): accusative = form
        case ("صفر", let form?): none = form
        case ("مثنى", let form?):
          let forms = TableRow.parts(of: form, separator: "/")
          guard forms.count == 2 else { return nil }
          (dual, dualOblique) = (forms[0], forms[1])
        default: return nil
        }
      }
    }
  }

  /// Whether the dual must be stated with the exceptions, because no rule knows it.
  func lacksDual(_ exceptions: Exceptions) -> Bool {
    exceptions.dual == nil && !DualForm.isRegular(Self.split(singular).head)
  }

  /// The noun with its exceptions.
  func noun(with exceptions: Exceptions) -> CountedNoun {
    let (one, few) = (Self.split(singular), Self.split(plural))
    var qualifier: CountedNoun.Qualifier?
    if let rest = one.rest, let fewRest = few.rest {
      let agrees = rest != fewRest || (gender == .feminine && rest.hasSuffix("ة"))
      qualifier =
        agrees && !exceptions.isConstruct ? .adjective(singular: rest, plural: fewRest) : .complement(rest)
    }
    return CountedNoun(
      singular: one.head, plural: few.head, gender: gender, dual: exceptions.dual,
      dualOblique: exceptions.dualOblique, accusative: exceptions.accusative,
      isDiptote: exceptions.isDiptote, qualifier: qualifier, none: exceptions.none)
  }

  private static func split(_ phrase: String) -> (head: String, rest: String?) {
    let parts = phrase.split(separator: " ", maxSplits: 1)
    return (String(parts[0]), parts.count == 2 ? String(parts[1]) : nil)
  }
}
