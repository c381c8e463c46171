import Diagnostics
import Testing

@Suite struct DiagnosticRendererTests {
  let diagnostic = Diagnostic(
    .error, .init("test.wrong", arabic: "القيمة غير صحيحة", english: "The value is wrong"),
    at: .cell(file: "members.csv", sheet: nil, row: 7, column: "رقم الهوية"),
    hints: [.init(arabic: "راجع البطاقة", english: "Check the card")])

  @Test func writesPlaceSentenceAndHintInEnglish() {
    #expect(
      DiagnosticRenderer(language: .english).render(diagnostic) == """
        error: \u{2068}members.csv\u{2069}, row 7, column «\u{2068}رقم الهوية\u{2069}»: The value is wrong [test.wrong]
          → Check the card
        """)
  }

  @Test func writesPlaceSentenceAndHintInArabic() {
    #expect(
      DiagnosticRenderer(language: .arabic).render(diagnostic) == """
        خطأ: \u{2068}members.csv\u{2069}، الصف 7، العمود «\u{2068}رقم الهوية\u{2069}»: القيمة غير صحيحة [test.wrong]
          ← راجع البطاقة
        """)
  }

  @Test func namesOfJSONMembersStandInNoRow() {
    let place = SourceLocation.cell(file: "members.json", sheet: nil, row: 0, column: "الجوال")
    #expect(
      DiagnosticRenderer(language: .english).describe(place)
        == "\u{2068}members.json\u{2069}, column «\u{2068}الجوال\u{2069}»")
  }

  @Test func onlyErrorsMakeALogFail() {
    var log = DiagnosticLog()
    log.warning(diagnostic.message)
    #expect(!log.hasErrors)
    log.error(diagnostic.message)
    #expect(log.hasErrors)
    #expect(log.diagnostics.map(\.severity) == [.warning, .error])
  }
}
