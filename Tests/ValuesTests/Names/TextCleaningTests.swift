import Diagnostics
import Testing

@testable import Values

@Suite struct TextCleaningTests {
  @Test(arguments: [
    ("\u{200F}محمد\u{200F}", "محمد", ["values.cleaned-direction-marks"]),
    ("\u{FEE3}\u{FEA4}\u{FEE4}\u{FEAA}", "محمد", ["values.cleaned-presentation-forms"]),
    ("محمـــد", "محمد", ["values.cleaned-tatweel"]), ("عل\u{6CC}", "علي", ["values.cleaned-final-yeh"]),
    ("\u{6A9}ر\u{6CC}م", "كريم", ["values.cleaned-persian-letters"]), ("أحمد", "أحمد", []),
    ("احمد", "احمد", []),
    ("آحمد", "آحمد", []), ("فاطمة", "فاطمة", []), ("عبد\u{A0}الله", "عبد الله", ["values.cleaned-blanks"]),
    ("عبدالله", "عبدالله", []), ("آل سعود", "آل سعود", []),
    ("نورة بنت عبدالرحمن بن صالح آل فلان", "نورة بنت عبدالرحمن بن صالح آل فلان", []),
    ("Mohammed  Ali KHAN", "Mohammed Ali KHAN", ["values.cleaned-blanks"]),
    ("ا\u{654}حمد", "أحمد", ["values.cleaned-composition"]),
    ("سارة 🌹", "سارة", ["values.cleaned-emoji", "values.cleaned-blanks"]),
    ("می\u{200C}نا", "مينا", ["values.cleaned-invisibles", "values.cleaned-persian-letters"]),
    ("\u{FEFF}سعد\u{AD}", "سعد", ["values.cleaned-invisibles"]),
    ("\u{FDF2}", "الله", ["values.cleaned-presentation-forms"]),
  ])
  func cleansNames(_ text: String, _ expected: String, _ ids: [String]) {
    let reading = TextCleaning.clean(text, as: .name)
    #expect(reading.value.map { Array($0.unicodeScalars) } == Array(expected.unicodeScalars))
    #expect(reading.diagnostics.map(\.message.id) == ids)
  }

  @Test(arguments: [
    ("عام ١٤٤٨هـ.", "عام ١٤٤٨هـ."), ("١٤٤٨ هـ", "١٤٤٨ هـ"), ("كتـــاب", "كتاب"), ("هــاتف", "هاتف"),
    ("ﷺ", "ﷺ"),
    ("a\u{2011}b", "a-b"), ("سطر\nثان", "سطر ثان"), ("ی", "ی"), ("\u{FDFC}", "\u{FDFC}"),
    ("☐ ✓ 5 ©", "☐ ✓ 5 ©"),
  ])
  func cleansTextWithoutTouchingItsSpelling(_ text: String, _ expected: String) {
    #expect(TextCleaning.clean(text, as: .text).value == expected)
  }

  @Test func keepsOneEmptyLineBetweenParagraphs() {
    let text = " أولاً\r\n\r\n\r\nثانياً \n ثالثاً\n"
    #expect(TextCleaning.clean(text, as: .paragraph).value == "أولاً\n\nثانياً\nثالثاً")
  }

  @Test func warnsOfReversedText() {
    // «السلام» in shapes, in the order of the eye.
    let reversed = "\u{FEE1}\u{FEFC}\u{FEB4}\u{FEDF}\u{627}"
    #expect(!TextCleaning.clean(reversed, as: .text).diagnostics.isEmpty)
    let backwards = String(String.UnicodeScalarView("ﺓﺮﺠﺸﻟﺍ".unicodeScalars))
    #expect(
      TextCleaning.clean(backwards, as: .text).diagnostics.map(\.message.id)
        == ["values.cleaned-presentation-forms", "values.text-reversed"])
  }

  @Test(arguments: [
    ("ﺪﻤﺣﺃ ﻲﻠﻋ ﺪﻤﺤﻣ", true), ("ﻣﺤﻤﺪ ﻋﻠﻲ ﺃﺣﻤﺪ", false), ("ﺃﻭﻻ ﺛﺎﻧﻴﺎ", false), ("ﺎﻴﻧﺎﺛ ﻻﻭﺃ", true),
    ("ﺩﺍﺭ ﺯﻭﺍﺭ", false), ("ﺳﻼم", false), ("ﻋﺒﺪ اﻟﺮﺣﻤﻦ ﺑﻦ ﺻﺎﻟﺢ", false), ("ﺢﻟﺎﺻ ﻦﺑ ﻦﻤﺣﺮﻟا ﺪﺒﻋ", true),
    ("ﻣﹷﺤﹶﻤﱠﺪ ﻋﻠﻲ", false),
  ])
  func tellsTheOrderOfTheEyeByTheShapes(_ text: String, _ isReversed: Bool) {
    let remarks = TextCleaning.clean(text, as: .name).diagnostics.map(\.message.id)
    #expect(remarks.contains("values.text-reversed") == isReversed)
  }

  @Test func isIdempotent() {
    for text in ["\u{200F}ﻣﺤﻤﺪ  بن عل\u{6CC}", "محمـد\t\u{A0}x", "ا\u{654}حمد ١٤٤٨هــ"] {
      for kind in TextCleaning.Kind.allCases {
        let once = TextCleaning.clean(text, as: kind).value ?? ""
        #expect(TextCleaning.clean(once, as: kind) == Reading(once))
      }
    }
  }
}
