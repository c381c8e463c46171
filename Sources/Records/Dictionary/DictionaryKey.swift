import Values

/// A word of the dictionary's grammar, each in Arabic and English.
enum DictionaryKey: String, CaseIterable {
  case fields, name, alias, type, required, sensitivity, columns, choices, from, key
  case patterns = "form"
  case dayMonthOrder = "date order"

  /// The key as an Arabic dictionary writes it.
  var arabic: String {
    switch self {
    case .fields: "الحقول"
    case .name: "الاسم"
    case .alias: "الاسم الإنجليزي"
    case .type: "النوع"
    case .required: "مطلوب"
    case .sensitivity: "السرية"
    case .columns: "الأعمدة"
    case .choices: "الخيارات"
    case .from: "من"
    case .key: "المفتاح"
    case .patterns: "الصورة"
    case .dayMonthOrder: "ترتيب التاريخ"
    }
  }

  /// The keys a field may have.
  static let ofField: [DictionaryKey] = allCases
  /// The keys of the dictionary itself.
  static let ofDictionary: [DictionaryKey] = [.fields, .dayMonthOrder]

  /// The key a person wrote, in either language.
  init?(spelled text: String) {
    let key = Spelling.key(text)
    guard let found = Self.allCases.first(where: { key == $0.rawValue || key == Spelling.key($0.arabic) })
    else {
      return nil
    }
    self = found
  }
}

extension FieldType {
  /// The type as an Arabic dictionary writes it.
  var arabic: String {
    switch self {
    case .text: "نص"
    case .paragraph: "فقرة"
    case .name: "اسم"
    case .id: "هوية"
    case .mobile: "جوال"
    case .phone: "هاتف"
    case .email: "بريد إلكتروني"
    case .iban: "آيبان"
    case .address: "عنوان وطني"
    case .date: "تاريخ"
    case .money: "مبلغ"
    case .integer: "عدد"
    case .choice: "خيار"
    case .boolean: "نعم أو لا"
    case .gender: "جنس"
    case .personKind: "صفة المخاطب"
    case .reference: "مرجع"
    case .list: "قائمة"
    }
  }

  /// The type a person wrote, in either language.
  init?(spelled text: String) {
    let key = Spelling.key(text)
    let found = Self.allCases.first {
      key == Spelling.key($0.rawValue) || key == Spelling.key($0.arabic)
    }
    guard let found else { return nil }
    self = found
  }
}

extension DayMonthOrder {
  /// The order as an Arabic dictionary writes it.
  var arabic: String {
    switch self {
    case .dayFirst: "اليوم أولاً"
    case .monthFirst: "الشهر أولاً"
    }
  }

  /// The order as an English dictionary writes it.
  var english: String {
    switch self {
    case .dayFirst: "day first"
    case .monthFirst: "month first"
    }
  }

  /// The order a person wrote, in either language.
  init?(spelled text: String) {
    let key = Spelling.key(text)
    let found = Self.allCases.first { key == Spelling.key($0.english) || key == Spelling.key($0.arabic) }
    guard let found else { return nil }
    self = found
  }
}

extension Field.Sensitivity {
  /// The degree as an Arabic dictionary writes it.
  var arabic: String {
    switch self {
    case .open: "عام"
    case .personal: "شخصي"
    case .secret: "سري"
    }
  }

  /// The degree a person wrote, in either language.
  init?(spelled text: String) {
    let key = Spelling.key(text)
    guard let found = Self.allCases.first(where: { key == $0.rawValue || key == Spelling.key($0.arabic) })
    else {
      return nil
    }
    self = found
  }
}
