import Diagnostics
public import Values

extension RecordSet {
  /// The one record of a line of JSON: an object with the fields' names or headings as its members.
  ///
  /// - Parameters:
  ///   - line: the line's bytes, UTF-8.
  ///   - number: the line's number from 1: the row in messages.
  ///   - name: what messages call the stream, in place of a file's name.
  ///   - dictionary: the fields that may be stated.
  ///   - calendar: the calendar of Hijri dates, with the office's corrections.
  ///   - isPartial: whether required fields may be missing.
  /// - Returns: a set of the one record, or of none with the reason in its log.
  public static func read(
    line: [UInt8], number: Int, named name: String, dictionary: DataDictionary,
    calendar: UmmAlQura = .official, isPartial: Bool = false
  ) -> RecordSet {
    let bytes = [UInt8(ascii: "[")] + line + [UInt8(ascii: "]")]
    var table = JSONReader.table(bytes, file: name, limits: .standard)
    let place = table.place(row: number)
    if table.rows.count == 1 {
      table.rows[0].number = number
    } else if !table.log.hasErrors {
      table.log.error(.notOneObject, at: place, hints: [.oneObjectALine])
    }
    // A flaw of the line's is at the line, not in the brackets that were put around it.
    var log = DiagnosticLog()
    for var diagnostic in table.log.diagnostics {
      diagnostic.location = place
      log.append(diagnostic)
    }
    table.log = log
    guard !log.hasErrors else { return RecordSet(records: [], log: log, columns: [], dictionary: dictionary) }
    return RecordReader(dictionary: dictionary, isPartial: isPartial, calendar: calendar).records(of: table)
  }
}

extension Diagnostic.Message {
  fileprivate static let notOneObject = Self(
    "records.line-not-one-object", arabic: "السطر ليس سجلاً واحداً بصيغة JSON",
    english: "The line isn't one record in JSON")
}

extension Diagnostic.Hint {
  fileprivate static let oneObjectALine = Self(
    arabic: "اكتب في كل سطر كائناً واحداً: {\"الاسم\": …}",
    english: "Write one object on each line: {\"name\": …}")
}
