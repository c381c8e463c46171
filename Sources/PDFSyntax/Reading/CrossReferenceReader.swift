/// Reads cross-reference sections of both kinds.
struct CrossReferenceReader {
  let bytes: [UInt8]
  let limits: PDFLimits
  /// How many more bytes cross-reference streams may grow to.
  var allowance: Int

  /// The section at a place: a table (7.5.4) or a stream (7.5.8).
  mutating func section(at offset: Int) throws(PDFSyntaxError) -> CrossReferenceSection {
    guard offset >= 0, offset < bytes.count else { throw PDFSyntaxError(.wrongStartXRef, at: offset) }
    let lexer = PDFLexer(bytes, at: offset)
    return lexer.starts(with: "xref") ? try table(lexer) : try stream(lexer)
  }

  private func table(_ lexer: PDFLexer) throws(PDFSyntaxError) -> CrossReferenceSection {
    var lexer = lexer
    let start = lexer.position
    var entries: [CrossReferenceSection.Entry] = []
    guard lexer.skip("xref") else { throw lexer.error(.malformedCrossReference) }
    lexer.skipWhiteSpace()
    while !lexer.skip("trailer") {
      guard let first = try? lexer.unsignedInteger(), lexer.byte == 0x20 else {
        throw lexer.error(.malformedCrossReference)
      }
      lexer.position += 1
      guard let count = try? lexer.unsignedInteger(), count <= (bytes.count - lexer.position) / 20,
        entries.count + count <= limits.objects, first <= 1 << 40
      else { throw lexer.error(.malformedCrossReference) }
      lexer.skipWhiteSpace()
      entries.reserveCapacity(entries.count + count)
      for number in first..<first + count {
        guard let place = Self.place(in: &lexer) else { throw lexer.error(.malformedCrossReference) }
        entries.append(CrossReferenceSection.Entry(number: number, place: place))
      }
      lexer.skipWhiteSpace()
    }
    var parser = PDFParser(lexer, limits: limits)
    lexer.skipWhiteSpace()
    let trailer = try parser.dictionary()
    var section = CrossReferenceSection(
      entries: entries, trailer: trailer, range: start..<parser.lexer.position)
    try section.order()
    return section
  }

  /// An entry of exactly twenty bytes: `nnnnnnnnnn ggggg n` and an end of line of two.
  private static func place(in lexer: inout PDFLexer) -> CrossReferenceEntry? {
    let start = lexer.position
    guard start + 20 <= lexer.end else { return nil }
    func digits(_ range: Range<Int>) -> Int? {
      var value = 0
      for index in range {
        let byte = lexer.bytes[start + index]
        guard PDFLexer.isDigit(byte) else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    guard let offset = digits(0..<10), lexer.bytes[start + 10] == 0x20, let generation = digits(11..<16),
      generation <= 65_535, lexer.bytes[start + 16] == 0x20
    else { return nil }
    switch (lexer.bytes[start + 18], lexer.bytes[start + 19]) {
    case (0x20, 0x0A), (0x20, 0x0D), (0x0D, 0x0A): break
    default: return nil
    }
    lexer.position += 20
    switch lexer.bytes[start + 17] {
    case 0x6E: return .offset(offset, generation: generation)
    case 0x66: return .free(generation: generation)
    default: return nil
    }
  }

  private mutating func stream(_ lexer: PDFLexer) throws(PDFSyntaxError) -> CrossReferenceSection {
    let start = lexer.position
    func malformed() -> PDFSyntaxError { PDFSyntaxError(.malformedCrossReference, at: start) }
    var parser = PDFParser(lexer, limits: limits)
    let found = try parser.indirectObject { _ throws(PDFSyntaxError) in nil }
    guard let stream = found.object.stream, stream.dictionary["Type"].name == "XRef" else {
      throw malformed()
    }
    let trailer = stream.dictionary
    let widths = (trailer["W"].array ?? []).compactMap(\.integer)
    guard widths.count == 3, widths.allSatisfy({ (0...8).contains($0) }), let size = trailer["Size"].integer,
      widths.reduce(0, +) > 0
    else { throw malformed() }
    let index: [Int]
    switch trailer["Index"] {
    case .null: index = [0, size]
    case .array(let elements): index = elements.compactMap(\.integer)
    default: throw malformed()
    }
    let data = try stream.decoded(limit: allowance)
    allowance -= data.count
    var section = CrossReferenceSection(
      trailer: trailer, range: found.range, streamNumber: found.reference.number)
    var position = 0
    guard index.count.isMultiple(of: 2) else { throw malformed() }
    for pair in stride(from: 0, to: index.count, by: 2) {
      let (first, count) = (index[pair], index[pair + 1])
      guard first >= 0, first <= 1 << 40, count >= 0, count <= limits.objects - section.entries.count,
        count <= (data.count - position) / widths.reduce(0, +)
      else { throw malformed() }
      for number in first..<first + count {
        guard let place = Self.place(in: data, at: &position, widths: widths) else { throw malformed() }
        section.entries.append(CrossReferenceSection.Entry(number: number, place: place))
      }
    }
    guard position == data.count else { throw malformed() }
    try section.order()
    return section
  }

  private static func place(in data: [UInt8], at position: inout Int, widths: [Int]) -> CrossReferenceEntry? {
    var fields = [1, 0, 0]
    for (field, width) in widths.enumerated() where width > 0 {
      var value: UInt64 = 0
      for byte in data[position..<position + width] { value = value << 8 | UInt64(byte) }
      guard let small = Int(exactly: value) else { return nil }
      fields[field] = small
      position += width
    }
    switch fields[0] {
    case 0: return .free(generation: min(fields[2], 65_535))
    case 1: return fields[2] <= 65_535 ? .offset(fields[1], generation: fields[2]) : nil
    case 2: return .compressed(stream: fields[1], index: fields[2])
    default: return nil
    }
  }
}
