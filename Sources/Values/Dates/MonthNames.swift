/// The names of the months of both calendars, as written in Saudi offices.
public enum MonthNames {
  private static let hijri = [
    "محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة", "رجب", "شعبان", "رمضان",
    "شوال",
    "ذو القعدة", "ذو الحجة",
  ]
  private static let gregorian = [
    "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر",
    "ديسمبر",
  ]

  /// The name of a Hijri month; `nil` for a month that does not exist.
  ///
  /// The last two inflect: ذو, ذا, ذي.
  public static func hijri(_ month: Int, in grammaticalCase: GrammaticalCase = .nominative) -> String? {
    guard (1...12).contains(month) else { return nil }
    let name = hijri[month - 1]
    guard month > 10, grammaticalCase != .nominative else { return name }
    return (grammaticalCase == .genitive ? "ذي" : "ذا") + name.dropFirst(2)
  }

  /// The name of a Gregorian month; `nil` for a month that doesn't exist.
  public static func gregorian(_ month: Int) -> String? {
    (1...12).contains(month) ? gregorian[month - 1] : nil
  }

  /// The Hijri month of a name in any usual spelling, folded for search, its words with the article or without.
  static func hijriMonth(folded name: String) -> Int? { hijriSpellings[withoutArticles(name)] }

  /// The Gregorian month of a name in any usual spelling, folded for search, or of its English name.
  static func gregorianMonth(folded name: String) -> Int? {
    if let month = gregorianSpellings[withoutArticles(name)] { return month }
    let english = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
      "november",
      "december",
    ]
    if name == "sept" { return 9 }
    return english.firstIndex { $0 == name || $0.prefix(3) == name }.map { $0 + 1 }
  }

  private static func withoutArticles(_ name: String) -> String {
    name.split(separator: " ").map { $0.hasPrefix("ال") ? $0.dropFirst(2) : $0 }.joined(separator: " ")
  }

  private static let hijriSpellings = spellings(
    hijri,
    [
      "محرم الحرام": 1, "صفر الخير": 2, "ربيع الثاني": 4,
      "جمادى الأول": 5, "جماد الأول": 5, "جماد الأولى": 5,
      "جمادى الثانية": 6, "جمادى الثاني": 6, "جماد الثاني": 6, "جماد الثانية": 6,
      "جمادى الآخر": 6, "جماد الآخر": 6, "جماد الآخرة": 6, "جمادى الأخرى": 6,
      "رجب المرجب": 7, "رجب الفرد": 7, "شعبان المعظم": 8, "رمضان المبارك": 9, "شوال المكرم": 10,
      "ذي القعدة": 11, "ذا القعدة": 11, "ذوالقعدة": 11, "ذيالقعدة": 11, "القعدة": 11,
      "ذي الحجة": 12, "ذا الحجة": 12, "ذوالحجة": 12, "ذيالحجة": 12, "الحجة": 12,
    ])

  private static let gregorianSpellings = spellings(
    gregorian,
    [
      "إبريل": 4, "نيسان": 4, "كانون الثاني": 1, "شباط": 2, "آذار": 3, "أيار": 5, "حزيران": 6, "تموز": 7,
      "آب": 8,
      "أيلول": 9, "تشرين الأول": 10, "تشرين الثاني": 11, "كانون الأول": 12, "يونيه": 6, "يوليه": 7,
      "سبتمر": 9,
      "اغسطس": 8,
    ])

  private static func key(_ name: String) -> String { withoutArticles(LetterFolding.fold(name)) }

  private static func spellings(_ names: [String], _ others: [String: Int]) -> [String: Int] {
    var table: [String: Int] = [:]
    for (index, name) in names.enumerated() { table[key(name)] = index + 1 }
    for (name, month) in others { table[key(name)] = month }
    return table
  }
}
