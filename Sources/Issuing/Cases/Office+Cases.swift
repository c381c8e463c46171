public import Cases
public import Diagnostics
public import Records
import Values

extension Office {
  /// The record that a case's paper is filled from: the applicant's particulars, and over them what the case states.
  ///
  /// - Returns: the record, or `nil` where a particular can't be read, with the reason in `log`.
  public func record(
    of paper: CasePaper, for file: CaseFile, log: inout DiagnosticLog
  ) -> Record? {
    var record = Record(values: [:], origins: [:], location: .file(file.number))
    if !file.applicant.particulars.isEmpty {
      let set = RecordSet.read(
        entered: file.applicant.particulars, named: file.number, dictionary: records)
      log.append(contentsOf: set.fullLog)
      guard let first = set.usable.first else { return nil }
      record = first
    }
    record.values.merge(paper.values) { $1 }
    return record
  }
}
