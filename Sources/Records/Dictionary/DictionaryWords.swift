import Settings
import Values

extension SettingKey {
  static let fields = SettingKey("fields", "الحقول")
  static let name = SettingKey("name", "الاسم")
  static let alias = SettingKey("alias", "الاسم الإنجليزي")
  static let type = SettingKey("type", "النوع")
  static let required = SettingKey("required", "مطلوب")
  static let sensitivity = SettingKey("sensitivity", "السرية")
  static let columns = SettingKey("columns", "الأعمدة")
  static let choices = SettingKey("choices", "الخيارات")
  static let from = SettingKey("from", "من")
  static let key = SettingKey("key", "المفتاح")
  static let patterns = SettingKey("form", "الصورة")
  static let dayMonthOrder = SettingKey("date order", "ترتيب التاريخ")
}

extension FieldType {
  /// The words for each type in dictionaries.
  static let words: [(key: SettingKey, meaning: Self)] = allCases.map {
    (SettingKey($0.rawValue, $0.arabicName), $0)
  }
}

extension DayMonthOrder {
  /// The words for each order in dictionaries.
  static let words: [(key: SettingKey, meaning: Self)] = [
    (SettingKey("day first", "اليوم أولاً"), .dayFirst),
    (SettingKey("month first", "الشهر أولاً"), .monthFirst),
  ]
}

extension Field.Sensitivity {
  /// The words for each degree in dictionaries.
  static let words: [(key: SettingKey, meaning: Self)] = [
    (SettingKey("open", "عام"), .open), (SettingKey("personal", "شخصي"), .personal),
    (SettingKey("secret", "سري"), .secret),
  ]
}
