public import Diagnostics
public import Fonts

extension OfficeReport {
  /// The report with the codes of characters that no font has in their places, `[U+674E]`, and for a
  /// register with words parted that are too long for a column of its table.
  ///
  /// What was entered in a register can't be changed any more: one such character would keep all the rest from paper, and
  /// one such word, a pasted link for instance, would squeeze all other columns to nothing.
  public func legible(by fonts: FontCollection, partsWords: Bool, log: inout DiagnosticLog) -> OfficeReport {
    var shown = ""
    var codes: [String] = []
    var known: [Character: String] = [:]
    var (length, parted) = (0, 0)
    for character in String(decoding: line, as: UTF8.self) {
      length = character.isWhitespace || character == "\"" ? 0 : length + 1
      // Not between a backslash and what it stands before in JSON.
      if partsWords, length > Self.longestWord, shown.last != "\\" {
        shown.append(" ")
        (length, parted) = (1, parted + 1)
      }
      if character.isASCII || fonts.font(covering: String(character), families: [], isBold: false) != nil {
        shown.append(character)
        continue
      }
      let words = known[character] ?? Self.code(of: character)
      if known.updateValue(words, forKey: character) == nil { codes.append(words) }
      shown += words
    }
    guard !codes.isEmpty || parted > 0 else { return self }
    if !codes.isEmpty { log.warning(.shownAsCodes(codes)) }
    if parted > 0 { log.warning(.partedWords) }
    return OfficeReport(line: [UInt8](shown.utf8))
  }

  /// How many characters of a word leave room for the other columns of a register.
  private static let longestWord = 18

  /// A character's code, with what belongs to the JSON around it left alone.
  private static func code(of character: Character) -> String {
    character.unicodeScalars.map { scalar in
      if scalar.isASCII { return String(scalar) }
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "[U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
    }.joined()
  }
}

extension Diagnostic.Message {
  fileprivate static let partedWords = Self(
    "issuing.report-long-words", arabic: "في القيود كلمات أطول مما يتسع له الجدول، فطُبعت مفرّقة",
    english: "Entries have words that are too long for the table; they are printed in parts")
  fileprivate static func shownAsCodes(_ codes: [String]) -> Self {
    let list = codes.prefix(10).joined(separator: " ") + (codes.count > 10 ? " …" : "")
    return Self(
      "issuing.report-characters",
      arabic: "في القيود أحرف لا رسم لها في الخطوط المعتمدة، فطُبعت رموزها مكانها: \u{2066}\(list)\u{2069}",
      english:
        "Entries have characters that no locked font has; their codes are printed in their places: \(list)")
  }
}
