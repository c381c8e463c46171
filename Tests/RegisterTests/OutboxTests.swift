import Diagnostics
import Dispatch
import Register
import Synchronization
import Testing
import Values

@Suite struct OutboxTests {
  @Test func anItemIsClaimedOnceWhoeverAsks() throws {
    let office = try TemporaryRegister()
    try queue(20, in: office)
    let others = try (0..<3).map { _ in try office.another() }
    let claimed = Mutex<[Int]>([])
    let now = office.now
    DispatchQueue.concurrentPerform(iterations: 3) { index in
      while let item = try? others[index].claim(channel: "email", at: now) {
        claimed.withLock { $0.append(item.id) }
      }
    }
    #expect(claimed.withLock { $0.sorted() } == Array(1...20))
    #expect(try office.register.outboxCounts(channel: "email") == [.sending: 20])
  }

  @Test func aFailureWaitsForItsTimeAndIsLogged() throws {
    let office = try TemporaryRegister()
    let entry = try queue(1, in: office)[0]
    let item = try #require(try office.register.claim(channel: "email", at: office.now))
    #expect(
      item.attempts == 1 && item.address == "member@example.org" && item.message == "out-1447-000001.email")
    let later = Moment(seconds: office.now.seconds + 300)
    try office.register.settle(item, as: .queued, at: office.now, reason: "451", retry: later)
    #expect(try office.register.claim(channel: "email", at: office.now) == nil)
    let again = try #require(try office.register.claim(channel: "email", at: later))
    #expect(again.attempts == 2)
    try office.register.settle(again, as: .sent, at: later, reason: "250")
    #expect(try office.register.claim(channel: "email", at: later) == nil)
    let log = try office.register.deliveries(of: entry)
    #expect(log.map(\.state) == ["retry", "sent"] && log.map(\.attempt) == [1, 2])
  }

  @Test func whatWasBeingSentAtACrashIsAskedAbout() throws {
    let office = try TemporaryRegister()
    try queue(1, in: office)
    _ = try office.register.claim(channel: "email", at: office.now)
    let later = Moment(seconds: office.now.seconds + 600)
    #expect(try office.another().claim(channel: "email", at: later) == nil)
    #expect(try office.another().outbox(channel: "email", in: [.sending]).count == 1)
  }

  @Test func whatIsQueuedForAVoidedEntryIsTakenBack() throws {
    let office = try TemporaryRegister(key: RegisterKey(bytes: Array(0..<32)))
    let entry = try queue(1, in: office)[0]
    var log = DiagnosticLog()
    let isAll = try office.register.recording(at: office.now, log: &log) { recording, _ in
      try recording.cancelQueue(of: entry)
    }
    #expect(isAll == true)
    #expect(try office.register.outbox(of: entry).map(\.state) == [.cancelled])
    #expect(try office.register.claim(channel: "email", at: office.now) == nil)
  }

  @discardableResult
  private func queue(_ count: Int, in office: TemporaryRegister) throws -> [RegisterEntry] {
    var log = DiagnosticLog()
    let entries = try office.register.recording(at: office.now, log: &log) { recording, _ in
      try (0..<count).map { _ in
        let entry = try recording.record(.letter())
        try recording.enqueue(entry, channel: "email", address: "member@example.org")
        return entry
      }
    }
    return entries ?? []
  }
}
