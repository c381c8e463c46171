import Content
import Diagnostics

/// A piece of a paragraph being written: template words are kept apart from values, because only their
/// punctuation parts one clause from another.
enum Atom: Hashable, Sendable {
  /// Words of the template as they stand in it, not yet cut at their marks.
  case written(String, InlineStyle, SourceLocation)
  /// Words of the template between two marks.
  case words(String, InlineStyle, SourceLocation)
  /// A mark of the template's punctuation.
  case mark(Mark, String, InlineStyle, SourceLocation)
  /// Anything a value or tag has become.
  case inline(Inline)
  /// The end of one paragraph of a value and the beginning of the next.
  case paragraphBreak
  /// Comb boxes, with the characters in them.
  case comb([Character?])
  /// An optional value that the record doesn't state.
  case missing
  /// The beginning and end of a conditional's or loop's part: no clause reaches over them.
  case partBegins, partEnds

  /// What a mark of punctuation parts.
  enum Mark: Hashable, Sendable {
    case comma, stop, colon, open, close
  }

  /// Whether it is a value that the record doesn't state.
  var isMissing: Bool {
    if case .missing = self { true } else { false }
  }

  /// Whether anything of it is seen.
  var isVisible: Bool {
    switch self {
    case .written(let text, _, _), .words(let text, _, _): !text.isWhiteSpace
    case .mark, .comb: true
    case .inline(.text(let span)): !span.text.isWhiteSpace
    case .inline(.lineBreak), .paragraphBreak, .missing, .partBegins, .partEnds: false
    case .inline: true
    }
  }
}

/// Cuts template words at their punctuation.
enum ClauseScanner {
  /// Atoms whose template words are cut.
  static func cut(_ atoms: [Atom]) -> [Atom] {
    atoms.flatMap { atom in
      if case .written(let text, let style, let place) = atom {
        self.atoms(of: text, style: style, at: place)
      } else {
        [atom]
      }
    }
  }

  /// The words and marks of a text.
  private static func atoms(of text: String, style: InlineStyle, at place: SourceLocation) -> [Atom] {
    let scalars = Array(text.unicodeScalars)
    var atoms: [Atom] = []
    var words = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      guard let mark = mark(scalar, at: index, of: scalars) else {
        words.append(scalar)
        continue
      }
      if !words.isEmpty { atoms.append(.words(String(words), style, place)) }
      words = String.UnicodeScalarView()
      atoms.append(.mark(mark, String(scalar), style, place))
    }
    if !words.isEmpty { atoms.append(.words(String(words), style, place)) }
    return atoms
  }

  private static func mark(
    _ scalar: Unicode.Scalar, at index: Int, of scalars: [Unicode.Scalar]
  ) -> Atom.Mark? {
    switch scalar {
    case "،", "؛", ",", ";": return .comma
    case "؟", "!", "?", "…": return .stop
    case ".": return endsSentence(at: index, of: scalars) ? .stop : nil
    case ":": return .colon
    case "(", "[", "«": return .open
    case ")", "]", "»": return .close
    default: return nil
    }
  }

  /// A full stop ends a sentence unless a digit follows it or one letter alone stands before it («د.»).
  private static func endsSentence(at index: Int, of scalars: [Unicode.Scalar]) -> Bool {
    if index + 1 < scalars.count, !TagSpelling.isBlank(scalars[index + 1]),
      scalars[index + 1].properties.isAlphabetic || scalars[index + 1].properties.numericType != nil
    {
      return false
    }
    let before = scalars[..<index].reversed().prefix { $0.properties.isAlphabetic }.count
    let word = index - before
    return before != 1 || (word > 0 && !TagSpelling.isBlank(scalars[word - 1]))
  }
}
