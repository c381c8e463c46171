/// One line of a table of words: cells parted by `|`, blank lines and lines from `#` skipped.
struct TableRow {
  /// The line's number in its text, from 1.
  var line: Int
  /// The line as written.
  var text: String
  /// Its cells, without the spaces around them.
  var cells: [String]

  /// The rows of a table.
  static func rows(of text: String) -> [Self] {
    var rows: [Self] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let content = trimmed(line)
      if content.isEmpty || content.first == "#" { continue }
      let cells = content.split(separator: "|", omittingEmptySubsequences: false).map(trimmed)
      rows.append(Self(line: index + 1, text: content, cells: cells))
    }
    return rows
  }

  /// The parts of a cell between the given marks, without the spaces around them.
  static func parts(of cell: String, separator: Character) -> [String] {
    cell.split(separator: separator, omittingEmptySubsequences: false).map(trimmed)
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    var rest = text[...]
    while rest.first?.isWhitespace ?? false { rest = rest.dropFirst() }
    while rest.last?.isWhitespace ?? false { rest = rest.dropLast() }
    return String(rest)
  }
}
