/// A reference to an indirect object (ISO 32000-1, 7.3.10).
public struct PDFReference: Hashable, Sendable, Comparable {
  /// The object number, from 1.
  public var number: Int
  /// The generation number; 0 in files that were never edited by old programs.
  public var generation: Int

  /// The reference to an object.
  public init(_ number: Int, generation: Int = 0) {
    self.number = number
    self.generation = generation
  }

  /// References order by object number, then generation.
  public static func < (a: PDFReference, b: PDFReference) -> Bool {
    (a.number, a.generation) < (b.number, b.generation)
  }
}
