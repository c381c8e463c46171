import Diagnostics
import Testing

@testable import Records

@Suite struct CSVReaderTests {
  private func table(_ bytes: [UInt8], limits: ReadingLimits = .standard) -> SourceTable {
    CSVReader.table(bytes, file: "r.csv", limits: limits)
  }

  private func ids(_ table: SourceTable) -> [String] { table.log.diagnostics.map(\.message.id) }

  private static let text = "الاسم,الرقم\nمحمد العتيبي,١٢\n"

  /// The text in an encoding, by hand: the decoder must not test itself.
  private static func bytes(_ encoding: DecodedText.Encoding, mark: Bool) -> [UInt8] {
    switch encoding {
    case .utf8: return (mark ? [0xEF, 0xBB, 0xBF] : []) + Array(text.utf8)
    case .utf16LittleEndian:
      return (mark ? [0xFF, 0xFE] : []) + text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    case .utf16BigEndian:
      return (mark ? [0xFE, 0xFF] : []) + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    case .windows1256:
      return [0xC7, 0xE1, 0xC7, 0xD3, 0xE3, 0x2C, 0xC7, 0xE1, 0xD1, 0xDE, 0xE3, 0x0A]
        + [0xE3, 0xCD, 0xE3, 0xCF, 0x20, 0xC7, 0xE1, 0xDA, 0xCA, 0xED, 0xC8, 0xED, 0x2C, 0x31, 0x32, 0x0A]
    }
  }

  @Test(arguments: DecodedText.Encoding.allCases, [true, false])
  func readsEveryEncodingAndReportsTheUnusual(encoding: DecodedText.Encoding, mark: Bool) {
    let table = table(Self.bytes(encoding, mark: mark))
    #expect(table.rows.map { $0.cells.map(\.heading) }.first == ["الاسم", "الرقم"])
    #expect(table.rows.last?.cells.first?.heading == "محمد العتيبي")
    #expect(ids(table) == (encoding == .utf8 ? [] : ["records.text-encoding"]))
  }

  @Test func reportsBytesThatAreNoCharacters() {
    var bytes = Self.bytes(.utf8, mark: false)
    bytes.insert(0xFF, at: bytes.count - 4)
    #expect(ids(table(bytes)) == ["records.damaged-text"])
    #expect(ids(table([0x61, 0x00, 0x62, 0x2C, 0x63])) == ["records.not-a-text-file"])
  }

  @Test(arguments: [",", ";", "\t"]) func findsTheDelimiter(delimiter: String) {
    let text =
      ["أ", "ب", "ج"].joined(separator: delimiter) + "\n1" + delimiter + "\"2,3;4\"" + delimiter + "5\n"
    let table = table(Array(text.utf8))
    #expect(table.rows.map { $0.cells.map(\.heading) } == [["أ", "ب", "ج"], ["1", "2,3;4", "5"]])
    #expect(ids(table) == (delimiter == "," ? [] : ["records.delimiter"]))
  }

  @Test func followsExcelsOwnDelimiterLine() {
    let table = table(Array("sep=;\r\nأ,ب;ج\r\n1;2\r\n".utf8))
    #expect(table.rows.map { $0.cells.map(\.heading) } == [["أ,ب", "ج"], ["1", "2"]])
    #expect(table.rows.map(\.number) == [1, 2])
  }

  @Test func stopsAtTheLimit() {
    var limits = ReadingLimits()
    limits.cells = 5
    let table = table(Array("a,b\nc,d\ne,f\n".utf8), limits: limits)
    #expect(table.rows.count == 2)
    #expect(ids(table) == ["records.too-many-cells"])
  }

  @Test func everyByteOfWindows1256HasItsLetter() {
    #expect(Windows1256.text(of: [0x41, 0x80, 0xC7, 0xED, 0xFF, 0xA1]) == "A€اي\u{6D2}،")
    #expect(Windows1256.text(of: (0...255).map { UInt8($0) }).unicodeScalars.count == 256)
  }
}
