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
    #expect(profile.replyWindow == ReplyWindow(minReplyDays: 7, maxReplyDays: 30))
  }

  @Test(arguments: [
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
