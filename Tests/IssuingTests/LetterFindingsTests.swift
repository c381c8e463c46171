import Diagnostics
import Issuing
import Testing

@Suite struct LetterFindingsTests {
  private static func row(_ number: Int, _ column: String? = nil) -> Diagnostics.SourceLocation {
    .cell(file: "records.csv", sheet: nil, row: number, column: column)
  }

  private static func finding(at place: Diagnostics.SourceLocation?) -> Diagnostic {
    Diagnostic(
      .warning, .init("layout.text-too-wide", arabic: "أعرض من مكانه", english: "too wide"), at: place)
  }

  private static let line = Diagnostics.SourceLocation.text(
    file: "template.khitab", line: 3, column: 1, phrase: "س")

  /// Where something was found, in which of five letters, and which rows are named for it.
  @Test(
    arguments: [
      (line, [2], [2]), (.page(1), [2, 4], [2, 4]), (nil, [1, 2, 3, 4], [1, 2, 3]),
      (line, [1, 2, 3, 4, 5], []), (row(2, "الاسم"), [2], []),
    ] as [(Diagnostics.SourceLocation?, [Int], [Int])])
  func namesTheRecordsOfWhatNoPlaceTells(place: Diagnostics.SourceLocation?, rows: [Int], named: [Int]) {
    let finding = Self.finding(at: place)
    let letters = (1...5).map { number in
      (record: Self.row(number), diagnostics: rows.contains(number) ? [finding] : [])
    }
    let found = LetterFindings(letters).diagnostics
    #expect(found.count == rows.count && Set(found).count == 1)
    #expect(found.first?.hints.map(\.location) == named.map { Self.row($0) })
  }
}
