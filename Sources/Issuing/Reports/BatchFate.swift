public import Register

/// What became of one record of a batch, without anything of the person.
public struct BatchFate: Hashable, Sendable, Encodable {
  /// Which record of the file it is, from 1.
  public var record: Int
  /// The letter's canonical number.
  public var number: String?
  /// The number as it is printed.
  public var printed: String?
  /// SHA-256 of the letter's file.
  public var sha256: String?
  /// The way it goes.
  public var channel: String?
  /// How far it has come.
  public var outbox: String?
  /// The last word about it in the log of deliveries.
  public var reason: String?
  /// Whether another server or a person said that it arrived.
  public var isDelivered = false
  /// The ids of what stood against a letter.
  public var refusals: [String]
  /// The ids of what a person should have looked at.
  public var warnings: [String]

  /// How far it has come.
  var state: OutboxItem.State? { outbox.flatMap(OutboxItem.State.init(rawValue:)) }
}

extension BatchPlan {
  /// What became of each record, in their order.
  public func fates(of batch: String, in register: Register) throws -> [BatchFate] {
    var query = Register.Query()
    (query.batch, query.limit) = (batch, members.count)
    let entries = Dictionary(try register.search(query).map { ($0[.member] ?? "", $0) }) { first, _ in first }
    return try members.map { member in
      var fate = BatchFate(record: member.ordinal, refusals: member.refusals, warnings: member.warnings)
      // Who stands twice in the plan has one mark; the letter is the first record's.
      guard member.isEligible, let entry = entries[member.mark] else { return fate }
      let item = try register.outbox(of: entry).last
      let log = try register.deliveries(of: entry).filter { $0.channel == item?.channel }
      fate.number = entry.number.description
      fate.printed = entry.printed
      fate.sha256 = entry[.file]
      fate.channel = item?.channel
      fate.outbox = item?.state.rawValue
      fate.reason = log.last?.reason
      fate.isDelivered = log.contains { $0.state == "delivered" || $0.state == "handed-over" }
      return fate
    }
  }
}
