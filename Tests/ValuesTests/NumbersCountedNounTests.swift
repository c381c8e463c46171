import Diagnostics
import Testing
import Values

@Suite struct NumbersCountedNounTests {
  /// The table of counted nouns: 0, 1, 2 (raf‘ and jarr), 3–10, 11–99, 100.
  static let table: [(String, [String])] = [
    ("يوم", ["لا أيام", "يوم واحد", "يومان", "يومين", "أيام", "يوماً", "يوم"]),
    ("أسبوع", ["لا أسابيع", "أسبوع واحد", "أسبوعان", "أسبوعين", "أسابيع", "أسبوعاً", "أسبوع"]),
    ("ورقة", ["بدون", "ورقة واحدة", "ورقتان", "ورقتين", "ورقات", "ورقة", "ورقة"]),
    ("مستند", ["بدون", "مستند واحد", "مستندان", "مستندين", "مستندات", "مستنداً", "مستند"]),
    ("عضو", ["لا أعضاء", "عضو واحد", "عضوان", "عضوين", "أعضاء", "عضواً", "عضو"]),
  ]

  @Test("a noun takes the form its number asks for", arguments: table)
  func forms(singular: String, forms: [String]) throws {
    let noun = try #require(NounTable.standard.noun(singular))
    let digits = { (n: Int64, c: GrammaticalCase) in noun.phrase(n, in: c, inWords: false) }
    #expect(digits(0, .nominative) == forms[0])
    #expect(digits(1, .nominative) == forms[1])
    #expect(digits(2, .nominative) == forms[2])
    #expect(digits(2, .genitive) == forms[3])
    #expect(digits(3, .nominative) == "٣ " + forms[4])
    #expect(digits(10, .genitive) == "١٠ " + forms[4])
    #expect(digits(11, .nominative) == "١١ " + forms[5])
    #expect(digits(99, .genitive) == "٩٩ " + forms[5])
    #expect(digits(100, .nominative) == "١٠٠ " + forms[6])
    #expect(digits(103, .nominative) == "١٠٣ " + forms[4])
    #expect(digits(111, .nominative) == "١١١ " + forms[5])
  }

  @Test(
    "number and noun agree in words",
    arguments: [
      (14, "يوم", GrammaticalCase.genitive, "أربعة عشر يوماً"), (3, "يوم", .genitive, "ثلاثة أيام"),
      (2, "يوم", .genitive, "يومين"), (1, "يوم", .accusative, "يوماً واحداً"),
      (8, "صفحة", .nominative, "ثماني صفحات"),
      (8, "صفحة", .accusative, "ثماني صفحات"), (12, "نسخة", .genitive, "اثنتي عشرة نسخة"),
      (28, "صفحة", .nominative, "ثمانٍ وعشرون صفحة"), (100, "عضو", .nominative, "مائة عضو"),
      (101, "ورقة", .nominative, "مائة ورقة وورقة واحدة"), (102, "يوم", .genitive, "مائة يوم ويومين"),
      (200, "يوم", .nominative, "مائتا يوم"), (200, "يوم", .accusative, "مائتي يوم"),
      (2000, "عضو", .genitive, "ألفي عضو"), (1000, "عضو", .accusative, "ألف عضو"),
      (11_000, "ريال", .nominative, "أحد عشر ألف ريال"), (3, "ثانية", .nominative, "ثلاث ثوانٍ"),
      (5, "موظف", .nominative, "خمسة موظفين"), (11, "خطأ", .nominative, "أحد عشر خطأً"),
      (2, "خطأ", .nominative, "خطآن"), (2, "خطأ", .genitive, "خطأين"), (2, "جزء", .nominative, "جزءان"),
      (2, "جزء", .genitive, "جزأين"), (102, "جزء", .accusative, "مائة جزء وجزأين"),
      (2, "لقاء", .genitive, "لقاءين"),
      (11, "جزء", .nominative, "أحد عشر جزءاً"), (11, "شيء", .nominative, "أحد عشر شيئاً"),
      (11, "مبنى", .nominative, "أحد عشر مبنى"),
      (2, "شيء", .genitive, "شيئين"), (11, "لقاء", .nominative, "أحد عشر لقاءً"),
      (1, "يوم عمل", .genitive, "يوم عمل واحد"), (2, "يوم عمل", .nominative, "يوما عمل"),
      (2, "يوم عمل", .genitive, "يومي عمل"),
      (5, "يوم عمل", .genitive, "خمسة أيام عمل"), (15, "يوم عمل", .genitive, "خمسة عشر يوم عمل"),
      (2, "ريال سعودي", .genitive, "ريالين سعوديين"), (3, "سنة هجرية", .genitive, "ثلاث سنوات هجرية"),
      (2, "سنة هجرية", .nominative, "سنتان هجريتان"), (30, "يوم تقويمي", .genitive, "ثلاثين يوماً تقويمياً"),
      (0, "أسبوع", .nominative, "لا أسابيع"),
    ])
  func inWords(number: Int64, singular: String, grammaticalCase: GrammaticalCase, phrase: String) throws {
    let noun = try #require(NounTable.standard.noun(singular))
    #expect(noun.phrase(number, in: grammaticalCase) == phrase)
  }

  @Test func anOfficeAddsItsNounsAndReplacesOthers() throws {
    var log = DiagnosticLog()
    let own = NounTable.read(
      """
      # ours
      حقيبة | حقائب | مؤنث
      شهر | شهور | مذكر
      دعوى | دعاوى | مؤنث | مثنى = دعويان / دعويين، صفر = بلا دعاوى
      """, file: "nouns.txt", log: &log)
    #expect(log.diagnostics.isEmpty)
    let table = NounTable.standard.merging(own)
    #expect(table.noun("حقيبة")?.phrase(3) == "ثلاث حقائب")
    #expect(table.noun("شهر")?.phrase(3) == "ثلاثة شهور")
    #expect(table.noun("دعوى")?.phrase(0) == "بلا دعاوى")
    #expect(table.noun("يـومٌ")?.phrase(2) == "يومان")
    #expect(table.noun("زرافة") == nil)
  }

  @Test(arguments: [
    ("محامٍ | محامين | مذكر", ["محامٍ واحد", "محاميان", "محاميين", "أحد عشر محامياً"]),
    (
      "قاضٍ مالي | قضاة ماليين | مذكر",
      ["قاضٍ مالي واحد", "قاضيان ماليان", "قاضيين ماليين", "أحد عشر قاضياً مالياً"]
    ),
    ("صحراء | صحارى | مؤنث", ["صحراء واحدة", "صحراوان", "صحراوين", "إحدى عشرة صحراء"]),
    (
      "بطاقة خضراء | بطاقات خضر | مؤنث",
      ["بطاقة خضراء واحدة", "بطاقتان خضراوان", "بطاقتين خضراوين", "إحدى عشرة بطاقة خضراء"]
    ),
    ("سماء | سماوات | مؤنث", ["سماء واحدة", "سماءان", "سماءين", "إحدى عشرة سماءً"]),
    ("بنّاء | بنّائين | مذكر", ["بنّاء واحد", "بنّاءان", "بنّاءين", "أحد عشر بنّاءً"]),
    ("عصا | عصي | مؤنث | مثنى = عصوان / عصوين", ["عصا واحدة", "عصوان", "عصوين", "إحدى عشرة عصا"]),
  ])
  func inflectsTheNounsAnOfficeAdds(line: String, phrases: [String]) throws {
    var log = DiagnosticLog()
    let table = NounTable.read(line, file: "nouns.txt", log: &log)
    #expect(log.diagnostics.isEmpty)
    let singular = try #require(table.singulars.first)
    let noun = try #require(table.noun(singular))
    #expect(
      [noun.phrase(1), noun.phrase(2), noun.phrase(2, in: .genitive), noun.phrase(11)] == phrases)
  }

  @Test func asksForTheDualThatNoRuleKnows() {
    var log = DiagnosticLog()
    let table = NounTable.read(
      "عصا | عصي | مؤنث\nكاميرا مراقبة | كاميرات مراقبة | مؤنث", file: "nouns.txt", log: &log)
    #expect(table.singulars.isEmpty)
    #expect(log.diagnostics.map(\.message.id) == ["values.noun-without-dual", "values.noun-without-dual"])
  }

  @Test func badLinesAreAllReported() {
    var log = DiagnosticLog()
    _ = NounTable.read("حقيبة | حقائب\nشهر | شهور | ؟\nيوم | أيام | مذكر | كذا", file: "nouns.txt", log: &log)
    #expect(
      log.diagnostics.map(\.message.id)
        == ["values.malformed-noun", "values.malformed-noun", "values.unknown-noun-exception"])
  }

  @Test(arguments: [("حاسب", "ثلاثة حاسبات"), ("حاسوب", "ثلاثة حواسيب")])
  func countsComputersByTheirOwnPlurals(singular: String, phrase: String) {
    #expect(NounTable.standard.noun(singular)?.phrase(3) == phrase)
  }

  @Test func theTableNamesEachNounOnceAndItsFormsDiffer() {
    let table = NounTable.standard
    #expect(table.singulars.count > 200)
    for singular in table.singulars {
      guard let noun = table.noun(singular) else {
        Issue.record("\(singular) isn't found")
        continue
      }
      #expect(Set([noun.singular, noun.dual, noun.plural]).count == 3, "\(singular)")
      #expect((noun.gender == .masculine) == (noun.phrase(3)?.hasPrefix("ثلاثة ") == true), "\(singular)")
    }
  }

  @Test(
    "the noun alone, as its digits ask for it",
    arguments: [
      (0, "ريال"), (1, "ريال"), (2, "ريال"), (3, "ريالات"), (10, "ريالات"), (11, "ريالاً"), (100, "ريال"),
      (1500, "ريال"),
      (1503, "ريالات"), (1550, "ريالاً"), (-3, "ريالات"), (Int64.min, "ريال"),
    ])
  func formAfterDigits(number: Int64, form: String) throws {
    #expect(try #require(NounTable.standard.noun("ريال")).form(after: number) == form)
  }

  @Test(arguments: [
    (999, "٩٩٩ سهماً"), (1000, "١٬٠٠٠ سهم"), (1448, "١٬٤٤٨ سهماً"), (12_345, "١٢٬٣٤٥ سهماً"),
  ])
  func groupsTheDigitsOfWhatIsCounted(number: Int64, phrase: String) {
    let noun = CountedNoun(singular: "سهم", plural: "أسهم", gender: .masculine)
    #expect(noun.phrase(number, inWords: false) == phrase)
  }

  @Test func numbersOutOfRangeHaveNoPhrase() {
    let noun = CountedNoun(singular: "قلم", plural: "أقلام", gender: .masculine)
    #expect(noun.phrase(-3) == nil)
    #expect(noun.phrase(Cardinal.largest + 1, inWords: false) == nil)
  }
}
