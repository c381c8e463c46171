/// The words that stand beside the digits of an amount and change nothing in it: the riyal's name, abbreviation or
/// sign, and the frame «فقط … لا غير».
enum RiyalWords {
  /// An amount, its digits European, without such words before it and after it; anything else stays.
  static func leftOut(of text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: isAmount), let last = scalars.lastIndex(where: isAmount)
    else { return isKnown(key(scalars), leading: false) ? "" : text }
    // Most amounts are nothing but digits.
    if first == scalars.startIndex, scalars.index(after: last) == scalars.endIndex { return text }
    var start = scalars.startIndex
    let lead = scalars[..<first]
    if let end = endOfWords(in: lead), isKnown(key(lead[..<end]), leading: true) { start = end }
    var end = scalars.endIndex
    let tail = scalars[scalars.index(after: last)...]
    if let begin = tail.firstIndex(where: isLetter), isKnown(key(tail[begin...]), leading: false) {
      end = begin
    }
    return String(scalars[start..<end]).trimmingBlanks()
  }

  /// Where the words before an amount end: behind the last letter, or the full stop of an abbreviation.
  ///
  /// «ر.س.1500» has one; in «ريال .5» it is the amount's own point.
  private static func endOfWords(in lead: String.UnicodeScalarView.SubSequence) -> String.Index? {
    guard let last = lead.lastIndex(where: isLetter) else { return nil }
    let end = lead.index(after: last)
    guard end < lead.endIndex, lead[end] == "." else { return end }
    let behind = lead.index(after: end)
    let isAbbreviation = lead[..<last].contains(".") || behind < lead.endIndex
    return isAbbreviation ? behind : end
  }

  private static func isAmount(_ scalar: Unicode.Scalar) -> Bool { Digits.value(of: scalar) != nil }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar == Money.riyalSign || scalar == "\u{FDFC}"
  }

  /// The letters of words, folded as for search, without what parts them.
  private static func key(_ words: some Sequence<Unicode.Scalar>) -> String {
    var kept = String.UnicodeScalarView()
    kept.append(contentsOf: words.filter { $0 != "." && !$0.isBlank })
    return LetterFolding.fold(String(kept))
  }

  private static func isKnown(_ key: String, leading: Bool) -> Bool {
    if leading {
      return names.contains(key.hasPrefix("فقط") ? String(key.dropFirst(3)) : key) || key == "فقط"
    }
    var name = key
    for ending in ["لاغير", "فقط"] where name.hasSuffix(ending) { name = String(name.dropLast(ending.count)) }
    return names.contains(name) || (name.isEmpty && !key.isEmpty)
  }

  private static let names: Set<String> = {
    var names: Set<String> = ["رس", "sar", "sr", "riyal", "riyals", "saudiriyal", "saudiriyals"]
    names.insert(String(Money.riyalSign))
    names.insert("\u{FDFC}")
    for unit in ["ريال", "ريالا", "ريالات"] {
      for country in ["", "سعودي", "سعوديا", "سعوديه"] { names.insert(unit + country) }
    }
    return names
  }()
}
