public import Diagnostics
public import Geometry

/// The role of a paragraph: it names a style of the style sheet.
public struct StyleName: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The name in theme files: `body`, `heading-1`, `subject`.
  public var name: String

  /// The style called `name`.
  public init(_ name: String) { self.name = name }
  /// The style called `value`.
  public init(stringLiteral value: String) { self.init(value) }

  /// Running text.
  public static let body: StyleName = "body"
}

/// A paragraph: one stretch of text that is broken into lines.
public struct Paragraph: Hashable, Sendable {
  /// Its style.
  public var style: StyleName
  /// The heading level, 1 to 6, of a heading.
  public var headingLevel: Int?
  /// Its pieces, in logical order.
  public var inlines: [Inline]
  /// Where it stands in the template.
  public var origin: SourceLocation?

  /// A paragraph of the given pieces.
  public init(
    style: StyleName = .body, headingLevel: Int? = nil, _ inlines: [Inline], origin: SourceLocation? = nil
  ) {
    self.style = style
    self.headingLevel = headingLevel
    self.inlines = inlines
    self.origin = origin
  }
}

/// A list of items, each led by a marker at the right.
public struct ListBlock: Hashable, Sendable {
  /// The kind of marker.
  public enum Marker: Hashable, Sendable {
    /// A bullet.
    case bullet
    /// A hyphen, as notes at a letter's foot have it.
    case hyphen
    /// Numbers from `start`.
    case number(start: Int, digits: NumberDigits)
    /// An empty check box.
    case checkBox
  }

  /// The kind of marker.
  public var marker: Marker
  /// The items, each of one or more blocks.
  public var items: [[Block]]

  /// A list of the given items.
  public init(marker: Marker, items: [[Block]]) {
    self.marker = marker
    self.items = items
  }
}

/// A picture.
public struct ImageBlock: Hashable, Sendable {
  /// The picture itself.
  public var asset: ImageAsset
  /// Its width; `nil` means its natural width, or the measure if that is less.
  public var width: Points?
  /// Its height; `nil` keeps its proportions.
  public var height: Points?
  /// Where it stands between the margins.
  public var alignment: HorizontalAlignment
  /// What it shows, in words; `nil` marks decoration.
  public var alternativeText: String?
  /// Where it stands in the template.
  public var origin: SourceLocation?

  /// A picture at a place.
  public init(
    asset: ImageAsset, width: Points? = nil, height: Points? = nil, alignment: HorizontalAlignment = .start,
    alternativeText: String?, origin: SourceLocation? = nil
  ) {
    self.asset = asset
    self.width = width
    self.height = height
    self.alignment = alignment
    self.alternativeText = alternativeText
    self.origin = origin
  }
}

/// Where a line or block stands between the margins of right-to-left matter.
public enum HorizontalAlignment: String, Hashable, Sendable, CaseIterable {
  /// At the right.
  case start
  /// In the middle.
  case center
  /// At the left.
  case end
  /// Lines filled to both margins by stretching word spaces; the last line at the right.
  case justified
}

/// A frame, background and padding around blocks.
public struct BoxBlock: Hashable, Sendable {
  /// Space between the frame and the blocks.
  public var padding: Insets
  /// The frame's rule, if it has one.
  public var border: Stroke?
  /// The colour behind the blocks.
  public var background: Color?
  /// The least height; for boxes to write or stamp in.
  public var minimumHeight: Points
  /// What stands inside.
  public var blocks: [Block]

  /// A box around `blocks`.
  public init(
    padding: Insets = Insets(all: 6), border: Stroke? = nil, background: Color? = nil,
    minimumHeight: Points = 0, blocks: [Block]
  ) {
    self.padding = padding
    self.border = border
    self.background = background
    self.minimumHeight = minimumHeight
    self.blocks = blocks
  }
}

/// Blocks side by side, the first at the right.
public struct ColumnsBlock: Hashable, Sendable {
  /// One column.
  public struct Column: Hashable, Sendable {
    /// How its width is found.
    public var width: ColumnWidth
    /// Where its blocks stand in the height of the row.
    public var verticalAlignment: VerticalAlignment
    /// What stands in it.
    public var blocks: [Block]
    /// Whether it is read as part of the document although it stands in furniture, such as the number and date
    /// in a letterhead.
    public var isRead: Bool

    /// A column of `blocks`.
    public init(
      width: ColumnWidth = .fraction(1), verticalAlignment: VerticalAlignment = .top, blocks: [Block],
      isRead: Bool = false
    ) {
      self.width = width
      self.verticalAlignment = verticalAlignment
      self.blocks = blocks
      self.isRead = isRead
    }
  }

  /// The columns, from the right.
  public var columns: [Column]
  /// The space between two columns.
  public var gap: Points

  /// Columns from the right.
  public init(columns: [Column], gap: Points = 12) {
    self.columns = columns
    self.gap = gap
  }
}

/// A QR code (ISO/IEC 18004), correction level M, with its quiet zone.
public struct QRBlock: Hashable, Sendable {
  /// The text it holds; never a name or an identity number.
  public var payload: String
  /// The side, quiet zone included.
  public var side: Points
  /// Where it stands.
  public var alignment: HorizontalAlignment
  /// What it is for, in words.
  public var alternativeText: String
  /// Where it stands in the template.
  public var origin: SourceLocation?

  /// A code of `payload`.
  public init(
    payload: String, side: Points, alignment: HorizontalAlignment, alternativeText: String,
    origin: SourceLocation? = nil
  ) {
    self.payload = payload
    self.side = side
    self.alignment = alignment
    self.alternativeText = alternativeText
    self.origin = origin
  }
}

/// How a group of blocks is kept together.
public enum Cohesion: Hashable, Sendable {
  /// All on one page where a page can hold them.
  case together
  /// All on one page, with at least two lines of what stands before them: the signature's rule.
  case withPreceding
}

/// A piece of a document's flow.
public indirect enum Block: Hashable, Sendable {
  /// A paragraph or heading.
  case paragraph(Paragraph)
  /// A list.
  case list(ListBlock)
  /// A table.
  case table(Table)
  /// A picture.
  case image(ImageBlock)
  /// A horizontal rule over the measure.
  case rule(Stroke)
  /// A frame around blocks.
  case box(BoxBlock)
  /// Blocks side by side.
  case columns(ColumnsBlock)
  /// A QR code.
  case qr(QRBlock)
  /// A bar of a chart.
  case bar(BarBlock)
  /// Blocks kept together.
  case group(Cohesion, [Block])
  /// Room to sign in.
  case signing(SigningBlock)
  /// Empty space; dropped at the top of a page.
  case space(Points)
  /// The end of a page.
  case pageBreak
}
