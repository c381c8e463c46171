import Diagnostics
import Testing
import Values

@Suite struct AgreementLexiconTests {
  static let kinds: [PersonKind] = [
    .masculine, .feminine, .dual, .feminineDual, .masculinePlural, .femininePlural, .organisation,
  ]

  @Test(
    "words agree with the person",
    arguments: [
      ("المكرم", ["المكرم", "المكرمة", "المكرمان", "المكرمتان", "المكرمون", "المكرمات", nil]),
      ("الأستاذ", ["الأستاذ", "الأستاذة", "الأستاذان", "الأستاذتان", "السادة", "السيدات", "السادة"]),
      (
        "حفظه الله",
        ["حفظه الله", "حفظها الله", "حفظهما الله", "حفظهما الله", "حفظهم الله", "حفظهن الله", "حفظهم الله"]
      ),
      ("عضو", ["عضو", "عضوة", "عضوا", "عضوتا", "أعضاء", "عضوات", nil]),
      ("تقدم", ["تقدم", "تقدمت", "تقدما", "تقدمتا", "تقدموا", "تقدمن", "تقدمت"]),
      ("ـه", ["ه", "ها", "هما", "هما", "هم", "هن", "ها"]),
      (
        "الموقع أدناه",
        [
          "الموقع أدناه", "الموقعة أدناه", "الموقعان أدناه", "الموقعتان أدناه", "الموقعون أدناه",
          "الموقعات أدناه",
          "الجهة الموقعة أدناه",
        ]
      ),
      (
        "مقدم الطلب",
        [
          "مقدم الطلب", "مقدمة الطلب", "مقدما الطلب", "مقدمتا الطلب", "مقدمو الطلب", "مقدمات الطلب",
          "الجهة مقدمة الطلب",
        ]
      ),
      ("مسؤول", ["مسؤول", "مسؤولة", "مسؤولان", "مسؤولتان", "مسؤولون", "مسؤولات", "مسؤولة"]),
      ("يتقدم", ["يتقدم", "تتقدم", "يتقدمان", "تتقدمان", "يتقدمون", "يتقدمن", "تتقدم"]),
    ] as [(String, [String?])])
  func forms(word: String, forms: [String?]) {
    #expect(Lexicon.standard.contains(word))
    for (kind, form) in zip(Self.kinds, forms) {
      #expect(Lexicon.standard.form(of: word, for: kind) == form, "\(kind)")
    }
    #expect(Lexicon.standard.form(of: word, for: .unknown) == nil)
  }

  @Test(
    "forms change with the case",
    arguments: [
      ("المكرم", PersonKind.masculinePlural, GrammaticalCase.genitive, "المكرمين"),
      ("المكرم", .dual, .accusative, "المكرمين"), ("عضو", .dual, .genitive, "عضوي"),
      ("مقدم الطلب", .masculinePlural, .genitive, "مقدمي الطلب"),
      ("مسؤول", .masculine, .accusative, "مسؤولاً"),
      ("مسؤول", .masculine, .genitive, "مسؤول"), ("يتقدم", .masculinePlural, .accusative, "يتقدموا"),
      ("يكون", .masculine, .genitive, "يكن"), ("هذا", .feminineDual, .genitive, "هاتين"),
      ("صاحب السمو", .dual, .genitive, "صاحبي السمو"),
    ])
  func cases(word: String, kind: PersonKind, grammaticalCase: GrammaticalCase, form: String) {
    #expect(Lexicon.standard.form(of: word, for: kind, in: grammaticalCase) == form)
  }

  @Test func anOfficeMayCallAWomanMemberByTheMasculineWord() {
    var style = HouseStyle()
    style.feminineMember = false
    #expect(Lexicon.standard.form(of: "عضو", for: .feminine, style: style) == "عضو")
    #expect(Lexicon.standard.form(of: "العضو", for: .feminine, style: style) == "العضو")
    #expect(Lexicon.standard.form(of: "مسؤول", for: .feminine, style: style) == "مسؤولة")
  }

  @Test func anOfficeMaySeatTheHamzaOnYa() {
    var style = HouseStyle()
    style.seatOfHamza = .ya
    style.tanwin = .beforeAlef
    #expect(Lexicon.standard.form(of: "مسؤول", for: .masculinePlural, style: style) == "مسئولون")
    #expect(Lexicon.standard.form(of: "مسؤول", for: .masculine, in: .accusative, style: style) == "مسئولًا")
  }

  @Test func everyWordHasItsFormsAndNoStrayMark() {
    #expect(Lexicon.standard.words.count > 150)
    for word in Lexicon.standard.words {
      for kind in Self.kinds {
        for grammaticalCase in GrammaticalCase.allCases {
          guard let form = Lexicon.standard.form(of: word, for: kind, in: grammaticalCase) else { continue }
          #expect(
            !form.isEmpty && !form.contains("/") && !form.contains("=") && !form.contains("-"), "\(word)")
        }
      }
      #expect(Lexicon.standard.form(of: word, for: .masculine) != nil, "\(word)")
    }
  }

  @Test func anOfficeAddsWords() {
    var log = DiagnosticLog()
    let own = Lexicon.read(
      """
      الكفيل | الكفيلة | الكفيلان / الكفيلين | الكفيلتان / الكفيلتين | الكفلاء | الكفيلات | -
      المشجع | قياسي | -
      خطأ | واحد
      س | مجهول | -
      """, file: "words.txt", log: &log)
    #expect(
      log.diagnostics.map(\.message.id) == [
        "values.malformed-lexicon-word", "values.unknown-inflection-rule",
      ])
    let lexicon = Lexicon.standard.merging(own)
    #expect(lexicon.form(of: "الكفيل", for: .dual, in: .genitive) == "الكفيلين")
    #expect(lexicon.form(of: "المشجع", for: .femininePlural) == "المشجعات")
    #expect(lexicon.form(of: "المكرم", for: .feminine) == "المكرمة")
  }

  @Test(arguments: [
    ("أعلن | ماض | أعلنت", PersonKind.femininePlural, "أعلنّ"),
    ("يعلن | مضارع | تعلن", .femininePlural, "يعلنّ"),
    ("عاون | ماض | -", .dual, "عاونا"), ("المعني | قياسي | -", .masculinePlural, "المعنيون"),
    ("المبادر | قياسي | -", .feminine, "المبادرة"),
  ])
  func rulesGiveForms(_ line: String, _ kind: PersonKind, _ form: String) {
    var log = DiagnosticLog()
    let lexicon = Lexicon.read(line, file: "words.txt", log: &log)
    #expect(log.diagnostics.isEmpty)
    #expect(lexicon.words.compactMap { lexicon.form(of: $0, for: kind) } == [form])
  }

  @Test(arguments: [
    "أبدى | ماض | أبدت", "يستوفي | مضارع | تستوفي", "أفاد | ماض | أفادت", "قرأ | ماض | قرأت",
    "ينال | مضارع | تنال",
    "محامٍ | قياسي | -", "المندوبة | قياسي | -", "المصطفى | قياسي | -", "اسم | ضمير | اسمها",
    "رسول الله | ضمير | -",
  ])
  func rulesRefuseWordsTheyDoNotKnow(_ line: String) {
    var log = DiagnosticLog()
    let lexicon = Lexicon.read(line, file: "words.txt", log: &log)
    #expect(log.diagnostics.map(\.message.id) == ["values.inflection-rule-does-not-apply"])
    #expect(lexicon.words.isEmpty)
  }

  @Test(
    "attached particles",
    arguments: [
      ("ل", "الجمعية", "للجمعية"), ("ل", "اللجنة", "للجنة"), ("ل", "أعضاء", "لأعضاء"),
      ("ل", "التزام", "لالتزام"),
      ("ل", "الالتزام", "للالتزام"), ("ب", "الجمعية", "بالجمعية"), ("ك", "العضو", "كالعضو"),
      ("ول", "الجنة", "وللجنة"),
      ("و", "الجمعية", "والجمعية"), ("ل", "الله", "لله"), ("ل", "الذي", "للذي"), ("ل", "25", "لـ25"),
      ("و", "25", "و25"), ("ب", "«الجمعية»", "بـ«الجمعية»"), ("ل", "التي", "للتي"), ("ل", "", "ل"),
      ("ف", "العضو", "فالعضو"),
      ("ل", "الياس سعد", "لالياس سعد"), ("ل", "الياسمين", "للياسمين"),
      ("ل", "ابن", "لابن"), ("ل", "آل سعود", "لآل سعود"),
    ])
  func attached(preposition: String, word: String, result: String) {
    #expect(AttachedPrepositions.attach(preposition, to: word) == result)
  }
}
