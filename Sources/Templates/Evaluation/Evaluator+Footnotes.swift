import Content
import Diagnostics

extension Evaluator {
  /// Writes a note; one of which nothing is left is none, and takes nothing of the text around it along.
  mutating func appendFootnote(
    _ nodes: [InlineNode], at place: SourceLocation, to atoms: inout [Atom]
  ) {
    guard let inlines = line(nodes) else { return }
    atoms.append(.inline(.footnote(Footnote(inlines.trimmed, digits: digits, origin: place))))
  }
}

extension [Inline] {
  /// The same with each note's place at the word before it: an author may have left a space before the tag.
  var placingFootnotes: [Inline] {
    var placed: [Inline] = []
    var space: TextSpan?
    for inline in self {
      if inline.isFootnote {
        space = placed.removeSpaceAtEnd()
      } else if let parting = space {
        if inline.beginsWithWord { placed.append(.text(parting)) }
        space = nil
      }
      placed.append(inline)
    }
    return placed
  }

  /// The same without spaces at the beginning and end.
  fileprivate var trimmed: [Inline] {
    var inlines = self
    while case .text(var span)? = inlines.first, span.isolation == .none, span.text.first == " " {
      span.text.removeFirst()
      if span.text.isEmpty { inlines.removeFirst() } else { inlines[0] = .text(span) }
    }
    _ = inlines.removeSpaceAtEnd()
    return inlines
  }

  /// Takes away the spaces at the end, and gives one of them.
  private mutating func removeSpaceAtEnd() -> TextSpan? {
    var space: TextSpan?
    while case .text(var span)? = last, span.isolation == .none, span.text.last == " " {
      span.text.removeLast()
      if span.text.isEmpty { removeLast() } else { self[count - 1] = .text(span) }
      span.text = " "
      space = span
    }
    return space
  }
}

extension Inline {
  /// Whether it is the place of a note.
  var isFootnote: Bool { if case .footnote = self { true } else { false } }

  /// Whether a word or an opening bracket begins it, which a space parts from what stands before.
  fileprivate var beginsWithWord: Bool {
    guard case .text(let span) = self, let first = span.text.unicodeScalars.first else { return false }
    switch first.properties.generalCategory {
    case .openPunctuation, .initialPunctuation: return true
    default:
      return span.isolation != .none || first.properties.isAlphabetic || first.properties.numericType != nil
    }
  }
}
