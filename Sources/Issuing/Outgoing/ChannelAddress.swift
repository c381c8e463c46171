public import Diagnostics
public import Records
import Values

extension Issuer {
  /// Says so where a letter is to go a way on which nothing reaches its record's person: no address to send it to, or one
  /// that the post can't find.
  ///
  /// - Parameters:
  ///   - record: the letter's record.
  ///   - channel: the way that was chosen for it: `email`, `sms`, `post`, `hand`.
  ///   - log: takes what is missing.
  public func checkAddress(of record: Record, for channel: String, log: inout DiagnosticLog) {
    let type: FieldType
    switch channel {
    case "email": type = .email
    case "sms": type = .mobile
    case "post": type = .address
    default: return
    }
    // What can't be read has its own message already.
    let isInDoubt = composer.office.records.fields.contains {
      $0.type == type && record.doubts[$0.name] != nil
    }
    if isInDoubt { return }
    guard type == .address else {
      guard Self.address(in: record, channel) == nil else { return }
      log.error(.noAddress(channel), at: record.location, hints: [.otherWay])
      return
    }
    let addresses = record.values.compactMap { name, value in
      if case .address(let address) = value { (name, address) } else { nil }
    }
    if addresses.isEmpty { log.error(.noAddress(channel), at: record.location, hints: [.otherWay]) }
    guard let (name, _) = addresses.first, !addresses.contains(where: { $1.isComplete }) else { return }
    log.error(.addressIsShort, at: record.origins[name] ?? record.location, hints: [.otherWay])
  }
}

extension Diagnostic.Message {
  fileprivate static func noAddress(_ channel: String) -> Self {
    Self(
      "issuing.channel-no-address", arabic: "ليس في السجل عنوان للإرسال بطريقة \u{2068}\(channel)\u{2069}",
      english: "The record has no address for \(channel)")
  }
  fileprivate static let addressIsShort = Self(
    "issuing.channel-address-incomplete",
    arabic: "العنوان لا يكفي البريد: يلزمه رقم المبنى أو صندوق البريد، والمدينة والرمز البريدي",
    english: "The post can't find this address: it needs a building number or a box, a city and a postcode")
}

extension Diagnostic.Hint {
  fileprivate static let otherWay = Self(
    arabic: "أكمل العنوان في السجل، أو اختر طريقة أخرى في --channel",
    english: "Complete the address in the record, or choose another way with --channel")
}
