import PDFSyntax

/// All objects of a file as of one revision, and who refers to whom.
struct RevisionState: Sendable {
  let index: Int
  let objects: [Int: PDFObject]
  /// For each object number, the objects that refer to it; 0 stands for the trailer.
  let referrers: [Int: Set<Int>]

  /// Reads every object; one that can't be read makes the file worthless.
  init(of file: PDFFile, at index: Int) throws(PDFSyntaxError) {
    self.index = index
    var objects: [Int: PDFObject] = [:]
    var referrers: [Int: Set<Int>] = [:]
    func note(_ object: PDFObject, from number: Int) {
      object.forEachReference { referrers[$0.number, default: []].insert(number) }
    }
    for number in file.objectNumbers(at: index) {
      let object: PDFObject
      switch file.entry(of: number, at: index) {
      case .offset(_, let generation)?:
        object = try file.object(PDFReference(number, generation: generation), at: index)
      default: object = try file.object(PDFReference(number), at: index)
      }
      objects[number] = object
      note(object, from: number)
    }
    note(.dictionary(file.revisions[index].trailer), from: 0)
    self.objects = objects
    self.referrers = referrers
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
