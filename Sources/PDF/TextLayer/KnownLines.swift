import Layout

/// The lines that a painter has put into codes and that return from letter to letter: labels and formulas.
///
/// A line is known by where its runs are in memory, which costs nothing; it is kept with its codes, so that no other
/// can come to the same place.
final class KnownLines {
  private struct Key: Hashable {
    var runs: UnsafeRawPointer?
    var isBrokenAtSpace: Bool
    var options: TextLayer.Options
  }

  private var known: [Key: (line: TextLine, coded: CodedLine)] = [:]

  /// More than a template has; beyond it all are forgotten.
  private static let limit = 512

  /// A line in codes; `make` makes them if it isn't known.
  func codes(
    of line: TextLine, _ options: TextLayer.Options, _ make: () throws(RenderingError) -> CodedLine
  ) throws(RenderingError) -> CodedLine {
    let key = Key(
      runs: line.runs.withUnsafeBytes(\.baseAddress), isBrokenAtSpace: line.isBrokenAtSpace, options: options)
    if let known = known[key] { return known.coded }
    let coded = try make()
    if known.count == Self.limit { known.removeAll(keepingCapacity: true) }
    known[key] = (line, coded)
    return coded
  }
}
