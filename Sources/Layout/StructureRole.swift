/// What an element of a document's structure is: a standard structure type (ISO 32000-1 14.8.4).
///
/// The raw value is the type's name.
public enum StructureRole: String, Hashable, Sendable, CaseIterable {
  /// The whole document.
  case document = "Document"
  /// Matter that belongs together: a box, a signature block.
  case division = "Div"
  /// A heading of the first level.
  case heading1 = "H1"
  /// A heading of the second level.
  case heading2 = "H2"
  /// A heading of the third level.
  case heading3 = "H3"
  /// A heading of the fourth level.
  case heading4 = "H4"
  /// A heading of the fifth level.
  case heading5 = "H5"
  /// A heading of the sixth level.
  case heading6 = "H6"
  /// A paragraph.
  case paragraph = "P"
  /// A list.
  case list = "L"
  /// An item of a list.
  case listItem = "LI"
  /// What leads an item: its number or bullet.
  case label = "Lbl"
  /// What an item says.
  case listBody = "LBody"
  /// A table.
  case table = "Table"
  /// A row of a table.
  case tableRow = "TR"
  /// A cell that heads a column or row.
  case tableHeaderCell = "TH"
  /// Any other cell.
  case tableCell = "TD"
  /// Text that leads somewhere (14.8.4.4.2).
  case link = "Link"
  /// The place of a note: it leads to the note (14.8.4.4.1).
  case reference = "Reference"
  /// A note at the foot of a page (14.8.4.4.1).
  case note = "Note"
  /// A field of the file's form (14.8.4.5).
  case form = "Form"
  /// A picture, or anything else that only its alternative text describes.
  case figure = "Figure"

  /// A heading of `level`, 1 to 6.
  static func heading(_ level: Int) -> StructureRole {
    let headings: [StructureRole] = [.heading1, .heading2, .heading3, .heading4, .heading5, .heading6]
    return headings[min(max(level, 1), headings.count) - 1]
  }

  /// The level of a heading, from 1.
  public var headingLevel: Int? {
    switch self {
    case .heading1: 1
    case .heading2: 2
    case .heading3: 3
    case .heading4: 4
    case .heading5: 5
    case .heading6: 6
    default: nil
    }
  }
}
