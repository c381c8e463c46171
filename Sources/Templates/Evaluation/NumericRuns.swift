/// Parts the numbers and codes of a mixed text, such as an address, from its words.
enum NumericRuns {
  /// The text of a value: each run with a digit in it laid out left to right, words by their first letter.
  static func atoms(of text: String, _ ink: Ink) -> [Atom] {
    atoms(of: text, ink, words: ink.words)
  }

  /// The text, each run of digits, Latin letters and the signs between them laid out left to right.
  static func atoms(of text: String, _ ink: Ink, words: (String) -> Atom) -> [Atom] {
    var atoms: [Atom] = []
    for (run, isCode) in runs(of: withoutIsolates(text)) {
      let blanks = run.reversed().prefix { $0 == " " }.count
      let body = run.dropLast(blanks)
      if !body.isEmpty {
        let isNumeric = isCode && body.contains(where: \.isNumber)
        atoms.append(isNumeric ? ink.signs(String(body)) : words(String(body)))
      }
      if blanks > 0 { atoms.append(ink.plain(String(run.suffix(blanks)))) }
    }
    return atoms
  }

  /// Isolates of a phrase are its runs' own here, and never characters.
  private static func withoutIsolates(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !(0x2066...0x2069).contains(scalar.value) { view.append(scalar) }
    return String(view)
  }

  private static func runs(of text: String) -> [(run: Substring, isCode: Bool)] {
    var runs: [(run: Substring, isCode: Bool)] = []
    var start = text.startIndex
    var isCode = false
    for index in text.indices {
      let character = text[index]
      let belongs =
        character.isNumber || (character.isASCII && character.isLetter)
        || (isCode && "+-/.:@_ ".contains(character))
      guard belongs != isCode else { continue }
      if start < index { runs.append((text[start..<index], isCode)) }
      (start, isCode) = (index, belongs)
    }
    if start < text.endIndex { runs.append((text[start...], isCode)) }
    return runs
  }
}
