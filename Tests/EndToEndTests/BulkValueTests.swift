import Testing

/// `khitab value KIND --bulk`: one answer a line, whatever the line holds.
@Suite struct BulkValueTests {
  struct Kind: Sendable {
    var name: String
    /// Lines, each with its answer; `nil` for one that is refused.
    var lines: [(line: String, answer: String?)]
  }

  static let kinds = [
    Kind(
      name: "cardinal",
      lines: [
        ("21\tm\tnom", "واحد وعشرون"), ("21\tf\tacc", "إحدى وعشرين"), ("2000\tm\tgen", "ألفين"),
        ("٣\tf\tnom", "ثلاث"), ("x\tm\tnom", nil), ("5", nil), ("5\tm\tdat", nil), ("-5\tm\tnom", nil),
      ]),
    Kind(
      name: "money",
      lines: [
        ("1500.50", "ألف وخمسمائة ريال وخمسون هللة"), ("١٠٠", "مائة ريال"), ("1.505", nil), ("خمسة", nil),
      ]),
    Kind(name: "hijri", lines: [("1410-01-01", "1989-08-02"), ("1410-13-01", nil), ("1200-01-01", nil)]),
    Kind(name: "gregorian", lines: [("1989-08-02", "1410-01-01"), ("1989-02-30", nil), ("x", nil)]),
    Kind(name: "national-id", lines: [("1000000008", "1000000008"), ("1000000007", nil), ("١٢", nil)]),
    Kind(
      name: "iban",
      lines: [
        ("SA03 8000 0000 6080 1016 7519", "SA0380000000608010167519"), ("SA0480000000608010167519", nil),
      ]),
    Kind(name: "mobile", lines: [("٠٥٠ ١٢٣ ٤٥٦٧", "+966501234567"), ("0501", nil), ("جوال", nil)]),
  ]

  @Test(arguments: kinds) func everyLineHasItsAnswer(kind: Kind) throws {
    let lines = kind.lines + [("", nil), ("   ", nil)]
    for ending in ["\n", "\r\n"] {
      let input = lines.map { $0.line + ending }.joined()
      let result = try Program.run(["value", kind.name, "--bulk"], input: input)
      #expect(result.code == 0)
      let answers = result.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      #expect(answers.count == lines.count)
      for (answer, expected) in zip(answers, lines) {
        if let words = expected.answer {
          #expect(answer == words, "\(kind.name) \(expected.line)")
        } else {
          #expect(answer.hasPrefix("invalid\t") && answer.count > 12, "\(kind.name) \(expected.line)")
        }
      }
    }
  }
}
