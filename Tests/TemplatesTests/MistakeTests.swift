import Diagnostics
import Templates
import TestSupport
import Testing
import Values

/// A template with marked places and the mistakes expected at them, in order.
struct MistakeCase: CustomTestStringConvertible, Sendable {
  let source: String
  let expected: [String]

  init(_ source: String, _ expected: String...) {
    self.source = source
    self.expected = expected
  }

  var testDescription: String { source.replacing("\n", with: " ⏎ ") }
}

@Suite struct MistakeTests {
  /// The mistakes of parsing and checking, as `mark id «suggestion»`.
  private func mistakes(in source: String) -> [String] {
    let marked = MarkedText(source)
    var log = DiagnosticLog()
    let file = TemplateSource(file: "t.khitab", text: marked.text)
    let reading = Template.read(file, includes: Fixture.include, log: &log)
    reading?.check(against: Fixture.dictionary, styles: ["body", "note"], log: &log)
    return log.diagnostics.map { diagnostic in
      let mark = marked.mark(of: diagnostic.location).map(String.init) ?? "?"
      let suggestion = diagnostic.hints.first { $0.arabic.hasPrefix("هل تقصد") }
      let id = diagnostic.message.id.replacing("templates.", with: "")
      let words = suggestion?.arabic.filter { !"\u{2068}\u{2069}".contains($0) }
      return ([mark, id] + [words].compactMap(\.self)).joined(separator: " ")
    }
  }

  /// A name that nothing is like comes from another file, such as an office's committee.
  @Test func aNameThatNothingIsLikeIsSaidWhereToDefine() throws {
    var log = DiagnosticLog()
    let file = TemplateSource(file: "t.khitab", text: "تعرض على {{لجنة الاستثمار}}.")
    let reading = Template.read(file, includes: Fixture.include, log: &log)
    reading?.check(against: Fixture.dictionary, styles: [], log: &log)
    #expect(log.diagnostics.map(\.message.id) == ["templates.unknown-field"])
    #expect(log.diagnostics.first?.hints.map { $0.arabic.contains("office.yaml") } == [true])
  }

  @Test(arguments: [
    MistakeCase("{{1️⃣رقم الطلبب}}", "1️⃣ unknown-field هل تقصد «رقم الطلب»؟"),
    MistakeCase("{{1️⃣فراغ}}", "1️⃣ bare-keyword"),
    MistakeCase("نص {{1️⃣رمز}}", "1️⃣ bare-keyword"),
    MistakeCase("{{1️⃣الإسم}}", "1️⃣ unknown-field هل تقصد «الاسم»؟"),
    MistakeCase("{{1️⃣نهاية إذ}}", "1️⃣ unknown-field هل تقصد «نهاية إذا»؟"),
    MistakeCase("{{الاسم | 1️⃣تفقيت}}", "1️⃣ unknown-filter هل تقصد «تفقيط»؟"),
    MistakeCase("{{الاسم | 1️⃣هجري}}", "1️⃣ filter-does-not-fit"),
    MistakeCase("{{مدة المراجعة | عدد: 1️⃣يومم}}", "1️⃣ unknown-noun هل تقصد «يوم»؟"),
    MistakeCase("{{مدة المراجعة | 1️⃣عدد}}", "1️⃣ count-of-nothing"),
    MistakeCase("{{مبلغ الدعم | تفقيط: 1️⃣معرفة}}", "1️⃣ unknown-argument"),
    MistakeCase("{{تاريخ الطلب | بعد: 1️⃣قليل}}", "1️⃣ unreadable-period"),
    MistakeCase("{{تاريخ الطلب | 1️⃣بعد}}", "1️⃣ unreadable-period"),
    MistakeCase("{{تاريخ الطلب | بعد: 1️⃣٣ يومين}}", "1️⃣ unreadable-period"),
    MistakeCase("{{تاريخ الطلب | بعد أيام عمل: 1️⃣خمسة}}", "1️⃣ unreadable-period"),
    MistakeCase("{{تاريخ الطلب | بعد أيام عمل: 1️⃣٩٩٩٩٩٩٩٩٩٩}}", "1️⃣ unreadable-period"),
    MistakeCase("{{مبلغ الدعم | بالعملة: 1️⃣XXX}}", "1️⃣ unknown-currency"),
    MistakeCase("{{مبلغ الدعم | 1️⃣نسبة}}", "1️⃣ filter-does-not-fit"),
    MistakeCase("{{1️⃣المستندات}}", "1️⃣ list-as-value"),
    MistakeCase("{{الاسم | 1️⃣اختياري}}", "1️⃣ never-missing"),
    MistakeCase("{{خيارات: 1️⃣الاسم}}", "1️⃣ field-without-choices"),
    MistakeCase("{{مربع: 1️⃣الاسم}}", "1️⃣ tick-of-no-boolean"),
    MistakeCase("{{1️⃣رابط: javascript:x}}", "1️⃣ unreadable-link"),
    MistakeCase("{{مبلغ الدعم | 1️⃣رابط}}", "1️⃣ filter-does-not-fit"),
    MistakeCase("{{1️⃣المكرمه}}", "1️⃣ unknown-field هل تقصد «المكرم»؟"),
    MistakeCase("{{المكرم | 1️⃣هجري}}", "1️⃣ filter-on-word"),
  ])
  func unknownNamesAndUnfitFilters(_ test: MistakeCase) {
    #expect(mistakes(in: test.source) == test.expected)
  }

  @Test(arguments: [
    MistakeCase("{{إذا الصفة = 1️⃣وكييل}}أ{{نهاية إذا}}", "1️⃣ dead-branch هل تقصد «وكيل»؟"),
    MistakeCase("{{إذا 1️⃣الاسم موجود}}أ{{نهاية إذا}}", "1️⃣ condition-always-holds"),
    MistakeCase("{{إذا 1️⃣الاسم غير موجود}}أ{{نهاية إذا}}", "1️⃣ condition-never-holds"),
    MistakeCase("{{إذا 1️⃣مبلغ الدعم}}أ{{نهاية إذا}}", "1️⃣ condition-on-value هل تقصد «مبلغ الدعم موجود»؟"),
    MistakeCase("{{إذا 1️⃣الصفة أكبر من وكيل}}أ{{نهاية إذا}}", "1️⃣ comparison-without-order"),
    MistakeCase("{{إذا مبلغ الدعم = 1️⃣كثير}}أ{{نهاية إذا}}", "1️⃣ unreadable-operand"),
    MistakeCase("{{إذا 1️⃣المكرم موجود}}أ{{نهاية إذا}}", "1️⃣ condition-on-word"),
    MistakeCase(
      "{{إذا مستعجل}}أ{{1️⃣وإلا إذا مستعجل}}ب{{نهاية إذا}}", "1️⃣ repeated-condition"),
    MistakeCase("{{1️⃣إذا}}أ{{نهاية إذا}}", "1️⃣ condition-without-field"),
    MistakeCase("{{1️⃣إذا الصفة =}}أ{{نهاية إذا}}", "1️⃣ comparison-without-value"),
    MistakeCase("{{إذا 1️⃣(مستعجل}}أ{{نهاية إذا}}", "1️⃣ unclosed-bracket"),
    MistakeCase("{{إذا البريد موجود 1️⃣ومستعجل}}أ{{نهاية إذا}}", "1️⃣ unexpected-words"),
  ])
  func conditionsThatCannotBeMeant(_ test: MistakeCase) {
    #expect(mistakes(in: test.source) == test.expected)
  }

  @Test(arguments: [
    MistakeCase("{{1️⃣إذا مستعجل}}\nأ", "1️⃣ unclosed-block"),
    MistakeCase("أ {{1️⃣إذا مستعجل}} ب", "1️⃣ unclosed-part"),
    MistakeCase("أ 1️⃣{{نهاية إذا}}", "1️⃣ stray-part"),
    MistakeCase("1️⃣{{نهاية إذا}}", "1️⃣ stray-end"),
    MistakeCase("{{لكل م من المستندات}}\n{{1️⃣إذا مستعجل}}\nأ\n{{نهاية لكل}}", "1️⃣ unclosed-block"),
    MistakeCase("{{لكل م من 1️⃣الاسم}}أ{{نهاية لكل}}", "1️⃣ loop-over-field"),
    MistakeCase("{{1️⃣لكل م}}أ{{نهاية لكل}}", "1️⃣ loop-without-list"),
    MistakeCase("{{1️⃣لكل م من المستندات: كثيرة}}أ{{نهاية لكل}}", "1️⃣ unreadable-measure"),
    MistakeCase("{{1️⃣لكل م من المستندات: ٦١ صفاً}}أ{{نهاية لكل}}", "1️⃣ unreadable-measure"),
    MistakeCase("{{1️⃣لكل م من المستندات: ٣ مم}}أ{{نهاية لكل}}", "1️⃣ unreadable-measure"),
    MistakeCase("{{لكل م من المستندات}}{{1️⃣م.النوعع}}{{نهاية لكل}}", "1️⃣ unknown-field هل تقصد «م.النوع»؟"),
    MistakeCase("1️⃣{{الاسم\nسطر", "1️⃣ unclosed-tag"),
    MistakeCase("أ 1️⃣}} ب", "1️⃣ stray-braces"),
    MistakeCase("أ {{1️⃣}} ب", "1️⃣ empty-tag"),
    MistakeCase("أ 1️⃣*ب", "1️⃣ unclosed-emphasis"),
    MistakeCase("أ 1️⃣{{صندوق}} ب", "1️⃣ stands-alone"),
    MistakeCase("{{1️⃣التسلسل}}", "1️⃣ index-in-no-loop"),
    MistakeCase("{{نمط: 1️⃣ملاحضة}}\nأ\n{{نهاية نمط}}", "1️⃣ unknown-style هل تقصد «ملاحظة»؟"),
    MistakeCase("{{1️⃣صيغة: الموقع}}", "1️⃣ missing-forms"),
    MistakeCase("{{1️⃣رمز: نجم}}", "1️⃣ unknown-symbol"),
    MistakeCase("{{1️⃣حقول: كثيرة}}\nأ: ب\n{{نهاية حقول}}", "1️⃣ unreadable-measure"),
    MistakeCase("{{1️⃣حقول: 1e99}}\nأ: ب\n{{نهاية حقول}}", "1️⃣ unreadable-measure"),
    MistakeCase("{{1️⃣سطور: 0x1p99}}", "1️⃣ unreadable-measure"),
    MistakeCase("| {{1️⃣دمج: 1e99 صفوف}} أ | ب |", "1️⃣ unreadable-measure"),
    MistakeCase("| أ | ب |\n|---|---|\n1️⃣| ج |", "1️⃣ uneven-row"),
    MistakeCase("1️⃣{{أدرج: غائب}}", "1️⃣ unknown-include"),
    MistakeCase("1️⃣{{أدرج: دائرة}}", "1️⃣ includes-itself"),
    MistakeCase("1️⃣العنون: أ\n---\nب", "1️⃣ unknown-setting هل تقصد «العنوان»؟"),
    MistakeCase("النوع: 1️⃣قصيدة\n---\nب", "1️⃣ unknown-setting-value"),
    MistakeCase("العنوان: أ\n1️⃣العنوان: ب\n---\nب", "1️⃣ setting-stated-twice"),
    MistakeCase("1️⃣كلام\n---\nب", "1️⃣ setting-without-colon"),
    MistakeCase("1️⃣العنوان: أ\n\nب", "1️⃣ missing-rule"),
  ])
  func brokenStructure(_ test: MistakeCase) {
    #expect(mistakes(in: test.source) == test.expected)
  }

  @Test func anIncludedTextThatIsTooLongIsSaidToBeSo() {
    var log = DiagnosticLog()
    let long = TemplateSource(file: "طويل.khitab", text: String(repeating: "أ", count: 600_000))
    let source = TemplateSource(file: "t.khitab", text: "{{أدرج: طويل}}")
    _ = Template.parse(source, includes: { $0 == "طويل" ? long : nil }, log: &log)
    #expect(log.diagnostics.map(\.message.id) == ["templates.include-too-long"])
    #expect(log.diagnostics.first?.message.english.contains("1024 KB") == true)
  }

  @Test func allMistakesAreReportedAtOnce() {
    let source = """
      العنون: خطاب
      ---
      {{الاسم | تفقيت}} و {{إذا مستعجل}}
      {{نهاية لكل}}
      """
    #expect(
      mistakes(in: source).map { $0.split(separator: " ")[1] } == [
        "unknown-setting", "unknown-filter", "unclosed-part", "stray-end",
      ])
  }

  /// What could be read beside a mistake is compared with the dictionary at the same time, and no consequence of a mistake
  /// is reported as another.
  @Test(arguments: [
    MistakeCase(
      "{{1️⃣رقم الطلبب | 2️⃣تفقيت}}", "2️⃣ unknown-filter هل تقصد «تفقيط»؟", "1️⃣ unknown-field هل تقصد «رقم الطلب»؟"),
    MistakeCase(
      "{{1️⃣رقم الطلبب}} و 2️⃣{{الاسم\n", "2️⃣ unclosed-tag", "1️⃣ unknown-field هل تقصد «رقم الطلب»؟"),
    MistakeCase(
      "1️⃣العنون: أ\n---\n{{الاسم | 2️⃣هجري}}", "1️⃣ unknown-setting هل تقصد «العنوان»؟",
      "2️⃣ filter-does-not-fit"),
    MistakeCase("{{المستندات | 1️⃣عددد: مستند}}", "1️⃣ unknown-filter هل تقصد «عدد»؟"),
    MistakeCase(
      "{{1️⃣لكل م}}\n{{م.النوع}} {{التسلسل}} {{2️⃣الإسم}}\n{{نهاية لكل}}", "1️⃣ loop-without-list",
      "2️⃣ unknown-field هل تقصد «الاسم»؟"),
    MistakeCase(
      "{{1️⃣لكل م}}{{م.النوع}} {{2️⃣الإسم}}{{نهاية لكل}}", "1️⃣ loop-without-list",
      "2️⃣ unknown-field هل تقصد «الاسم»؟"),
    MistakeCase(
      "{{1️⃣لكلل م من المستندات}}\n{{م.النوع}}\n2️⃣{{نهاية لكل}}", "2️⃣ stray-end", "1️⃣ unknown-field"),
    MistakeCase(
      "{{لكل م من 1️⃣المستنداات}}{{م.النوعع}} {{التسلسل}} {{2️⃣الإسم}}{{نهاية لكل}}",
      "1️⃣ unknown-field هل تقصد «المستندات»؟", "2️⃣ unknown-field هل تقصد «الاسم»؟"),
    MistakeCase("| أ | ب |\n|---|---|\n| 1️⃣{{ج | د |", "1️⃣ unclosed-tag"),
    MistakeCase(
      "{{1️⃣نمط:}}\n{{2️⃣الإسم}}\n{{نهاية نمط}}", "1️⃣ missing-argument", "2️⃣ unknown-field هل تقصد «الاسم»؟"),
    MistakeCase(
      "{{إذا 1️⃣(مستعجل}}{{2️⃣الإسم}}{{نهاية إذا}}", "1️⃣ unclosed-bracket",
      "2️⃣ unknown-field هل تقصد «الاسم»؟"),
  ])
  func whatCouldBeReadIsCheckedBesideWhatCouldNot(_ test: MistakeCase) {
    #expect(mistakes(in: test.source) == test.expected)
  }

  @Test func aFieldsTypeIsCalledWhatTheDictionaryCallsIt() throws {
    var log = DiagnosticLog()
    let source = TemplateSource(file: "t.khitab", text: "{{الصفة | هجري}}")
    let template = try #require(Template.parse(source, log: &log))
    template.check(against: Fixture.dictionary, styles: nil, log: &log)
    #expect(log.diagnostics.map { $0.message.arabic.hasSuffix("فنوعه خيار") } == [true])
  }

  @Test func everyMistakeSpeaksBothLanguages() throws {
    var log = DiagnosticLog()
    let source = TemplateSource(file: "t.khitab", text: "{{رقم الطلبب}}")
    let template = try #require(Template.parse(source, log: &log))
    template.check(against: Fixture.dictionary, styles: nil, log: &log)
    let mistake = try #require(log.diagnostics.first)
    #expect(
      DiagnosticRenderer(language: .arabic).render(mistake) == """
        خطأ: \u{2068}t.khitab\u{2069}، السطر 1، الموضع 3 «\u{2068}رقم الطلبب\u{2069}»: \
        لا يوجد حقل باسم «رقم الطلبب»، ولا كلمة تتصرف بهذا اللفظ [templates.unknown-field]
          ← هل تقصد «\u{2068}رقم الطلب\u{2069}»؟
        """)
    #expect(mistake.message.english == "There is no field “رقم الطلبب”, nor an inflected word of that name")
  }
}
