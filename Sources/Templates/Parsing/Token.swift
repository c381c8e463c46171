/// A word or mark inside a tag.
struct Token: Hashable, Sendable {
  /// What it is.
  enum Kind: Hashable, Sendable {
    case word, bar, colon, comma, semicolon, slash, equals, open, close
  }

  let kind: Kind
  /// Where it stands in the source.
  let range: Range<Int>
  /// Its form for comparison.
  let key: String

  /// A number from 0 to 9,999, if the word is one.
  var number: Int? {
    kind == .word && key.utf8.count <= 4 && key.utf8.allSatisfy { (48...57).contains($0) } ? Int(key) : nil
  }
}

/// Cuts the inside of a tag into words and marks.
enum TagLexer {
  /// The tokens of a stretch; characters without meaning belong to none.
  static func tokens(of source: SourceText, in range: Range<Int>) -> [Token] {
    var tokens: [Token] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let scalar = source.scalars[index]
      if TagSpelling.isBlank(scalar) {
        index += 1
      } else if let kind = mark(scalar) {
        tokens.append(Token(kind: kind, range: index..<index + 1, key: String(scalar)))
        index += 1
      } else {
        let start = index
        while index < range.upperBound, mark(source.scalars[index]) == nil,
          !TagSpelling.isSpace(source.scalars[index])
        {
          index += 1
        }
        var end = index
        while end > start, TagSpelling.isInvisible(source.scalars[end - 1]) { end -= 1 }
        let key = TagSpelling.key(source.scalars[start..<end])
        if !key.isEmpty { tokens.append(Token(kind: .word, range: start..<end, key: key)) }
      }
    }
    return tokens
  }

  private static func mark(_ scalar: Unicode.Scalar) -> Token.Kind? {
    switch scalar {
    case "|": .bar
    case ":": .colon
    case "،", ",": .comma
    case "؛", ";": .semicolon
    case "/": .slash
    case "=": .equals
    case "(": .open
    case ")": .close
    default: nil
    }
  }
}
