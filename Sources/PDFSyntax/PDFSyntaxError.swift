/// Why bytes aren't a PDF file as ISO 32000-1, 7 has it, and where.
public struct PDFSyntaxError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong; the text names it for people who know the format.
  public enum Flaw: String, Hashable, Sendable, CaseIterable {
    case noHeader = "the file doesn't begin with %PDF-"
    case noStartXRef = "no startxref with an offset and %%EOF"
    case wrongStartXRef = "startxref doesn't give the place of the section before it"
    case malformedCrossReference = "a cross-reference section isn't well formed"
    case malformedTrailer = "a trailer dictionary lacks an entry or has a wrong one"
    case crossReferenceLoop = "the chain of cross-reference sections goes in a circle or forwards"
    case tooManyRevisions = "too many revisions"
    case tooManyObjects = "too many objects"
    case duplicateEntry = "an object has two places in one cross-reference section"
    case ambiguousHybrid = "an object has different places for old and for new readers"
    case entryOutsideRevision = "a cross-reference entry leads out of its revision"
    case objectStreamReplaced = "an object stream in use was replaced"
    case malformedObjectStream = "an object stream isn't well formed"
    case malformedObject = "no well-formed object"
    case wrongObject = "another object than the cross-reference says"
    case malformedNumber = "a number isn't well formed"
    case malformedString = "a string isn't well formed"
    case malformedName = "a name isn't well formed"
    case duplicateKey = "a dictionary has a key twice"
    case nestingTooDeep = "objects nested too deeply"
    case tooManyElements = "an array or dictionary with too many objects"
    case wrongStreamLength = "a stream's Length isn't where endstream is"
    case unsupportedFilter = "a filter that isn't read here"
    case brokenStream = "a stream's bytes are damaged"
    case streamTooLarge = "a stream grows beyond the limit"
    case referenceToReference = "an object is only a reference to another"
    case wrongType = "an object of another type than expected"
  }

  /// What is wrong.
  public let flaw: Flaw
  /// Where, counted in bytes from the start of the file; within a decoded stream, from its start.
  public let offset: Int

  /// A flaw at a place.
  public init(_ flaw: Flaw, at offset: Int) {
    self.flaw = flaw
    self.offset = offset
  }

  /// The flaw and its place in English.
  public var description: String { "\(flaw.rawValue) (byte \(offset))" }
}
