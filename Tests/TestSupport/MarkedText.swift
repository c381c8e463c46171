public import Diagnostics

/// A source under test whose interesting places are marked by keycap digits, «1️⃣» to «9️⃣».
///
/// Nobody can count columns in right-to-left text; a mark in it names a place instead.
public struct MarkedText: Sendable {
  /// The text without its marks.
  public let text: String
  /// The line and column of each mark, both from 1, the column in user-perceived characters.
  public let places: [Character: Place]

  /// A place of a text.
  public struct Place: Hashable, Sendable {
    /// The line, from 1.
    public let line: Int
    /// The column, from 1.
    public let column: Int
  }

  /// Takes the marks out of a text.
  public init(_ marked: String) {
    var text = ""
    var places: [Character: Place] = [:]
    var (line, column) = (1, 1)
    for character in marked {
      if character.unicodeScalars.contains("\u{20E3}") {
        places[character] = Place(line: line, column: column)
        continue
      }
      text.append(character)
      (line, column) = character == "\n" ? (line + 1, 1) : (line, column + 1)
    }
    self.text = text
    self.places = places
  }

  /// The mark that stands where a mistake was found, or `nil` if none does.
  public func mark(of location: SourceLocation?) -> Character? {
    guard case .text(_, let line, let column, _)? = location else { return nil }
    return places.first { $0.value == Place(line: line, column: column) }?.key
  }
}
