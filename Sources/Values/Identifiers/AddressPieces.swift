/// The pieces that a typed address is parted into, without the country, which is Saudi Arabia in any case.
enum AddressPieces {
  /// What stands between commas or line ends, cleaned; where there are none, between hyphens with blanks beside them.
  static func pieces(of text: String) -> [String] {
    let pieces = text.split(whereSeparator: { "،,؛;|/\n\r".contains($0) })
      .map { TextCleaning.clean(String($0), as: .text).value ?? "" }.filter { !$0.isEmpty }
    // A comma before the country alone parts nothing else.
    let named = pieces.filter { !withoutCountry($0).isEmpty }
    let parted = named.count == 1 ? atHyphens(named[0]) : named
    return parted.flatMap(withoutCountry)
  }

  /// A hyphen joins a postcode and its additional number, «13213 - 7284», but not the number before a street's name.
  private static func atHyphens(_ text: String) -> [String] {
    var pieces: [[Substring]] = [[]]
    let words = text.split(separator: " ")
    for (index, word) in words.enumerated() {
      let isHyphen = word.unicodeScalars.allSatisfy(\.isDash)
      let isBetween = index > 0 && joins(words[index - 1], words[(index + 1)...])
      if isHyphen && !isBetween { pieces.append([]) } else { pieces[pieces.count - 1].append(word) }
    }
    return pieces.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
  }

  private static func joins(_ before: Substring, _ behind: ArraySlice<Substring>) -> Bool {
    guard let next = behind.first, isNumber(before), isNumber(next) else { return false }
    let kind = behind.dropFirst().first.flatMap { AddressLabel.kind(of: String($0)) }
    return Set([before.utf8.count, next.utf8.count]) == [4, 5] && kind != \NationalAddress.street
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
