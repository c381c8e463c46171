import Diagnostics
import Foundation
import TestSupport
import Values

@testable import Records

/// The files the tests read, and ways to look at what was read.
enum Fixture {
  /// The path of a fixture.
  static func path(_ name: String) -> String { Repository.file("Tests/RecordsTests/Fixtures/" + name).path() }

  /// The bytes of a fixture.
  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: path(name))))
  }

  /// Each diagnostic as severity, id, sheet, row and column.
  static func lines(_ log: DiagnosticLog) -> [String] {
    log.diagnostics.map { diagnostic in
      let head = "\(diagnostic.severity) \(diagnostic.message.id)"
      guard case .cell(_, let sheet, let row, let column) = diagnostic.location else { return head }
      return head + " " + [sheet, String(row), column].compactMap { $0 }.joined(separator: "/")
    }
  }

  /// A value as a test writes it.
  static func text(_ value: Value?) -> String {
    switch value {
    case nil: ""
    case .text(let text), .paragraph(let text), .name(let text), .choice(let text): text
    case .identifier(let identifier): identifier.stored
    case .date(let date): date.calendar == .gregorian ? date.day.iso : "\(date.day.iso) = \(date.entered)"
    case .money(let money): String(money.minorUnits)
    case .integer(let number): String(number)
    case .boolean(let flag): String(flag)
    case .gender(let gender): gender.rawValue
    case .personKind(let kind): kind.rawValue
    case .address(let address): address.short ?? address.city ?? "address"
    case .list(let items): items.map(text(of:)).joined(separator: " | ")
    }
  }

  private static func text(of item: FieldValues) -> String {
    item.keys.sorted().reversed().map { name in name + "=" + text(item[name]) }.joined(separator: "،")
  }

  /// The fields that the fixtures' columns fill.
  static let dictionary = DataDictionary(fields: [
    Field(name: "رقم العضوية", alias: "membership_no", type: .reference),
    Field(name: "الاسم", alias: "name", type: .name, isRequired: true, sensitivity: .personal),
    Field(name: "رقم الهوية", alias: "national_id", type: .id, sensitivity: .personal),
    Field(name: "الجوال", alias: "mobile", type: .mobile, sensitivity: .personal),
    Field(name: "الجنس", alias: "gender", type: .gender),
    Field(name: "تاريخ الميلاد", alias: "birth_date", type: .date),
    Field(name: "المبلغ", alias: "amount", type: .money),
    Field(name: "عدد الأبناء", alias: "children", type: .integer),
    Field(name: "مؤهل", alias: "eligible", type: .boolean),
    Field(name: "رقم الطلب", alias: "request_no", type: .reference),
    Field(
      name: "المستندات", alias: "documents", type: .list,
      fields: [
        Field(name: "المستند", alias: "document", type: .text, isRequired: true),
        Field(name: "تاريخ الانتهاء", alias: "expiry", type: .date),
      ], source: .init(sheet: "المستندات", key: "رقم الطلب")),
  ])

  /// What a table gives by the fixtures' dictionary.
  static func records(_ table: SourceTable, isPartial: Bool = true) -> RecordSet {
    RecordReader(dictionary: dictionary, isPartial: isPartial).records(of: table)
  }

  /// Each record as the values of its columns, parted by bars.
  static func rows(_ set: RecordSet) -> [String] {
    let fields = set.columns.compactMap(\.field)
    return set.records.map { read in fields.map { text(read.record.values[$0]) }.joined(separator: "|") }
  }
}
