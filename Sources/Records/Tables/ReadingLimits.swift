/// How much a file of records may hold: whatever is past a limit is refused with a message, never read.
struct ReadingLimits: Sendable {
  /// Bytes of the file.
  var fileBytes = 64 << 20
  /// Parts of a workbook's archive.
  var archiveEntries = 4_096
  /// Bytes of one part of a workbook when inflated.
  var inflatedPartBytes = 96 << 20
  /// Bytes of all parts read from a workbook when inflated.
  var inflatedBytes = 192 << 20
  /// How many times a part may grow by inflation, once it is above a megabyte.
  var inflationRatio = 300
  /// Cells of a table.
  var cells = 1_000_000
  /// Columns of a table: Excel's own limit.
  var columns = 16_384
  /// Rows of a table: Excel's own limit.
  var rows = 1_048_576
  /// Bytes of one value: well above the 32,767 characters that Excel lets a cell hold.
  static let valueBytes = 100_000
  /// How deep a JSON or XML file may nest.
  var depth = 64

  /// The limits that files are read with.
  static let standard = ReadingLimits()
}
