public import Content
public import Diagnostics

/// What the parts of a document are and in which order they are read: its logical structure (ISO 32000-1
/// 14.7).
///
/// An element has either children or content of its own; a paragraph with links or places of notes has both. Its
/// content are the items of pages that bear its mark (``ContentMark``), in the order of the pages and of painting; only
/// empty cells have neither, since every row of a table has the same columns. Elements are numbered in the order of
/// reading.
public struct StructureTree: Hashable, Sendable {
  /// An element's number.
  public struct ElementID: Hashable, Sendable {
    /// Its place in ``StructureTree/elements``.
    public var index: Int

    /// The element at `index`.
    public init(_ index: Int) { self.index = index }
  }

  /// One part of a document.
  public struct Element: Hashable, Sendable {
    /// What it is.
    public var role: StructureRole
    /// Its parts, in the order of reading.
    public var children: [ElementID] = []
    /// What it shows, in words, for who can't see it.
    public var alternativeText: String?
    /// The text it stands for, where that isn't the text of its lines (ISO 32000-1 14.9.4).
    public var actualText: String?
    /// The language of its text, BCP 47, where it isn't that of what it is part of.
    public var language: String?
    /// What it is called.
    public var title: String?
    /// Where a link leads.
    public var link: LinkTarget?
    /// Which of the document's notes, from 1, it is, or leads to.
    public var noteNumber: Int?
    /// What else its role states of it.
    public var attributes = Attributes()
    /// Where it stands in the template.
    public var origin: SourceLocation?

    /// An element without parts.
    public init(_ role: StructureRole, origin: SourceLocation? = nil) {
      self.role = role
      self.origin = origin
    }
  }

  /// What a role states of an element (ISO 32000-1 14.8.5.5, 14.8.5.7).
  public struct Attributes: Hashable, Sendable {
    /// What a header cell heads.
    public enum HeaderScope: String, Hashable, Sendable {
      /// The cells below it.
      case column = "Column"
      /// The cells beside it.
      case row = "Row"
    }

    /// How the items of a list are numbered.
    public enum ListNumbering: String, Hashable, Sendable {
      /// By something else than numbers and bullets: hyphens, check boxes.
      case none = "None"
      /// By bullets.
      case disc = "Disc"
      /// By numbers.
      case decimal = "Decimal"
    }

    /// What a header cell heads.
    public var headerScope: HeaderScope?
    /// How many columns a cell covers.
    public var columnSpan = 1
    /// How many rows a cell covers.
    public var rowSpan = 1
    /// How a list is numbered.
    public var listNumbering: ListNumbering?

    /// Nothing but one column and one row.
    public init() {}
  }

  /// The elements; the first is the document.
  public var elements: [Element]

  /// The structure of a document in which nothing is to be read.
  public init(title: String? = nil, language: String? = nil) {
    var document = Element(.document)
    document.title = title
    document.language = language
    elements = [document]
  }

  /// The whole document.
  public static let document = ElementID(0)

  /// The element of a number.
  public subscript(_ id: ElementID) -> Element { elements[id.index] }

  /// Whether an element has parts; it isn't copied, as it would be to be asked itself.
  public func hasChildren(_ id: ElementID) -> Bool { !elements[id.index].children.isEmpty }

  /// An element's role; it isn't copied either.
  public func role(of id: ElementID) -> StructureRole { elements[id.index].role }

  /// The element that owns the text of a paragraph's runs that are part of its link or place of a note at `place`
  /// (``Fonts/GlyphRun/link``).
  public func owner(ofLink place: Int, in paragraph: ElementID) -> ElementID? {
    let children = self[paragraph].children
    guard children.indices.contains(place) else { return nil }
    return self[children[place]].role == .reference ? self[children[place]].children.first : children[place]
  }
}
