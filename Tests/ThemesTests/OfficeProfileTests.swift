import Diagnostics
import Foundation
import TestSupport
import Testing
import Values

@testable import Themes

@Suite struct OfficeProfileTests {
  private func read(_ yaml: String) -> (office: OfficeProfile?, log: DiagnosticLog) {
    var log = DiagnosticLog()
    let office = OfficeProfile.read(yaml: yaml, file: "office.yaml", log: &log)
    return (office, log)
  }

  @Test func theSampleOfficeReadsWithoutRemark() throws {
    let yaml = try String(contentsOf: Repository.file("samples/office.yaml"), encoding: .utf8)
    let (office, log) = read(yaml)
    let profile = try #require(office)
    #expect(log.diagnostics == [])
    #expect(profile.values["اسم الجمعية"] == .name("جمعية سنا الخير الأهلية"))
    #expect(profile.values["لجنة البحث"] == .text("لجنة البحث الاجتماعي"))
    #expect(profile.values["مدينة الجمعية"] == .text("وادي الريحان"))
    #expect(profile.ownFields.map(\.name) == ["لجنة البحث", "قسم الأعضاء"])
    #expect(profile.signers.count == 7)
    #expect(profile.signer(of: "رئيس مجلس الإدارة")?.printedPost == "رئيسة مجلس الإدارة")
    #expect(profile.signer(of: "أمين الصندوق") == nil)
  }

  @Test func everyValueHasAField() throws {
    let yaml = try String(contentsOf: Repository.file("samples/office.yaml"), encoding: .utf8)
    let profile = try #require(read(yaml).office)
    let names = Set(profile.fields.map(\.name))
    #expect(profile.values.keys.allSatisfy(names.contains))
  }

  @Test func englishNamesMeanTheSame() throws {
    let arabic = read(
      """
      الجمعية: {الاسم: جمعية الغيمة, الترخيص: "12"}
      الموقعون: {المدير التنفيذي: سالم}
      أسلوب الكتابة: {الأرقام: "0123", المئة: مئة, التنوين: قبل الألف, موضع السنة: يمين}
      الترويسة: مطبوعة
      """)
    let english = read(
      """
      association: {name: جمعية الغيمة, licence: "12"}
      signers: {المدير التنفيذي: {name: سالم}}
      House-style: {digits: european, hundred: without alef, tanwin: before alef, year stands: right}
      letterhead: preprinted
      """)
    #expect(arabic.log.diagnostics == [])
    #expect(english.log.diagnostics == [])
    let profile = try #require(arabic.office)
    #expect(profile == english.office)
    #expect(profile.style.digits == .european)
    #expect(profile.style.hundred == .withoutAlef)
    #expect(profile.style.tanwin == .beforeAlef)
    #expect(profile.style.numericDateOrder == .dayAtLeft)
    #expect(profile.letterhead == .preprinted)
  }

  @Test func allMistakesAreReportedAtOnceWhereTheyStand() {
    let (_, log) = read(
      """
      الجمعية: {الإسم القديم: س, الترخيص: [1, 2]}
      الموقعون: {المدير: {الجنس: رجل}}
      أسلوب الكتابة: {الأرقم: ٠١٢٣, المئة: ألف}
      التواصل: {البريد الإلكتروني: لا شيء}
      """)
    let found = log.diagnostics.map { diagnostic in
      let place = diagnostic.location.map { DiagnosticRenderer(language: .english).describe($0) } ?? ""
      return diagnostic.message.id + " " + place.filter { !"\u{2068}\u{2069}".contains($0) }
    }
    let expected = [
      "themes.office-setting-missing office.yaml, setting «الجمعية/الاسم»",
      "settings.not-single office.yaml, setting «الجمعية/الترخيص»",
      "themes.office-setting-missing office.yaml, setting «الجمعية/الترخيص»",
      "settings.unknown office.yaml, setting «الجمعية/الإسم القديم»",
      "themes.signer-without-name office.yaml, setting «الموقعون/المدير/الاسم»",
      "settings.not-choice office.yaml, setting «أسلوب الكتابة/المئة»",
      "settings.unknown office.yaml, setting «أسلوب الكتابة/الأرقم»",
    ]
    for line in expected { #expect(found.contains(line), "missing: \(line)") }
    #expect(found.contains { $0.hasPrefix("values.email") && $0.hasSuffix("«التواصل/البريد الإلكتروني»") })
  }

  private static let association = "الجمعية: {الاسم: س, الترخيص: \"1\"}\n"

  /// What has nothing after its name would print as nothing.
  @Test(arguments: [
    ("الموقعون:\n  المديرة التنفيذية: ", "themes.signer-without-name", "الموقعون/المديرة التنفيذية"),
    ("الموقعون: {المدير: ~}", "themes.signer-without-name", "الموقعون/المدير"),
    ("الموقعون: {المدير: {الاسم: \" \"}}", "themes.signer-without-name", "الموقعون/المدير/الاسم"),
    ("signers: {المدير: {gender: man}}", "themes.signer-without-name", "signers/المدير/name"),
    ("اللجان: {لجنة البحث: }", "settings.says-nothing", "اللجان/لجنة البحث"),
    ("السجلات: {المعتمدون: [سالم, \"\"]}", "settings.says-nothing", "السجلات/المعتمدون/2"),
  ])
  func aNameThatSaysNothingIsAnError(yaml: String, id: String, path: String) {
    let (_, log) = read(Self.association + yaml)
    #expect(log.diagnostics.map(\.message.id) == [id])
    #expect(log.diagnostics.first?.location == .setting(file: "office.yaml", path: path))
    #expect(log.diagnostics.first?.hints.count == 1)
  }

  @Test(arguments: [
    ("association: {name: س, licence: \"\"}", "association/licence"),
    ("association: {name: س, licence: \"1\"}\nreply: {maximum days: 3}", "reply/maximum days"),
    ("association: {name: س, licence: \"1\"}\nregisters: {outgoing: ا}", "registers/outgoing"),
    ("association: {name: س}", "association/licence"),
  ])
  func aMistakeIsToldInTheWordsOfTheFile(yaml: String, path: String) {
    let (_, log) = read(yaml)
    #expect(log.diagnostics.map(\.location) == [.setting(file: "office.yaml", path: path)])
  }

  @Test(arguments: [
    ("https://example.org/v/", true), ("HTTPS://example.org/v?c=", true), ("http://example.org/v/", false),
    ("example.org/v/", false), ("ftp://x", false), ("كلام عربي", false), ("not a url", false),
    ("https://", false),
  ])
  func theVerificationPageOpensSecurely(address: String, isGood: Bool) throws {
    let (office, log) = read(Self.association + "السجلات: {صفحة التحقق: \"\(address)\"}")
    #expect(log.diagnostics.map(\.message.id) == (isGood ? [] : ["themes.not-a-page"]))
    #expect(try #require(office).registry.verificationPage == (isGood ? address : nil))
  }

  @Test(arguments: [
    ("www.example.org", true), ("https://example.org/ar", true), ("http://example.org", true),
    ("خير.السعودية", true),
    ("ftp://x", false), ("كلام عربي", false), ("not a url", false), ("a@example.org", false),
  ])
  func theSiteIsAnAddressOfTheWeb(address: String, isGood: Bool) {
    let (_, log) = read(Self.association + "التواصل: {الموقع الإلكتروني: \"\(address)\"}")
    #expect(log.diagnostics.map(\.message.id) == (isGood ? [] : ["themes.not-a-site"]))
  }

  @Test func aNearNameIsSuggested() {
    let (_, log) = read("الجمعية: {الاسم: س, الترخيص: \"1\"}\nالترويصة: بلا")
    #expect(log.diagnostics.map(\.message.id) == ["settings.unknown"])
    #expect(log.diagnostics.first?.hints == [.didYouMean("الترويسة")])
  }

  @Test(arguments: ["", "- a\n- b", "الجمعية: [", "الترويسة: بلا\nالترويسة: مرسومة"])
  func whatIsNoSettingsFileIsOneError(yaml: String) {
    let (office, log) = read(yaml)
    #expect(office == nil)
    #expect(log.diagnostics.count == 1)
    #expect(log.hasErrors)
  }

  @Test func theSameSettingInTwoLanguagesIsAnError() {
    let (_, log) = read("الجمعية: {الاسم: س, name: ش, الترخيص: \"1\"}")
    #expect(log.diagnostics.map(\.message.id) == ["settings.said-twice"])
  }

  @Test func aFieldOfTheDictionaryWinsOverTheOfficesOwn() {
    let own = Field(name: "لجنة البحث", alias: "committee", type: .name)
    let office = OfficeProfile(ownFields: [Field(name: "لجنة البحث", alias: "x", type: .text)])
    let dictionary = DataDictionary(fields: [own]).adding(office.fields)
    #expect(dictionary.field(named: "لجنة البحث") == own)
    #expect(dictionary.field(named: "اسم الجمعية")?.type == .name)
  }

  /// A count is never cut off to the whole number below it.
  @Test(arguments: [
    ("المنفذ: 25.5", ["settings.not-whole"]), ("port: ٢٥٫٥", ["settings.not-whole"]),
    ("في الدقيقة: 1.5", ["settings.not-whole"]), ("المنفذ: 0", ["settings.out-of-range"]),
    ("المنفذ: 587", []), ("المنفذ: \"٥٨٧\"", []),
  ])
  func thePortOfTheMailServerIsAWholeNumber(line: String, ids: [String]) {
    var log = DiagnosticLog()
    let settings = MailSettings.read(yaml: "الخادم: mail.example\n" + line, file: "mail.yaml", log: &log)
    #expect(log.diagnostics.map(\.message.id) == ids)
    #expect(log.diagnostics.allSatisfy { !$0.hints.isEmpty })
    if ids.isEmpty { #expect(settings?.port == 587) }
  }
}
