import Diagnostics

extension Money {
  /// Reads an amount as people type it, and asks where its separators could mean two amounts.
  ///
  /// «1500.5», «١٬٥٠٠٫٥٠», «1,500», «1500٫5 ريال» are read; «1.500» and «1,5» are asked about; a third
  /// decimal is refused, never rounded.
  public static func read(_ text: String, currency: String = "SAR") -> Reading<Money> {
    if let units = PlainAmount.minorUnits(of: text) {
      return Reading(Money(minorUnits: units, currency: currency))
    }
    return readThoroughly(text, currency: currency)
  }

  /// Reads an amount in whatever form.
  static func readThoroughly(_ text: String, currency: String) -> Reading<Money> {
    var reader = AmountReader(text)
    return reader.read(currency: currency)
  }
}

/// Reads the digits and separators of one amount.
private struct AmountReader {
  private let text: String

  init(_ text: String) {
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !scalar.isDirectionMark && !scalar.isStrayInvisible {
      switch scalar.value {
      // U+060C is on the key where other layouts have the comma.
      case 0x60C: kept.append(",")
      case 0x2212: kept.append("-")
      case 0x2019: kept.append("'")
      default: kept.append(scalar)
      }
    }
    let amount = RiyalWords.leftOut(of: Digits.ascii(String(kept)).trimmingBlanks())
    self.text = Self.withoutNoCoins(amount)
  }

  /// The amount without the mark behind it that it has no coins: «50/-», «50.-».
  private static func withoutNoCoins(_ text: String) -> String {
    for mark in ["/-", ".-", ",-"] where text.hasSuffix(mark) {
      let amount = text.dropLast(mark.count).trimmingBlanks()
      if amount.unicodeScalars.last.flatMap(Digits.value) != nil { return amount }
    }
    return text
  }

  mutating func read(currency: String) -> Reading<Money> {
    guard !text.isEmpty else { return refused(.amountEmpty) }
    guard !text.hasPrefix("-"), !text.hasSuffix("-"), !(text.hasPrefix("(") && text.hasSuffix(")")) else {
      return refused(.amountNegative)
    }
    guard !text.unicodeScalars.contains(where: Digits.isForeign) else { return refused(.amountDigits) }
    let unsigned = text.hasPrefix("+") ? String(text.dropFirst()) : text
    var parts: [Substring] = []
    var separators: [Unicode.Scalar] = []
    var start = unsigned.startIndex
    for index in unsigned.unicodeScalars.indices {
      let scalar = unsigned.unicodeScalars[index]
      if Digits.value(of: scalar) != nil { continue }
      guard Self.isSeparator(scalar) else { return refused(.amountCharacters) }
      separators.append(scalar.isBlank ? " " : scalar)
      parts.append(unsigned[start..<index])
      start = unsigned.unicodeScalars.index(after: index)
    }
    parts.append(unsigned[start...])
    return interpret(parts, separators, currency: currency)
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "." || scalar == "," || scalar == "\u{66B}" || scalar == "\u{66C}" || scalar == "'"
      || scalar.isBlank
  }

  private func interpret(
    _ parts: [Substring], _ separators: [Unicode.Scalar], currency: String
  ) -> Reading<Money> {
    guard let last = separators.last else { return amount(parts[0], "", currency) }
    let isGrouped = isGrouping(parts[...])
    let isOneKind = separators.allSatisfy { $0 == last }
    if separators.count == 1 {
      return interpretOne(parts[0], last, parts[1], isGrouped: isGrouped, currency: currency)
    }
    if isOneKind {
      guard isGrouped, last != "\u{66B}" else { return refused(.amountGrouping) }
      return amount(parts.joined()[...], "", currency)
    }
    // Two kinds: the last parts the decimals, the others the groups.
    let groups = separators.dropLast()
    guard let group = groups.first, groups.allSatisfy({ $0 == group }), group != "\u{66B}", last != "\u{66C}",
      last != " ", last != "'", isGrouping(parts.dropLast()), let decimals = parts.last
    else { return refused(.amountGrouping) }
    return amount(parts.dropLast().joined()[...], decimals, currency)
  }

  private func interpretOne(
    _ whole: Substring, _ separator: Unicode.Scalar, _ rest: Substring, isGrouped: Bool, currency: String
  ) -> Reading<Money> {
    switch separator {
    case "\u{66B}": return amount(whole, rest, currency)
    case ".": return isGrouped ? asked(whole, rest, currency) : amount(whole, rest, currency)
    case ",":
      if isGrouped { return amount(whole + rest, "", currency) }
      if whole == "0" { return amount(whole, rest, currency) }
      return (1...2).contains(rest.count) ? asked(whole, rest, currency) : refused(.amountGrouping)
    default: return isGrouped ? amount(whole + rest, "", currency) : refused(.amountGrouping)
    }
  }

  /// Whether the parts are a first group of one to three digits, not 0 alone, and groups of exactly three.
  private func isGrouping(_ parts: ArraySlice<Substring>) -> Bool {
    guard let first = parts.first, (1...3).contains(first.count), !first.hasPrefix("0") else { return false }
    return parts.dropFirst().allSatisfy { $0.count == 3 }
  }

  private func amount(_ whole: Substring, _ decimals: Substring, _ currency: String) -> Reading<Money> {
    guard !whole.isEmpty || !decimals.isEmpty else { return refused(.amountCharacters) }
    guard decimals.count <= 2 else { return refused(.amountDecimals) }
    let digits = whole.drop { $0 == "0" }
    let minor = decimals + String(repeating: "0", count: 2 - decimals.count)
    guard digits.count <= 15, let units = Int64(digits + minor) else { return refused(.amountHuge) }
    return Reading(Money(minorUnits: units, currency: currency))
  }

  /// The two amounts that one separator may mean, as hints to choose from.
  private func asked(_ whole: Substring, _ rest: Substring, _ currency: String) -> Reading<Money> {
    let readings = [(whole + rest)[...], whole + "." + rest.prefix(2)].map(String.init)
    return Reading(
      nil, [Diagnostic(.error, .amountAmbiguous, hints: readings.map(Diagnostic.Hint.amountMeant))])
  }

  private func refused(_ message: Diagnostic.Message) -> Reading<Money> {
    Reading(nil, [Diagnostic(.error, message)])
  }
}

extension Diagnostic.Message {
  fileprivate static var amountEmpty: Self {
    Self(
      "values.amount-empty", arabic: "لا يوجد مبلغ في هذه القيمة.",
      english: "There is no amount in the value."
    )
  }

  fileprivate static var amountNegative: Self {
    Self(
      "values.amount-negative", arabic: "المبلغ سالب، ولا يُكتب في خطاب مبلغ سالب.",
      english: "The amount is negative; letters state no negative amounts.")
  }

  fileprivate static var amountDigits: Self {
    Self(
      "values.amount-digits", arabic: "في المبلغ أرقام من كتابة أخرى غير الأرقام العربية والهندية والفارسية.",
      english: "The amount has digits of another script than European, Arabic-Indic and Persian.")
  }

  fileprivate static var amountCharacters: Self {
    Self(
      "values.amount-characters", arabic: "في المبلغ ما ليس رقماً ولا فاصلة.",
      english: "The amount has something that is neither a digit nor a separator.")
  }

  fileprivate static var amountGrouping: Self {
    Self(
      "values.amount-grouping", arabic: "فواصل الآلاف في المبلغ ليست في مواضعها.",
      english: "The separators of the amount do not part it into groups of three digits.")
  }

  fileprivate static var amountDecimals: Self {
    Self(
      "values.amount-decimals", arabic: "في المبلغ أكثر من خانتين بعد الفاصلة العشرية، ولا يُقرَّب المبلغ.",
      english: "The amount has more than two decimals; amounts are never rounded.")
  }

  fileprivate static var amountHuge: Self {
    Self(
      "values.amount-huge", arabic: "المبلغ أكبر مما يُكتب في خطاب.",
      english: "The amount is larger than a letter can state.")
  }

  fileprivate static var amountAmbiguous: Self {
    Self(
      "values.amount-ambiguous", arabic: "الفاصلة في المبلغ تحتمل معنيين: فاصلة آلاف أو فاصلة عشرية.",
      english: "The separator of the amount may part thousands or decimals.")
  }
}

extension Diagnostic.Hint {
  fileprivate static func amountMeant(_ amount: String) -> Self {
    Self(arabic: "إن كان المقصود \(amount) فاكتبه هكذا.", english: "If \(amount) is meant, write it so.")
  }
}
