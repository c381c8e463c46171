public import Records
import Values

/// The records that a run is for: those whose fields have the wanted values.
public struct RecordSelection: Hashable, Sendable {
  /// The wanted value of each field, as the record prints it.
  public var wanted: [String: String]

  /// A selection by wanted values.
  public init(wanted: [String: String]) { self.wanted = wanted }

  /// Whether `record` is wanted.
  ///
  /// A record that doesn't state a field the selection asks for is kept: what is wrong with it
  /// must be heard of.
  public func contains(_ record: Record) -> Bool {
    wanted.allSatisfy { field, text in
      guard let value = record.values[field] else { return true }
      return Self.text(of: value) == text
    }
  }

  private static func text(of value: Value) -> String? {
    switch value {
    case .text(let text), .paragraph(let text), .name(let text), .choice(let text): text
    case .identifier(let identifier): identifier.stored
    case .integer(let number): String(number)
    case .boolean(let flag): flag ? "نعم" : "لا"
    case .gender(let gender): gender.rawValue
    case .personKind(let kind): kind.rawValue
    case .address, .date, .money, .list: nil
    }
  }
}
