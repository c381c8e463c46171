/// The interactive form of a file in the making (ISO 32000-1, 12.7.2).
struct FormWriter {
  /// The fields, each with how many of its name there were before.
  private var fields: [(count: Int, name: String, number: ObjectNumber)] = []
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
    fields.append((count, wanted, field))
    return name
  }

  /// Adds the catalog's entry for the form; a file without fields has none.
  func addEntry(to output: inout PDFBytes) {
    guard !fields.isEmpty else { return }
    output.add("/AcroForm<</Fields[")
    // Letter by letter in the order of their names, which is the order of signing, wherever on the page they lie.
    for field in fields.sorted(by: { ($0.count, $0.name) < ($1.count, $1.name) }) {
      output.add(field.number)
      output.add(" ")
    }
    // There are signature fields, and whoever changes the file must only append to it (table 219).
    output.add("]/SigFlags 3>>")
  }
}
