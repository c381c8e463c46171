import PDFSyntax

/// All objects of a file as of one revision, and who refers to whom.
struct RevisionState: Sendable {
  let index: Int
  private(set) var objects: [Int: PDFObject]
  /// The generations of those objects whose generation isn't 0.
  private(set) var generations: [Int: Int]
  /// For each object number, the objects that refer to it; 0 stands for the trailer.
  private(set) var referrers: [Int: Set<Int>]

  /// Reads every object; one that can't be read makes the file worthless.
  /// - Parameters:
  ///   - file: the file.
  ///   - index: the revision.
  ///   - previous: the revision before, of which only what changed is read again.
  /// - Throws: `PDFSyntaxError`.
  init(of file: PDFFile, at index: Int, after previous: RevisionState? = nil) throws(PDFSyntaxError) {
    self.index = index
    objects = previous?.objects ?? [:]
    generations = previous?.generations ?? [:]
    referrers = previous?.referrers ?? [:]
    var numbers = Set(file.revisions[index].objectNumbers)
    for number in numbers {
      // Where a length changes its place, a stream may end elsewhere.
      for user in previous?.referrers[number] ?? []
      where previous?.objects[user]?.stream?.dictionary["Length"].reference?.number == number {
        numbers.insert(user)
      }
    }
    for number in numbers {
      set(number, nil, generation: 0)
      switch file.entry(of: number, at: index) {
      case nil, .free: continue
      case .compressed: set(number, try file.object(PDFReference(number), at: index), generation: 0)
      case .offset(_, let generation):
        let reference = PDFReference(number, generation: generation)
        set(number, try file.object(reference, at: index), generation: generation)
      }
    }
    if let previous {
      PDFObject.dictionary(file.revisions[previous.index].trailer).forEachReference {
        removeReferrer(0, of: $0.number)
      }
    }
    PDFObject.dictionary(file.revisions[index].trailer).forEachReference {
      referrers[$0.number, default: []].insert(0)
    }
  }

  /// Puts an object in the place of what was there.
  private mutating func set(_ number: Int, _ object: PDFObject?, generation: Int) {
    let known = objects[number]
    known?.forEachReference { removeReferrer(number, of: $0.number) }
    objects[number] = object
    generations[number] = generation == 0 ? nil : generation
    object?.forEachReference { referrers[$0.number, default: []].insert(number) }
  }

  private mutating func removeReferrer(_ user: Int, of number: Int) {
    referrers[number]?.remove(user)
    if referrers[number]?.isEmpty == true { referrers[number] = nil }
  }

  /// What an object refers to, or the object itself; null where the reference leads nowhere (7.3.10).
  func value(_ object: PDFObject) -> PDFObject {
    guard case .reference(let reference) = object else { return object }
    guard generations[reference.number, default: 0] == reference.generation else { return .null }
    return objects[reference.number] ?? .null
  }

  /// What an object is, for messages.
  func role(of number: Int) -> ChangedObject {
    let object = objects[number]
    let dictionary = object?.dictionary ?? object?.stream?.dictionary ?? [:]
    switch dictionary["Type"].name {
    case "Page": return .page
    case "Pages": return .pageTree
    case "Catalog": return .catalog
    case "Font", "FontDescriptor", "CMap": return .font
    case "Metadata": return .metadata
    case "Sig", "DocTimeStamp": return .signature
    case "DSS": return .securityStore
    case "StructElem", "StructTreeRoot": return .structure
    case "Annot": return dictionary["T"].string.map { .field(PDFText.decode($0)) } ?? .annotation
    default: break
    }
    if dictionary["FT"] != .null, let name = dictionary["T"].string { return .field(PDFText.decode(name)) }
    if dictionary["Subtype"].name == "Form" || dictionary["Subtype"].name == "Image" { return .appearance }
    for referrer in referrers[number] ?? [] {
      let from = objects[referrer]?.dictionary ?? objects[referrer]?.stream?.dictionary ?? [:]
      switch from["Type"].name {
      case "Page" where refers(from["Contents"], to: number): return .pageContent
      case "FontDescriptor", "Font": return .font
      case "Catalog" where refers(from["AcroForm"], to: number): return .form
      default: continue
      }
    }
    return .other(number)
  }

  private func refers(_ object: PDFObject, to number: Int) -> Bool {
    var found = false
    object.forEachReference { if $0.number == number { found = true } }
    return found
  }
}
