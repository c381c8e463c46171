import Foundation
import TestSupport

/// A table of sample rows kept beside the tests.
enum Fixture {
  /// The rows of a CSV file after its heading; quoted cells may hold commas.
  static func rows(_ name: String) throws -> [[String]] {
    let text = try String(contentsOf: Repository.file("Tests/ValuesTests/Fixtures/\(name)"), encoding: .utf8)
    return text.split(whereSeparator: \.isNewline).dropFirst().map { cells(of: $0) }
  }

  private static func cells(of line: Substring) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }
}
