public import Content
public import Geometry

/// A document as pages of placed items: all that an exporter sees.
public struct PagedDocument: Hashable, Sendable {
  /// What the file says of itself.
  public var metadata: Document.Metadata
  /// The pages, in order.
  public var pages: [Page]
  /// What its parts are, and the order they are read in.
  public var structure: StructureTree

  /// A document of the given pages.
  public init(metadata: Document.Metadata, pages: [Page], structure: StructureTree = StructureTree()) {
    self.metadata = metadata
    self.pages = pages
    self.structure = structure
  }
}

/// One page: items in painting order, from the top left corner.
public struct Page: Hashable, Sendable {
  /// The paper's size.
  public var size: Size
  /// What stands on it; later items cover earlier ones.
  ///
  /// On a finished page all of them are marks, and there are no marks inside marks.
  public var items: [FrameItem]

  /// A page of the given items.
  public init(size: Size, items: [FrameItem]) {
    self.size = size
    self.items = items
  }

  /// What is drawn, without marks: for a page that is shown on another.
  public var unmarkedItems: [FrameItem] {
    items.flatMap { if case .marked(_, let items) = $0 { items } else { [$0] } }
  }
}

/// Something placed on a page.
public enum FrameItem: Hashable, Sendable {
  /// A line of text whose origin, the left end of its measure on the baseline, is at `at`.
  case line(TextLine, at: Point)
  /// A filled rectangle.
  case fill(Rect, Color)
  /// Filled rectangles of one colour, drawn as one path: the modules of a QR code.
  case fills([Rect], Color)
  /// A rule from one point to another.
  case rule(from: Point, to: Point, Stroke)
  /// The outline of a rectangle.
  case frame(Rect, Stroke)
  /// A picture filling a rectangle, and what it shows in words (`nil` for decoration).
  case image(ImageAsset, Rect, alternativeText: String?)
  /// A signature field of the file over a rectangle; one without a size doesn't show.
  case signatureField(SignatureField, Rect)
  /// Items turned by `degrees` counter-clockwise about `center`, placed relative to it: a watermark.
  case rotated(degrees: Double, center: Point, items: [FrameItem])
  /// Items made larger or smaller by `factor`, placed relative to `origin`: a page shown on a sheet of pages.
  case scaled(factor: Double, origin: Point, items: [FrameItem])
  /// Items that are content of one part of the document, or of none.
  case marked(ContentMark, [FrameItem])
}
