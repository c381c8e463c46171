import Foundation
import PDF
import Records
import Templates
import Themes
import Values

/// What a letter states, for programs: it rides along in the letter's file as JSON.
///
/// It holds the fields that the template names and the letter's own number, date and code, nothing else of the
/// record.
enum LetterData {
  /// The file's name among the attachments.
  static let fileName = "letter-data.json"

  /// The file to attach to the letter of `record`, whose printed code is `code`.
  static func attachment(
    of record: Record, code: String?, template: LoadedTemplate, office: Office
  ) throws(IssuingError) -> Attachment {
    let named = template.template.fieldNames.compactMap { office.dictionary.field(named: $0)?.name }
    let letter = [Theme.letterNumber.name, Theme.letterDate.name]
    var fields: [String: Any] = [:]
    for name in named + letter { fields[name] = record.values[name].map { json($0, by: office.calendar) } }
    var document: [String: Any] = ["fields": fields]
    document["code"] = code
    do {
      let bytes = try JSONSerialization.data(
        withJSONObject: document, options: [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes])
      return Attachment(
        name: fileName, description: "بيانات الخطاب المقروءة آلياً", mediaType: "application/json",
        bytes: Array(bytes))
    } catch {
      throw .failed("\(error)")
    }
  }

  /// A value as JSON: text as stored, days in ISO 8601, amounts in whole minor units.
  private static func json(_ value: Value, by calendar: UmmAlQura) -> Any {
    switch value {
    case .text(let text), .paragraph(let text), .name(let text), .choice(let text): text
    case .identifier(let identifier): identifier.stored
    case .address(let address): json(address)
    case .date(let date): json(date, by: calendar)
    case .money(let money):
      ["minorUnits": money.minorUnits, "currency": "\(money.currency)"] as [String: Any]
    case .integer(let number): number
    case .boolean(let flag): flag
    case .gender(let gender): gender.rawValue
    case .personKind(let kind): kind.rawValue
    case .list(let rows):
      rows.map { row -> [String: Any] in row.reduce(into: [:]) { $0[$1.key] = json($1.value, by: calendar) } }
    }
  }

  /// A day; where the office's calendar has another Hijri day for it than the official one, that too.
  private static func json(_ date: DateValue, by calendar: UmmAlQura) -> [String: String] {
    var parts = ["day": date.day.iso, "entered": date.entered]
    let hijri = calendar.hijri(date.day)
    if hijri != HijriDate(date.day) { parts[hijriKey] = hijri?.numeric }
    return parts
  }

  /// The key of a day's Hijri date.
  static let hijriKey = "hijri"

  private static func json(_ address: NationalAddress) -> [String: String] {
    [
      "building": address.building, "street": address.street, "district": address.district,
      "city": address.city,
      "postcode": address.postcode, "additional": address.additional, "unit": address.unit,
      "short": address.short, "postBox": address.postBox,
    ].compactMapValues(\.self)
  }
}
