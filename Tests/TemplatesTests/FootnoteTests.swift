import Content
import Diagnostics
import Geometry
import TestSupport
import Templates
import Testing
import Values

/// Notes among the words of a template.
@Suite struct FootnoteTests {
  @Test(arguments: [
    ("كلمة{{حاشية}}توضيح{{نهاية حاشية}}.", "كلمة^[توضيح]."),
    ("word{{footnote}}note{{end footnote}} more", "word^[note] more"),
    // The number stands at its word wherever the tag was written, and no space is lost or doubled.
    ("كلمة {{حاشية}} توضيح {{نهاية حاشية}} بعدها", "كلمة^[توضيح] بعدها"),
    ("كلمة {{حاشية}}توضيح{{نهاية حاشية}}بعدها", "كلمة^[توضيح] بعدها"),
    ("كلمة {{حاشية}}توضيح{{نهاية حاشية}}(بعدها)", "كلمة^[توضيح] (بعدها)"),
    ("كلمة {{حاشية}}توضيح{{نهاية حاشية}}، بعدها", "كلمة^[توضيح]، بعدها"),
    ("كلمة {{حاشية}}توضيح{{نهاية حاشية}}{{الاسم}}", "كلمة^[توضيح] ⟨سارة العتيبي⟩"),
    ("كلمة\n{{حاشية}}\nتوضيح\n{{نهاية حاشية}}\nبعدها", "كلمة^[توضيح] بعدها"),
    ("أ{{حاشية}}١{{نهاية حاشية}}{{حاشية}}٢{{نهاية حاشية}}", "أ^[١]^[٢]"),
    ("{{الاسم}}{{حاشية}}من *سجل* {{اللجنة}}.{{نهاية حاشية}}", "⟨سارة العتيبي⟩^[من *سجل* ⟨لجنة البحث⟩.]"),
    ("*غليظ{{حاشية}}عادي{{نهاية حاشية}}*", "*غليظ*^[عادي]"),
    (
      "أ{{حاشية}}{{إذا مستعجل}}عاجل{{وإلا}}عادي{{نهاية إذا}}{{نهاية حاشية}}",
      "أ^[عاجل]"
    ),
    ("أ{{إذا مستعجل}}{{حاشية}}ب{{نهاية حاشية}}{{نهاية إذا}}.", "أ^[ب]."),
    (
      "{{لكل م من المستندات}}{{م.النوع}}{{حاشية}}رقم {{التسلسل}}{{نهاية حاشية}} {{نهاية لكل}}",
      "⟨هوية⟩^[رقم ١] ⟨صك⟩^[رقم ٢] "
    ),
    ("- بند{{حاشية}}توضيح{{نهاية حاشية}}", "-\n  [list-item] بند^[توضيح]"),
    ("| أ{{حاشية}}ب{{نهاية حاشية}} | ج |", "table auto auto\nrow: أ^[ب] | ج"),
    ("# عنوان{{حاشية}}ب{{نهاية حاشية}}", "[heading-1] عنوان^[ب]"),
    (
      "{{حقول}}\nالاسم{{حاشية}}كما في الهوية: رباعياً{{نهاية حاشية}}: {{اللجنة}}{{حاشية}}ج{{نهاية حاشية}}\n{{نهاية حقول}}",
      "table auto 1.0fr\nrow: [field-label] الاسم^[كما في الهوية: رباعياً] | [field-value] ⟨لجنة البحث⟩^[ج]"
    ),
    // What is missing in a note takes nothing of the text around it along, and a note of nothing is none.
    ("أ، ب{{حاشية}}بريده {{البريد | اختياري}}.{{نهاية حاشية}}، ج", "أ، ب، ج"),
    ("أ{{حاشية}}جواله معروف، وبريده {{البريد | اختياري}}.{{نهاية حاشية}}", "أ^[جواله معروف.]"),
    // A note goes with the clause it stands in.
    ("أ، وبريده {{البريد | اختياري}}{{حاشية}}توضيح{{نهاية حاشية}}، ج", "أ، ج"),
    ("أ{{اختياري}} ب{{حاشية}}{{البريد}}{{نهاية حاشية}}{{نهاية اختياري}}.", "أ."),
  ])
  func standAtTheirWords(source: String, expected: String) throws {
    #expect(try Fixture.text(source) == expected)
  }

  /// A value stays a value: it can neither end a note nor begin one.
  @Test func valuesInNotesAreNotRead() throws {
    let value = Value.text("{{نهاية حاشية}} {{حاشية}} *")
    let text = try Fixture.text("أ{{حاشية}}{{اللجنة}}{{نهاية حاشية}}", Fixture.scope(["اللجنة": value]))
    #expect(text == "أ^[⟨{{نهاية حاشية}} {{حاشية}} *⟩]")
  }

  @Test func aMissingValueInANoteStopsTheLetter() throws {
    var log = DiagnosticLog()
    let source = TemplateSource(file: "t.khitab", text: "أ{{حاشية}}{{البريد}}{{نهاية حاشية}}")
    let template = try #require(Template.parse(source, log: &log))
    #expect(template.evaluate(Fixture.scope(), log: &log) == nil)
    #expect(log.diagnostics.map(\.message.id) == ["templates.missing-value"])
    #expect(template.fieldNames == ["البريد"])
  }

  @Test func aBlankFormHasRoomToWriteInANote() throws {
    #expect(try Fixture.text("أ{{حاشية}}بريده {{البريد}}{{نهاية حاشية}}", Fixture.blank) == "أ^[بريده ……]")
  }

  @Test func theDigitsAreTheLetters() throws {
    var log = DiagnosticLog()
    let source = TemplateSource(file: "t.khitab", text: "أ{{حاشية}}ب{{نهاية حاشية}}")
    let template = try #require(Template.parse(source, log: &log))
    for (digits, mark) in [(HouseStyle.Digits.arabicIndic, "(١٢)"), (.european, "(12)")] {
      var scope = Fixture.scope()
      scope.style.digits = digits
      let letter = try #require(template.evaluate(scope, log: &log))
      guard case .paragraph(let paragraph)? = letter.body.first,
        case .footnote(let note)? = paragraph.inlines.last
      else {
        Issue.record("no note")
        return
      }
      #expect(note.mark(12) == mark)
      guard case .text(file: "t.khitab", line: 1, column: 4, phrase: "حاشية")? = note.origin else {
        Issue.record("another place")
        return
      }
    }
  }

  @Test func plainTextHasNotesBelowTheirParagraphs() throws {
    var log = DiagnosticLog()
    let text = "أ{{حاشية}}أول{{نهاية حاشية}} ب{{حاشية}}ثان{{نهاية حاشية}}.\n\n- ج{{حاشية}}ثالث{{نهاية حاشية}}"
    let template = try #require(Template.parse(TemplateSource(file: "t.khitab", text: text), log: &log))
    let letter = try #require(template.evaluate(Fixture.scope(), log: &log))
    let master = PageMaster(margins: .init(all: 10))
    let document = Document(
      metadata: .init(title: "أ"), pageSetup: PageSetup(first: master, rest: master), styles: StyleSheet(),
      body: letter.body)
    #expect(document.plainText == "أ(١) ب(٢).\n(١) أول\n(٢) ثان\nج(٣)\n(٣) ثالث\n")
  }

  private func mistakes(in source: String) -> [String] {
    let marked = MarkedText(source)
    var log = DiagnosticLog()
    let reading = Template.read(TemplateSource(file: "t.khitab", text: marked.text), log: &log)
    reading?.check(against: Fixture.dictionary, styles: nil, log: &log)
    return log.diagnostics.map { diagnostic in
      #expect(!diagnostic.message.arabic.isEmpty && !diagnostic.message.english.isEmpty)
      let mark = marked.mark(of: diagnostic.location).map(String.init) ?? "?"
      return mark + " " + diagnostic.message.id.replacing("templates.", with: "")
    }
  }

  @Test(arguments: [
    MistakeCase("أ{{1️⃣حاشية}}بلا نهاية", "1️⃣ unclosed-part"),
    MistakeCase("أ{{1️⃣حاشية}}فقرة\n\nأخرى2️⃣{{نهاية حاشية}}", "1️⃣ unclosed-part", "2️⃣ stray-part"),
    MistakeCase("أ1️⃣{{نهاية حاشية}}", "1️⃣ stray-part"),
    MistakeCase("أ{{1️⃣حاشية}}{{نهاية حاشية}}", "1️⃣ empty-footnote"),
    MistakeCase("أ{{1️⃣حاشية}} {{سطر جديد}} {{تعليق: لاحقاً}}{{نهاية حاشية}}", "1️⃣ empty-footnote"),
    MistakeCase("أ{{1️⃣حاشية: كلامها}} ب", "1️⃣ footnote-in-tag"),
    MistakeCase("أ{{1️⃣حاشية: كلامها}}{{نهاية حاشية}} ب", "1️⃣ footnote-in-tag"),
    MistakeCase(
      "أ{{حاشية}}ب{{1️⃣حاشية}}ج{{نهاية حاشية}} د{{نهاية حاشية}}", "1️⃣ footnote-in-footnote"),
    MistakeCase("{{1️⃣حاشية}}ب{{نهاية حاشية}} كلام", "1️⃣ footnote-after-nothing"),
    MistakeCase("*{{1️⃣حاشية}}ب{{نهاية حاشية}} كلام*", "1️⃣ footnote-after-nothing"),
    MistakeCase("أ{{سطر جديد}}{{1️⃣حاشية}}ب{{نهاية حاشية}}", "1️⃣ footnote-after-nothing"),
    MistakeCase(
      "{{إذا مستعجل}}{{1️⃣حاشية}}ب{{نهاية حاشية}}{{نهاية إذا}} أ", "1️⃣ footnote-after-nothing"),
    MistakeCase("| {{1️⃣حاشية}}ب{{نهاية حاشية}} | ج |", "1️⃣ footnote-after-nothing"),
    MistakeCase("الموضوع: أ{{1️⃣حاشية}}ب{{نهاية حاشية}}\n---\nج", "1️⃣ footnote-outside-text"),
    MistakeCase("صورة إلى: أ{{1️⃣حاشية}}ب{{نهاية حاشية}}\n---\nج", "1️⃣ footnote-outside-text"),
    MistakeCase("أ{{حاشية}}{{1️⃣الإسم}}{{نهاية حاشية}}", "1️⃣ unknown-field"),
    MistakeCase("أ{{حاشية}}ب{{1️⃣إذا مستعجل}}ج{{نهاية حاشية}}", "1️⃣ unclosed-part"),
  ])
  func mistakesAreReportedAtTheirPlace(_ test: MistakeCase) {
    #expect(mistakes(in: test.source) == test.expected)
  }

  @Test func aThemesLineHasNoNotes() {
    var log = DiagnosticLog()
    let place = SourceLocation.file("theme.yaml")
    #expect(Snippet.parse("أ{{حاشية}}ب{{نهاية حاشية}}", at: place, log: &log) == nil)
    #expect(log.diagnostics.map(\.message.id) == ["templates.footnote-outside-text"])
  }

  @Test func theConverterTurnsThemAndBack() {
    var log = DiagnosticLog()
    let arabic = TemplateSource(file: "t", text: "---\nأ{{حاشية}}ب{{نهاية حاشية}}")
    let english = TemplateConverter.convert(arabic, to: .english, log: &log)
    #expect(english.text == "---\nأ{{footnote}}ب{{end footnote}}")
    #expect(TemplateConverter.convert(english, to: .arabic, log: &log) == arabic)
    #expect(log.diagnostics.isEmpty)
  }
}
