import Diagnostics
import Settings
import Values

extension SettingMap {
  /// The house style this level states; what it leaves out is the toolkit's default.
  mutating func houseStyle(log: inout DiagnosticLog) -> HouseStyle {
    var style = HouseStyle()
    set(&style.digits, SettingKey("digits", "الأرقام"), Self.digits, log: &log)
    set(&style.hundred, SettingKey("hundred", "المئة"), Self.hundreds, log: &log)
    set(&style.tanwin, SettingKey("tanwin", "التنوين"), Self.tanwins, log: &log)
    set(&style.marksLostYa, SettingKey("lost ya", "الياء المحذوفة"), Self.lostYas, log: &log)
    set(&style.seatOfHamza, SettingKey("hamza", "الهمزة"), Self.seats, log: &log)
    set(&style.milliard, SettingKey("milliard", "ألف مليون"), Self.milliards, log: &log)
    set(&style.namesCurrencyCountry, SettingKey("currency", "العملة"), Self.currencies, log: &log)
    set(&style.numericDateOrder, SettingKey("year stands", "موضع السنة"), Self.dateOrders, log: &log)
    set(&style.feminineMember, SettingKey("woman member", "المرأة العضو"), Self.members, log: &log)
    return style
  }

  private typealias Words<Meaning> = [(key: SettingKey, meaning: Meaning)]

  private mutating func set<Meaning>(
    _ setting: inout Meaning, _ key: SettingKey, _ words: Words<Meaning>, log: inout DiagnosticLog
  ) {
    if let chosen = choice(key, words, log: &log) { setting = chosen }
  }

  private static let digits: Words<HouseStyle.Digits> = [
    (SettingKey("arabic-indic", "٠١٢٣"), .arabicIndic), (SettingKey("european", "0123"), .european),
  ]
  private static let hundreds: Words<HouseStyle.Hundred> = [
    (SettingKey("with alef", "مائة"), .withAlef), (SettingKey("without alef", "مئة"), .withoutAlef),
  ]
  // «ألفاً» and «ألفًا» differ in the order of two characters of which names of settings drop one.
  private static let tanwins: Words<HouseStyle.Tanwin> = [
    (SettingKey("after alef", "بعد الألف"), .afterAlef),
    (SettingKey("before alef", "قبل الألف"), .beforeAlef),
  ]
  private static let lostYas: Words<Bool> = [
    (SettingKey("tanwin", "تنوين"), true), (SettingKey("unmarked", "بلا علامة"), false),
  ]
  private static let seats: Words<HouseStyle.SeatOfHamza> = [
    (SettingKey("waw", "مسؤول"), .waw), (SettingKey("ya", "مسئول"), .ya),
  ]
  private static let milliards: Words<HouseStyle.Milliard> = [
    (SettingKey("milliard", "مليار"), .milliard), (SettingKey("billion", "بليون"), .billion),
  ]
  private static let currencies: Words<Bool> = [
    (SettingKey("saudi riyal", "ريال سعودي"), true), (SettingKey("riyal", "ريال"), false),
  ]
  private static let dateOrders: Words<HouseStyle.NumericDateOrder> = [
    (SettingKey("left", "يسار"), .yearAtLeft), (SettingKey("right", "يمين"), .dayAtLeft),
  ]
  private static let members: Words<Bool> = [
    (SettingKey("feminine", "عضوة"), true), (SettingKey("masculine", "عضو"), false),
  ]
}
