/// An object with the number it is known by (ISO 32000-1, 7.3.10), and where it stands in the file.
public struct IndirectObject: Hashable, Sendable {
  /// The number and generation.
  public let reference: PDFReference
  /// The object.
  public let object: PDFObject
  /// The bytes from its number to its `endobj`.
  public let range: Range<Int>
}

extension PDFParser {
  /// The indirect object that stands here.
  /// - Parameter length: finds the value of a stream's `Length` that is a reference.
  /// - Returns: the object and its place.
  /// - Throws: `PDFSyntaxError` where it isn't well formed.
  mutating func indirectObject(
    length: (PDFReference) throws(PDFSyntaxError) -> Int?
  ) throws(PDFSyntaxError) -> IndirectObject {
    let start = lexer.position
    let reference = try objectHeader()
    let value = try object()
    lexer.skipWhiteSpace()
    var result = value
    if case .dictionary(let dictionary) = value, lexer.starts(with: "stream") {
      result = .stream(try stream(dictionary, length: length))
      lexer.skipWhiteSpace()
    }
    guard lexer.skip("endobj") else { throw lexer.error(.malformedObject) }
    if case .reference = result { throw PDFSyntaxError(.referenceToReference, at: start) }
    return IndirectObject(reference: reference, object: result, range: start..<lexer.position)
  }

  /// The number, the generation and `obj`.
  mutating func objectHeader() throws(PDFSyntaxError) -> PDFReference {
    guard let first = lexer.byte, PDFLexer.isDigit(first) else { throw lexer.error(.malformedObject) }
    let number = try lexer.unsignedInteger()
    lexer.skipWhiteSpace()
    let generation = try lexer.unsignedInteger()
    lexer.skipWhiteSpace()
    guard number > 0, generation <= 65_535, lexer.skip("obj") else { throw lexer.error(.malformedObject) }
    return PDFReference(number, generation: generation)
  }

  private mutating func stream(
    _ dictionary: PDFDictionary, length: (PDFReference) throws(PDFSyntaxError) -> Int?
  ) throws(PDFSyntaxError) -> PDFStream {
    lexer.position += 6
    // CR alone isn't enough (7.3.8.1): a reader couldn't tell it from the first byte of the stream.
    switch (lexer.byte, lexer.byte(after: 1)) {
    case (0x0A, _): lexer.position += 1
    case (0x0D, 0x0A): lexer.position += 2
    default: throw lexer.error(.malformedObject)
    }
    let count: Int?
    switch dictionary["Length"] {
    case .integer(let value): count = value
    case .reference(let reference): count = try length(reference)
    default: count = nil
    }
    // A file whose data lie elsewhere (F, 7.3.8.2) isn't whole in itself.
    guard let count, count >= 0, count <= lexer.end - lexer.position, dictionary["F"] == .null else {
      throw lexer.error(.wrongStreamLength)
    }
    let bytes = lexer.bytes[lexer.position..<lexer.position + count]
    lexer.position += count
    lexer.skipEndOfLine()
    guard lexer.skip("endstream") else { throw lexer.error(.wrongStreamLength) }
    return PDFStream(dictionary, bytes: bytes)
  }
}
