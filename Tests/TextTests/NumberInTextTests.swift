import Content
import Diagnostics
import Fonts
import Testing

@testable import Text

/// Numbers among the words of a text, whose parts read from left to right.
@Suite struct NumberInTextTests {
  /// Texts, and how each reads from the left; what isn't listed here comes in the numbers' own order.
  static let shown: [(text: String, numbers: [String])] = [
    ("هاتف 055-123-4567", ["055-123-4567"]),
    ("هاتف 050 123 4567 وبعده", ["050 123 4567"]),
    ("هاتف +966 50 123 4567.", ["+966 50 123 4567"]),
    ("هاتف:+966-50-123-4567، أو +966501234567", ["+966-50-123-4567", "+966501234567"]),
    ("من 13-06-1448هـ إلى 2026-11-23م", ["13-06-1448", "2026-11-23"]),
    ("رقم 5-3/2", ["5-3/2"]),
    ("بتاريخ ١٣-٠٦-١٤٤٨هـ", ["١٣-٠٦-١٤٤٨"]),
    ("جوال ٠٥٠ ١٢٣ ٤٥٦٧", ["٠٥٠ ١٢٣ ٤٥٦٧"]),
    ("جوال ۰۵۰-۱۲۳-۴۵۶۷", ["۰۵۰-۱۲۳-۴۵۶۷"]),
    ("اتصلوا على 9200 12345 أو 800 123 4567", ["9200 12345", "800 123 4567"]),
    ("(055-123-4567)", ["055-123-4567"]),
    ("هاتف 011 234 5678 011 234 5679", ["011 234 5678", "011 234 5679"]),
    ("هاتف 050\u{A0}123 4567", ["050\u{A0}123 4567"]),
    ("+1 212 555 0100 هاتفنا", ["+1 212 555 0100"]),
    // Dashes as word processors put them in, and what is below zero.
    ("هاتف 055\u{2011}123\u{2011}4567", ["055\u{2011}123\u{2011}4567"]),
    ("من 5–10 أيام، أو ٥–١٠", ["5–10", "٥–١٠"]),
    ("بتاريخ 2026\u{2010}11\u{2010}23م", ["2026\u{2010}11\u{2010}23"]),
    ("الرصيد -150 ريال (-7)، و\u{2212}3 درجات، ثم \u{2212}4.5", ["-150", "-7", "\u{2212}4.5"]),
    ("الدرجة -٥ صباحاً", ["-٥"]),
    // Two numbers beside each other, and signs with blanks around them.
    ("عام 2025 100 ريال", ["100 2025"]),
    ("الجوال 0501234567 100 مرة", ["100 0501234567"]),
    ("من 5 - 3 كتب", ["3 - 5"]),
    ("من 5 -3 كتب", ["3- 5"]),
    ("1- الأول", ["-1"]),
    ("صف 12 34 56 789", ["789 56 34 12"]),
    // UAX #9 shows these right.
    ("مبلغ 1,500.50 و12/5 و10:30", ["1,500.50", "12/5", "10:30"]),
    // Codes, addresses and what follows Latin words go with their letters.
    ("الرمز ABC-123-456", ["ABC-123-456"]),
    ("على www.example.org/05-06", ["www.example.org/05-06"]),
    ("رحلة SV 1020-5 غداً", ["SV 1020-5"]),
    ("Tel. ٠٥٥-١٢٣-٤٥٦٧ هاتف", ["٠٥٥-١٢٣-٤٥٦٧"]),
  ]

  @Test(arguments: shown, [Isolation.none, .rightToLeft, .firstStrong])
  func numbersReadFromTheLeft(_ example: (text: String, numbers: [String]), _ isolation: Isolation) throws {
    let shaper = try #require(Fixture.shaper)
    var log = DiagnosticLog()
    let lines = shaper.shape([Fixture.text("ثم "), Fixture.text(example.text, isolation)], log: &log)
      .lines(alignment: .start) { _ in 1000 }
    let line = try #require(lines.first)
    for number in example.numbers { #expect(line.visual.contains(number), "\(line.visual)") }
    // Whoever reads the runs one after the other has the text as it was written.
    #expect(line.runs.map(\.run.text).joined() == "ثم " + example.text)
  }

  @Test(arguments: ["050 123 4567", "+966 50 123 4567", "٠٥٠ ١٢٣ ٤٥٦٧", "055-123-4567"])
  func noLineEndsInANumber(number: String) throws {
    let shaper = try #require(Fixture.shaper)
    var log = DiagnosticLog()
    for text in ["نأمل الاتصال على \(number) عند الحاجة", "Call us at \(number) now"] {
      let paragraph = shaper.shape([Fixture.text(text)], log: &log)
      for measure in stride(from: 60.0, through: 260, by: 10) {
        let lines = paragraph.lines(alignment: .start) { _ in measure }
        #expect(lines.contains { $0.visual.contains(number) }, "\(measure): \(lines.map(\.visual))")
      }
    }
  }

  @Test func aNumberInAValueDoesNotTurnItsWords() throws {
    let shaper = try #require(Fixture.shaper)
    var log = DiagnosticLog()
    let pieces = [
      Fixture.text("الملاحظة: "), Fixture.text("Call سارة on 055-123-4567 or +966 11 222 3333", .firstStrong),
      Fixture.text(" انتهى"),
    ]
    let line = try #require(shaper.shape(pieces, log: &log).lines(alignment: .start) { _ in 900 }.first)
    #expect(line.visual == "ىهتنا Call ةراس on 055-123-4567 or +966 11 222 3333 :ةظحالملا")
  }

  /// Other digits make two numbers of a telephone number, so its line isn't theirs.
  @Test func aTelephoneNumberLendsItsLineToNoOtherNumbers() throws {
    let shaper = try #require(Fixture.shaper)
    var log = DiagnosticLog()
    for (text, hasForm) in [("050 123 4567", false), ("055-123-4567", true)] {
      let paragraph = shaper.shape([Fixture.text(text)], log: &log)
      #expect((shaper.form(of: paragraph, saying: Array(text.utf8)) != nil) == hasForm)
    }
  }
}
