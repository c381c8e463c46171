public import Values

extension RecordSet {
  /// One record of what was entered field by field, checked and cleaned as a row of a file is.
  ///
  /// - Parameters:
  ///   - entered: the texts, by the fields' names.
  ///   - name: what messages call the record, in place of a file's name.
  ///   - dictionary: the fields that may be stated; every field may be missing.
  /// - Returns: a set of the one record.
  public static func read(
    entered: [String: String], named name: String, dictionary: DataDictionary
  ) -> RecordSet {
    let headings = entered.keys.sorted()
    var table = SourceTable(file: name)
    table.headings = headings
    table.rows = [
      SourceTable.Row(
        number: 1, cells: headings.map { SourceCell(content: .text(entered[$0] ?? "")) })
    ]
    return RecordReader(dictionary: dictionary, isPartial: true).records(of: table)
  }
}
