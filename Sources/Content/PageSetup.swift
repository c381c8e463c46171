public import Geometry

/// A sheet of paper, upright.
public enum Paper: String, Hashable, Sendable, CaseIterable {
  /// ISO 216 A4, 210 × 297 mm.
  case a4
  /// ISO 216 A5, 148 × 210 mm.
  case a5
  /// North American Letter, 8.5 × 11 in.
  case letter

  /// Its size in points.
  public var size: Size {
    switch self {
    case .a4: Size(width: .mm(210), height: .mm(297))
    case .a5: Size(width: .mm(148), height: .mm(210))
    case .letter: Size(width: 612, height: 792)
    }
  }
}

/// Matter that stands at a fixed place of a page and isn't part of the flow.
public struct Furniture: Hashable, Sendable {
  /// Its distance from the edge it hangs on, and its place across the page.
  public enum Anchor: Hashable, Sendable {
    /// Its top stands `distance` below the paper's top edge.
    case top(distance: Points)
    /// Its bottom stands `distance` above the paper's bottom edge.
    case bottom(distance: Points)
  }

  /// Which edge it hangs on.
  public var anchor: Anchor
  /// Distance from the paper's right edge.
  public var start: Points
  /// Distance from the paper's left edge.
  public var end: Points
  /// What it holds.
  public var blocks: [Block]
  /// Whether it is read as part of the document where it stands on the first page, as the number and date that
  /// are set beside a printed letterhead; other furniture belongs to the page.
  public var isRead: Bool

  /// Furniture at a place.
  public init(anchor: Anchor, start: Points, end: Points, blocks: [Block], isRead: Bool = false) {
    self.anchor = anchor
    self.start = start
    self.end = end
    self.blocks = blocks
    self.isRead = isRead
  }
}

/// What a kind of page looks like: the area of its text, and what stands around it.
public struct PageMaster: Hashable, Sendable {
  /// Distance of the text area from the paper's edges; `start` is the binding edge.
  public var margins: Insets
  /// What stands around the text.
  public var furniture: [Furniture]
  /// A picture as large as the sheet, beneath everything: stationery of an association's own design.
  public var ground: ImageAsset?

  /// A page master.
  public init(margins: Insets, furniture: [Furniture] = [], ground: ImageAsset? = nil) {
    self.margins = margins
    self.furniture = furniture
    self.ground = ground
  }
}

/// Large pale words behind a page's text, such as «مسودة».
public struct Watermark: Hashable, Sendable {
  /// The words.
  public var text: String
  /// Their colour; pale.
  public var color: Color
  /// The font families to try.
  public var families: [String]

  /// A watermark.
  public init(
    text: String, color: Color = Color(red: 0.88, green: 0.88, blue: 0.88), families: [String] = ["Amiri"]
  ) {
    self.text = text
    self.color = color
    self.families = families
  }
}

/// The pages a document is set on.
public struct PageSetup: Hashable, Sendable {
  /// The size of its sheets: the paper's, unless it is of another kind, such as an envelope.
  public var size: Size
  /// The first page.
  public var first: PageMaster
  /// All further pages.
  public var rest: PageMaster
  /// What stands between the text and the notes at a page's foot.
  public var footnotes = FootnoteArea()
  /// Words behind the text of every page.
  public var watermark: Watermark?

  /// A page setup on paper.
  public init(paper: Paper = .a4, first: PageMaster, rest: PageMaster, watermark: Watermark? = nil) {
    self.init(size: paper.size, first: first, rest: rest, watermark: watermark)
  }

  /// A page setup on sheets of any size.
  public init(size: Size, first: PageMaster, rest: PageMaster, watermark: Watermark? = nil) {
    self.size = size
    self.first = first
    self.rest = rest
    self.watermark = watermark
  }
}
