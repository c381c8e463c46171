public import Diagnostics
public import Fonts
import Foundation

extension OfficeReport {
  /// The report with the codes of characters that no font has in their places, `[U+674E]`, and for a register with words
  /// parted that are too long for a column of its table.
  ///
  /// What was entered in a register can't be changed any more: one such character would keep all the rest from paper, and
  /// one such word, a pasted link for instance, would squeeze all other columns to nothing.
  ///
  /// - Parameters:
  ///   - fonts: the fonts it is set in.
  ///   - partsWords: whether long words are parted.
  ///   - log: takes a warning of each kind of change.
  /// - Returns: the report.
  /// - Throws: failures of the JSON encoder.
  public func legible(
    by fonts: FontCollection, partsWords: Bool, log: inout DiagnosticLog
  ) throws -> OfficeReport {
    var change = Change(fonts: fonts, partsWords: partsWords)
    let values = try JSONSerialization.jsonObject(with: Data(line))
    guard let changed = change.changed(values) as? [String: Any], change.isAny else { return self }
    if !change.codes.isEmpty { log.warning(.shownAsCodes(change.codes)) }
    if change.parts > 0 { log.warning(.partedWords) }
    return try OfficeReport(changed)
  }

  /// What is changed in the texts of a report.
  private struct Change {
    let fonts: FontCollection
    let partsWords: Bool
    /// The codes that stand for characters, each once.
    private(set) var codes: [String] = []
    /// How many times a word was parted.
    private(set) var parts = 0
    private var known: [Character: String?] = [:]

    /// How many characters of a word leave room for the other columns of a register.
    private static let longestWord = 18

    init(fonts: FontCollection, partsWords: Bool) {
      self.fonts = fonts
      self.partsWords = partsWords
    }

    var isAny: Bool { !codes.isEmpty || parts > 0 }

    /// A value of the report with all texts in it changed; the names of fields stay.
    mutating func changed(_ value: Any) -> Any {
      switch value {
      case let text as String: return changed(text)
      case let list as [Any]: return list.map { changed($0) }
      case let fields as [String: Any]:
        // In an order of its own, for the message lists codes as they are met.
        let names = fields.keys.sorted()
        return Dictionary(uniqueKeysWithValues: names.map { ($0, changed(fields[$0] ?? "")) })
      default: return value
      }
    }

    private mutating func changed(_ text: String) -> String {
      var (shown, length) = ("", 0)
      for character in text {
        length = character.isWhitespace ? 0 : length + 1
        if partsWords, length > Self.longestWord {
          shown.append(" ")
          (length, parts) = (1, parts + 1)
        }
        if let code = code(of: character) { shown += code } else { shown.append(character) }
      }
      return shown
    }

    /// What stands for a character that no font has.
    private mutating func code(of character: Character) -> String? {
      if character.isASCII { return nil }
      if let known = known[character] { return known }
      let code = fonts.covers(character) ? nil : Self.code(of: character)
      known[character] = .some(code)
      if let code { codes.append(code) }
      return code
    }

    private static func code(of character: Character) -> String {
      character.unicodeScalars.map { scalar in
        if scalar.isASCII { return String(scalar) }
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "[U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
      }.joined()
    }
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
