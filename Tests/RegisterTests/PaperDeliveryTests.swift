import Diagnostics
import Register
import Testing
import Values

/// What the register says of letters that go by post or by hand.
@Suite struct PaperDeliveryTests {
  private func posted(
    _ facts: [EntryColumn: String] = [:], in office: TemporaryRegister, by channel: String = "post"
  ) throws -> RegisterEntry {
    var log = DiagnosticLog()
    let entry = try office.register.recording(at: office.now, log: &log) { recording, _ in
      let entry = try recording.record(.letter(facts))
      try recording.enqueue(entry, channel: channel)
      return entry
    }
    return try #require(entry)
  }

  /// Says a word of an entry's letter a minute later; whether it could be said.
  private func say(
    _ word: PaperDelivery, of entry: RegisterEntry, in office: TemporaryRegister, tracking: String? = nil,
    receiver: String? = nil, capacity: String? = nil, reason: String? = nil
  ) throws -> Bool {
    office.now.seconds += 60
    let item = try #require(try office.register.outbox(of: entry).last)
    let delivery = Delivery(
      channel: item.channel, state: word.rawValue, at: office.now, by: "منيرة", reason: reason,
      tracking: tracking, receiver: receiver, capacity: capacity)
    return try office.register.enter(word, of: item, saying: delivery)
  }

  @Test func aLetterThatCameBackIsSentAgain() throws {
    let office = try TemporaryRegister()
    let entry = try posted(in: office)
    #expect(try office.register.deliveryStand(of: entry)?.state == "queued")
    #expect(try say(.sent, of: entry, in: office, tracking: "RR1SA"))
    #expect(try !say(.sent, of: entry, in: office))
    #expect(try say(.returned, of: entry, in: office, reason: "لم يستدل على العنوان"))
    #expect(try office.register.outbox(of: entry).map(\.state) == [.failed])
    #expect(try say(.sent, of: entry, in: office, tracking: "RR2SA"))
    #expect(try say(.delivered, of: entry, in: office))
    #expect(try office.register.outbox(of: entry).map(\.state) == [.sent])
    let log = try office.register.deliveries(of: entry)
    #expect(log.map(\.state) == ["sent", "returned", "sent", "delivered"])
    #expect(log.map(\.attempt) == [1, 1, 2, 2] && log.map(\.tracking) == ["RR1SA", nil, "RR2SA", nil])
    let stand = try #require(try office.register.deliveryStand(of: entry))
    #expect(stand.state == "delivered" && stand.tracking == "RR2SA" && stand.at == office.now)
    #expect(try office.register.deliveryStands() == [entry.position: stand])
  }

  /// Who took a letter, and in what capacity, is a person's like any other name: sealed under a key, shown only where all
  /// is, and destroyed.
  @Test(arguments: [false, true]) func whoTookALetterIsKeptAsAPersonsName(isEncrypted: Bool) throws {
    let office = try TemporaryRegister(key: isEncrypted ? RegisterKey(bytes: Array(0..<32)) : nil)
    let entry = try posted([.retentionClass: "letters"], in: office, by: "hand")
    #expect(try say(.handedOver, of: entry, in: office, receiver: "سعد الشيحي", capacity: "وكيله"))
    let taken = try #require(try office.register.deliveries(of: entry).last)
    #expect(taken.receiver == "سعد الشيحي" && taken.capacity == "وكيله" && taken.reason == nil)
    for words in ["سعد الشيحي", "وكيله"] {
      #expect(try office.bytes.contains(Array(words.utf8)) == !isEncrypted)
    }
    let table = RegisterTable(exposure: .masked)
    let cells = table.cells(of: entry, stand: try office.register.deliveryStand(of: entry))
    let shown = Dictionary(uniqueKeysWithValues: zip(table.headings, cells))
    #expect(shown["حال الإرسال"] == "سُلّم" && shown["وقته"] == RegisterTable.text(of: office.now))
    #expect(cells.count == table.headings.count)

    office.now.seconds += 6 * 366 * 86_400
    var log = DiagnosticLog()
    let rule = RetentionRule(documents: "letters", years: 5, basis: "سياسة الحفظ")
    _ = try office.register.recording(at: office.now, log: &log) {
      try $0.destroy(entry.number, rule: rule, by: "منيرة", approver: "سلمان", log: &$1)
    }
    #expect(log.diagnostics == [])
    try office.register.wipe()
    let rest = try #require(try office.register.deliveries(of: entry).last)
    #expect(rest.state == "handed-over" && rest.receiver == nil && rest.capacity == nil)
    for words in ["سعد الشيحي", "وكيله"] { #expect(try !office.bytes.contains(Array(words.utf8))) }
  }

  @Test func aTrackingNumberIsShownOnlyWhereAllIs() throws {
    let office = try TemporaryRegister()
    let entry = try posted(in: office)
    #expect(try say(.sent, of: entry, in: office, tracking: "RR1SA"))
    let stand = try office.register.deliveryStand(of: entry)
    #expect(RegisterTable(exposure: .whole).cells(of: entry, stand: stand).contains("RR1SA"))
    #expect(!RegisterTable(exposure: .masked).cells(of: entry, stand: stand).contains("RR1SA"))
  }

  @Test func nothingIsSaidOfWhatIsNotSent() throws {
    let office = try TemporaryRegister()
    let entry = try posted(in: office)
    var log = DiagnosticLog()
    _ = try office.register.recording(at: office.now, log: &log) { recording, _ in
      try recording.cancelQueue(of: entry)
    }
    #expect(try !say(.delivered, of: entry, in: office) && !say(.sent, of: entry, in: office))
    #expect(try office.register.deliveryStand(of: entry)?.state == "cancelled")
  }
}
