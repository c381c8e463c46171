/// How letters write a day.
public enum DatePhrase {
  /// A way of writing a day.
  public enum Form: String, Hashable, Sendable, CaseIterable {
    /// «يوم الإثنين ١٣ جمادى الآخرة ١٤٤٨هـ الموافق ٢٣ نوفمبر ٢٠٢٦م»
    case long
    /// «١٣ جمادى الآخرة ١٤٤٨هـ الموافق ٢٣ نوفمبر ٢٠٢٦م»
    case both
    /// «١٣ جمادى الآخرة ١٤٤٨هـ»
    case hijri
    /// «٢٣ نوفمبر ٢٠٢٦م»
    case gregorian
    /// The Hijri day in digits, which an isolate keeps in the house's order.
    case numericHijri
    /// The Gregorian day in digits, which an isolate keeps in the house's order.
    case numericGregorian
    /// «الإثنين»
    case weekday
  }

  /// A day in words or digits; `nil` where the form needs a Hijri day that the calendar does not know.
  public static func words(
    _ day: CivilDate, _ form: Form, style: HouseStyle, in grammaticalCase: GrammaticalCase = .nominative,
    calendar: UmmAlQura = .official
  ) -> String? {
    let hijri =
      form == .long || form == .both || form == .hijri ? calendar.hijri(day) : nil
    switch form {
    case .long:
      return hijri.map { both("يوم " + day.weekday.arabicName + " ", $0, day, style, grammaticalCase) }
    case .both: return hijri.map { both("", $0, day, style, grammaticalCase) }
    case .hijri: return hijri.map { named($0, style, grammaticalCase) }
    case .gregorian:
      var phrase = ""
      append(day, style, to: &phrase)
      return phrase
    case .numericHijri: return digits(day, .ummAlQura, style: style, by: calendar).map(isolated)
    case .numericGregorian: return digits(day, .gregorian, style: style, by: calendar).map(isolated)
    case .weekday: return day.weekday.arabicName
    }
  }

  /// A recorded day in words or digits.
  public static func words(
    _ date: DateValue, _ form: Form, style: HouseStyle, in grammaticalCase: GrammaticalCase = .nominative,
    calendar: UmmAlQura = .official
  ) -> String? {
    words(date.day, form, style: style, in: grammaticalCase, calendar: calendar)
  }

  /// The date of record as it was entered, isolated so that its digits keep the order they were typed in.
  ///
  /// Only a birth date or the like needs it: a day that a card or deed states, and a letter must repeat.
  public static func ofRecord(_ date: DateValue) -> String { "\u{2068}\(date.entered)\u{2069}" }

  /// A Hijri day in words: «١٣ جمادى الآخرة ١٤٤٨هـ».
  public static func named(
    _ date: HijriDate, _ style: HouseStyle, _ grammaticalCase: GrammaticalCase = .nominative
  ) -> String {
    var phrase = ""
    append(date, style, grammaticalCase, to: &phrase)
    return phrase
  }

  private static func append(
    _ date: HijriDate, _ style: HouseStyle, _ grammaticalCase: GrammaticalCase, to phrase: inout String
  ) {
    let month = MonthNames.hijri(date.month, in: grammaticalCase) ?? ""
    append(date.day, month, date.year, mark: "هـ", style, to: &phrase)
  }

  private static func append(_ day: CivilDate, _ style: HouseStyle, to phrase: inout String) {
    append(day.day, MonthNames.gregorian(day.month) ?? "", day.year, mark: "م", style, to: &phrase)
  }

  private static func append(
    _ day: Int, _ month: String, _ year: Int, mark: String, _ style: HouseStyle, to phrase: inout String
  ) {
    phrase += Digits.short(day, style: style.digits)
    phrase += " "
    phrase += month
    phrase += " "
    phrase += Digits.short(year, style: style.digits)
    phrase += mark
  }

  /// «… الموافق …» after an opening.
  private static func both(
    _ opening: String, _ hijri: HijriDate, _ day: CivilDate, _ style: HouseStyle,
    _ grammaticalCase: GrammaticalCase
  ) -> String {
    var phrase = opening
    phrase.reserveCapacity(128)
    append(hijri, style, grammaticalCase, to: &phrase)
    phrase += " الموافق "
    append(day, style, to: &phrase)
    return phrase
  }

  /// A date in digits, in the order the eye should see inside a left-to-right isolate, and its calendar's mark.
  ///
  /// - Parameters:
  ///   - day: the day.
  ///   - named: the calendar to write it in.
  ///   - style: the digits, and their order.
  ///   - calendar: the calendar of Hijri dates.
  /// - Returns: both, or `nil` where the calendar doesn't know the day.
  public static func digits(
    _ day: CivilDate, _ named: CalendarOfRecord, style: HouseStyle, by calendar: UmmAlQura
  ) -> (digits: String, mark: String)? {
    switch named {
    case .ummAlQura:
      guard let hijri = calendar.hijri(day) else { return nil }
      return (numeric(hijri.year, hijri.month, hijri.day, style), "هـ")
    case .gregorian: return (numeric(day.year, day.month, day.day, style), "م")
    }
  }

  /// A Hijri day in digits with its mark, for a line of plain text: «١٤٤٨/٠٦/١٣هـ» after Arabic words.
  public static func numeric(_ date: HijriDate, style: HouseStyle) -> String {
    numeric(date.year, date.month, date.day, style) + "هـ"
  }

  private static func numeric(_ year: Int, _ month: Int, _ day: Int, _ style: HouseStyle) -> String {
    let isYearFirst = style.numericDateOrder == .yearAtLeft
    let year = Digits.short(year, style: style.digits)
    var phrase = isYearFirst ? year : Digits.twoDigits(day, style: style.digits)
    phrase.reserveCapacity(18)
    phrase += "/"
    phrase += Digits.twoDigits(month, style: style.digits)
    phrase += "/"
    phrase += isYearFirst ? Digits.twoDigits(day, style: style.digits) : year
    return phrase
  }

  /// Both in isolates of their own, so that the mark stands at the left end wherever the date is put.
  private static func isolated(_ date: (digits: String, mark: String)) -> String {
    "\u{2067}\u{2066}\(date.digits)\u{2069}\(date.mark)\u{2069}"
  }
}
