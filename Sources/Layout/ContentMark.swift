/// Whose content an item of a page is: marked content (ISO 32000-1 14.6).
public enum ContentMark: Hashable, Sendable {
  /// Content of an element of the document's structure; that of a leaf.
  case element(StructureTree.ElementID)
  /// Nothing that is read as part of the document.
  case artifact(ArtifactKind)
}

/// Why something on a page is not part of what the document says (ISO 32000-1 14.8.2.2.2).
public enum ArtifactKind: Hashable, Sendable {
  /// What pages need: heads, feet and page numbers; with its place, where the standard has a name for it.
  case pagination(PagePlace?)
  /// Rules, frames and ornaments.
  case layout
  /// A coloured ground.
  case background

  /// The places of pagination artifacts that the standard names.
  public enum PagePlace: String, Hashable, Sendable {
    /// At the top of the page.
    case header = "Header"
    /// At its foot.
    case footer = "Footer"
    /// Behind its text.
    case watermark = "Watermark"
  }
}
