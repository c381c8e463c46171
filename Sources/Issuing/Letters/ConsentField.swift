import Records
import Register
import Values

/// The fields in which a record says whether its person may be written to by a channel.
enum ConsentField {
  private static let names = [
    "email": "الموافقة على البريد الإلكتروني", "sms": "الموافقة على الرسائل النصية",
  ]

  /// What a record says of a channel; nothing if it doesn't.
  static func says(_ record: Record, of channel: String) -> Bool? {
    guard let name = names[channel], case .boolean(let answer)? = record.values[name] else { return nil }
    return answer
  }

  /// Everything that a record says of consent.
  static func all(in record: Record) -> [(channel: String, isGiven: Bool)] {
    names.keys.sorted().compactMap { channel in says(record, of: channel).map { (channel, $0) } }
  }

  /// The field's name.
  static func name(for channel: String) -> String { names[channel] ?? "" }
}
