import Foundation
import TestSupport
import Testing

/// `Docs/Operations.md` says what goes wrong, each row with tests that exist.
@Suite struct OperationsPageTests {
  private static func rows() throws -> [[String]] {
    try String(contentsOf: Repository.file("Docs/Operations.md"), encoding: .utf8)
      .split(separator: "\n").filter { $0.hasPrefix("| ") && !$0.hasPrefix("| what happens") }
      .map { line in
        line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
          .map { $0.trimmingCharacters(in: .whitespaces) }
      }
  }

  @Test func everyRowNamesTestsThatExist() throws {
    let files = try SourceTree.files(in: "Tests", extensions: ["swift"])
    let rows = try Self.rows()
    #expect(rows.count > 20)
    for row in rows {
      try #require(row.count == 4 && !row.contains(""), "\(row)")
      let names = row[3].matches(of: #/`(\w+)\.(\w+)`/#)
      #expect(!names.isEmpty, "\(row[0])")
      // Nothing else stands in the column: no test that is meant and not named.
      #expect(row[3].filter { $0 == "`" }.count == 2 * names.count, "\(row[0])")
      for name in names {
        let suite = files.first { $0.text.contains("@Suite struct \(name.1) {") }
        #expect(suite?.text.contains("@Test") == true, "\(row[0]): \(name.1)")
        #expect(suite?.text.contains("func \(name.2)(") == true, "\(row[0]): \(name.0)")
      }
    }
  }
}
