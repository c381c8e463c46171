/// Where an object is, as a cross-reference section says (ISO 32000-1, 7.5.4 and 7.5.8).
public enum CrossReferenceEntry: Hashable, Sendable {
  /// The object doesn't exist.
  case free(generation: Int)
  /// The object stands at a place of the file.
  case offset(Int, generation: Int)
  /// The object is in an object stream; its generation is 0.
  case compressed(stream: Int, index: Int)
}

/// One cross-reference table or cross-reference stream with its trailer dictionary.
struct CrossReferenceSection {
  /// An object number and where the object is.
  struct Entry {
    var number: Int
    var place: CrossReferenceEntry
  }

  /// The entries in order of number; no number comes twice.
  var entries: [Entry] = []
  /// The trailer dictionary, or that of the cross-reference stream.
  var trailer: PDFDictionary
  /// The bytes of the section, its trailer included.
  var range: Range<Int>
  /// The object number of a cross-reference stream.
  var streamNumber: Int?

  /// The entry of an object number.
  func entry(of number: Int) -> CrossReferenceEntry? {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low < entries.count && entries[low].number == number ? entries[low].place : nil
  }

  /// Orders the entries.
  /// - Throws: when a number has two, or one isn't below the trailer's Size.
  mutating func order() throws(PDFSyntaxError) {
    var isOrdered = true
    for index in entries.indices.dropFirst() where entries[index - 1].number >= entries[index].number {
      isOrdered = false
    }
    if !isOrdered {
      entries.sort { $0.number < $1.number }
      for index in entries.indices.dropFirst() where entries[index - 1].number == entries[index].number {
        throw PDFSyntaxError(.duplicateEntry, at: range.lowerBound)
      }
    }
    guard let size = trailer["Size"].integer, entries.last.map({ $0.number < size }) ?? true else {
      throw PDFSyntaxError(.malformedTrailer, at: range.lowerBound)
    }
  }
}
