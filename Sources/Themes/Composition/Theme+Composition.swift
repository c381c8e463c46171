public import Content
public import Diagnostics
public import Templates
public import Values

extension Theme {
  /// Puts a letter or form into the theme.
  ///
  /// - Parameters:
  ///   - letter: what the template says of one record.
  ///   - scope: the values the template was evaluated with, the office's among them.
  ///   - office: the association's particulars; without them nobody's name stands under the signature.
  ///   - options: what the command says.
  ///   - log: takes what was wrong.
  /// - Returns: the document, or `nil` if a value that the theme needs is missing.
  public func compose(
    _ letter: Letter, scope: Scope, office: OfficeProfile?, options: CompositionOptions,
    log: inout DiagnosticLog
  ) -> Document? {
    var composer = Composer(theme: self, letter: letter, scope: scope, office: office, options: options)
    let document = composer.document()
    log.append(contentsOf: composer.log)
    return document
  }

  /// Checks every line of the theme against the fields it may name.
  public func check(
    against dictionary: DataDictionary, lexicon: Lexicon, nouns: NounTable = .standard,
    currencies: CurrencyTable = .standard, log: inout DiagnosticLog
  ) {
    let known = dictionary.adding(OfficeProfile.standardFields).adding(Self.fields)
    for snippet in snippets {
      snippet.check(against: known, lexicon: lexicon, nouns: nouns, currencies: currencies, log: &log)
    }
  }
}
