import Content
import Diagnostics
import Templates
import Testing
import Values

@Suite struct EvaluationTests {
  @Test(arguments: [
    ("الأخ {{الاسم}}.", "الأخ ⟨سارة العتيبي⟩."),
    ("{{name}}", "⟨سارة العتيبي⟩"),
    ("رقم ({{رقم الطلب}})", "رقم (⟦1448/ع/125⟧)"),
    ("*غليظ* وعادي", "*غليظ* وعادي"),
    ("**{{اللجنة}}**", "*⟨لجنة البحث⟩*"),
    ("نجمة \\* وحدها", "نجمة * وحدها"),
    ("# عنوان", "[heading-1] عنوان"),
    ("\\{{ليس وسماً\\}} \\# و١٠٠%", "{{ليس وسماً}} # و١٠٠%"),
    ("\\- ليس بنداً", "- ليس بنداً"),
    ("سطر\nيتبعه سطر\n\nفقرة", "سطر يتبعه سطر\nفقرة"),
    ("{{الاسم}}{{سطر جديد}}{{فراغ مرن}}{{رقم الصفحة}}", "⟨سارة العتيبي⟩⏎↔#"),
    ("- أول\n- ثان", "-\n  [list-item] أول\n-\n  [list-item] ثان"),
    ("٣. أول\n٤. ثان", "3.\n  [list-item] أول\n4.\n  [list-item] ثان"),
  ])
  func writesFieldsAndMarks(source: String, expected: String) throws {
    #expect(try Fixture.text(source) == expected)
  }

  @Test(arguments: [
    ("{{إذا الصفة = وكيل}}أ{{وإلا}}ب{{نهاية إذا}}", "أ"),
    ("{{إذا الصفة = agent}}أ{{وإلا}}ب{{نهاية إذا}}", "أ"),
    ("{{إذا الصفة ليس أصيل}}أ{{نهاية إذا}}", "أ"),
    ("{{إذا مبلغ الدعم أكبر من ٤٠٠٠}}أ{{نهاية إذا}}", "أ"),
    ("{{إذا مبلغ الدعم أصغر من 5000}}أ{{وإلا}}ب{{نهاية إذا}}", "ب"),
    ("{{إذا مبلغ الدعم لا يقل عن 5000 و مستعجل}}أ{{نهاية إذا}}", "أ"),
    ("{{إذا البريد موجود}}أ{{وإلا إذا الجوال موجود}}ب{{نهاية إذا}}", "ب"),
    ("{{إذا ليس (البريد موجود أو الجوال غير موجود)}}أ{{نهاية إذا}}", "أ"),
    ("{{إذا الجنس = مؤنث}}أ{{نهاية إذا}}", "أ"),
    ("{{إذا المستندات أكبر من 1}}أ{{نهاية إذا}}", "أ"),
    ("{{if capacity is agent and not email exists}}a{{else}}b{{end if}}", "a"),
    ("{{إذا الصفة = وكيل}}\nأ\n{{وإلا}}\nب\n{{نهاية إذا}}", "أ"),
  ])
  func choosesTheBranchThatHolds(source: String, expected: String) throws {
    #expect(try Fixture.text(source) == expected)
  }

  @Test func goesThroughTheRecordsOfAList() throws {
    let source = """
      {{لكل مستند من المستندات}}
      - {{التسلسل}}: {{مستند.النوع}}{{إذا مستند.الرقم موجود}} رقم {{مستند.الرقم}}{{نهاية إذا}}
      {{نهاية لكل}}
      """
    #expect(
      try Fixture.text(source) == """
        -
          [list-item] ١: ⟨هوية⟩ رقم ⟦77⟧
        -
          [list-item] ٢: ⟨صك⟩
        """)
  }

  @Test func aMissingValueStopsTheLetterAndNamesTheCell() throws {
    var log = DiagnosticLog()
    let source = TemplateSource(file: "t.khitab", text: "البريد {{البريد}}")
    let template = try #require(Template.parse(source, log: &log))
    #expect(template.evaluate(Fixture.scope(), log: &log) == nil)
    let mistake = try #require(log.diagnostics.first)
    #expect(mistake.message.id == "templates.missing-value")
    #expect(mistake.location == .cell(file: "members.csv", sheet: nil, row: 7, column: "البريد"))
    #expect(
      mistake.hints.first?.location == .text(file: "t.khitab", line: 1, column: 10, phrase: "البريد"))
  }

  /// The ten dangerous cases of mixed direction: each value is laid out in the isolate of its type.
  @Test(arguments: [
    ("رقم الهوية", "⟦1000000008⟧"), ("الجوال", "⟦+966 50 123 4567⟧"), ("رقم الطلب", "⟦1448/ع/125⟧"),
    ("مبلغ الدعم", "⟦٥٬٠٠٠⟧~ريال"), ("مبلغ الدعم | تفقيط", "فقط خمسة آلاف ريال سعودي لا غير"),
    ("مبلغ الدعم | تفقيط: بلا إطار", "خمسة آلاف ريال سعودي"), ("مبلغ الدعم | أرقام", "⟦٥٬٠٠٠⟧"),
    ("تاريخ الطلب | هجري", "١٣ جمادى الآخرة ١٤٤٨هـ"),
    ("تاريخ الطلب | ميلادي", "٢٣ نوفمبر ٢٠٢٦م"),
    ("تاريخ الطلب", "١٣ جمادى الآخرة ١٤٤٨هـ الموافق ٢٣ نوفمبر ٢٠٢٦م"),
    ("تاريخ الطلب | تاريخ طويل", "يوم الإثنين ١٣ جمادى الآخرة ١٤٤٨هـ الموافق ٢٣ نوفمبر ٢٠٢٦م"),
    ("تاريخ الطلب | تاريخ قصير", "⟦١٤٤٨/٠٦/١٣⟧هـ"), ("تاريخ الطلب | ميلادي: قصير", "⟦٢٠٢٦/١١/٢٣⟧م"),
    ("تاريخ الطلب | يوم الأسبوع", "الإثنين"), ("تاريخ الطلب | كما ورد", "⟦13/06/1448⟧"),
    ("مدة المراجعة | عدد: يوم، مجرور", "أربعة عشر يوماً"), ("مدة المراجعة", "⟦١٤⟧"),
    ("مدة المراجعة | عدد: يوم، بالأرقام", "١٤ يوماً"),
    ("رقم الاجتماع | ترتيبي", "الحادي والعشرون"),
    ("رقم الاجتماع | ترتيبي: نكرة، مؤنث، مجرور", "حادية وعشرين"),
    ("رقم الهوية | مقنّع", "⟦******0008⟧"), ("المستندات | عدد: مستند", "مستندان"),
    ("البريد | وإلا: لا يوجد", "لا يوجد"), ("المكرم", "المكرمة"), ("حفظه الله", "حفظها الله"),
    ("لـ: اللجنة", "⟨للجنة البحث⟩"), ("لـ: المكرم", "للمكرمة"), ("بـ: رقم الطلب", "بـ⟦1448/ع/125⟧"),
    ("مستعجل", "نعم"), ("الصفة", "⟨وكيل⟩"), ("الجنس", "أنثى"),
    ("صيغة: الموقع / الموقعة", "الموقعة"), ("صيغة: مؤنث: أ / مذكر: ب", "أ"),
    ("خيارات: الصفة", "☐~أصيل\u{2003} ☑~وكيل\u{2003} ☐~ولي~أمر"), ("مربع: مستعجل", "☑"),
    ("مربع", "☐"), ("رمز: ريال", "\u{20C1}"), ("من اليسار: +966 50", "⟦+966 50⟧"),
    ("التفاصيل | نص", "⟨سطر أول⟩"),
  ])
  func writesEachTypeInItsOwnWay(tag: String, expected: String) throws {
    let text = try Fixture.text("{{\(tag)}}")
    #expect(text.split(separator: "\n").first.map(String.init) == expected)
  }

  /// The law of the smallest part: bracket, clause with one comma, label, sentence.
  @Test(arguments: [
    ("أ، {{البريد | اختياري}}، ب.", "أ، ب."),
    ("أ، وبريده {{البريد | اختياري}}.", "أ."),
    ("وبريده {{البريد | اختياري}}، ب.", "ب."),
    ("تم. وبريده {{البريد | اختياري}}. ب.", "تم. ب."),
    ("الاسم أ (بريده {{البريد | اختياري}}) ب.", "الاسم أ ب."),
    ("الاسم أ (هاتف، بريد {{البريد | اختياري}}) ب.", "الاسم أ (هاتف) ب."),
    ("تواصلوا عبر: الهاتف، البريد {{البريد | اختياري}}.", "تواصلوا عبر: الهاتف."),
    ("تواصلوا عبر: البريد {{البريد | اختياري}}، الهاتف.", "تواصلوا عبر: الهاتف."),
    ("أ، والبريد: {{البريد | اختياري}}.", "أ."),
    ("البريد: {{البريد | اختياري}}، الاسم: أ", "الاسم: أ"),
    ("الاسم: أ، البريد: {{البريد | اختياري}}، الموقع: ب", "الاسم: أ، الموقع: ب"),
    (
      "البريد: {{البريد | اختياري}}، الاسم: أ، البريد: {{البريد | اختياري}}، الموقع: ب", "الاسم: أ، الموقع: ب"
    ),
    ("عبر: {{البريد | اختياري}}، الهاتف.", "عبر: الهاتف."),
    ("عبر: البريد {{البريد | اختياري}}، الجوال: ب.", "عبر: الجوال: ب."),
    ("تم. البريد: {{البريد | اختياري}}", "تم."),
    ("أ{{إذا مستعجل}} ب {{البريد | اختياري}}{{نهاية إذا}} ج.", "أ ج."),
    ("أ {{الاسم}}، ب {{البريد | اختياري}}، ج.", "أ ⟨سارة العتيبي⟩، ج."),
    ("أ{{اختياري}}، وبريده {{البريد}}{{نهاية اختياري}}.", "أ."),
    ("قرار د. {{الاسم}} رقم 3.5، بريد {{البريد | اختياري}}.", "قرار د. ⟨سارة العتيبي⟩ رقم 3.5."),
    ("نموذج أ، إصدار {{البريد | اختياري}}{{فراغ مرن}}صفحة ب", "نموذج أ↔صفحة ب"),
    ("صفحة ب{{فراغ مرن}}إصدار {{البريد | اختياري}}، نموذج أ", "صفحة ب↔نموذج أ"),
    ("أ\n\nالبريد {{البريد | اختياري}}\n\nب", "أ\nب"),
    ("- أ\n- بريد {{البريد | اختياري}}", "-\n  [list-item] أ"),
    ("{{اختياري}}\nالبريد {{البريد}}\n\nج\n{{نهاية اختياري}}\nد", "د"),
    ("| أ | {{البريد | اختياري}} |\n| ب | ج |", "table auto auto\nrow: ب | ج"),
    (
      "{{حقول}}\nالبريد: {{البريد | اختياري}}\nأ: ب\n{{نهاية حقول}}",
      "table auto 1.0fr\nrow: [field-label] أ | [field-value] ب"
    ),
  ])
  func anOptionalValueTakesItsClauseAlong(source: String, expected: String) throws {
    #expect(try Fixture.text(source) == expected)
  }

  @Test func anUnknownPersonStopsWordsThatAgree() {
    let scope = Fixture.scope(["الجنس": nil])
    #expect(Fixture.mistakes(in: "{{المكرم}}", scope) == ["templates.unknown-person"])
    #expect(Fixture.mistakes(in: "{{صيغة: أ / ب}}", scope) == ["templates.unknown-person"])
    #expect(Fixture.mistakes(in: "{{الاسم}}", scope) == [])
  }

  /// It is said what the forms turn on, and which fields tell it.
  @Test(arguments: [
    ("{{صيغة: مذكر: له / مؤنث: لها / جهة: لها}}", "أرجل هو أم امرأة", "«الجنس» لشخص، أو «الصفة» لجهة"),
    (
      "{{صيغة: مذكر: الهوية / مؤنث: الهوية / جهة: السجل}}", "أشخص هو أم جهة",
      "«الجنس» لشخص، أو «الصفة» لجهة"
    ),
    (
      "{{صيغة: مذكر: لك / مؤنث: لك / مثنى: لكما / جهة: لك}}", "أواحد هو أم أكثر",
      "«الجنس» لشخص، أو «الصفة» لجهة"
    ),
    ("{{المكرم}}", "أرجل هو أم امرأة", "«الجنس» لشخص، أو «الصفة» لجهة"),
    ("{{لكل م من الأعضاء}}{{م.المكرم}}{{نهاية لكل}}", "أرجل هو أم امرأة", "اكتب في السجل «جنسه»"),
  ])
  func whatTheFormsOfAnUnknownPersonTurnOnIsSaid(source: String, turn: String, hint: String) throws {
    let dictionary = DataDictionary(fields: [
      Field(name: "الجنس", alias: "gender", type: .gender),
      Field(name: "الصفة", alias: "kind", type: .personKind),
      Field(
        name: "الأعضاء", alias: "members", type: .list,
        fields: [
          Field(name: "الاسم", alias: "name", type: .name),
          Field(name: "جنسه", alias: "its_gender", type: .gender),
        ]),
    ])
    let scope = Scope(
      values: ["الأعضاء": .list([["الاسم": .name("هند")]])], record: Fixture.row, dictionary: dictionary)
    var log = DiagnosticLog()
    let parsed = try #require(Template.parse(TemplateSource(file: "t.khitab", text: source), log: &log))
    _ = parsed.evaluate(scope, log: &log)
    let found = try #require(log.diagnostics.first)
    #expect(log.diagnostics.count == 1 && found.message.id == "templates.unknown-person")
    #expect(found.message.arabic.contains(turn), "\(found.message.arabic)")
    let hints = found.hints.map { $0.arabic.filter { !"\u{2068}\u{2069}".contains($0) } }
    #expect(hints.first?.contains(hint) == true, "\(hints)")
  }

  @Test func whichFormIsMissingIsSaid() throws {
    let dictionary = DataDictionary(fields: [Field(name: "الصفة", alias: "kind", type: .personKind)])
    let scope = Scope(
      values: ["الصفة": .personKind(.organisation)], record: Fixture.row, dictionary: dictionary)
    var log = DiagnosticLog()
    let source = TemplateSource(file: "t.khitab", text: "نشكر {{صيغة: الكافل / الكافلة}}.")
    _ = try #require(Template.parse(source, log: &log)).evaluate(scope, log: &log)
    #expect(log.diagnostics.map(\.message.id) == ["templates.no-form"])
    #expect(log.diagnostics.first?.hints.last?.arabic.contains("{{صيغة: … / جهة: …}}") == true)
  }

  @Test func aWordMayAgreeWithARecordOfALoop() throws {
    let people: Value = .list([
      ["النوع": .text("أ"), "الجنس": .gender(.masculine)],
      ["النوع": .text("ب"), "الجنس": .gender(.feminine)],
    ])
    let source = "{{لكل ع من المستندات}}{{ع.النوع}} {{صيغة ع: حاضر / حاضرة}} {{ع.المكرم}}؛ {{نهاية لكل}}"
    #expect(
      try Fixture.text(source, Fixture.scope(["المستندات": people])) == "⟨أ⟩ حاضر المكرم؛ ⟨ب⟩ حاضرة المكرمة؛ "
    )
  }

  @Test(arguments: ["ع", "مستند العضو", "ع.م"]) func aLoopMayHaveAnyName(name: String) throws {
    let papers: Value = .list([["النوع": .text("أ")], ["النوع": .text("ب")]])
    let source = "{{لكل \(name) من المستندات}}{{\(name).النوع}}؛ {{نهاية لكل}}"
    let scope = Fixture.scope(["المستندات": papers])
    #expect(try Fixture.text(source, scope) == "⟨أ⟩؛ ⟨ب⟩؛ ")
    #expect(Fixture.mistakes(in: source.replacing("النوع", with: "نوع آخر"), scope) != [])
  }

  @Test func includedTextStandsInItsPlace() throws {
    var log = DiagnosticLog()
    let source = TemplateSource(file: "t.khitab", text: "أ\n{{أدرج: تذييل}}\nب")
    let template = try #require(Template.parse(source, includes: Fixture.include, log: &log))
    let letter = try #require(template.evaluate(Fixture.scope(), log: &log))
    #expect(Outline.text(of: letter.body) == "أ\nنسأل الله لكم التوفيق يا ⟨سارة العتيبي⟩.\nب")
    #expect(template.names == ["الاسم"])
  }

  @Test func theHeaderSaysWhatTheThemeNeeds() throws {
    var log = DiagnosticLog()
    let source = """
      النوع: نموذج
      العنوان: إقرار
      الموضوع: طلبكم رقم ({{رقم الطلب}})
      المخاطب: بلا
      الموقّع: المدير التنفيذي
      السلسلة: داخلي
      صورة إلى: {{اللجنة}}؛ الملف
      المرفقات: أصل؛ صورة
      السرية: سري
      الأولوية: عاجل
      التحية: بلا
      الخاتمة: والله الموفق،
      المعرّف: X-1
      الإصدار: ٢
      ---
      أ
      """
    let template = try #require(Template.parse(TemplateSource(file: "t", text: source), log: &log))
    let letter = try #require(template.evaluate(Fixture.scope(), log: &log))
    #expect(letter.kind == .form)
    #expect(letter.title == "إقرار")
    #expect(letter.subject.map { Outline.text(of: $0) } == "طلبكم رقم (⟦1448/ع/125⟧)")
    #expect(letter.addressee == .none)
    #expect(letter.signer == "المدير التنفيذي")
    #expect(letter.settings.series == .internal)
    #expect(letter.copies.map { Outline.text(of: $0) } == ["⟨لجنة البحث⟩", "الملف"])
    #expect(letter.enclosures.map { Outline.text(of: $0) } == ["أصل", "صورة"])
    #expect(letter.settings.confidentiality == .secret)
    #expect(letter.settings.priority == .urgent)
    #expect(letter.greeting == .none)
    guard case .words(let closing) = letter.closing else {
      Issue.record("the closing is lost")
      return
    }
    #expect(Outline.text(of: closing) == "والله الموفق،")
    #expect(letter.settings.identifier == "X-1")
    #expect(letter.settings.version == "٢")
    #expect(log.diagnostics == [])
  }

  @Test func aValueIsNeverParsedAgain() throws {
    let value = "{{الاسم}} *غليظ* | # -"
    #expect(try Fixture.text("{{اللجنة}}", Fixture.scope(["اللجنة": .text(value)])) == "⟨\(value)⟩")
  }

  @Test(arguments: [
    ("ي\u{2069}\u{202E}عكس", "⟨يعكس⟩"), ("سطر\r\nآخر", "⟨سطر آخر⟩"),
    ("}} {{نهاية إذا}}", "⟨}} {{نهاية إذا}}⟩"), ("أ، ب. ج", "⟨أ، ب. ج⟩"),
  ])
  func aValueNeverLeavesItsPlace(value: String, expected: String) throws {
    let scope = Fixture.scope(["اللجنة": .text(value)])
    #expect(try Fixture.text("{{اللجنة}}", scope) == expected)
    #expect(try Fixture.text("{{اللجنة}} {{البريد | اختياري}}، أ.", scope) == "أ.")
  }

  @Test func anAddressKeepsItsNumbersWhole() throws {
    let address = NationalAddress(
      building: "7312", street: "طريق السدرة", city: "الرياض", postcode: "65948", short: "RRRD2929")
    let dictionary = DataDictionary(fields: [Field(name: "العنوان", alias: "address", type: .address)])
    let scope = Scope(values: ["العنوان": .address(address)], dictionary: dictionary)
    #expect(
      try Fixture.text("{{العنوان}}", scope) == "⟦RRRD2929⟧، ⟦7312⟧ ⟨طريق السدرة⟩، ⟨الرياض⟩ ⟦65948⟧")
  }

  @Test func aParagraphValueAloneBecomesParagraphs() throws {
    #expect(try Fixture.text("{{التفاصيل}}") == "⟨سطر أول⟩\n⟨سطر ثان⟩")
    #expect(try Fixture.text("هي: {{التفاصيل}}") == "هي: ⟨سطر أول⟩⏎⟨سطر ثان⟩")
  }
}
