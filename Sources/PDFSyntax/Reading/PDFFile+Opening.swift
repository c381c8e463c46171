extension PDFFile {
  /// Opens a file: reads its header and every cross-reference section, not its objects.
  /// - Throws: `PDFSyntaxError`, the first flaw met.
  public init(_ bytes: [UInt8], limits: PDFLimits = .standard) throws(PDFSyntaxError) {
    guard Self.hasHeader(bytes) else { throw PDFSyntaxError(.noHeader, at: 0) }
    let end = try RevisionEnd(lastIn: bytes)
    var chain = RevisionChain(bytes: bytes, limits: limits)
    let (revisions, allowance) = try chain.revisions(from: end)
    let file = PDFFile(
      bytes: bytes, revisions: revisions, tail: end.afterEndOfLine..<bytes.count, objectStreams: [:],
      limits: limits)
    self.init(
      bytes: bytes, revisions: revisions, tail: file.tail,
      objectStreams: try Self.objectStreams(of: file, allowance: allowance), limits: limits)
  }

  /// Decodes the object streams of a file whose cross-reference sections are read.
  private static func objectStreams(
    of file: PDFFile, allowance: Int
  ) throws(PDFSyntaxError) -> [Int: ObjectStream] {
    var allowance = allowance
    var streams: [Int: ObjectStream] = [:]
    for (index, revision) in file.revisions.enumerated() {
      for section in revision.sections {
        for entry in section.entries {
          // Objects that are compressed are looked up by their stream's number: it must mean one stream for ever.
          if streams[entry.number] != nil, entry.place != file.entry(of: entry.number, at: index - 1) {
            throw PDFSyntaxError(.objectStreamReplaced, at: section.range.lowerBound)
          }
        }
      }
      for section in revision.sections {
        for case .compressed(let number, _) in section.entries.lazy.map(\.place) where streams[number] == nil
        {
          guard case .offset(let offset, let generation)? = file.entry(of: number, at: index) else {
            throw PDFSyntaxError(.malformedCrossReference, at: section.range.lowerBound)
          }
          let reference = PDFReference(number, generation: generation)
          let found = try file.indirectObject(reference, at: offset, revision: index)
          guard let stream = found.object.stream else {
            throw PDFSyntaxError(.malformedObjectStream, at: offset)
          }
          let decoded = try ObjectStream(stream, limits: file.limits, allowance: allowance)
          allowance -= decoded.count
          streams[number] = decoded
        }
      }
    }
    return streams
  }

  /// `%PDF-1.n` or `%PDF-2.n` and an end of line (7.5.2).
  private static func hasHeader(_ bytes: [UInt8]) -> Bool {
    let lexer = PDFLexer(bytes)
    guard lexer.starts(with: "%PDF-1.") || lexer.starts(with: "%PDF-2."), let minor = lexer.byte(after: 7),
      PDFLexer.isDigit(minor), let after = lexer.byte(after: 8)
    else { return false }
    return after == 0x0A || after == 0x0D
  }
}

/// `startxref`, an offset and `%%EOF` (ISO 32000-1, 7.5.5).
struct RevisionEnd {
  /// The offset that stands there.
  var startXRef: Int
  /// The place after `%%EOF`.
  var afterMarker: Int
  /// The place after one end-of-line marker that may follow.
  var afterEndOfLine: Int

  /// The last one of a file.
  init(lastIn bytes: [UInt8]) throws(PDFSyntaxError) {
    var position = bytes.count - 9
    while position >= 0 {
      if bytes[position] == 0x73, PDFLexer(bytes, at: position).starts(with: "startxref") {
        try self.init(at: position, in: bytes)
        return
      }
      position -= 1
    }
    throw PDFSyntaxError(.noStartXRef, at: bytes.count)
  }

  /// The one that stands at a place, white space before it allowed.
  init(at position: Int, in bytes: [UInt8]) throws(PDFSyntaxError) {
    var lexer = PDFLexer(bytes, at: position)
    lexer.skipWhiteSpace()
    guard lexer.skip("startxref") else { throw lexer.error(.noStartXRef) }
    lexer.skipWhiteSpace()
    startXRef = try lexer.unsignedInteger()
    while lexer.byte.map(PDFLexer.isWhiteSpace) ?? false { lexer.position += 1 }
    guard lexer.starts(with: "%%EOF") else { throw lexer.error(.noStartXRef) }
    lexer.position += 5
    afterMarker = lexer.position
    lexer.skipEndOfLine()
    afterEndOfLine = lexer.position
  }
}
