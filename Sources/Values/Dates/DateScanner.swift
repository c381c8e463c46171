/// The parts of a date as typed: its numbers in order, its month by name, its calendar's mark, its weekday.
struct DateScanner {
  /// The numbers in the order of the text, as digits.
  private(set) var numbers: [String] = []
  /// The calendar a mark after the year states: «هـ» or «م».
  private(set) var markedCalendar: CalendarOfRecord?
  /// The month, where it is a name.
  private(set) var namedMonth: (calendar: CalendarOfRecord, month: Int)?
  /// The day of the week, where it is stated.
  private(set) var weekday: Weekday?
  /// Whether the text has something no date has.
  private(set) var hasStrangers = false

  init(_ text: String) {
    var words: [String] = []
    for token in Self.tokens(of: Self.withoutTime(text)) {
      if token.utf8.first.map({ (0x30...0x39).contains($0) }) == true {
        numbers.append(token)
      } else if let calendar = Self.marks[token], !numbers.isEmpty {
        hasStrangers = hasStrangers || (markedCalendar ?? calendar) != calendar
        markedCalendar = calendar
      } else if let day = Self.weekdays[token] {
        weekday = day
      } else if !Self.fillers.contains(token) {
        words.append(token)
      }
    }
    readMonth(words.joined(separator: " "))
    if numbers.count == 1, numbers[0].utf8.count == 8 { numbers = Self.parts(ofCompact: numbers[0]) }
  }

  /// Year, month and day of eight digits in a row: `20261123`, as ISO 8601 allows, or `23112026`.
  ///
  /// Both never hold at once: the last four of the first form are a month and a day, and no year that is read
  /// begins with a month.
  private static func parts(ofCompact digits: String) -> [String] {
    let yearIsLast = digits.suffix(4) >= "1300"
    let lengths = yearIsLast ? [2, 2, 4] : [4, 2, 2]
    var rest = digits[...]
    return lengths.map { length in
      defer { rest = rest.dropFirst(length) }
      return String(rest.prefix(length))
    }
  }

  private mutating func readMonth(_ name: String) {
    if name.isEmpty { return }
    if let month = MonthNames.hijriMonth(folded: name) {
      namedMonth = (.ummAlQura, month)
    } else if let month = MonthNames.gregorianMonth(folded: name) {
      namedMonth = (.gregorian, month)
    } else {
      hasStrangers = true
    }
  }

  /// Runs of digits and runs of letters; separators part them, anything else is a token of its own.
  private static func tokens(of text: String) -> [String] {
    var tokens: [String] = []
    var current = ""
    var isNumber = false
    for scalar in LetterFolding.fold(text).unicodeScalars {
      let isDigit = Digits.value(of: scalar) != nil
      if isSeparator(scalar) || isDigit != isNumber, !current.isEmpty {
        tokens.append(current)
        current = ""
      }
      if scalar == ":", isNumber {
        // Hours and minutes, of which no date is made; behind a label the colon parts words.
        tokens.append(":")
      }
      if isSeparator(scalar) { continue }
      isNumber = isDigit
      current.unicodeScalars.append(scalar)
    }
    if !current.isEmpty { tokens.append(current) }
    return tokens
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "/", "\\", ".", ",", "،", "\u{66B}", "_", "(", ")", ":", "=": true
    default: scalar.isBlank || scalar.isLineEnd || scalar.isDash
    }
  }

  /// The numbers in a text that are years of either calendar.
  static func years(in text: String) -> [Int] {
    tokens(of: text).filter { $0.utf8.count == 4 }.compactMap { Int($0) }
      .filter { CalendarOfRecord(ofYear: $0) != nil }
  }

  /// Where in a text another date may begin: behind a separator, and where digits follow letters.
  static func beginnings(in text: String) -> [String.Index] {
    let scalars = text.unicodeScalars
    return scalars.indices.dropFirst().filter { index in
      let (previous, scalar) = (scalars[scalars.index(before: index)], scalars[index])
      guard !isSeparator(scalar) else { return false }
      return isSeparator(previous) || Digits.value(of: previous) == nil && Digits.value(of: scalar) != nil
    }
  }

  /// The text before a time of day, as spreadsheets and databases add one: `2026-11-23T00:00:00`.
  private static func withoutTime(_ text: String) -> String {
    guard let colon = text.utf8.firstIndex(of: 0x3A) else { return text }
    let hours = text[..<colon].reversed().prefix { $0.isNumber }.count
    let head = text[..<text.index(colon, offsetBy: -hours)]
    let isTime = (1...2).contains(hours) && (head.hasSuffix("T") || head.last?.isWhitespace == true)
    return isTime ? String(head.dropLast()) : text
  }

  private static let marks: [String: CalendarOfRecord] = [
    "ه": .ummAlQura, "هجري": .ummAlQura, "هجريه": .ummAlQura, "هجريا": .ummAlQura,
    "للهجره": .ummAlQura, "ah": .ummAlQura, "h": .ummAlQura,
    "م": .gregorian, "ميلادي": .gregorian, "ميلاديه": .gregorian, "ميلاديا": .gregorian,
    "للميلاد": .gregorian, "ad": .gregorian, "ce": .gregorian,
    "g": .gregorian,
  ]
  private static let fillers: Set<String> = [
    "يوم", "تاريخ", "التاريخ", "بتاريخ", "في", "من", "شهر", "عام", "سنه", "لعام", "لسنه", "ل",
    // What stands between a day of the week and its date, or between the dates of two calendars.
    "الموافق", "موافق", "والموافق", "الموافقه", "المصادف", "يوافق",
    "st", "nd", "rd", "th", "of", "the",
  ]
  private static let weekdays = {
    var names = ["احد": Weekday.sunday, "اثنين": .monday, "ثلاثاء": .tuesday, "اربعاء": .wednesday]
    names["خميس"] = .thursday
    names["ثلثاء"] = .tuesday
    names["جمعه"] = .friday
    names["سبت"] = .saturday
    for (name, day) in names.sorted(by: { $0.key < $1.key }) { names["ال" + name] = day }
    for day in Weekday.allCases {
      names["\(day)"] = day
      names[String("\(day)".prefix(3))] = day
    }
    return names
  }()
}
