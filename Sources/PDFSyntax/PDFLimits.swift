/// What the reader refuses to go beyond, so that a hostile file costs neither time nor memory.
public struct PDFLimits: Hashable, Sendable {
  /// The most arrays and dictionaries inside one another.
  public var nesting = 100
  /// The most objects of one array or dictionary.
  public var elements = 1_000_000
  /// The most objects of a file.
  public var objects = 2_000_000
  /// The most revisions of a file.
  public var revisions = 512
  /// The most bytes one stream may hold once its filter is undone.
  public var decodedStream = 128 << 20
  /// The most bytes all object streams and cross-reference streams may hold once their filters are undone.
  public var decodedStructure = 256 << 20
  /// How many times a stream may grow, once more than a megabyte has come out of it.
  public var inflationRatio = 300

  /// Whether a dictionary may say the same thing twice, as Cairo does of a resource that is used twice.
  public var allowsRepeatedEntries = false

  /// The limits that files of any honest program keep.
  public static let standard = PDFLimits()
}
