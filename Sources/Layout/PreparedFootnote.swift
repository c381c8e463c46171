import Geometry

/// A note whose text is shaped.
struct PreparedFootnote {
  /// Its number, as a line of its own.
  var marker: ListMarker
  /// What it says.
  var paragraph: PreparedParagraph
}

/// The place of a note in a paragraph.
struct FootnoteCall: Hashable {
  /// Which of the paragraph's links it is.
  var link: Int
  /// Which of the document's notes it leads to, from 0.
  var note: Int
}
