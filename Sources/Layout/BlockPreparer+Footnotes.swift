import Content
import Diagnostics
import Geometry
import Text

/// Notes: an element after the paragraph of their place, with their number and what they say (ISO 32000-1 14.8.4.4.1).
extension BlockPreparer {
  /// How large the number at a note's place is, in multiples of the size of the words around it.
  ///
  /// Where it ends a line, a reader that finds it much smaller takes it for a line of its own (poppler, below 0.63).
  private static let callScale = 0.7
  /// How far it is raised, in multiples of that size.
  private static let callRaise = 0.34

  /// The number at the place of a note.
  func call(_ note: Footnote, number: Int, _ style: ParagraphStyle, link: Int) -> TextPiece {
    var attributes = TextAttributes(style, InlineStyle(scale: Self.callScale))
    attributes.raise = style.size * Self.callRaise
    return .run(
      StyledRun(
        note.mark(number), attributes: attributes, isolation: .rightToLeft, isBreakable: false,
        origin: note.origin, link: link))
  }

  /// Prepares the notes of a paragraph, which are read after it.
  mutating func prepare(_ notes: [Footnote]) {
    let style = styles.footnote
    for note in notes {
      var element = StructureTree.Element(.note, origin: note.origin)
      element.noteNumber = footnotes.count + 1
      structure.begin(element)
      let marker = label(note.mark(footnotes.count + 1), style)
      let paragraph = prepare(
        Paragraph(style: .footnote, note.inlines, origin: note.origin), style: style)
      structure.end()
      footnotes.append(PreparedFootnote(marker: marker, paragraph: paragraph))
    }
  }

  /// The pieces of a paragraph where no note can stand: what a note says stands in brackets in its place.
  mutating func withoutFootnotes(_ inlines: [Inline]) -> [Inline] {
    inlines.flatMap { inline -> [Inline] in
      guard case .footnote(let note) = inline else { return [inline] }
      log.error(.footnoteInFurniture, at: note.origin, hints: [.footnotesInText])
      return [.text(TextSpan(" ("))] + note.inlines + [.text(TextSpan(")"))]
    }
  }
}

extension Inline {
  /// Whether it is the place of a note.
  var isFootnote: Bool { if case .footnote = self { true } else { false } }
}

extension Diagnostic.Message {
  fileprivate static let footnoteInFurniture = Diagnostic.Message(
    "layout.footnote-in-furniture",
    arabic: "لا حاشية لرأس الصفحة ولا لتذييلها ولا لحاشية أخرى، فكُتب كلامها في موضعها بين قوسين.",
    english:
      "The head and foot of a page, and notes, have no notes; what this one says was set in brackets in its place."
  )
}

extension Diagnostic.Hint {
  fileprivate static let footnotesInText = Diagnostic.Hint(
    arabic: "ضع الحاشية في متن الخطاب.", english: "Put the note into the letter's text.")
}
