import Content

/// What a label says on the paper of a letter that came in: nothing else is written on it, and nobody is named.
public struct IncomingStamp: Hashable, Sendable {
  /// A piece of a line.
  public enum Piece: Hashable, Sendable {
    /// Words.
    case words(String)
    /// A number or date, which runs from left to right and is never broken.
    case value(String)
  }

  /// The office that received it.
  public var office: String
  /// Number, date, time and enclosures, a line each.
  public var lines: [[Piece]]

  /// A label of the office's with the given lines.
  public init(office: String, lines: [[Piece]]) {
    self.office = office
    self.lines = lines
  }

  /// The office and the lines below it.
  var blocks: [Block] {
    let head = Paragraph(style: .addressName, [.text(TextSpan(office, isolation: .firstStrong))])
    return [.paragraph(head)]
      + lines.map { line in
        let spans = line.map { piece in
          switch piece {
          case .words(let words): TextSpan(words)
          case .value(let value): TextSpan(value, isolation: .leftToRight, isBreakable: false)
          }
        }
        return .paragraph(Paragraph(style: .addressLine, spans.map(Inline.text)))
      }
  }
}
