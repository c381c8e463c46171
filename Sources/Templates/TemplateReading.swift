public import Diagnostics
public import Values

/// What was read of a template's text: all of it, or what its mistakes left over.
///
/// Letters are made of a whole template only. What is left of another can still be checked, so that its author hears of
/// every mistake at once.
public struct TemplateReading: Hashable, Sendable {
  private let template: Template
  private let isWhole: Bool

  init(template: Template, isWhole: Bool) {
    self.template = template
    self.isWhole = isWhole
  }

  /// The template, if nothing in its text is wrong.
  public var whole: Template? { isWhole ? template : nil }

  /// What could be read of its header.
  public var settings: TemplateSettings { template.settings }

  /// Compares what was read with the fields that records can have, as ``Template`` does; what may only be the
  /// consequence of a mistake that is reported already is passed over.
  public func check(
    against dictionary: DataDictionary, styles: Set<String>?, lexicon: Lexicon = .standard,
    nouns: NounTable = .standard, currencies: CurrencyTable = .standard, log: inout DiagnosticLog
  ) {
    template.check(
      against: dictionary, styles: styles, lexicon: lexicon, nouns: nouns, currencies: currencies,
      isWhole: isWhole, log: &log)
  }
}
