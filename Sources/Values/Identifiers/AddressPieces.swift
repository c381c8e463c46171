/// The pieces that a typed address is parted into, without the country, which is Saudi Arabia in any case.
enum AddressPieces {
  /// What stands between commas or line ends, cleaned; where there are none, between hyphens with blanks beside them.
  static func pieces(of text: String) -> [String] {
    let pieces = text.split(whereSeparator: { "،,؛;|/\n\r".contains($0) })
      .map { TextCleaning.clean(String($0), as: .text).value ?? "" }.filter { !$0.isEmpty }
    let parted = pieces.count == 1 ? atHyphens(pieces[0]) : pieces
    return parted.flatMap(withoutCountry)
  }

  /// Between two numbers a hyphen joins: «13213 - 7284» is a postcode with its additional number.
  private static func atHyphens(_ text: String) -> [String] {
    var pieces: [[Substring]] = [[]]
    let words = text.split(separator: " ")
    for (index, word) in words.enumerated() {
      let isHyphen = word.unicodeScalars.allSatisfy(\.isDash)
      let isBetween =
        index > 0 && index + 1 < words.count && isNumber(words[index - 1]) && isNumber(words[index + 1])
      if isHyphen && !isBetween { pieces.append([]) } else { pieces[pieces.count - 1].append(word) }
    }
    return pieces.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
  }

  private static func isNumber(_ word: Substring) -> Bool { NationalAddress.isDigits(word, 1...20) }

  /// What stands before the country's name and behind it.
  private static func withoutCountry(_ piece: String) -> [String] {
    let words = piece.split(separator: " ")
    let keys = words.map { LetterFolding.fold($0.filter { $0 != "." }) }
    for name in names {
      guard keys.count >= name.count,
        let start = (0...(keys.count - name.count)).first(where: { keys[$0...].starts(with: name) })
      else { continue }
      // One word may be of a street's name, unless it stands alone or behind the postcode.
      let isSure = name.count > 2 || keys.count == name.count
      let endsAddress = start > 0 && start + name.count == keys.count && isNumber(words[start - 1])
      guard isSure || endsAddress else { continue }
      return [words[..<start], words[(start + name.count)...]].filter { !$0.isEmpty }
        .map { $0.joined(separator: " ") }
    }
    return [piece]
  }

  private static let names = [
    "المملكة العربية السعودية", "العربية السعودية", "السعودية", "kingdom of saudi arabia", "saudi arabia",
    "ksa",
  ].map { LetterFolding.fold($0).split(separator: " ").map(String.init) }
}
