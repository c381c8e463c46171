import Cryptography
import Records
import Values

/// The digest of what a letter states: the same record and template give the same digest on any machine.
struct RecordDigest: Sendable {
  /// The record's values in order of field name.
  private var values: [UInt8] = []

  /// The digest of a record.
  init(of record: Record) {
    values.reserveCapacity(1024)
    Self.append(record.values, inOrder: record.values.placesByName, to: &values)
  }

  /// SHA-256 over a template's text and the values.
  func bytes(template: String) -> [UInt8] {
    SHA256Digest(of: Array(template.utf8) + [0] + values).bytes
  }

  /// SHA-256 of the values alone, in hexadecimal.
  var hexadecimal: String { SHA256Digest(of: values).description }

  private static func append(_ values: FieldValues, inOrder order: [Int], to bytes: inout [UInt8]) {
    for place in order {
      bytes += values[place].key.utf8
      bytes.append(1)
      append(values[place].value, to: &bytes)
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
      // Piece by piece: a text made of all of them costs several times as much.
      bytes += String(date.day.year).utf8
      bytes.append(0x2D)
      bytes += String(date.day.month).utf8
      bytes.append(0x2D)
      bytes += String(date.day.day).utf8
      bytes.append(0x20)
      bytes += date.entered.utf8
    case .money(let money):
      bytes += String(money.minorUnits).utf8
      bytes.append(0x20)
      bytes += money.currency.utf8
    case .integer(let number): bytes += String(number).utf8
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
