public import Diagnostics
public import Records
public import Values

/// The records that a run is for: those whose fields have the wanted values.
///
/// Of one field any of its wanted values will do; of several fields each must have one of its own. A field without a
/// value has none of them.
public struct RecordSelection: Hashable, Sendable {
  private var conditions: [Condition] = []

  /// A field and the values that are wanted of it.
  private struct Condition: Hashable {
    var field: String
    var values: [Value]
  }

  /// The selection of pairs of a field and a value, as a person writes them.
  ///
  /// - Parameters:
  ///   - wanted: the pairs. A field is named as a column's heading names it; a value is read by the field's type.
  ///   - dictionary: the fields.
  ///   - calendar: the calendar of Hijri dates, with the office's corrections.
  ///   - log: takes what can't be asked for.
  public init?(
    _ wanted: [(field: String, value: String)], dictionary: DataDictionary, calendar: UmmAlQura = .official,
    log: inout DiagnosticLog
  ) {
    var own = DiagnosticLog()
    for pair in wanted {
      guard let field = dictionary.field(headed: pair.field) else {
        let hint = dictionary.hint(forHeading: pair.field) ?? .fieldsAreInDictionary
        own.error(.unknownField(pair.field), hints: [hint])
        continue
      }
      guard let value = Self.value(pair.value, of: field, calendar: calendar, log: &own) else { continue }
      if let known = conditions.firstIndex(where: { $0.field == field.name }) {
        conditions[known].values.append(value)
      } else {
        conditions.append(Condition(field: field.name, values: [value]))
      }
    }
    log.append(contentsOf: own)
    if own.hasErrors { return nil }
  }

  private static func value(
    _ text: String, of field: Field, calendar: UmmAlQura, log: inout DiagnosticLog
  ) -> Value? {
    guard field.type != .list else {
      log.error(.listField(field.name))
      return nil
    }
    let reading = field.read(text, calendar: calendar)
    let place = SourceLocation.setting(file: "--only", path: field.name)
    for var diagnostic in reading.diagnostics where diagnostic.severity == .error {
      diagnostic.location = place
      log.append(diagnostic)
    }
    if reading.value == nil, !reading.diagnostics.contains(where: { $0.severity == .error }) {
      log.error(.noValue, at: place, hints: [.writeValue])
    }
    return reading.value
  }

  /// Whether `record` is wanted.
  public func contains(_ record: Record) -> Bool {
    conditions.allSatisfy { condition in
      guard let value = record.values[condition.field] else { return false }
      return condition.values.contains { Self.isSame($0, value) }
    }
  }

  /// The places of the wanted records among `records`.
  ///
  /// What can't be read in a wanted field is warned of, because its record may have been meant. That nothing was found
  /// is an error.
  public func places(among records: [ReadRecord], log: inout DiagnosticLog) -> [Int] {
    guard !conditions.isEmpty else { return Array(records.indices) }
    let places = records.indices.filter { contains(records[$0].record) }
    for read in records { warn(of: read, log: &log) }
    if places.isEmpty {
      let file = records.first?.record.location.file
      log.error(
        .noneFound(conditions.map(\.field), of: records.count), at: file.map(SourceLocation.file),
        hints: [.compareValues])
    }
    return places
  }

  private func warn(of read: ReadRecord, log: inout DiagnosticLog) {
    for condition in conditions where read.record.doubts[condition.field] != nil {
      let place = read.record.origins[condition.field] ?? read.record.location
      log.warning(.unreadable(condition.field), at: place, hints: [.mendCell])
    }
  }

  /// Whether two values are the same to whoever looks for one: words in any spelling that the register's search takes
  /// for the same, days in either calendar.
  private static func isSame(_ wanted: Value, _ stated: Value) -> Bool {
    if let words = words(of: wanted), let others = Self.words(of: stated) {
      let (key, other) = (NameForm.looseSearchKey(words), NameForm.looseSearchKey(others))
      return key.isEmpty ? words == others : key == other
    }
    if case .date(let day) = wanted, case .date(let other) = stated { return day.day == other.day }
    return wanted == stated
  }

  private static func words(of value: Value) -> String? {
    switch value {
    case .text(let text), .paragraph(let text), .name(let text), .choice(let text): text
    default: nil
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func unknownField(_ name: String) -> Self {
    Self(
      "issuing.only-unknown-field",
      arabic: "لا تُختار السجلات بالحقل «\u{2068}\(name)\u{2069}»، فليس في قاموس البيانات",
      english: "Records can't be chosen by “\(name)”: it isn't in the data dictionary")
  }
  fileprivate static func listField(_ name: String) -> Self {
    Self(
      "issuing.only-list", arabic: "الحقل «\u{2068}\(name)\u{2069}» قائمة، ولا تُختار السجلات بقائمة",
      english: "“\(name)” is a list, and records can't be chosen by one")
  }
  fileprivate static let noValue = Self(
    "issuing.only-without-value", arabic: "لم تُذكر القيمة المطلوبة من هذا الحقل",
    english: "The wanted value of this field is empty")
  fileprivate static func unreadable(_ field: String) -> Self {
    Self(
      "issuing.only-unreadable",
      arabic: "لم يُختر هذا السجل، لأن قيمة «\u{2068}\(field)\u{2069}» فيه لا تُقرأ فلا يُعرف أهو المراد",
      english: "This record wasn't chosen: its “\(field)” can't be read, so it may or may not be meant")
  }
  fileprivate static func noneFound(_ fields: [String], of count: Int) -> Self {
    let names = fields.map { "«\u{2068}\($0)\u{2069}»" }
    return Self(
      "issuing.only-finds-none",
      arabic: "السجلات \(count)، وليس فيها ما قيمة \(names.joined(separator: " و")) فيه هي المطلوبة",
      english: "None of \(count) records has the wanted value of “\(fields.joined(separator: "” and “"))”")
  }
}

extension Diagnostic.Hint {
  fileprivate static let fieldsAreInDictionary = Self(
    arabic: "أسماء الحقول في ملف القاموس fields.yaml",
    english: "The fields are named in the dictionary, fields.yaml")
  fileprivate static let writeValue = Self(
    arabic: "اكتبها بعد علامة =: الحقل=القيمة", english: "Write it after the =: field=value")
  fileprivate static let mendCell = Self(
    arabic: "صحح القيمة إن كان هو المراد", english: "Mend the value if it is the one you mean")
  fileprivate static let compareValues = Self(
    arabic: "قارن القيمة بما في الملف، وتأكد أنه الملف والورقة المقصودان",
    english: "Compare the value with the file's, and check that the file and sheet are the right ones")
}
