import Diagnostics

/// All the ways in which letters write a value, for `khitab value KIND VALUE`: staff try a value before a
/// letter states it.
public enum ValueForms {
  /// A kind of value that can be tried.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A whole number in words.
    case cardinal
    /// A place in an order, in words.
    case ordinal
    /// An amount in riyals.
    case money
    /// A percentage.
    case percent
    /// A date of either calendar.
    case date
    /// A Hijri date.
    case hijri
    /// A Gregorian date.
    case gregorian
    /// A national identity or residence permit number.
    case nationalID = "national-id"
    /// The national unified number of an establishment.
    case unifiedNumber = "unified-number"
    /// A licence number.
    case licence
    /// A reference of the office's own: membership, file, request, letter number.
    case reference
    /// An IBAN.
    case iban
    /// A mobile number.
    case mobile
    /// Any telephone number.
    case phone
    /// An e-mail address.
    case email
    /// A national address.
    case address
    /// A person's name.
    case name
  }

  /// The forms of a value of the kind named `kind`, or the reasons why it has none.
  ///
  /// - Parameters:
  ///   - kind: the name of a `Kind`.
  ///   - text: the value as typed.
  ///   - style: how the office writes.
  ///   - calendar: the Umm al-Qura calendar with the office's corrections.
  /// - Returns: the forms, or the reasons why there are none.
  public static func forms(
    kind: String, text: String, style: HouseStyle, calendar: UmmAlQura = .official
  ) -> Reading<[ValueForm]> {
    guard let known = Kind(rawValue: kind) else {
      return Reading(nil, [Diagnostic(.error, .unknownKind(kind), hints: [.kinds])])
    }
    return forms(known, text, style, calendar)
  }

  private static func forms(
    _ kind: Kind, _ text: String, _ style: HouseStyle, _ hijri: UmmAlQura
  ) -> Reading<[ValueForm]> {
    switch kind {
    case .cardinal: cardinal(text, style)
    case .ordinal: ordinal(text, style)
    case .money: money(text, style)
    case .percent: percent(text, style)
    case .date: date(text, style, hijri, only: nil)
    case .hijri: date(text, style, hijri, only: .ummAlQura)
    case .gregorian: date(text, style, hijri, only: .gregorian)
    case .nationalID: identifier(Identifier.read(text, as: .nationalID))
    case .unifiedNumber: identifier(ReferencePattern.unifiedNumber.read(text))
    case .licence: identifier(ReferencePattern.read(text, among: ReferencePattern.licenceNumbers))
    case .reference: identifier(Identifier.read(text, as: .reference))
    case .iban: identifier(Identifier.read(text, as: .iban))
    case .mobile: identifier(Identifier.read(text, as: .mobile))
    case .phone: identifier(Identifier.read(text, as: .phone))
    case .email: identifier(Identifier.read(text, as: .email))
    case .address: address(text)
    case .name: name(text)
    }
  }

  private static func cardinal(_ text: String, _ style: HouseStyle) -> Reading<[ValueForm]> {
    whole(text) { number in
      let genders: [(Gender, String, String)] = [
        (.masculine, "لمعدود مذكر", "counting masculine"), (.feminine, "لمعدود مؤنث", "counting feminine"),
      ]
      let cases: [(GrammaticalCase, String, String)] = [
        (.nominative, "رفعاً", "nominative"), (.accusative, "نصباً", "accusative"),
        (.genitive, "جرّاً", "genitive"),
      ]
      var forms = [ValueForm("بالأرقام", "in digits", Digits.grouped(number, style: style.digits))]
      for (gender, arabicGender, englishGender) in genders {
        for (grammaticalCase, arabicCase, englishCase) in cases {
          let words = Cardinal.words(number, counting: gender, in: grammaticalCase, style: style)
          let labels = ("\(arabicGender) \(arabicCase)", "\(englishGender), \(englishCase)")
          forms.append(ValueForm(labels.0, labels.1, words ?? ""))
        }
      }
      return forms
    }
  }

  private static func ordinal(_ text: String, _ style: HouseStyle) -> Reading<[ValueForm]> {
    whole(text) { number in
      let genders: [(Gender, String, String)] = [
        (.masculine, "مذكر", "masculine"), (.feminine, "مؤنث", "feminine"),
      ]
      let states = [(true, "معرفة", "definite"), (false, "نكرة", "indefinite")]
      return states.flatMap { isDefinite, arabicState, englishState in
        genders.compactMap { gender, arabicGender, englishGender in
          let place = Int(exactly: number) ?? 0
          let words = Ordinal.words(place, gender: gender, isDefinite: isDefinite, style: style)
          return words.map {
            ValueForm("\(arabicGender) \(arabicState)", "\(englishGender), \(englishState)", $0)
          }
        }
      }
    }
  }

  /// The forms of a whole number; an error where there are none.
  private static func whole(_ text: String, forms: (Int64) -> [ValueForm]) -> Reading<[ValueForm]> {
    switch DecimalText.read(text, decimals: 0) {
    case .failure(let refusal): return Reading(nil, [refusal.diagnostic])
    case .success(let number):
      let forms = forms(number.whole)
      return forms.isEmpty ? Reading(nil, [Diagnostic(.error, .noWords)]) : Reading(forms)
    }
  }

  private static func money(_ text: String, _ style: HouseStyle) -> Reading<[ValueForm]> {
    let reading = Money.read(text)
    guard let money = reading.value else { return Reading(nil, reading.diagnostics) }
    let digits = [
      ValueForm("بالأرقام", "in digits", money.digits(style: style)),
      ValueForm("مع رمز الريال", "with the riyal sign", money.digitsWithSign(style: style)),
    ]
    let framed = AmountInWords.words(money, style: style)
    // An amount that gets no words has its digits all the same.
    guard let words = framed.value else {
      return Reading(digits, reading.diagnostics + framed.diagnostics)
    }
    let plain = AmountInWords.words(money, style: style, isFramed: false).value ?? words
    return Reading(
      digits + [ValueForm("تفقيطاً", "in words, framed", words), ValueForm("بالحروف", "in words", plain)],
      reading.diagnostics)
  }

  private static func percent(_ text: String, _ style: HouseStyle) -> Reading<[ValueForm]> {
    let words = DecimalInWords.percentage(text, style: style)
    guard let inWords = words.value, let digits = Digits.percent(text, style: style.digits).value else {
      return Reading(nil, words.diagnostics)
    }
    return Reading([ValueForm("بالأرقام", "in digits", digits), ValueForm("بالحروف", "in words", inWords)])
  }

  private static func date(
    _ text: String, _ style: HouseStyle, _ ummAlQura: UmmAlQura, only calendar: CalendarOfRecord?
  ) -> Reading<[ValueForm]> {
    let reading = DateValue.read(text, calendar: ummAlQura)
    guard let date = reading.value else { return Reading(nil, reading.diagnostics) }
    guard date.calendar == calendar ?? date.calendar else {
      return Reading(nil, reading.diagnostics + [Diagnostic(.error, .otherCalendar, hints: [.kinds])])
    }
    let labels: [(DatePhrase.Form, String, String)] = [
      (.long, "في نص الخطاب", "in a letter's text"), (.both, "بالتقويمين", "in both calendars"),
      (.hijri, "هجرياً", "Hijri"), (.gregorian, "ميلادياً", "Gregorian"),
      (.numericHijri, "هجرياً بالأرقام", "Hijri in digits"),
      (.numericGregorian, "ميلادياً بالأرقام", "Gregorian in digits"),
      (.weekday, "يوم الأسبوع", "day of the week"),
    ]
    var forms = labels.compactMap { form, arabic, english in
      DatePhrase.words(date, form, style: style, calendar: ummAlQura).map { ValueForm(arabic, english, $0) }
    }
    if let hijri = ummAlQura.hijri(date.day) {
      forms.append(ValueForm("هجرياً للحفظ", "Hijri, stored", hijri.dashed))
    }
    forms.append(ValueForm("ميلادياً للحفظ", "Gregorian, stored", date.day.iso))
    forms.append(ValueForm("كما أُدخل", "as entered", DatePhrase.ofRecord(date)))
    return Reading(forms, reading.diagnostics)
  }

  private static func identifier(_ reading: Reading<Identifier>) -> Reading<[ValueForm]> {
    let forms = reading.value.map { identifier in
      [
        ValueForm("للطباعة", "printed", identifier.printed), ValueForm("للحفظ", "stored", identifier.stored),
        ValueForm("مع الإخفاء", "masked", identifier.masked),
      ]
    }
    return Reading(forms, reading.diagnostics)
  }

  private static func address(_ text: String) -> Reading<[ValueForm]> {
    let reading = NationalAddress.read(text)
    let forms = reading.value?.lines.enumerated().map { index, line in
      ValueForm("السطر \(index + 1)", "line \(index + 1)", line)
    }
    return Reading(forms, reading.diagnostics)
  }

  private static func name(_ text: String) -> Reading<[ValueForm]> {
    let reading = TextCleaning.clean(text, as: .name)
    guard let name = reading.value, !name.isEmpty else { return Reading(nil, [Diagnostic(.error, .noName)]) }
    return Reading(
      [
        ValueForm("للحفظ", "stored", name), ValueForm("للطباعة", "printed", NameForm.printed(name)),
        ValueForm("مفتاح البحث", "search key", NameForm.searchKey(name)),
        ValueForm("مفتاح البحث الواسع", "loose search key", NameForm.looseSearchKey(name)),
      ], reading.diagnostics)
  }
}

extension Diagnostic.Message {
  fileprivate static func unknownKind(_ kind: String) -> Self {
    Self(
      "values.unknown-kind", arabic: "لا يوجد نوع من القيم اسمه «\(kind)».",
      english: "There is no kind of value called “\(kind)”.")
  }

  fileprivate static var noWords: Self {
    Self(
      "values.ordinal-out-of-range",
      arabic: "لا يُكتب هذا الترتيب بالحروف: الترتيب من 1 إلى \(Ordinal.largest).",
      english: "The place can't be written in words: places run from 1 to \(Ordinal.largest).")
  }

  fileprivate static var otherCalendar: Self {
    Self(
      "values.other-calendar", arabic: "هذا التاريخ من التقويم الآخر.",
      english: "The date is of the other calendar.")
  }

  fileprivate static var noName: Self {
    Self("values.name-empty", arabic: "لا يوجد اسم في هذه القيمة.", english: "There is no name in the value.")
  }
}

extension Diagnostic.Hint {
  fileprivate static var kinds: Self {
    let names = ValueForms.Kind.allCases.map(\.rawValue)
    return Self(
      arabic: "الأنواع: \(names.joined(separator: "، "))",
      english: "The kinds: \(names.joined(separator: ", "))")
  }
}
