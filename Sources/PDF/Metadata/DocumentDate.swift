/// The moment a document says it was made, in the two spellings a PDF file has for it.
struct DocumentDate {
  /// As XMP has it: `2026-11-23T10:00:00Z`.
  let iso: String
  /// As the information dictionary has it: `D:20261123100000Z` (ISO 32000-1, 7.9.4).
  let pdf: String

  /// The moment written as ISO 8601 in UTC; what is missing of the time is midnight.
  init(_ text: String) {
    let digits = text.utf8.filter { (0x30...0x39).contains($0) }.prefix(14)
    let fields = Array("20000101000000".utf8)
    let all = Array(digits) + fields[digits.count...]
    func part(_ range: Range<Int>) -> String { String(decoding: all[range], as: UTF8.self) }
    let date = "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))"
    iso = "\(date)T\(part(8..<10)):\(part(10..<12)):\(part(12..<14))Z"
    pdf = "D:\(part(0..<14))Z"
  }
}
