public import Diagnostics

/// The nouns that templates can count, found by their singular.
public struct NounTable: Hashable, Sendable {
  private var nouns: [String: CountedNoun] = [:]

  /// A table without nouns.
  public init() {}

  /// The nouns of Arabic letters and forms that come with the toolkit.
  public static let standard: Self = {
    var log = DiagnosticLog()
    return read(StandardNouns.table, file: "StandardNouns", log: &log)
  }()

  /// The singulars of all nouns, in code point order.
  public var singulars: [String] { nouns.values.map(\.forms.singularPhrase).sorted() }

  /// The noun with the given singular; vowel marks and stretching don't matter.
  public func noun(_ singular: String) -> CountedNoun? {
    nouns[LookupKey.key(singular)]
  }

  /// Adds a noun, in place of one with the same singular.
  public mutating func add(_ noun: CountedNoun) {
    nouns[LookupKey.key(noun.forms.singularPhrase)] = noun
  }

  /// This table with another's nouns added; where both have a noun, the other's stands.
  public func merging(_ other: Self) -> Self {
    var result = self
    result.nouns.merge(other.nouns) { _, new in new }
    return result
  }

  /// Reads an office's own nouns, one a line: `singular | plural | مذكر or مؤنث | exceptions`.
  ///
  /// A second word that is the same in both forms is a complement, «يوم عمل | أيام عمل»; one that
  /// differs, or ends in ة after a feminine noun, is an adjective: «ريال سعودي | ريالات سعودية»,
  /// «سنة مالية | سنوات مالية». Exceptions, parted by `،`, are
  /// `مثنى = nominative / oblique`, `منصوب = accusative`, `صفر = what stands for none`, `ممنوع من الصرف`, and `مضاف`
  /// for a second word that is a genitive though it looks like an adjective: «بطاقة عضوية | بطاقات عضوية».
  public static func read(_ text: String, file: String, log: inout DiagnosticLog) -> Self {
    var table = Self()
    for row in TableRow.rows(of: text) {
      let location = SourceLocation.text(file: file, line: row.line, column: 1, phrase: row.text)
      guard (3...4).contains(row.cells.count), let forms = NounForms(row.cells[...2]) else {
        log.error(.malformedNoun, at: location, hints: [.nounLine])
        continue
      }
      guard let exceptions = NounForms.Exceptions(row.cells.dropFirst(3).first ?? "") else {
        log.error(.unknownNounException, at: location, hints: [.nounExceptions])
        continue
      }
      if forms.lacksDual(exceptions) {
        log.error(.noRegularDual(row.cells[0]), at: location, hints: [.stateDual])
        continue
      }
      table.add(forms.noun(with: exceptions))
    }
    return table
  }
}

extension Diagnostic.Message {
  fileprivate static var malformedNoun: Self {
    Self(
      "values.malformed-noun",
      arabic: "سطر اسم معدود غير مكتمل: المطلوب المفرد والجمع والجنس.",
      english: "The line of a counted noun isn't complete: it needs singular, plural and gender.")
  }

  fileprivate static func noRegularDual(_ noun: String) -> Self {
    Self(
      "values.noun-without-dual",
      arabic: "لا يُعرف مثنى «\(noun)» بالقاعدة لأن آخره ألف.",
      english: "The dual of «\(noun)» doesn't follow by rule, since the noun ends in alef.")
  }

  fileprivate static var unknownNounException: Self {
    Self(
      "values.unknown-noun-exception",
      arabic: "في خانة الأحوال الخاصة للاسم المعدود ما لا يُعرف.",
      english: "The exceptions of a counted noun hold something unknown.")
  }
}

extension Diagnostic.Hint {
  fileprivate static var nounLine: Self {
    Self(
      arabic: "اكتبوا مثلاً: حقيبة | حقائب | مؤنث",
      english: "Write for instance: حقيبة | حقائب | مؤنث")
  }

  fileprivate static var stateDual: Self {
    Self(
      arabic: "اكتبوا المثنى في الخانة الرابعة، مثلاً: عصا | عصي | مؤنث | مثنى = عصوان / عصوين",
      english: "State the dual in the fourth cell, for instance: عصا | عصي | مؤنث | مثنى = عصوان / عصوين")
  }

  fileprivate static var nounExceptions: Self {
    Self(
      arabic: "المقبول، تفصل بينه فاصلة: مثنى = … / …، منصوب = …، صفر = …، ممنوع من الصرف، مضاف",
      english: "Accepted, parted by «،»: مثنى = … / …، منصوب = …، صفر = …، ممنوع من الصرف، مضاف")
  }
}
