import Foundation
public import Records
import Values

extension Value {
  /// The text that is read as this value again; `nil` for a list.
  var entered: String? {
    switch self {
    case .text(let text), .paragraph(let text), .name(let text), .choice(let text): text
    case .identifier(let identifier): identifier.stored
    case .address(let address): address.lines.joined(separator: "، ")
    case .date(let date): date.entered
    case .money(let money):
      "\(money.minorUnits / 100).\(money.minorUnits % 100 < 10 ? "0" : "")\(money.minorUnits % 100)"
    case .integer(let number): String(number)
    case .boolean(let value): value ? "نعم" : "لا"
    case .gender(let gender): gender == .masculine ? "ذكر" : "أنثى"
    case .personKind(let kind): kind == .unknown ? nil : kind.rawValue
    case .list: nil
    }
  }

  /// What stands for this value in a JSON file of records.
  fileprivate var json: Any? {
    guard case .list(let items) = self else { return entered }
    return items.map(\.json)
  }
}

extension FieldValues {
  /// What stands for these values in a JSON file of records.
  fileprivate var json: [String: Any] { reduce(into: [:]) { $0[$1.key] = $1.value.json } }
}

extension [Record] {
  /// A JSON file that is read as these records again, the same bytes for the same records.
  public func json() throws -> [UInt8] {
    let objects = map(\.values.json)
    let data = try JSONSerialization.data(
      withJSONObject: objects, options: [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes])
    return [UInt8](data)
  }
}
