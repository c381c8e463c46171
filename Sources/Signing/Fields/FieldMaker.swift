import PDFSyntax

/// Makes an invisible signature field on the first page of a file that isn't tagged.
struct FieldMaker {
  let file: PDFFile

  /// Adds the field to an update.
  func make(named name: String, in update: inout IncrementalUpdate) throws -> FormField {
    guard let root = file.trailer["Root"].reference, !name.contains("."),
      let page = try firstPage(), var pageDictionary = try file.object(page).dictionary
    else { throw SigningError.noField(name) }
    var catalog = try file.catalog()
    let field = update.newReference()
    let dictionary: PDFDictionary = [
      "Type": .name("Annot"), "Subtype": .name("Widget"), "FT": .name("Sig"), "T": PDFText.encode(name),
      "Rect": .array([.integer(0), .integer(0), .integer(0), .integer(0)]), "F": .integer(132),
      "P": .reference(page),
    ]
    let formPlace = catalog["AcroForm"].reference
    var form = try file.value(of: "AcroForm", in: catalog).dictionary ?? [:]
    let fields = try file.value(of: "Fields", in: form).array ?? []
    form["Fields"] = .array(fields + [.reference(field)])
    form["SigFlags"] = .integer(3)
    if let formPlace {
      update.set(formPlace, to: .dictionary(form))
    } else {
      catalog["AcroForm"] = .dictionary(form)
      update.set(root, to: .dictionary(catalog))
    }
    let annotations = try file.value(of: "Annots", in: pageDictionary).array ?? []
    if let place = pageDictionary["Annots"].reference {
      update.set(place, to: .array(annotations + [.reference(field)]))
    } else {
      pageDictionary["Annots"] = .array(annotations + [.reference(field)])
      update.set(page, to: .dictionary(pageDictionary))
    }
    return FormField(
      name: name, type: "Sig", flags: 0, reference: field, dictionary: dictionary, widgets: [field])
  }

  private func firstPage() throws -> PDFReference? {
    var next = try file.catalog()["Pages"].reference
    for _ in 0..<64 {
      guard let reference = next, let node = try file.object(reference).dictionary else { return nil }
      if node["Type"].name == "Page" { return reference }
      next = try file.value(of: "Kids", in: node).array?.first?.reference
    }
    return nil
  }
}
