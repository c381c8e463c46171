public import Diagnostics
public import Values

/// What one row states, by the fields of the data dictionary.
public struct Record: Hashable, Sendable {
  /// The values by `Field.name`; a field without a value is absent.
  public var values: FieldValues
  /// Where each value stands, by `Field.name`.
  public var origins: FieldOrigins
  /// Where the parts of each item of a list stand, by the list's `Field.name`.
  public var itemOrigins: FieldMap<[FieldOrigins]> = [:]
  /// The fields whose value isn't known, and has its message already: nothing more is said of them.
  public var doubts: FieldDoubts = [:]
  /// Where the record stands: a file and row.
  public var location: SourceLocation

  /// A record by its parts.
  public init(values: FieldValues, origins: FieldOrigins, location: SourceLocation) {
    self.values = values
    self.origins = origins
    self.location = location
  }

  /// Puts in doubt those of `fields` that have neither a value nor a doubt.
  mutating func doubt(_ fields: some Sequence<FieldKey>, as doubt: FieldDoubt) {
    for field in fields where values[field] == nil && doubts[field] == nil { doubts[field] = doubt }
  }
}

/// A record with all that was wrong with its row or put right in it.
public struct ReadRecord: Hashable, Sendable {
  /// What the row states, as far as it could be read.
  public var record: Record
  /// What was found in the row; with an error in it the record may not become a letter.
  public var log: DiagnosticLog

  /// A record with its log.
  public init(record: Record, log: DiagnosticLog) {
    self.record = record
    self.log = log
  }
}
