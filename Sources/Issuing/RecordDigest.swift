import Cryptography
import Records
import Values

/// The digest of what a letter states: the same record and template give the same digest on any machine.
enum RecordDigest {
  /// SHA-256 over the template's text and the record's values in order of field name.
  static func bytes(of record: Record, template: String) -> [UInt8] {
    var bytes = Array(template.utf8)
    bytes.append(0)
    append(record.values, to: &bytes)
    return SHA256Digest(of: bytes).bytes
  }

  /// SHA-256 of the record's values alone, in hexadecimal.
  static func hexadecimal(of record: Record) -> String {
    var bytes: [UInt8] = []
    append(record.values, to: &bytes)
    return SHA256Digest(of: bytes).description
  }

  private static func append(_ values: FieldValues, to bytes: inout [UInt8]) {
    append(values, inOrder: values.placesByName, to: &bytes)
  }

  private static func append(_ values: FieldValues, inOrder order: [Int], to bytes: inout [UInt8]) {
    for place in order {
      let (name, value) = values[place]
      bytes += name.utf8
      bytes.append(1)
      append(value, to: &bytes)
      bytes.append(2)
    }
  }

  private static func append(_ value: Value, to bytes: inout [UInt8]) {
    switch value {
    case .text(let text), .paragraph(let text), .name(let text), .choice(let text): bytes += text.utf8
    case .identifier(let identifier): bytes += identifier.stored.utf8
    case .address(let address):
      let parts = [
        address.building, address.street, address.district, address.city, address.postcode,
        address.additional, address.unit, address.short,
      ]
      for (index, part) in parts.enumerated() {
        if index > 0 { bytes.append(3) }
        if let part { bytes += part.utf8 }
      }
      // Addresses without a box keep the digest they had before boxes were known.
      if let box = address.postBox { bytes += [3] + box.utf8 }
    case .date(let date):
      bytes += "\(date.day.year)-\(date.day.month)-\(date.day.day) \(date.entered)".utf8
    case .money(let money): bytes += "\(money.minorUnits) \(money.currency)".utf8
    case .integer(let number): bytes += "\(number)".utf8
    case .boolean(let flag): bytes += "\(flag)".utf8
    case .gender(let gender): bytes += gender.rawValue.utf8
    case .personKind(let kind): bytes += kind.rawValue.utf8
    case .list(let rows):
      // The rows of a table mostly state the same fields.
      var order: [Int] = []
      for index in rows.indices {
        if index == 0 || !rows[index].listsSameFields(as: rows[index - 1]) {
          order = rows[index].placesByName
        }
        bytes.append(4)
        append(rows[index], inOrder: order, to: &bytes)
      }
    }
  }
}
