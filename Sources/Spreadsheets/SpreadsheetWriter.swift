import CXLSXWriter

/// Writes one table as an Excel workbook: a sheet that runs from right to left, its headings fixed at the top.
///
/// Every cell is text, so that no value becomes a formula, a date or a rounded number. Rows go to the disk as they
/// come; the table's length doesn't matter. The same rows and moment give the same bytes.
public final class SpreadsheetWriter {
  /// Why a workbook couldn't be written.
  public enum Failure: Error, Hashable, CustomStringConvertible {
    /// The file can't be created.
    case uncreatable(path: String)
    /// The library's reason.
    case failed(path: String, reason: String)

    /// The failure in English.
    public var description: String {
      switch self {
      case .uncreatable(let path): "cannot create \(path)"
      case .failed(let path, let reason): "cannot write \(path): \(reason)"
      }
    }
  }

  /// The most characters that Excel keeps in a cell.
  public static let cellLimit = 32_767

  private let path: String
  private var workbook: UnsafeMutablePointer<lxw_workbook>?
  private let worksheet: UnsafeMutablePointer<lxw_worksheet>
  private let bold: UnsafeMutablePointer<lxw_format>?
  private var row: lxw_row_t = 0

  /// Begins a workbook with one sheet.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - sheet: the sheet's name, at most 31 characters without `[]:*?/\`.
  ///   - headings: the first row.
  ///   - created: seconds since 1970 that the file states as its making.
  /// - Throws: `Failure` if the file can't be created.
  public init(path: String, sheet: String, headings: [String], created: Int) throws(Failure) {
    self.path = path
    var options = lxw_workbook_options(constant_memory: 1, tmpdir: nil, use_zip64: 0)
    guard let workbook = workbook_new_opt(path, &options),
      let worksheet = workbook_add_worksheet(workbook, sheet)
    else { throw .uncreatable(path: path) }
    self.workbook = workbook
    self.worksheet = worksheet
    bold = workbook_add_format(workbook)
    format_set_bold(bold)
    var properties = lxw_doc_properties()
    properties.created = time_t(created)
    workbook_set_properties(workbook, &properties)
    worksheet_right_to_left(worksheet)
    worksheet_freeze_panes(worksheet, 1, 0)
    if !headings.isEmpty {
      worksheet_set_column(worksheet, 0, lxw_col_t(headings.count - 1), 18, nil)
    }
    try write(headings, format: bold)
  }

  deinit { _ = workbook.map(workbook_close) }

  /// Adds a row.
  public func add(_ cells: [String]) throws(Failure) { try write(cells, format: nil) }

  private func write(
    _ cells: [String], format: UnsafeMutablePointer<lxw_format>?
  ) throws(Failure) {
    for (column, text) in cells.enumerated() where !text.isEmpty {
      let error = worksheet_write_string(worksheet, row, lxw_col_t(column), text, format)
      guard error == LXW_NO_ERROR else { throw failure(error) }
    }
    row += 1
  }

  /// Ends the file; without it there is none.
  public func finish() throws(Failure) {
    guard let workbook else { return }
    self.workbook = nil
    let error = workbook_close(workbook)
    guard error == LXW_NO_ERROR else { throw failure(error) }
  }

  private func failure(_ error: lxw_error) -> Failure {
    .failed(path: path, reason: lxw_strerror(error).map { String(cString: $0) } ?? "error \(error.rawValue)")
  }
}
