public import Content

extension StyleName {
  /// The heading of a level from 1 to 6: `heading-1`.
  public static func heading(_ level: Int) -> StyleName { StyleName("heading-\(level)") }
  /// A list's item.
  public static let listItem: StyleName = "list-item"
  /// A table's cell.
  public static let tableCell: StyleName = "table-cell"
  /// A cell of a table's header row.
  public static let tableHeader: StyleName = "table-header"
  /// The label of a form's field.
  public static let fieldLabel: StyleName = "field-label"
  /// The value of a form's field, and the place to write it.
  public static let fieldValue: StyleName = "field-value"
  /// A digit in a comb box.
  public static let comb: StyleName = "comb"
  /// A dotted line to write on.
  public static let dottedLine: StyleName = "dotted-line"
  /// The words over a signature box.
  public static let signatureTitle: StyleName = "signature-title"
  /// The lines of a signature box.
  public static let signatureLine: StyleName = "signature-line"
}
