/// A PDF file written piece by piece, so that a test can leave any piece out or bend it.
public struct HandmadePDF: Sendable {
  /// The file so far.
  public private(set) var bytes: [UInt8]
  private var places: [(number: Int, offset: Int)] = []
  private var generations: [Int: Int] = [:]
  private var previous: Int?
  private var size = 1

  /// A file of a header only.
  public init(header: String = "%PDF-1.7\n%\u{E2}\u{E3}\n") {
    bytes = header.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
  }

  /// A file that goes on behind another; `previous` is the place its last section stands at.
  public init(continuing bytes: [UInt8], previous: Int, size: Int) {
    self.bytes = bytes
    self.previous = previous
    self.size = size
  }

  /// The smallest document: a catalog (1), pages (2), a page (3), its content (4), and `more` objects from 5.
  public static func minimal(_ more: [String] = [], catalog: String = "", page: String = "") -> HandmadePDF {
    var file = HandmadePDF()
    file.object(1, "<</Type/Catalog/Pages 2 0 R\(catalog)>>")
    file.object(2, "<</Type/Pages/Count 1/Kids[3 0 R]>>")
    file.object(3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R\(page)>>")
    file.stream(4, Array("0 0 m 100 100 l S".utf8))
    for (index, text) in more.enumerated() { file.object(5 + index, text) }
    file.end()
    return file
  }

  /// Adds bytes that no cross-reference section names.
  public mutating func raw(_ text: String) { bytes += Array(text.utf8) }

  /// Says that an object stands at a place, whatever is there.
  public mutating func place(_ number: Int, at offset: Int) { places.append((number, offset)) }

  /// Adds an object.
  public mutating func object(_ number: Int, _ text: String, generation: Int = 0) {
    places.append((number, bytes.count))
    generations[number] = generation
    raw("\(number) \(generation) obj\n\(text)\nendobj\n")
  }

  /// Adds a stream.
  public mutating func stream(_ number: Int, _ content: [UInt8], entries: String = "", length: Int? = nil) {
    places.append((number, bytes.count))
    raw("\(number) 0 obj\n<</Length \(length ?? content.count)\(entries)>>\nstream\n")
    bytes += content
    raw("\nendstream\nendobj\n")
  }

  /// Ends a revision with a cross-reference table.
  /// - Parameters:
  ///   - trailer: more entries of the trailer dictionary.
  ///   - free: numbers of objects to free.
  ///   - shift: how far every offset is off.
  ///   - startXRef: what `startxref` says instead of the truth.
  public mutating func end(
    trailer: String = "", free: [Int] = [], shift: Int = 0, startXRef: Int? = nil
  ) {
    let start = bytes.count
    let isFirst = previous == nil
    size = max(size, (places.map(\.number).max() ?? 0) + 1)
    raw("xref\n")
    if isFirst { raw("0 1\n0000000000 65535 f \n") }
    for (number, offset) in places.sorted(by: { $0.number < $1.number }) {
      let generation = String(String(100_000 + generations[number, default: 0]).dropFirst())
      raw("\(number) 1\n\(padded(offset + shift)) \(generation) n \n")
    }
    for number in free { raw("\(number) 1\n0000000000 00001 f \n") }
    let prev = previous.map { "/Prev \($0)" } ?? ""
    raw("trailer\n<</Size \(size)/Root 1 0 R\(prev)\(trailer)>>\nstartxref\n\(startXRef ?? start)\n%%EOF\n")
    previous = start
    places = []
    generations = [:]
  }

  /// Ends a revision with a cross-reference stream under a number.
  /// - Parameters:
  ///   - number: the stream's number.
  ///   - compressed: objects in object streams: their number, the stream's, and their index.
  ///   - entries: more entries of its dictionary.
  public mutating func endWithStream(
    _ number: Int, compressed: [(number: Int, stream: Int, index: Int)] = [], entries: String = ""
  ) {
    let start = section(number, compressed: compressed, entries: entries)
    raw("startxref\n\(start)\n%%EOF\n")
    previous = start
  }

  /// Writes what was placed so far as a cross-reference stream that only a hybrid file's `XRefStm` leads to, and gives
  /// its place.
  public mutating func hiddenSection(_ number: Int) -> Int { section(number, compressed: [], entries: "") }

  private mutating func section(
    _ number: Int, compressed: [(number: Int, stream: Int, index: Int)], entries: String
  ) -> Int {
    let start = bytes.count
    var rows = places.map { (number: $0.number, row: [1, $0.offset, 0]) }
    rows += compressed.map { (number: $0.number, row: [2, $0.stream, $0.index]) }
    rows.append((number: number, row: [1, start, 0]))
    if previous == nil { rows.append((number: 0, row: [0, 0, 255])) }
    rows.sort { $0.number < $1.number }
    size = max(size, rows[rows.count - 1].number + 1)
    var content: [UInt8] = []
    for entry in rows {
      content += [UInt8(entry.row[0])]
      for shift in [24, 16, 8, 0] { content.append(UInt8(truncatingIfNeeded: entry.row[1] >> shift)) }
      content.append(UInt8(truncatingIfNeeded: entry.row[2]))
    }
    let index = rows.map { "\($0.number) 1" }.joined(separator: " ")
    let prev = previous.map { "/Prev \($0)" } ?? ""
    let dictionary = "/Type/XRef/W[1 4 1]/Index[\(index)]/Size \(size)/Root 1 0 R\(prev)\(entries)"
    stream(number, content, entries: dictionary)
    places = []
    return start
  }

  private func padded(_ value: Int) -> String {
    String(repeating: "0", count: max(0, 10 - String(value).count)) + String(value)
  }
}
