import Records
import Values

/// What tells the members of a batch apart: the party's number, and the request where the record is of one.
enum MemberKey {
  /// The key of a record; `nil` if it can't be told whose it is.
  static func text(of record: Record, office: Office) -> String? {
    guard let party = office.party(of: record) else { return nil }
    guard case .identifier(let request)? = record.values["رقم الطلب"] else { return party }
    return "\(party) \(request.stored)"
  }

  /// Whether a record's key isn't known, because a number of it can't be read.
  static func isInDoubt(in record: Record, office: Office) -> Bool {
    record.doubts["رقم الطلب"] != nil || office.isPartyInDoubt(in: record)
  }
}
