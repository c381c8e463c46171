public import Diagnostics

/// The words of letters that agree with the person they speak to or of, found by their masculine form.
public struct Lexicon: Hashable, Sendable {
  private var entries: [String: LexiconEntry] = [:]

  /// A lexicon without words.
  public init() {}

  /// The words that come with the toolkit.
  public static let standard: Self = {
    var log = DiagnosticLog()
    return read(LexiconTable.all, file: "LexiconTable", log: &log)
  }()

  /// The masculine forms of all words, in code point order.
  public var words: [String] { entries.values.map(\.word).sorted() }

  /// Whether the lexicon has the word; vowel marks and stretching don't matter.
  public func contains(_ word: String) -> Bool { entries[LookupKey.key(word)] != nil }

  /// The form of a word that agrees with a kind of person.
  ///
  /// - Parameters:
  ///   - word: the word's masculine singular: «المكرم», «حفظه الله», «مقدم الطلب».
  ///   - kind: the person or body.
  ///   - grammaticalCase: the case; for a verb of the present, the mood: مرفوع, منصوب, مجزوم.
  ///   - style: the office's spellings and choices.
  /// - Returns: the form, or `nil` for a word that isn't there, a form that doesn't exist, and for
  ///   `PersonKind.unknown`, for which no form is ever guessed.
  public func form(
    of word: String, for kind: PersonKind, in grammaticalCase: GrammaticalCase = .nominative,
    style: HouseStyle = .init()
  ) -> String? {
    entries[LookupKey.key(word)]?.form(for: kind, in: grammaticalCase, style: style)
  }

  /// This lexicon with another's words added; where both have a word, the other's stands.
  public func merging(_ other: Self) -> Self {
    var result = self
    result.entries.merge(other.entries) { _, new in new }
    return result
  }

  /// Reads an office's own words, one a line.
  ///
  /// Seven cells parted by `|` give the forms for a man, a woman, two, two women, many, many women and
  /// a body; a cell is one form, `nominative / oblique`, or one form a case; `-` stands for none. Three
  /// cells give the word, a rule and the form for a body; the rules are `قياسي` (sound plurals),
  /// `قياسي مضاف` (the same before a genitive), `ماض`, `مضارع` and `ضمير`.
  public static func read(_ text: String, file: String, log: inout DiagnosticLog) -> Self {
    var lexicon = Self()
    for row in TableRow.rows(of: text) {
      let location = SourceLocation.text(file: file, line: row.line, column: 1, phrase: row.text)
      guard row.cells.count == 3 || row.cells.count == 7, !row.cells[0].isEmpty else {
        log.error(.malformedWord, at: location, hints: [.wordLine])
        continue
      }
      guard row.cells.count == 3 else {
        let entry = LexiconEntry(cells: row.cells)
        lexicon.entries[LookupKey.key(entry.word)] = entry
        continue
      }
      guard let rule = InflectionRule(rawValue: row.cells[1]) else {
        log.error(.unknownRule(row.cells[1]), at: location, hints: [.rules])
        continue
      }
      guard rule.applies(to: row.cells[0]) else {
        log.error(.ruleDoesNotApply(row.cells[0], rule.rawValue), at: location, hints: [.wordLine])
        continue
      }
      let entry = LexiconEntry(cells: rule.cells(of: row.cells[0]) + [row.cells[2]])
      lexicon.entries[LookupKey.key(entry.word)] = entry
    }
    return lexicon
  }
}

extension Diagnostic.Message {
  fileprivate static var malformedWord: Self {
    Self(
      "values.malformed-lexicon-word",
      arabic: "سطر الكلمة المتصرفة غير مكتمل: المطلوب سبع خانات، أو ثلاث مع قاعدة.",
      english: "The line of an inflected word isn't complete: it needs seven cells, or three with a rule.")
  }

  fileprivate static func ruleDoesNotApply(_ word: String, _ rule: String) -> Self {
    Self(
      "values.inflection-rule-does-not-apply",
      arabic: "لا تُعرف صيغ «\(word)» بقاعدة «\(rule)»، فتُكتب صيغها السبع.",
      english: "The forms of «\(word)» don't follow by the rule «\(rule)»: its seven forms must be written.")
  }

  fileprivate static func unknownRule(_ rule: String) -> Self {
    Self(
      "values.unknown-inflection-rule",
      arabic: "لا تُعرف قاعدة تصريف باسم «\(rule)».",
      english: "There is no inflection rule named «\(rule)».")
  }
}

extension Diagnostic.Hint {
  fileprivate static var wordLine: Self {
    Self(
      arabic:
        "اكتبوا مثلاً: الكفيل | الكفيلة | الكفيلان / الكفيلين | الكفيلتان / الكفيلتين | الكفلاء | الكفيلات | -",
      english:
        "Write for instance: الكفيل | الكفيلة | الكفيلان / الكفيلين | الكفيلتان / الكفيلتين | الكفلاء | الكفيلات | -"
    )
  }

  fileprivate static var rules: Self {
    let names = InflectionRule.allCases.map(\.rawValue).joined(separator: "، ")
    return Self(arabic: "القواعد: \(names)", english: "The rules are: \(names)")
  }
}
