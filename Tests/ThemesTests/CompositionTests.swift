import Content
import Diagnostics
import Foundation
import Templates
import TestSupport
import Testing
import Values

@testable import Themes

@Suite struct CompositionTests {
  private static let dictionary = DataDictionary(fields: [
    Field(name: "الاسم", alias: "name", type: .name), Field(name: "الجنس", alias: "gender", type: .gender),
    Field(name: "صفة المخاطب", alias: "kind", type: .personKind),
    Field(
      name: "اللقب", alias: "title", type: .choice,
      choices: [
        Field.Choice(label: "الأستاذ"), Field.Choice(label: "الدكتور"), Field.Choice(label: "المهندس"),
      ]),
  ])

  private static let woman: FieldValues = [
    "الاسم": .name("هند بنت سعد الروضي"), "الجنس": .gender(.feminine), "اللقب": .choice("الدكتور"),
    "رقم الخطاب": .identifier(Identifier(.reference, stored: "1448/271")),
    "تاريخ الخطاب": .date(
      DateValue(day: CivilDate(year: 2026, month: 11, day: 12), calendar: .gregorian, entered: "2026-11-12")),
  ]

  private let theme: Theme
  private let office: OfficeProfile

  init() throws {
    var log = DiagnosticLog()
    let yaml = try String(contentsOf: Repository.file("Templates/theme/theme.yaml"), encoding: .utf8)
    let logo = ImageAsset(format: .svg, bytes: [1], naturalWidth: 90, naturalHeight: 90)
    theme = try #require(Theme.read(yaml: yaml, file: "theme.yaml", image: { _, _ in logo }, log: &log))
    let office = try String(contentsOf: Repository.file("samples/office.yaml"), encoding: .utf8)
    self.office = try #require(OfficeProfile.read(yaml: office, file: "office.yaml", log: &log))
  }

  private func compose(
    _ template: String, _ values: FieldValues, mode: Scope.Mode = .filled,
    options: CompositionOptions = CompositionOptions(), office other: OfficeProfile? = nil
  ) throws -> (document: Document?, log: DiagnosticLog) {
    let office = other ?? office
    var log = DiagnosticLog()
    let source = TemplateSource(file: "t.khitab", text: template)
    let parsed = try #require(Template.parse(source, log: &log), "\(log.diagnostics)")
    let scope = Scope(
      values: office.values.merging(values) { $1 },
      dictionary: Self.dictionary.adding(office.fields).adding(Theme.fields), style: office.style,
      mode: mode)
    let letter = try #require(parsed.evaluate(scope, log: &log), "\(log.diagnostics)")
    let document = theme.compose(letter, scope: scope, office: office, options: options, log: &log)
    return (document, log)
  }

  private static let letter = """
    النوع: خطاب
    العنوان: خطاب تجربة
    الموضوع: موضوع الخطاب
    المخاطب: العضو
    الموقّع: رئيس مجلس الإدارة
    صورة إلى: لجنة البحث؛ الملف
    المرفقات: كشف؛ صورة القرار
    ---
    نص الخطاب.
    """

  @Test(arguments: ["خطاب", "نموذج"]) func headingsStandUnderTheTitleOrSubject(kind: String) throws {
    let template = Self.letter.replacing("النوع: خطاب", with: "النوع: \(kind)") + "\n\n# أول\n\n## ثانٍ\n\nنص."
    let (document, log) = try compose(template, Self.woman)
    #expect(log.diagnostics == [])
    let levels = document?.body.compactMap { block in
      if case .paragraph(let paragraph) = block { paragraph.headingLevel } else { nil }
    }
    #expect(levels == [1, 2, 3])
  }

  /// A letter says over its text how confidential it is, a form beside its number; the copy of either is no second original.
  @Test(
    arguments: [
      ("خطاب", "  mark: سري\n  mark: بدل فاقد\n"), ("نموذج", "details: السرية: | details: سري\n"),
      ("نموذج", "body\n  mark: بدل فاقد\n  title: خطاب تجربة\n"),
    ])
  func saysHowConfidentialItIsAndThatItIsACopy(kind: String, words: String) throws {
    let template = Self.letter.replacing("النوع: خطاب", with: "النوع: \(kind)\nالسرية: سري")
    var options = CompositionOptions()
    options.banner = [.text(TextSpan("بدل فاقد"))]
    let (document, log) = try compose(template, Self.woman, options: options)
    #expect(log.diagnostics == [])
    let text = Outline.text(of: try #require(document))
    #expect(text.contains(words), "\(text)")
    let plain = try compose(template.replacing("السرية: سري\n", with: ""), Self.woman)
    let plainText = Outline.text(of: try #require(plain.document))
    #expect(!plainText.contains("mark:") && !plainText.contains("السرية"))
  }

  @Test func aLetterHasItsPartsInOrder() throws {
    let verification = CompositionOptions.Verification(
      code: "ABCD-EFGH-JKMN", payload: "https://x.example/ABCD")
    let (document, log) = try compose(
      Self.letter, Self.woman, options: CompositionOptions(verification: verification))
    #expect(log.diagnostics == [])
    try Golden.expect(
      Outline.text(of: try #require(document)), matches: "Tests/ThemesTests/Goldens/letter.txt")
  }

  @Test func onlyTheFileCopyListsCopies() throws {
    let file = try compose(Self.letter, Self.woman, options: CompositionOptions(isFileCopy: true))
    let original = try compose(Self.letter, Self.woman)
    let fileText = Outline.text(of: try #require(file.document))
    let originalText = Outline.text(of: try #require(original.document))
    #expect(fileText.contains("notes: صورة إلى:"))
    #expect(fileText.contains("signature: وقّع الأصل"))
    #expect(!originalText.contains("صورة إلى"))
    #expect(originalText.contains("list\n        notes: كشف"))
  }

  @Test func aBodyIsAddressedAsABody() throws {
    let values: FieldValues = ["الاسم": .name("شركة السهل"), "صفة المخاطب": .personKind(.organisation)]
    let (document, _) = try compose(Self.letter, values)
    #expect(Outline.text(of: try #require(document)).contains("addressee: السادة / شركة السهل⇔المحترمين"))
  }

  /// A paper for who holds a post speaks to that person, not to the person of the record.
  @Test(
    arguments: [
      (.masculine, "المدير المالي", .member, "سعادة المدير المالي⇔المحترم"),
      (.feminine, "المديرة المالية", .member, "سعادة المديرة المالية⇔المحترمة"),
      (nil, "المدير المالي", .member, "سعادة المدير المالي⇔المحترم"),
      (.feminine, "المديرة المالية", .government, "سعادة المديرة المالية"),
    ] as [(Gender?, String, CompositionOptions.Custom, String)])
  func anOfficerIsAddressedByThePost(
    gender: Gender?, printed: String, custom: CompositionOptions.Custom, expected: String
  ) throws {
    var office = office
    office.signers.removeAll { $0.post == "المدير المالي" }
    office.signers.append(
      Signer(post: "المدير المالي", printedPost: printed, name: "فلان", gender: gender))
    for record in [Self.woman, ["الاسم": .name("سعد"), "الجنس": .gender(.masculine)]] {
      let (document, log) = try compose(
        Self.letter.replacing("المخاطب: العضو", with: "المخاطب: المدير المالي"), record,
        options: CompositionOptions(custom: custom), office: office)
      #expect(log.diagnostics == [])
      #expect(Outline.text(of: try #require(document)).contains("addressee: \(expected)\n"))
    }
  }

  /// No gender is guessed for a post that prints otherwise than it is named.
  @Test func anOfficerOfUnknownGenderStopsThePaper() throws {
    var office = office
    office.signers.removeAll { $0.post == "المدير المالي" }
    office.signers.append(Signer(post: "المدير المالي", printedPost: "مدير الشؤون المالية", name: "فلان"))
    let (document, log) = try compose(
      Self.letter.replacing("المخاطب: العضو", with: "المخاطب: المدير المالي"), Self.woman, office: office)
    #expect(document == nil)
    #expect(Set(log.diagnostics.map(\.message.id)) == ["templates.unknown-person"])
  }

  @Test func theGovernmentCustomHasNoCourtesyAndNoPrayer() throws {
    let (document, _) = try compose(Self.letter, Self.woman, options: CompositionOptions(custom: .government))
    let text = Outline.text(of: try #require(document))
    #expect(text.contains("addressee: سعادة / هند"))
    #expect(!text.contains("المكرمة"))
    #expect(!text.contains("حفظها"))
  }

  @Test func whatIsNoLetterBearsItsName() throws {
    let memo = Self.letter.replacing("النوع: خطاب", with: "النوع: مذكرة")
    let titled = Outline.text(of: try #require(try compose(memo, Self.woman).document))
    #expect(titled.contains("title: خطاب تجربة"))
    let letter = Outline.text(of: try #require(try compose(Self.letter, Self.woman).document))
    #expect(!letter.contains("title: "))
  }

  @Test func aBlankLetterLeavesRoomForTheName() throws {
    let (document, log) = try compose(Self.letter, [:], mode: .blank)
    #expect(log.diagnostics == [])
    let text = Outline.text(of: try #require(document))
    #expect(text.contains("addressee: المكرم / المكرمة …… حفظه الله / حفظها الله"))
  }

  /// Nobody knows yet what will be enclosed with it, unless the template says it.
  @Test func aBlankLetterDoesNotSayThatNothingIsEnclosed() throws {
    func detail(_ label: String, of template: String, _ mode: Scope.Mode) throws -> String {
      let (document, _) = try compose(template, mode == .blank ? [:] : Self.woman, mode: mode)
      let lines = Outline.text(of: try #require(document)).split(separator: "\n")
      let line = try #require(lines.first { $0.contains("details: \(label)") })
      return String(line).replacing(label, with: "")
    }
    let plain = Self.letter.replacing("المرفقات: كشف؛ صورة القرار\n", with: "")
    let blank = try detail("المرفقات:", of: plain, .blank)
    #expect(try blank == detail("الرقم:", of: plain, .blank) && !blank.contains("بدون"))
    #expect(try detail("المرفقات:", of: plain, .filled).hasSuffix("بدون"))
    #expect(try detail("المرفقات:", of: Self.letter, .blank).hasSuffix("مرفقان"))
  }

  @Test func unknownGenderStopsTheSalutation() throws {
    let (document, log) = try compose(Self.letter, ["الاسم": .name("نور السدري")])
    #expect(document == nil)
    #expect(log.hasErrors)
  }

  @Test func preprintedPaperKeepsItsPlacesEmpty() throws {
    let (document, _) = try compose(
      Self.letter, Self.woman, options: CompositionOptions(letterhead: .preprinted))
    let found = try #require(document)
    #expect(!Outline.text(of: found).contains("البسملة"))
    let furniture = found.pageSetup.first.furniture.flatMap { Outline.lines($0.blocks, indent: 0) }
    #expect(furniture.contains("  | details: الرقم: | details: 1448/271"))
    #expect(furniture.allSatisfy { $0 == "table" || $0.contains("details:") })
    #expect(found.pageSetup.first.margins == theme.margins.preprinted)
  }

  @Test func plainPaperBearsTheDetailsAboveTheAddressee() throws {
    let (document, _) = try compose(Self.letter, Self.woman, options: CompositionOptions(letterhead: .none))
    let lines = Outline.lines(try #require(document).body, indent: 0)
    let details = try #require(lines.firstIndex { $0.contains("details: الرقم:") })
    let addressee = try #require(lines.firstIndex { $0.hasPrefix("addressee:") })
    #expect(details < addressee)
  }

  @Test func aDraftSaysSoBehindTheText() throws {
    let draft = try compose(Self.letter, Self.woman, options: CompositionOptions(isDraft: true))
    let final = try compose(Self.letter, Self.woman)
    #expect(draft.document?.pageSetup.watermark?.text == "مسودة")
    #expect(try #require(final.document).pageSetup.watermark == nil)
  }

  @Test func aPostThatNobodyHoldsIsAnErrorThatNamesThePosts() throws {
    let text = Self.letter.replacing("رئيس مجلس الإدارة", with: "أمين الصندوق")
    let (document, log) = try compose(text, Self.woman)
    #expect(document == nil)
    #expect(log.diagnostics.map(\.message.id) == ["themes.unknown-signer"])
    guard case .text("t.khitab", 5, 9, "أمين الصندوق")? = log.diagnostics.first?.location else {
      Issue.record("\(String(describing: log.diagnostics.first?.location))")
      return
    }
    #expect(log.diagnostics.first?.hints.first?.arabic.contains("المدير التنفيذي") == true)
  }

  @Test func aLetterWithoutNumberHasDotsToWriteOn() throws {
    var values: FieldValues = [:]
    for name in ["الاسم", "الجنس"] { values[name] = Self.woman[name] }
    let (document, _) = try compose(Self.letter, values)
    #expect(Outline.text(of: try #require(document)).contains("details: الرقم: | details: ……"))
  }

  @Test func aFormHasItsTitleAndNumberAndNoSalutation() throws {
    let form = """
      النوع: نموذج
      العنوان: طلب تجربة
      المعرّف: MS-99
      الإصدار: 2
      المخاطب: بلا
      ---
      {{حقول}}
      الاسم: {{الاسم}}
      {{نهاية حقول}}
      {{توقيع: مقدم الطلب}}
      """
    let (document, log) = try compose(form, Self.woman)
    #expect(log.diagnostics == [])
    try Golden.expect(
      Outline.text(of: try #require(document)), matches: "Tests/ThemesTests/Goldens/form.txt")
  }

  @Test(arguments: [
    ("طلب تجربة", "الإصدار: 2\n", "نموذج طلب تجربة، إصدار 2⇔صفحة # من ##"),
    ("طلب تجربة", "", "نموذج طلب تجربة⇔صفحة # من ##"),
    ("نموذج تسجيل", "الإصدار: 2\n", "نموذج تسجيل، إصدار 2⇔صفحة # من ##"), ("نموذج", "", "نموذج⇔صفحة # من ##"),
  ])
  func everyPageOfAFormNamesItOnceAndHasItsNumber(title: String, version: String, foot: String) throws {
    let form = "النوع: نموذج\nالعنوان: \(title)\nالمعرّف: MS-99\n\(version)المخاطب: بلا\n---\nنص."
    let (document, log) = try compose(form, Self.woman)
    #expect(log.diagnostics == [])
    let lines = Outline.text(of: try #require(document)).split(separator: "\n")
    #expect(lines.count { $0.hasSuffix("foot: " + foot) } == 2, "\(lines)")
  }

  @Test func aLetterWithoutFieldsNeedsNoOffice() throws {
    var log = DiagnosticLog()
    let text = "العنوان: إعلان\nالمخاطب: بلا\nالموقّع: المدير التنفيذي\n---\nنص الإعلان."
    let template = try #require(Template.parse(TemplateSource(file: "t.khitab", text: text), log: &log))
    let scope = Scope(dictionary: DataDictionary(fields: []))
    let letter = try #require(template.evaluate(scope, log: &log))
    let document = theme.compose(
      letter, scope: scope, office: nil, options: CompositionOptions(), log: &log)
    #expect(log.diagnostics == [])
    let outline = Outline.text(of: try #require(document))
    #expect(outline.contains("signature: المدير التنفيذي\n"))
    #expect(!outline.contains("اسم الجهة"))
    #expect(!outline.contains("greeting"))
  }

  @Test func theTemplatesOwnGreetingReplacesTheThemes() throws {
    let text = Self.letter.replacing("---", with: "التحية: تحية طيبة،\nالخاتمة: بلا\n---")
    let outline = Outline.text(of: try #require(try compose(text, Self.woman).document))
    #expect(outline.contains("greeting: تحية طيبة،\n"))
    #expect(!outline.contains("closing:"))
  }

  @Test func theShippedThemeNamesOnlyFieldsThatEveryOfficeHas() {
    for dictionary in [Self.dictionary.adding(office.fields), DataDictionary(fields: [])] {
      var log = DiagnosticLog()
      theme.check(against: dictionary, lexicon: .standard, log: &log)
      #expect(log.diagnostics == [])
    }
  }

  @Test func everyLineOfTheThemeIsCheckedAgainstTheDictionary() throws {
    let yaml = try String(contentsOf: Repository.file("Templates/theme/theme.yaml"), encoding: .utf8)
    var log = DiagnosticLog()
    let wrong = yaml.replacing("{{الاسم}}", with: "{{اسم الكوكب}}")
    let theme = try #require(Theme.read(yaml: wrong, file: "theme.yaml", image: { _, _ in nil }, log: &log))
    log = DiagnosticLog()
    theme.check(against: Self.dictionary.adding(office.fields), lexicon: .standard, log: &log)
    #expect(log.diagnostics.contains { $0.message.id == "templates.unknown-field" })
  }
}
