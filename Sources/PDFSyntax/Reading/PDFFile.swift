/// A PDF file read strictly (ISO 32000-1, 7.5): nothing is repaired, guessed or searched for.
///
/// Objects are read when they are asked for. Every revision stays there to be asked: a verifier must know what a
/// signer saw.
public struct PDFFile: Sendable {
  /// The whole file.
  public let bytes: [UInt8]
  /// The revisions, oldest first; there is at least one.
  public let revisions: [PDFRevision]
  /// The bytes after the last revision's `%%EOF` and its end-of-line marker; empty in a sound file.
  public let tail: Range<Int>
  let objectStreams: [Int: ObjectStream]
  let limits: PDFLimits

  init(
    bytes: [UInt8], revisions: [PDFRevision], tail: Range<Int>, objectStreams: [Int: ObjectStream],
    limits: PDFLimits
  ) {
    self.bytes = bytes
    self.revisions = revisions
    self.tail = tail
    self.objectStreams = objectStreams
    self.limits = limits
  }

  /// The trailer dictionary of the last revision.
  public var trailer: PDFDictionary { revisions[revisions.count - 1].trailer }
  /// The index of the last revision.
  public var lastRevision: Int { revisions.count - 1 }
  /// Whether the file says that it is encrypted (7.6): then its strings and streams aren't what they seem.
  public var isEncrypted: Bool { revisions.contains { $0.trailer["Encrypt"] != .null } }

  /// Where an object is, as of a revision; `nil` if no revision up to that one names it.
  public func entry(of number: Int, at revision: Int? = nil) -> CrossReferenceEntry? {
    var index = revision ?? lastRevision
    while index >= 0 {
      if let entry = revisions[index].entry(of: number) { return entry }
      index -= 1
    }
    return nil
  }

  /// The numbers of all objects that exist as of a revision, in order.
  public func objectNumbers(at revision: Int? = nil) -> [Int] {
    var live = Set<Int>()
    for index in 0...(revision ?? lastRevision) {
      for number in revisions[index].objectNumbers {
        if case .free? = revisions[index].entry(of: number) {
          live.remove(number)
        } else {
          live.insert(number)
        }
      }
    }
    return live.sorted()
  }

  /// An object as of a revision; null if there is none (7.3.10).
  public func object(_ reference: PDFReference, at revision: Int? = nil) throws(PDFSyntaxError) -> PDFObject {
    switch entry(of: reference.number, at: revision) {
    case nil, .free: return .null
    case .compressed(let stream, let index):
      guard reference.generation == 0, let container = objectStreams[stream] else { return .null }
      return try container.object(at: index, number: reference.number, limits: limits)
    case .offset(let offset, let generation):
      guard generation == reference.generation else { return .null }
      return try indirectObject(reference, at: offset, revision: revision).object
    }
  }

  /// An object itself, or what it refers to, as of a revision.
  public func resolve(_ object: PDFObject, at revision: Int? = nil) throws(PDFSyntaxError) -> PDFObject {
    guard case .reference(let reference) = object else { return object }
    return try self.object(reference, at: revision)
  }

  /// The value of a key as of a revision, its reference followed.
  public func value(
    of key: PDFName, in dictionary: PDFDictionary, at revision: Int? = nil
  ) throws(PDFSyntaxError) -> PDFObject {
    try resolve(dictionary[key], at: revision)
  }

  /// The document catalog as of a revision (7.7.2).
  public func catalog(at revision: Int? = nil) throws(PDFSyntaxError) -> PDFDictionary {
    let index = revision ?? lastRevision
    guard let catalog = try resolve(revisions[index].trailer["Root"], at: index).dictionary else {
      throw PDFSyntaxError(.malformedTrailer, at: revisions[index].startXRef)
    }
    return catalog
  }

  /// An object that stands in the file by itself, with its place; `nil` for one that is missing or in an object
  /// stream.
  public func indirectObject(
    _ number: Int, at revision: Int? = nil
  ) throws(PDFSyntaxError) -> IndirectObject? {
    guard case .offset(let offset, let generation)? = entry(of: number, at: revision) else { return nil }
    return try indirectObject(PDFReference(number, generation: generation), at: offset, revision: revision)
  }

  func indirectObject(
    _ reference: PDFReference, at offset: Int, revision: Int?
  ) throws(PDFSyntaxError) -> IndirectObject {
    var parser = PDFParser(PDFLexer(bytes, at: offset), limits: limits)
    let found = try parser.indirectObject { other throws(PDFSyntaxError) in
      try streamLength(other, at: revision)
    }
    guard found.reference == reference else { throw PDFSyntaxError(.wrongObject, at: offset) }
    return found
  }

  /// The integer that a stream's `Length` refers to.
  ///
  /// It can't itself be in need of a stream's length.
  private func streamLength(_ reference: PDFReference, at revision: Int?) throws(PDFSyntaxError) -> Int? {
    switch entry(of: reference.number, at: revision) {
    case .compressed(let stream, let index):
      return try objectStreams[stream]?.object(at: index, number: reference.number, limits: limits).integer
    case .offset(let offset, generation: reference.generation):
      var parser = PDFParser(PDFLexer(bytes, at: offset), limits: limits)
      guard try parser.objectHeader() == reference else { throw PDFSyntaxError(.wrongObject, at: offset) }
      return try parser.object().integer
    default: return nil
    }
  }

  /// Where the value of each key of a dictionary stands, the dictionary being an indirect object.
  public func valueRanges(of object: IndirectObject) throws(PDFSyntaxError) -> [PDFName: Range<Int>] {
    var parser = PDFParser(
      PDFLexer(bytes, at: object.range.lowerBound, end: object.range.upperBound), limits: limits)
    _ = try parser.objectHeader()
    var ranges: [PDFName: Range<Int>] = [:]
    try parser.forEachEntry { parser, key throws(PDFSyntaxError) in
      parser.lexer.skipWhiteSpace()
      let start = parser.lexer.position
      _ = try parser.object()
      ranges[key] = start..<parser.lexer.position
    }
    return ranges
  }
}
