import Diagnostics
import Values

extension RecordSet {
  /// Warns of records that may be of one person, each with the first it may repeat.
  ///
  /// Rows that share a reference, such as a membership number, are known to be of one person and aren't
  /// compared; neither are rows of one identity number, which `checkRepeatedIDs()` reports.
  mutating func checkNearDuplicates() {
    guard let name = dictionary.fields.first(where: { $0.type == .name })?.name else { return }
    let subjects = records.map { NearDuplicate.Subject($0.record, name: name, dictionary: dictionary) }
    let named = subjects.indices.filter { !subjects[$0].name.isEmpty }
    var reported: Set<Int> = []
    for finding in NearDuplicate.all(among: named.map { subjects[$0] }, limit: 16) {
      let (first, second) = (named[finding.first], named[finding.second])
      guard finding.reason != .sameIdentity, !reported.contains(second), !sharesReference(first, second)
      else { continue }
      reported.insert(second)
      let places = [first, second].map { records[$0].record.origins[name] ?? records[$0].record.location }
      records[second].log.warning(
        .nearDuplicate(finding.reason, places[0].row, places[1].row), at: places[1],
        hints: [.compareRows(at: places[0])])
    }
  }

  private func sharesReference(_ first: Int, _ second: Int) -> Bool {
    let (a, b) = (records[first].record.values, records[second].record.values)
    return dictionary.fields.contains { field in
      field.type == .reference && a[field.name] != nil && a[field.name] == b[field.name]
    }
  }
}

extension NearDuplicate.Subject {
  /// The person a record is of: the first identity and mobile numbers it states.
  fileprivate init(_ record: Record, name: String, dictionary: DataDictionary) {
    let numbers = [FieldType.id, .mobile].map { type in
      dictionary.fields.lazy.filter { $0.type == type }.compactMap { field -> String? in
        guard case .identifier(let number)? = record.values[field.name] else { return nil }
        return number.stored
      }.first
    }
    var own = ""
    if case .name(let stated)? = record.values[name] { own = stated }
    self.init(name: own, identity: numbers[0], mobile: numbers[1])
  }
}

extension Diagnostic.Message {
  fileprivate static func nearDuplicate(_ reason: NearDuplicate, _ first: Int, _ second: Int)
    -> Diagnostic.Message
  {
    .init(
      "records.near-duplicate", arabic: "لعل الصفين \(first) و\(second) لشخص واحد: \(reason.arabic)",
      english: "Rows \(first) and \(second) may be of one person: \(reason.english)")
  }
}
