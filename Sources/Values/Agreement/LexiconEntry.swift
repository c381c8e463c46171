/// A word with its forms for every kind of person.
struct LexiconEntry: Hashable, Sendable {
  /// The masculine singular as the table writes it.
  var word: String
  private var cells: [Cell]

  /// A form for each case, and the one of an office that calls a woman member «عضو».
  private struct Cell: Hashable {
    var forms: [String]
    var withoutFeminineMember: [String]

    init(_ text: String) {
      let sides = TableRow.parts(of: text, separator: "=").map { side in
        let forms = TableRow.parts(of: side, separator: "/").filter { $0 != "-" && !$0.isEmpty }
        return forms.count == 2 ? [forms[0], forms[1], forms[1]] : forms
      }
      forms = sides[0]
      withoutFeminineMember = sides.dropFirst().first ?? sides[0]
    }
  }

  /// A word by the seven cells of its row.
  init(cells: [String]) {
    self.cells = cells.map { Cell($0) }
    word = self.cells[0].forms.first ?? cells[0]
  }

  /// The form for a kind of person in a case.
  func form(for kind: PersonKind, in grammaticalCase: GrammaticalCase, style: HouseStyle) -> String? {
    let column: Int? =
      switch kind {
      case .masculine: 0
      case .feminine: 1
      case .dual: 2
      case .feminineDual: 3
      case .masculinePlural: 4
      case .femininePlural: 5
      case .organisation: 6
      case .unknown: nil
      }
    guard let column, column < cells.count else { return nil }
    let forms = style.feminineMember ? cells[column].forms : cells[column].withoutFeminineMember
    guard let first = forms.first else { return nil }
    let form =
      switch grammaticalCase {
      case .nominative: first
      case .accusative: forms.count > 1 ? forms[1] : first
      case .genitive: forms.last ?? first
      }
    return spelled(form, style: style)
  }

  private func spelled(_ form: String, style: HouseStyle) -> String {
    let form = Tanwin.respelled(form, style: style)
    guard style.seatOfHamza == .ya, form.unicodeScalars.contains("ؤ") else { return form }
    var result = String.UnicodeScalarView()
    var letters = form.unicodeScalars[...]
    while let letter = letters.popFirst() {
      result.append(letter == "ؤ" && letters.first == "و" ? "ئ" : letter)
    }
    return String(result)
  }
}
