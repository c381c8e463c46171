/// The interactive form of a file in the making (ISO 32000-1, 12.7.2).
struct FormWriter {
  private var fields: [ObjectNumber] = []
  private var names: Set<String> = []

  /// Adds a field, and gives the name it has among the file's fields.
  ///
  /// Two fields of one name would be one field with one value (12.7.3.2): in a file of several letters, a name
  /// that is taken gets a number.
  mutating func add(_ field: ObjectNumber, named wanted: String) -> String {
    var name = wanted
    var count = 1
    while !names.insert(name).inserted {
      count += 1
      name = "\(wanted)-\(count)"
    }
    fields.append(field)
    return name
  }

  /// Adds the catalog's entry for the form; a file without fields has none.
  func addEntry(to output: inout PDFBytes) {
    guard !fields.isEmpty else { return }
    output.add("/AcroForm<</Fields[")
    for field in fields {
      output.add(field)
      output.add(" ")
    }
    // There are signature fields, and whoever changes the file must only append to it (table 219).
    output.add("]/SigFlags 3>>")
  }
}
