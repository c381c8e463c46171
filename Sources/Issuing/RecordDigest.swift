import Cryptography
import Records
import Values

/// The digest of what a letter states: the same record and template give the same digest on any machine.
enum RecordDigest {
  /// SHA-256 over the template's text and the record's values in order of field name.
  static func bytes(of record: Record, template: String) -> [UInt8] {
    let text = template + "\u{0}" + canonical(record.values)
    return SHA256Digest(of: Array(text.utf8)).bytes
  }

  /// SHA-256 of the record's values alone, in hexadecimal.
  static func hexadecimal(of record: Record) -> String {
    SHA256Digest(of: Array(canonical(record.values).utf8)).description
  }

  private static func canonical(_ values: [String: Value]) -> String {
    values.sorted { $0.key < $1.key }.map { "\($0.key)\u{1}\(canonical($0.value))\u{2}" }.joined()
  }

  private static func canonical(_ value: Value) -> String {
    switch value {
    case .text(let text), .paragraph(let text), .name(let text), .choice(let text): text
    case .identifier(let identifier): identifier.stored
    case .address(let address):
      [
        address.building, address.street, address.district, address.city, address.postcode,
        address.additional,
        address.unit, address.short,
      ].map { $0 ?? "" }.joined(separator: "\u{3}")
    case .date(let date): "\(date.day.year)-\(date.day.month)-\(date.day.day) \(date.entered)"
    case .money(let money): "\(money.minorUnits) \(money.currency)"
    case .integer(let number): "\(number)"
    case .boolean(let flag): "\(flag)"
    case .gender(let gender): gender.rawValue
    case .personKind(let kind): kind.rawValue
    case .list(let rows): rows.map { "\u{4}" + canonical($0) }.joined()
    }
  }
}
