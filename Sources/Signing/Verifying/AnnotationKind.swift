import PDFSyntax

/// What an annotation that is added to a certified page can do to it (ISO 32000-1, 12.5.6).
enum AnnotationKind {
  /// It comments: its icon or mark is the viewer's own.
  case comment
  /// It draws what it likes, and so may cover or imitate what was certified.
  case drawing

  private static let comments: Set<PDFName> = [
    "Text", "Popup", "Highlight", "Underline", "Squiggly", "StrikeOut", "Caret",
  ]
  private static let drawings: Set<PDFName> = [
    "FreeText", "Line", "Square", "Circle", "Polygon", "PolyLine", "Stamp", "Ink",
  ]

  /// The kind of an annotation; `nil` where it acts, plays, hides a file, or is none that a reader makes.
  init?(_ annotation: PDFDictionary) {
    guard annotation["A"] == .null, annotation["AA"] == .null, let kind = annotation["Subtype"].name else {
      return nil
    }
    if Self.comments.contains(kind) {
      self = annotation["AP"] == .null ? .comment : .drawing
    } else if Self.drawings.contains(kind) {
      self = .drawing
    } else {
      return nil
    }
  }
}
