import Diagnostics

/// Amounts of money in words (تفقيط): «فقط ألف وخمسمائة ريال سعودي وخمسون هللة لا غير».
public enum AmountInWords {
  /// An amount in words.
  ///
  /// - Parameters:
  ///   - amount: the amount, above zero, its units at most ``Cardinal/largest``.
  ///   - style: the office's spellings, and whether it says «سعودي».
  ///   - isFramed: whether the words stand in «فقط … لا غير», so that nothing can be added.
  ///   - grammaticalCase: the case of the whole; a framed amount is nominative as a rule.
  ///   - currencies: the currencies known.
  /// - Returns: the words, or the reason why there are none.
  public static func words(
    _ amount: Money, style: HouseStyle = .init(), isFramed: Bool = true,
    in grammaticalCase: GrammaticalCase = .nominative, currencies: CurrencyTable = .standard
  ) -> Reading<String> {
    guard let currency = currencies.currency(amount.currency) else {
      return Reading(nil, [Diagnostic(.error, .unknownCurrency(amount.currency), hints: [.addCurrency])])
    }
    guard amount.minorUnits >= 0 else {
      return Reading(nil, [Diagnostic(.error, .negativeAmount, hints: [.stateDebit])])
    }
    guard amount.minorUnits > 0 else {
      return Reading(nil, [Diagnostic(.error, .nothingInWords, hints: [.leaveOut])])
    }
    let (units, coins) = amount.minorUnits.quotientAndRemainder(dividingBy: currency.coinsPerUnit)
    guard units <= Cardinal.largest else {
      return Reading(nil, [Diagnostic(.error, .amountTooLarge, hints: [.checkAmount])])
    }
    var writer = NumeralWriter(style: style, in: grammaticalCase)
    if units > 0 {
      writer.writeCount(units, of: style.namesCurrencyCountry ? currency.unit : currency.shortUnit)
    }
    if coins > 0, let coin = currency.coin {
      writer.writeCount(coins, of: coin)
    }
    return Reading(isFramed ? "فقط " + writer.text + " لا غير" : writer.text)
  }
}

extension Diagnostic.Message {
  fileprivate static func unknownCurrency(_ code: String) -> Self {
    Self(
      "values.unknown-currency",
      arabic: "العملة «\(code)» غير معرّفة.", english: "The currency “\(code)” isn't known.")
  }

  fileprivate static var negativeAmount: Self {
    Self(
      "values.negative-amount-in-words",
      arabic: "المبلغ سالب، ولا يُكتب مبلغ سالب بالحروف.",
      english: "The amount is negative, and no negative amount is written in words.")
  }

  fileprivate static var nothingInWords: Self {
    Self(
      "values.zero-amount-in-words",
      arabic: "المبلغ صفر، ولا يُكتب الصفر بالحروف مبلغاً.",
      english: "The amount is zero, and no amount of zero is written in words.")
  }

  fileprivate static var amountTooLarge: Self {
    Self(
      "values.amount-too-large-for-words",
      arabic: "المبلغ أكبر مما يُكتب بالحروف (أقل من ألف تريليون).",
      english: "The amount is too large for words (they reach to less than a thousand trillion).")
  }
}

extension Diagnostic.Hint {
  fileprivate static var addCurrency: Self {
    Self(
      arabic: "اكتبوا رمز العملة الدولي من ثلاثة أحرف، مثل SAR، أو أضيفوا العملة إلى جدول العملات.",
      english: "Write the three-letter code, such as SAR, or add the currency to the table of currencies.")
  }

  fileprivate static var leaveOut: Self {
    Self(
      arabic: "راجعوا المبلغ، أو احذفوه إن لم يكن هناك مبلغ.",
      english: "Check the amount, or leave it out where there is none.")
  }

  fileprivate static var stateDebit: Self {
    Self(
      arabic: "اكتبوا المبلغ موجباً، وبيّنوا في النص أنه مستحق أو مخصوم.",
      english: "State the amount as positive, and say in the text that it is owed or deducted.")
  }

  fileprivate static var checkAmount: Self {
    Self(
      arabic: "راجعوا المبلغ؛ فلعل فيه أصفاراً زائدة.",
      english: "Check the amount: it may have too many zeros.")
  }
}
