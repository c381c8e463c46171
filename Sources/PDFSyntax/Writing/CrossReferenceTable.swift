/// Writes cross-reference tables (ISO 32000-1, 7.5.4).
enum CrossReferenceTable {
  typealias Place = (reference: PDFReference, offset: Int)

  /// Adds `xref` and the entries of objects in use.
  /// - Parameters:
  ///   - places: the objects in order of their numbers.
  ///   - output: what is added to.
  static func write(_ places: [Place], to output: inout [UInt8]) {
    output.append("xref\n")
    for group in subsections(of: places) {
      output.append(decimal: group[group.startIndex].reference.number)
      output.append(0x20)
      output.append(decimal: group.count)
      output.append(0x0A)
      for (reference, offset) in group {
        output.append(decimal: offset, digits: 10)
        output.append(0x20)
        output.append(decimal: reference.generation, digits: 5)
        output.append(" n \n")
      }
    }
  }

  /// The places in runs of numbers that follow each other.
  static func subsections(of places: [Place]) -> [ArraySlice<Place>] {
    var groups: [ArraySlice<Place>] = []
    var start = 0
    for index in places.indices
    where index + 1 == places.count
      || places[index + 1].reference.number != places[index].reference.number + 1
    {
      groups.append(places[start...index])
      start = index + 1
    }
    return groups
  }
}
