import Foundation
import Mail
import TestSupport
import Testing
import Transfer

@Suite struct MailSenderTests {
  /// An outbox in memory that behaves as one on disk: what is claimed and not settled stays claimed.
  final class Outbox {
    struct Row {
      var recipient: String
      var state = "queued"
      var attempts = 0
      var reason = ""
      var due = Duration.zero
    }

    var rows: [Row]
    var time = Duration.zero
    var waits: [Duration] = []
    /// After how many more claims the process «dies» before it settles.
    var settlementsLeft = Int.max

    struct Death: Error {}

    init(_ recipients: [String]) { rows = recipients.map { Row(recipient: $0) } }

    var queue: MailQueue {
      MailQueue(
        isDue: { [self] in rows.contains { $0.state == "queued" && $0.due <= time } },
        claim: { [self] in
          guard let index = rows.firstIndex(where: { $0.state == "queued" && $0.due <= time }) else {
            return nil
          }
          rows[index].state = "sending"
          rows[index].attempts += 1
          return QueuedMail(id: index, name: "out-1448-\(index)", attempt: rows[index].attempts)
        },
        prepare: { [self] mail in
          let recipient = rows[mail.id].recipient
          if recipient == "refuses-mail" { return .withheld(.noConsent) }
          guard EnvelopeAddress(recipient) != nil else { return .withheld(.badAddress) }
          return .message(try sampleMessage(recipient: recipient, identifier: mail.name))
        },
        settle: { [self] mail, settlement in
          if settlementsLeft == 0 { throw Death() }
          settlementsLeft -= 1
          switch settlement {
          case .sent: rows[mail.id].state = "sent"
          case .failed(let reason): (rows[mail.id].state, rows[mail.id].reason) = ("failed", reason)
          case .retry(_, let delay): (rows[mail.id].state, rows[mail.id].due) = ("queued", time + delay)
          case .unknown: rows[mail.id].state = "unknown"
          case .withheld(let reason): rows[mail.id].state = reason.rawValue
          case .released:
            (rows[mail.id].state, rows[mail.id].attempts) = ("queued", rows[mail.id].attempts - 1)
          }
        })
    }

    func sender(
      _ session: SMTPSession, rate: RateLimit? = nil, schedule: RetrySchedule = RetrySchedule()
    ) -> MailSender {
      MailSender(
        queue: queue, rate: rate, schedule: schedule, reconnection: RetryPolicy(attempts: 3),
        now: { self.time },
        wait: {
          self.waits.append($0); self.time += $0
        },
        deliver: { session.deliver($0).first ?? .accepted(SMTPReply(code: 250, text: "")) })
    }

    var states: [String] { rows.map(\.state) }
  }

  private func session(_ port: Int, reply: Duration = .seconds(20)) throws -> SMTPSession {
    try SMTPSession(
      SMTPServer(host: "127.0.0.1", port: port, encryption: .opportunistic, replyTimeout: reply))
  }

  @Test func everyMessageEndsWhereItBelongs() throws {
    let server = try TestServer.mail()
    let outbox = Outbox([
      "a@b.example", "reject-550@b.example", "refuses-mail", "nonsense", "cut@b.example", "end-554@b.example",
      "later-2@b.example", "cut-rcpt@b.example", "data-451@b.example", "c@b.example",
    ])
    let sender = outbox.sender(
      try session(server.port), schedule: RetrySchedule(delays: [.seconds(60), .seconds(60)]))
    let summary = try sender.run()
    let first = [
      "sent", "failed", "no-consent", "bad-address", "unknown", "failed", "queued", "queued", "queued",
      "sent",
    ]
    #expect(outbox.states == first)
    #expect(summary.sent == 2 && summary.failed == 2 && summary.withheld == 2)
    #expect(summary.unknown == 1 && summary.retried == 3 && summary.stop == nil)
    // Nothing is due before its time; then the grey-listed one goes out, and the others fail after three attempts.
    let early = try sender.run()
    #expect(early.sent + early.failed + early.retried + early.unknown + early.withheld == 0)
    for _ in 0..<2 {
      outbox.time += .seconds(60)
      _ = try sender.run()
    }
    #expect(outbox.states == Array(first.prefix(6)) + ["sent", "failed", "failed", "sent"])
    #expect(outbox.rows[7].attempts == 3)
    #expect(outbox.rows[1].reason == "550 5.1.1 no mailbox … here (at recipient)")
    // Nobody got anything twice.
    let recipients = try server.messages().flatMap(\.envelope.to).sorted()
    #expect(recipients == ["a@b.example", "c@b.example", "cut@b.example", "later-2@b.example"])
  }

  @Test func whatMayHaveBeenSentIsNotSentAgain() throws {
    let server = try TestServer.mail()
    let outbox = Outbox((0..<20).map { $0 % 4 == 3 ? "cut@b\($0).example" : "m\($0)@b.example" })
    // The process dies between sending and settling, again and again.
    for left in [0, 3, 1, 0, 5] {
      outbox.settlementsLeft = left
      #expect(throws: Outbox.Death.self) { _ = try outbox.sender(try session(server.port)).run() }
    }
    outbox.settlementsLeft = .max
    let summary = try outbox.sender(try session(server.port)).run()
    #expect(summary.stop == nil)
    let recipients = try server.messages().flatMap(\.envelope.to)
    #expect(recipients.count == 20 && Set(recipients).count == 20)
    // Five stand as claimed, and are asked about.
    #expect(outbox.states.filter { $0 == "sending" }.count == 5)
    #expect(!outbox.states.contains("queued"))
  }

  @Test func aServerOutOfReachEndsTheRunAndLosesNothing() throws {
    let outbox = Outbox(["a@b.example", "c@b.example"])
    let summary = try outbox.sender(try session(1)).run()
    #expect(outbox.states == ["queued", "queued"] && outbox.rows.map(\.attempts) == [0, 0])
    #expect(summary.stop?.phase == .greeting && summary.sent == 0)
    #expect(outbox.waits == [.seconds(1), .seconds(4)])
    let refusing = try TestServer.mail("--refuse-sender", "550 5.7.1 not you")
    #expect(try outbox.sender(try session(refusing.port)).run().stop?.phase == .sender)
    #expect(outbox.states == ["queued", "queued"])
    let server = try TestServer.mail()
    #expect(try outbox.sender(try session(server.port)).run().sent == 2)
  }

  @Test func aSlowServerIsWaitedForAndAnImpatientOfficeAsks() throws {
    let server = try TestServer.mail()
    let outbox = Outbox(["slow-1@b.example", "hang@b.example", "m@b.example"])
    let summary = try outbox.sender(try session(server.port, reply: .seconds(8))).run()
    #expect(outbox.states == ["sent", "unknown", "sent"], "\(outbox.rows) \(summary)")
    #expect(try server.messages().count == 3)
  }

  @Test func messagesKeepTheirDistance() throws {
    let server = try TestServer.mail()
    let outbox = Outbox((0..<4).map { "m\($0)@b.example" })
    _ = try outbox.sender(try session(server.port), rate: RateLimit(perMinute: 30)).run()
    #expect(outbox.waits == [.seconds(2), .seconds(2), .seconds(2)])
    #expect(RateLimit(perMinute: 60).delay(last: .seconds(10), now: .seconds(20)) == .zero)
  }

  @Test func aRunEndsBetweenTwoMessages() throws {
    let server = try TestServer.mail()
    let outbox = Outbox((0..<4).map { "m\($0)@b.example" })
    var left = 2
    _ = try outbox.sender(try session(server.port)).run(mayContinue: {
      left -= 1; return left >= 0
    })
    #expect(outbox.states == ["sent", "sent", "queued", "queued"])
  }

  @Test func theCoveringNoteNamesTheLetterAndNothingInIt() {
    let note = CoveringNote(
      for: .init(association: "جمعية البر", number: "1448/125", date: "1448/06/16هـ", code: "7KQ2-M4XP"))
    #expect(note.subject == "خطاب رقم \u{2066}1448/125\u{2069} من جمعية البر")
    #expect(note.text.contains("ورمز التحقق من صحة الخطاب: \u{2066}7KQ2-M4XP\u{2069}."))
    #expect(note.text.components(separatedBy: "\n\n").count == 5)
  }
}
