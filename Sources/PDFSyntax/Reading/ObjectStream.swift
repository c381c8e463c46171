/// An object stream (ISO 32000-1, 7.5.7), decoded: objects that stand one behind the other.
struct ObjectStream {
  private let bytes: [UInt8]
  /// The number of each object and where it starts and ends in the bytes.
  private let contents: [(number: Int, range: Range<Int>)]

  /// How many bytes it holds.
  var count: Int { bytes.count }

  /// Decodes an object stream.
  init(_ stream: PDFStream, limits: PDFLimits, allowance: Int) throws(PDFSyntaxError) {
    let place = stream.bytes.startIndex
    func malformed() -> PDFSyntaxError { PDFSyntaxError(.malformedObjectStream, at: place) }
    bytes = try stream.decoded(limit: min(limits.decodedStream, allowance))
    guard stream.dictionary["Type"].name == "ObjStm", let count = stream.dictionary["N"].integer,
      let first = stream.dictionary["First"].integer, first >= 0, first <= bytes.count, count >= 0,
      count <= first / 2
    else { throw malformed() }
    var lexer = PDFLexer(bytes, end: first)
    var starts: [(number: Int, start: Int)] = []
    for _ in 0..<count {
      lexer.skipWhiteSpace()
      let number = try lexer.unsignedInteger()
      lexer.skipWhiteSpace()
      let start = first + (try lexer.unsignedInteger())
      guard number > 0, start <= bytes.count, start > starts.last?.start ?? -1 else { throw malformed() }
      starts.append((number, start))
    }
    var contents: [(number: Int, range: Range<Int>)] = []
    for (index, entry) in starts.enumerated() {
      contents.append(
        (entry.number, entry.start..<(index + 1 < starts.count ? starts[index + 1].start : bytes.count)))
    }
    self.contents = contents
  }

  /// The object at an index, which must have the number.
  func object(at index: Int, number: Int, limits: PDFLimits) throws(PDFSyntaxError) -> PDFObject {
    guard index < contents.count, contents[index].number == number else {
      throw PDFSyntaxError(.wrongObject, at: index)
    }
    let range = contents[index].range
    var parser = PDFParser(PDFLexer(bytes, at: range.lowerBound, end: range.upperBound), limits: limits)
    let object = try parser.object()
    parser.lexer.skipWhiteSpace()
    guard parser.lexer.byte == nil else { throw PDFSyntaxError(.malformedObjectStream, at: range.lowerBound) }
    if case .reference = object { throw PDFSyntaxError(.referenceToReference, at: range.lowerBound) }
    return object
  }
}
