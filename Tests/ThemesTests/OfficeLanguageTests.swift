import Diagnostics
import Testing
import Values

@testable import Themes

/// What an office adds to the toolkit's words, days and limits.
@Suite struct OfficeLanguageTests {
  private func read(_ settings: String) -> (office: OfficeProfile?, log: DiagnosticLog) {
    var log = DiagnosticLog()
    let yaml = "الجمعية: {الاسم: جمعية الغيمة, الترخيص: \"12\"}\n" + settings
    return (OfficeProfile.read(yaml: yaml, file: "office.yaml", log: &log), log)
  }

  @Test func anOfficeAddsItsOwnNounsWordsHolidaysAndReplyDays() throws {
    let (office, log) = read(
      """
      الأسماء المعدودة: [سلة رمضانية | سلال رمضانية | مؤنث]
      words:
        - الكفيل | الكفيلة | الكفيلان / الكفيلين | الكفيلتان / الكفيلتين | الكفلاء | الكفيلات | -
      العطل: |
        2026-09-23
        1448/10/01 إلى 1448/10/03
      الرد: {أقل الأيام: ٧, maximum days: 30}
      """)
    #expect(log.diagnostics == [])
    let profile = try #require(office)
    #expect(profile.nouns.noun("سلة رمضانية")?.phrase(3) == "ثلاث سلال رمضانية")
    #expect(profile.lexicon.form(of: "الكفيل", for: .feminine) == "الكفيلة")
    #expect(profile.week.holidays.count == 4)
    #expect(!profile.week.works(on: CivilDate(year: 2026, month: 9, day: 23)))
    #expect(profile.replies.window == ReplyWindow(minReplyDays: 7, maxReplyDays: 30))
  }

  @Test func anOfficeAddsItsOwnCurrencies() throws {
    let (office, log) = read(
      "العملات: [MYR | رينغيت ماليزي | رينغيتات ماليزية | مذكر | سن | سنات | مذكر | 2]")
    #expect(log.diagnostics == [])
    let currencies = try #require(office).currencies
    let words = AmountInWords.words(
      Money(minorUnits: 1150, currency: "MYR"), isFramed: false, currencies: currencies)
    #expect(words.value == "أحد عشر رينغيتاً ماليزياً وخمسون سناً")
  }

  @Test(arguments: [
    ("الترخيص: \"5148\"", nil), ("الترخيص: 5148/1448", nil), ("الترخيص: خمسة", "الجمعية/الترخيص"),
    ("الترخيص: 5, الرقم الوطني الموحد: ٧٠٠١٢٣٤٥٦٧", nil),
    ("licence: 5, national unified number: 1001234567", "الجمعية/national unified number"),
  ])
  func theAssociationsOwnNumbersHaveTheirForms(settings: String, path: String?) {
    var log = DiagnosticLog()
    let yaml = "الجمعية: {الاسم: جمعية الغيمة, \(settings)}"
    let office = OfficeProfile.read(yaml: yaml, file: "office.yaml", log: &log)
    let refused = log.diagnostics.filter { $0.message.id == "values.reference-pattern" }
    #expect(refused.map(\.location) == (path.map { [.setting(file: "office.yaml", path: $0)] } ?? []))
    #expect(settings.contains("٧") == (office?.values["الرقم الوطني الموحد"] != nil))
  }

  @Test func holidaysFollowTheCorrectedCalendar() throws {
    var log = DiagnosticLog()
    let calendar = UmmAlQura.official.applying(
      overrides: "1448-10 2027-03-10", file: "calendar.txt", log: &log)
    let yaml = "الجمعية: {الاسم: جمعية الغيمة, الترخيص: \"12\"}\nالعطل: [1448/10/01]"
    let profile = try #require(
      OfficeProfile.read(yaml: yaml, file: "office.yaml", calendar: calendar, log: &log))
    #expect(log.diagnostics == [])
    #expect(profile.calendar == calendar)
    #expect(profile.week.holidays == [CivilDate(year: 2027, month: 3, day: 10)])
    #expect(UmmAlQura.official.civil(HijriDate(year: 1448, month: 10, day: 1))?.iso == "2027-03-09")
  }

  @Test(arguments: [
    ("الياء المحذوفة: بلا علامة", "ثمان وعشرون", "مسؤولون"), ("lost ya: tanwin", "ثمانٍ وعشرون", "مسؤولون"),
    ("الهمزة: مسئول", "ثمانٍ وعشرون", "مسئولون"), ("hamza: waw", "ثمانٍ وعشرون", "مسؤولون"),
  ])
  func houseStyleChoosesTheSpellingOfLostYaAndOfHamza(setting: String, number: String, word: String) throws {
    let (office, log) = read("أسلوب الكتابة: {\(setting)}")
    #expect(log.diagnostics == [])
    let style = try #require(office).style
    #expect(Cardinal.words(28, counting: .feminine, style: style) == number)
    #expect(Lexicon.standard.form(of: "مسؤول", for: .masculinePlural, style: style) == word)
  }

  @Test(arguments: [
    ("العملات: [MYR | رينغيت]", "values.malformed-currency", "العملات/1"),
    ("الأسماء المعدودة: [حقيبة]", "values.malformed-noun", "الأسماء المعدودة/1"),
    ("الألفاظ: [الكفيل | الكفيلة]", "values.malformed-lexicon-word", "الألفاظ/1"),
    ("العطل: [2026-09-23, غداً]", "values.date-unreadable", "العطل/2"),
    ("الرد: {أقل الأيام: 20, أكثر الأيام: 10}", "themes.reply-limit-too-short", "الرد/أكثر الأيام"),
  ])
  func aWrongLineIsReportedAtItsSetting(settings: String, id: String, path: String) {
    let log = read(settings).log
    #expect(log.diagnostics.map(\.message.id) == [id])
    #expect(log.diagnostics.first?.location == .setting(file: "office.yaml", path: path))
  }
}
