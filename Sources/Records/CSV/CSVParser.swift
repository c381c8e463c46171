/// Cuts text into rows and cells as RFC 4180 says, and carries on past what breaks its rules.
struct CSVParser {
  /// One row: quoted cells may hold delimiters and line ends.
  struct Row: Hashable {
    /// The row's ordinal, from 1, as a spreadsheet numbers it: a line end inside quotes starts no row.
    var number: Int
    var cells: [String] = []
    /// Whether a quotation mark in it is never closed (RFC 4180, 2.5).
    var hasUnclosedQuote = false
    /// Whether text follows a closing quotation mark.
    var hasTextAfterQuote = false
    /// Whether it has more cells than are kept of one row.
    var isCutShort = false
  }

  private let bytes: [UInt8]
  private let delimiter: UInt8
  private let columnLimit: Int
  private var position = 0
  /// How many cells the last row had, as the next one most likely has.
  private var width = 0
  /// Past this many unclosed quotation marks they are all read as plain characters, so that work stays linear.
  private var patience = 8

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  init(_ bytes: [UInt8], delimiter: UInt8, columnLimit: Int = ReadingLimits.standard.columns) {
    self.bytes = bytes
    self.delimiter = delimiter
    self.columnLimit = columnLimit
  }

  /// The rows of `text`, blank ones included, up to `limit`.
  static func rows(of bytes: [UInt8], delimiter: UInt8, limit: Int = .max) -> [Row] {
    var parser = CSVParser(bytes, delimiter: delimiter)
    var rows: [Row] = []
    while rows.count < limit, let row = parser.nextRow(number: rows.count + 1) { rows.append(row) }
    return rows
  }

  /// The next row, or `nil` at the end.
  mutating func nextRow(number: Int) -> Row? {
    guard position < bytes.count else { return nil }
    var row = Row(number: number)
    row.cells.reserveCapacity(width)
    defer { width = row.cells.count }
    while true {
      let cell = nextCell(&row)
      if row.cells.count < columnLimit { row.cells.append(cell) } else { row.isCutShort = true }
      guard position < bytes.count, bytes[position] == delimiter else { break }
      position += 1
      // A delimiter at the very end of the file opens one more, empty cell.
      if position == bytes.count {
        if row.cells.count < columnLimit { row.cells.append("") }
        break
      }
    }
    skipLineEnd()
    return row
  }

  private mutating func skipLineEnd() {
    guard position < bytes.count else { return }
    let isPair = bytes[position] == Self.carriageReturn && position + 1 < bytes.count
    position += isPair && bytes[position + 1] == Self.lineFeed ? 2 : 1
  }

  private mutating func nextCell(_ row: inout Row) -> String {
    guard position < bytes.count, bytes[position] == Self.quote, patience > 0 else { return plainCell() }
    let start = position
    if let text = quotedCell(&row) { return text }
    position = start
    patience -= 1
    row.hasUnclosedQuote = true
    return plainCell()
  }

  private mutating func plainCell() -> String {
    let start = position
    while position < bytes.count, !isEnd(bytes[position]) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn
  }

  /// A cell in quotation marks, or `nil` when the closing one is missing.
  private mutating func quotedCell(_ row: inout Row) -> String? {
    position += 1
    var content: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      guard byte == Self.quote else {
        content.append(byte)
        continue
      }
      if position < bytes.count, bytes[position] == Self.quote {
        content.append(byte)
        position += 1
        continue
      }
      let text = String(decoding: content, as: UTF8.self).replacing("\r\n", with: "\n")
      let rest = plainCell()
      if !rest.isEmpty { row.hasTextAfterQuote = true }
      return text + rest
    }
    return nil
  }
}
