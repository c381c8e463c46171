/// A new revision behind a file that stays as it is, byte for byte (ISO 32000-1, 7.5.6).
public struct IncrementalUpdate: Sendable {
  /// The file with its new revision, and where the revision's objects stand.
  public struct Result: Sendable {
    /// The whole file.
    public var bytes: [UInt8]
    /// The place of each object's first byte after `n g obj` and its end of line.
    public var contentOffsets: [PDFReference: Int]
  }

  private enum Content {
    case object(PDFObject)
    case raw([UInt8])
  }

  /// The file that is added to.
  public let file: PDFFile
  private var contents: [PDFReference: Content] = [:]
  private var nextNumber: Int

  /// An update of a file, so far with nothing in it.
  public init(of file: PDFFile) {
    self.file = file
    nextNumber = file.revisions.reduce(1) { max($0, $1.trailer["Size"].integer ?? 1) }
  }

  /// A number that no object of the file has.
  public mutating func newReference() -> PDFReference {
    defer { nextNumber += 1 }
    return PDFReference(nextNumber)
  }

  /// Writes an object under a new number.
  public mutating func add(_ object: PDFObject) -> PDFReference {
    let reference = newReference()
    contents[reference] = .object(object)
    return reference
  }

  /// Writes an object under a number, in place of what the file has there.
  public mutating func set(_ reference: PDFReference, to object: PDFObject) {
    contents[reference] = .object(object)
  }

  /// Writes an object of the given bytes, which have to be one well-formed object.
  public mutating func set(_ reference: PDFReference, toBytes bytes: [UInt8]) {
    contents[reference] = .raw(bytes)
  }

  /// The object as this update leaves it.
  public func object(_ reference: PDFReference) throws(PDFSyntaxError) -> PDFObject {
    if case .object(let object)? = contents[reference] { return object }
    return try file.object(reference)
  }

  /// The file with the update behind it.
  /// - Parameter identifier: the second half of the trailer's ID: what changes when the content does (14.4).
  /// - Returns: the file, which starts with all the old one's bytes.
  public func finish(identifier: [UInt8]) -> Result {
    var output = file.bytes
    if let last = output.last, last != 0x0A { output.append(0x0A) }
    var places: [(reference: PDFReference, offset: Int)] = []
    var contentOffsets: [PDFReference: Int] = [:]
    for (reference, content) in contents.sorted(by: { $0.key < $1.key }) {
      places.append((reference, output.count))
      output.append(decimal: reference.number)
      output.append(0x20)
      output.append(decimal: reference.generation)
      output.append(" obj\n")
      contentOffsets[reference] = output.count
      switch content {
      case .object(let object): object.write(to: &output)
      case .raw(let bytes): output.append(contentsOf: bytes)
      }
      output.append("\nendobj\n")
    }
    let start = output.count
    if file.revisions[file.lastRevision].hasCrossReferenceStream {
      writeCrossReferenceStream(of: places, identifier: identifier, to: &output)
    } else {
      CrossReferenceTable.write(places, to: &output)
      output.append("trailer\n")
      trailer(identifier: identifier, size: nextNumber).write(to: &output)
    }
    output.append("\nstartxref\n")
    output.append(decimal: start)
    output.append("\n%%EOF\n")
    return Result(bytes: output, contentOffsets: contentOffsets)
  }

  private func trailer(identifier: [UInt8], size: Int) -> PDFDictionary {
    let old = file.trailer
    var trailer: PDFDictionary = [
      "Size": .integer(size), "Root": old["Root"], "Info": old["Info"],
      "Prev": .integer(file.revisions[file.lastRevision].startXRef),
    ]
    let first = (try? file.value(of: "ID", in: old))?.array?.first?.string ?? identifier
    trailer["ID"] = .array([.string(first), .string(identifier)])
    return trailer
  }

  private func writeCrossReferenceStream(
    of places: [(reference: PDFReference, offset: Int)], identifier: [UInt8], to output: inout [UInt8]
  ) {
    let own = PDFReference(nextNumber)
    let all = places + [(own, output.count)]
    var data: [UInt8] = []
    var index: [PDFObject] = []
    for group in CrossReferenceTable.subsections(of: all) {
      index += [.integer(group[group.startIndex].reference.number), .integer(group.count)]
      for (reference, offset) in group {
        data.append(1)
        for shift in stride(from: 32, through: 0, by: -8) {
          data.append(UInt8(truncatingIfNeeded: offset >> shift))
        }
        for shift in [8, 0] { data.append(UInt8(truncatingIfNeeded: reference.generation >> shift)) }
      }
    }
    var dictionary = trailer(identifier: identifier, size: nextNumber + 1)
    dictionary["Type"] = .name("XRef")
    dictionary["W"] = .array([.integer(1), .integer(5), .integer(2)])
    dictionary["Index"] = .array(index)
    output.append(decimal: own.number)
    output.append(" 0 obj\n")
    PDFObject.stream(PDFStream(dictionary, bytes: data)).write(to: &output)
    output.append("\nendobj")
  }
}
