public import Records
public import Register

/// Finds the record that an issued letter was made from: the register itself holds only its hash.
public struct IssuedRecords: Sendable {
  private let desk: CaseDesk?
  private let records: [ReadRecord]
  private let numbering: Numbering

  /// A finder among an office's cases and the records of a file.
  public init(desk: CaseDesk?, records: [ReadRecord], numbering: Numbering) {
    self.desk = desk
    self.records = records
    self.numbering = numbering
  }

  /// The record of an entry's letter, exactly as it was then; `nil` where it is nowhere.
  public func record(of entry: RegisterEntry) throws -> Record? {
    if let record = try desk?.record(of: entry) { return record }
    return records.first { entry.states($0.record, under: numbering) }?.record
  }
}
