import Testing
import Values

@testable import Records

@Suite struct SpreadsheetNumberTests {
  @Test(arguments: [
    ("0", "0"), ("-0.0", "0"), ("007", "7"), ("1500.50", "1500.5"), ("5.01234567E8", "501234567"),
    ("1e-3", "0.001"),
    ("9.6650123456699998E+11", "966501234566.99998"), (".5", "0.5"), ("12.", "12"), ("-1.25", "-1.25"),
    ("+3", "3"), ("1E+20", "100000000000000000000"),
  ]) func readsDecimalsExactly(text: String, expected: String) {
    #expect(DecimalNumber(text)?.plain() == expected)
  }

  @Test(arguments: ["", "-", ".", "1,5", "1e", "1e+", "0x10", "1 2", "١٢", "1e9999", "nan", "1.2.3"])
  func refusesWhatIsNoDecimal(text: String) {
    #expect(DecimalNumber(text) == nil)
  }

  @Test(arguments: [
    ("0.30000000000000004", 15, "0.3"), ("1234.5599999999999", 15, "1234.56"), ("999.9996", 6, "1000"),
    ("123456", 3, "123000"), ("-1.25", 2, "-1.3"), ("1.2", 5, "1.2"),
  ]) func roundsToSignificantDigits(text: String, count: Int, expected: String) {
    #expect(DecimalNumber(text)?.rounded(to: count).plain() == expected)
  }

  @Test(arguments: [("0.15", "15"), ("0.125", "12.5"), ("1", "100"), ("0", "0"), ("-0.005", "-0.5")])
  func countsInHundredths(text: String, expected: String) {
    #expect(DecimalNumber(text)?.shifted(by: 2).plain() == expected)
  }

  @Test func padsTheFraction() {
    #expect(DecimalNumber("1500.5")?.plain(places: 2) == "1500.50")
    #expect(DecimalNumber("12")?.plain(places: 2) == "12.00")
  }

  @Test(arguments: [
    (1.0, SerialDate.Epoch.of1900, "1900-01-01"), (59, .of1900, "1900-02-28"), (60, .of1900, ""),
    (61, .of1900, "1900-03-01"),
    (25_569, .of1900, "1970-01-01"), (46_349, .of1900, "2026-11-23"), (46_349.75, .of1900, "2026-11-23"),
    (2_958_465, .of1900, "9999-12-31"), (2_958_466, .of1900, ""), (0, .of1900, ""), (-1, .of1900, ""),
    (.nan, .of1900, ""),
    (0, .of1904, "1904-01-01"), (44_887, .of1904, "2026-11-23"), (60, .of1904, "1904-03-01"),
    (36_584, .of1900, "2000-02-28"),
    (36_585, .of1900, "2000-02-29"), (36_586, .of1900, "2000-03-01"),
  ]) func turnsSerialsIntoDays(serial: Double, epoch: SerialDate.Epoch, expected: String) {
    #expect(SerialDate(serial, epoch: epoch)?.day.iso ?? "" == expected)
  }

  @Test func knowsATimeOfDay() {
    #expect(SerialDate(46_349.75, epoch: .of1900)?.hasTime == true)
    #expect(SerialDate(46_349, epoch: .of1900)?.hasTime == false)
  }

  @Test(arguments: [
    ("General", false, false, 0), ("0.00", false, false, 0), ("yyyy-mm-dd", true, false, 0),
    ("d/m", true, false, 0),
    ("mmm", true, false, 0), ("h:mm", false, false, 0), ("[h]:mm:ss", false, false, 0),
    ("mm:ss", false, false, 0),
    ("\"day\" 0", false, false, 0), ("\\d0", false, false, 0), ("0_d", false, false, 0),
    ("[Red]0", false, false, 0),
    ("00000", false, false, 5), ("0", false, false, 0), ("000-000", false, false, 0),
    ("#,##0.00 [$ر.س.-401]", false, false, 0),
    ("B2dd/mm/yyyy", true, true, 0), ("[$-1170401]dd/mm/yyyy;@", true, true, 0),
    ("[$-401]dd/mm/yyyy", true, false, 0), ("[$-2000401]B2dd/mm/yyyy;@", true, true, 0),
    ("[$-1170401]B1dd/mm/yyyy", true, false, 0), ("\"B2\"dd/mm/yyyy", true, false, 0),
    ("[$-ar-SA,2060401]d mmmm yyyy", true, true, 0), ("0;yyyy", false, false, 0), ("@", false, false, 0),
  ]) func readsFormatCodes(code: String, isDate: Bool, isHijri: Bool, padding: Int) {
    let format = NumberFormat(code: code)
    #expect([format.isDate, format.isHijri] == [isDate, isHijri])
    #expect(format.padding == padding)
  }

  @Test(arguments: [
    ("0%", true), ("0.00%", true), ("#,##0.0 %", true), ("0\"%\"", false), ("0\\%", false), ("0", false),
    ("0;-0%", false),
  ]) func knowsPercentages(code: String, isPercentage: Bool) {
    #expect(NumberFormat(code: code).isPercentage == isPercentage)
    #expect(NumberFormat(code: code).padding == 0)
  }

  @Test func knowsTheFormatsEveryWorkbookHas() {
    #expect((0...60).filter { NumberFormat(builtIn: $0).isPercentage } == [9, 10])
    #expect(
      (0...60).filter { NumberFormat(builtIn: $0).isDate } == [
        14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58,
      ])
  }

  @Test(arguments: [
    ("_x000D_", "\r"), ("a_x0041_b", "aAb"), ("_x005F_x0041_", "_x0041_"), ("_x12", "_x12"),
    ("_xZZZZ_", "_xZZZZ_"),
    ("_xD800_", "_xD800_"), ("_x_x0041_", "_xA"),
  ]) func undoesTheEscapesOfCharacters(text: String, expected: String) {
    #expect(SharedStrings.unescaped(text) == expected)
  }
}
