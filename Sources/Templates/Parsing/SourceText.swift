import Diagnostics

/// A text being parsed: its scalars, its lines, and how a stretch of it is named in a message.
struct SourceText: Sendable {
  /// The scalars, line ends as `\n`.
  let scalars: [Unicode.Scalar]
  private let file: String
  private let lineStarts: [Int]
  /// The column of every scalar, in user-perceived characters of its line.
  private let columns: [UInt32]
  /// The place of every mistake, where the text is one line of another file's setting.
  private let place: SourceLocation?

  init(_ source: TemplateSource) {
    self.init(source.text, file: source.file, place: nil)
  }

  /// A line of text that stands at `place` of a settings file.
  init(line: String, at place: SourceLocation) {
    self.init(line, file: place.file ?? "", place: place)
  }

  private init(_ text: String, file: String, place: SourceLocation?) {
    self.file = file
    self.place = place
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(text.unicodeScalars.count)
    var starts = [0]
    for scalar in text.unicodeScalars {
      if scalar == "\u{FEFF}" && scalars.isEmpty { continue }
      if scalar == "\n", scalars.last == "\r" { scalars.removeLast() }
      scalars.append(scalar)
      if scalar == "\n" { starts.append(scalars.count) }
    }
    self.scalars = scalars
    lineStarts = starts
    columns = SourceText.columns(of: scalars)
  }

  /// The stretch of every line, without its line end.
  var lines: [Range<Int>] {
    lineStarts.indices.map { index in
      let next = index + 1 < lineStarts.count ? lineStarts[index + 1] - 1 : scalars.count
      return lineStarts[index]..<next
    }
  }

  /// The text of a stretch.
  func string(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range])
    return String(text)
  }

  /// The place of a stretch: line and column count from 1, the column in user-perceived characters.
  func location(_ range: Range<Int>) -> SourceLocation {
    if let place { return place }
    var (low, high) = (0, lineStarts.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if lineStarts[middle] <= range.lowerBound { low = middle } else { high = middle - 1 }
    }
    return .text(
      file: file, line: low + 1, column: Int(columns[range.lowerBound]), phrase: phrase(range))
  }

  /// Counted once for the whole text, so that a place costs the same wherever it is.
  private static func columns(of scalars: [Unicode.Scalar]) -> [UInt32] {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    var columns: [UInt32] = []
    columns.reserveCapacity(scalars.count + 1)
    var column: UInt32 = 1
    for character in String(text) {
      for _ in character.unicodeScalars { columns.append(column) }
      column = character == "\n" ? 1 : column + 1
    }
    columns.append(column)
    return columns
  }

  /// The words of a stretch as a message quotes them: one line, and not too long.
  func phrase(_ range: Range<Int>) -> String {
    let words = TagSpelling.spelled(scalars[range.lowerBound..<min(range.upperBound, range.lowerBound + 200)])
    return words.count > 60 ? words.prefix(59) + "…" : words
  }

  /// The stretch without spaces and invisible characters at either end.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, TagSpelling.isBlank(scalars[start]) { start += 1 }
    while end > start, TagSpelling.isBlank(scalars[end - 1]) { end -= 1 }
    return start..<end
  }
}
