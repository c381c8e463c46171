public import Diagnostics
public import Fonts

extension OfficeReport {
  /// The report with the codes of characters that no font has in their places, `[U+1F319]`.
  ///
  /// What was entered in a register can't be changed any more: one such character would keep all the rest from paper.
  public func legible(by fonts: FontCollection, log: inout DiagnosticLog) -> OfficeReport {
    var shown = ""
    var codes: [String] = []
    var known: [Character: String] = [:]
    for character in String(decoding: line, as: UTF8.self) {
      if character.isASCII || fonts.font(covering: String(character), families: [], isBold: false) != nil {
        shown.append(character)
        continue
      }
      let words = known[character] ?? Self.code(of: character)
      if known.updateValue(words, forKey: character) == nil { codes.append(words) }
      shown += words
    }
    guard !codes.isEmpty else { return self }
    log.warning(.shownAsCodes(codes))
    return OfficeReport(line: [UInt8](shown.utf8))
  }

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
  fileprivate static func shownAsCodes(_ codes: [String]) -> Self {
    let list = codes.prefix(10).joined(separator: " ") + (codes.count > 10 ? " …" : "")
    return Self(
      "issuing.report-characters",
      arabic: "في القيود أحرف لا رسم لها في الخطوط المعتمدة، فطُبعت رموزها مكانها: \u{2066}\(list)\u{2069}",
      english:
        "Entries have characters that no locked font has; their codes are printed in their places: \(list)")
  }
}
