import Testing

@testable import Records

@Suite struct CSVParserTests {
  private func rows(_ text: String, delimiter: Character = ",") -> [CSVParser.Row] {
    CSVParser.rows(of: Array(text.utf8), delimiter: delimiter.asciiValue ?? 0)
  }

  @Test(arguments: [
    ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
    ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
    ("a\rb\r", [["a"], ["b"]]),
    ("a,\n,b\n", [["a", ""], ["", "b"]]),
    ("a,", [["a", ""]]),
    ("\"a,b\",c", [["a,b", "c"]]),
    ("\"a\r\nb\",c\r\nd,e", [["a\nb", "c"], ["d", "e"]]),
    ("\"قال: \"\"نعم\"\"\",ب", [["قال: \"نعم\"", "ب"]]),
    ("\"\",\"\"", [["", ""]]),
    ("a\"b,c", [["a\"b", "c"]]),
    ("", []),
    ("\n", [[""]]),
    ("a\n\nb", [["a"], [""], ["b"]]),
  ]) func cutsAsRFC4180Says(text: String, expected: [[String]]) {
    #expect(rows(text).map(\.cells) == expected)
  }

  @Test func numbersRowsAsASpreadsheetDoes() {
    #expect(rows("a\n\"b\nc\"\n\nd").map(\.number) == [1, 2, 3, 4])
  }

  @Test func readsOnAfterAQuoteThatIsNeverClosed() {
    let found = rows("a,b\n\"c,d\ne,f\n")
    #expect(found.map(\.cells) == [["a", "b"], ["\"c", "d"], ["e", "f"]])
    #expect(found.map(\.hasUnclosedQuote) == [false, true, false])
  }

  @Test func keepsTextAfterAClosingQuote() {
    let found = rows("\"a\"x,b")
    #expect(found.map(\.cells) == [["ax", "b"]])
    #expect(found[0].hasTextAfterQuote)
  }

  @Test(.timeLimit(.minutes(1))) func staysLinearUnderManyUnclosedQuotes() {
    let text = String(repeating: "\"a\"x\n\"b,", count: 100_000)
    #expect(rows(text).count > 1)
  }
}
