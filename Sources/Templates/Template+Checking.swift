public import Diagnostics
public import Values

extension Template {
  /// Compares the template with the fields that records can have, and reports all that can't work, at once.
  ///
  /// `styles` are the names of the theme's styles; `nil` where no theme is at hand.
  public func check(
    against dictionary: DataDictionary, styles: Set<String>?, lexicon: Lexicon = .standard,
    nouns: NounTable = .standard, currencies: CurrencyTable = .standard, log: inout DiagnosticLog
  ) {
    check(
      against: dictionary, styles: styles, lexicon: lexicon, nouns: nouns, currencies: currencies,
      isWhole: true, log: &log)
  }

  func check(
    against dictionary: DataDictionary, styles: Set<String>?, lexicon: Lexicon, nouns: NounTable,
    currencies: CurrencyTable, isWhole: Bool, log: inout DiagnosticLog
  ) {
    // What is required of a person's record may be absent where the letter speaks to nobody.
    var dictionary = dictionary
    if !speaksToPerson {
      for index in dictionary.fields.indices { dictionary.fields[index].isRequired = false }
    }
    var checker = Checker(
      dictionary: dictionary, styles: styles, lexicon: lexicon, nouns: nouns, currencies: currencies)
    checker.isWhole = isWhole
    for line in settings.lines { checker.check(line) }
    checker.check(body)
    log.append(contentsOf: checker.log)
  }

  /// Every name that the template's tags use, once each, in their order.
  public var names: [String] {
    var seen: Set<String> = []
    let all = settings.lines.flatMap { $0.flatMap(\.names) } + body.flatMap(\.names)
    return all.filter { seen.insert($0.key).inserted }.map(\.spelled)
  }
}

extension Snippet {
  /// Compares the line with the fields that records can have.
  public func check(
    against dictionary: DataDictionary, lexicon: Lexicon = .standard, nouns: NounTable = .standard,
    currencies: CurrencyTable = .standard, log: inout DiagnosticLog
  ) {
    var checker = Checker(
      dictionary: dictionary, styles: nil, lexicon: lexicon, nouns: nouns, currencies: currencies)
    checker.check(nodes)
    log.append(contentsOf: checker.log)
  }
}

extension TemplateSettings {
  /// The settings' lines of words.
  var lines: [[InlineNode]] {
    var lines = [titleNodes] + [subject].compactMap(\.self) + copies + enclosures
    if case .line(let nodes) = addressee { lines.append(nodes) }
    for line in [greeting, closing] {
      if case .line(let nodes) = line { lines.append(nodes) }
    }
    return lines
  }
}
