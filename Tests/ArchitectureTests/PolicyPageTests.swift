import Foundation
import TestSupport
import Testing

/// `Docs/Policy.md` answers every clause, with templates and tests that exist.
@Suite struct PolicyPageTests {
  private static func rows() throws -> [[String]] {
    try String(contentsOf: Repository.file("Docs/Policy.md"), encoding: .utf8)
      .split(separator: "\n").filter { $0.hasPrefix("| C") }
      .map { line in
        line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
          .map { $0.trimmingCharacters(in: .whitespaces) }
      }
  }

  private static func names(in cell: String) -> [String] {
    cell.matches(of: #/`([A-Za-z][A-Za-z0-9-]*)`/#).map { String($0.1) }
  }

  @Test func everyClauseHasItsRow() throws {
    let rows = try Self.rows()
    #expect(rows.map { $0[0] } == (1...34).map { "C\($0)" })
    #expect(rows.allSatisfy { $0.count == 4 && !$0.contains("") })
  }

  @Test func everyTemplateNamedThereExistsAndEveryTemplateIsNamed() throws {
    let besidesTheClauses = ["privacy-notice", "data-subject-request"]
    let named = Set(try Self.rows().flatMap { Self.names(in: $0[2]) } + besidesTheClauses)
    let folders = Set(
      try FileManager.default.contentsOfDirectory(atPath: Repository.file("Templates").path)
        .filter {
          FileManager.default.fileExists(atPath: Repository.file("Templates/\($0)/template.khitab").path)
        })
    #expect(named.subtracting(folders) == [])
    // What serves the post and the batch answers no clause by itself.
    let besides: Set = ["postal-manifest", "labels", "envelopes", "address-labels", "labels-envelopes"]
    #expect(folders.subtracting(named).subtracting(besides) == [])
  }

  @Test func everyTestNamedThereExists() throws {
    let tests = try SourceTree.files(in: "Tests", extensions: ["swift"]).map(\.text).joined()
    for row in try Self.rows() {
      let names = Self.names(in: row[3])
      #expect(!names.isEmpty, "\(row[0])")
      for name in names { #expect(tests.contains("func \(name)("), "\(row[0]): \(name)") }
    }
  }
}
