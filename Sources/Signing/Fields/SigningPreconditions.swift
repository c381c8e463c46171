import PDFSyntax

/// What must hold before a file is signed: a signature on something that can change its face is worth nothing.
struct SigningPreconditions {
  let file: PDFFile
  /// The fields of its form.
  let fields: [FormField]

  /// The conditions for signing a file.
  init(file: PDFFile) throws(SigningError) {
    self.file = file
    do {
      fields = try FormField.all(in: file)
    } catch {
      throw .notAPDF(reason: error.description)
    }
  }

  /// Checks the file and its earlier signatures; `isKnown` spares the search of a file that was just drawn.
  func check(
    certification: DocumentPermission?, field name: String, isTimestamp: Bool = false, isKnown: Bool = false
  ) throws(SigningError) {
    guard !file.isEncrypted else { throw .encrypted }
    guard file.tail.isEmpty else { throw .bytesBehindEnd }
    do {
      if !isTimestamp, !isKnown { try checkContent() }
      for field in fields where field.type == "Sig" {
        guard let value = try file.value(of: "V", in: field.dictionary).dictionary else { continue }
        if certification != nil { throw SigningError.certificationNotFirst }
        let restrictions = try SignatureRestrictions(value, in: file, at: file.lastRevision)
        let isForbidden = restrictions.permission == .noChanges || restrictions.lock?.locks(name) ?? false
        if isForbidden, !isTimestamp { throw SigningError.forbiddenByCertification }
      }
    } catch let error as SigningError {
      throw error
    } catch {
      throw .notAPDF(reason: "\(error)")
    }
  }

  /// Refuses scripts, launches, hidden layers, files inside that run, and XFA.
  private func checkContent() throws {
    let catalog = try file.catalog()
    for (key, what) in [
      ("OCProperties", "layers"), ("AA", "actions"), ("NeedsRendering", "XFA"), ("Collection", "a portfolio"),
    ] as [(PDFName, String)] where catalog[key] != .null {
      throw SigningError.activeContent(what)
    }
    if let form = try file.value(of: "AcroForm", in: catalog).dictionary, form["XFA"] != .null {
      throw SigningError.activeContent("XFA")
    }
    if let names = try file.value(of: "Names", in: catalog).dictionary, names["JavaScript"] != .null {
      throw SigningError.activeContent("JavaScript")
    }
    for number in file.objectNumbers() {
      guard case .compressed? = file.entry(of: number) else {
        if let object = try file.indirectObject(number)?.object { try checkAction(object) }
        continue
      }
      try checkAction(try file.object(PDFReference(number)))
    }
  }

  private func checkAction(_ object: PDFObject) throws {
    switch object {
    case .dictionary(let dictionary):
      if let kind = dictionary["S"].name,
        ["JavaScript", "Launch", "ImportData", "SubmitForm", "Rendition"].contains(kind)
      {
        throw SigningError.activeContent(kind.description)
      }
      for entry in dictionary { try checkAction(entry.value) }
    case .array(let elements): for element in elements { try checkAction(element) }
    default: break
    }
  }
}
