import Foundation
import TestSupport
import Testing
import Transfer

@Suite struct SMTPSessionTests {
  static let message = Array("Subject: test\r\n\r\nfirst\r\n.second\r\n..third\r\n.\r\nlast\r\n".utf8)

  private func delivery(_ recipients: String..., message: [UInt8] = message) throws -> SMTPDelivery {
    SMTPDelivery(
      sender: try #require(EnvelopeAddress("office@association.example")),
      recipients: try recipients.map { try #require(EnvelopeAddress($0)) }, message: message)
  }

  private func plain(_ server: TestServer, reply: Duration = .seconds(20)) throws -> SMTPSession {
    try SMTPSession(
      SMTPServer(
        host: "127.0.0.1", port: server.port, encryption: .opportunistic, clientName: "association.example",
        replyTimeout: reply))
  }

  /// The kind of outcome, its phase and the server's code: what decides what happens next.
  private func summary(_ outcome: SMTPOutcome) -> String {
    func facts(_ failure: SMTPOutcome.Failure) -> String {
      switch failure.reason {
      case .reply(let reply): "\(failure.phase.rawValue) \(reply.code)"
      case .transfer(let error): "\(failure.phase.rawValue) \("\(error)".prefix { $0 != ":" })"
      case .internationalAddressUnsupported: "\(failure.phase.rawValue) no SMTPUTF8"
      }
    }
    return switch outcome {
    case .accepted(let reply): "accepted \(reply.code)"
    case .refused(let failure): "refused \(facts(failure))"
    case .deferred(let failure): "deferred \(facts(failure))"
    case .unknown(let failure): "unknown \(facts(failure))"
    case .unavailable(let failure): "unavailable \(facts(failure))"
    }
  }

  @Test func aMessageArrivesByteForByte() throws {
    let server = try TestServer.mail()
    let session = try plain(server)
    #expect(session.deliver(try delivery("member@example.com")).map(summary) == ["accepted 250"])
    #expect(session.deliver(try delivery("other@example.com")).map(summary) == ["accepted 250"])
    let messages = try server.messages()
    #expect(messages.map(\.envelope.to) == [["member@example.com"], ["other@example.com"]])
    #expect(messages.map(\.bytes) == [Self.message, Self.message])
    #expect(messages[0].envelope.from == "office@association.example")
    #expect(!messages[0].envelope.options.contains("SMTPUTF8"))
  }

  @Test(arguments: [
    ("reject-550@a.example", "refused recipient 550", 0),
    ("reject-451@a.example", "deferred recipient 451", 0),
    ("data-554@a.example", "refused content 554", 0), ("data-451@a.example", "deferred content 451", 0),
    ("end-554@a.example", "refused end 554", 0), ("end-452@a.example", "deferred end 452", 0),
    ("cut-rcpt@a.example", "deferred recipient no connection", 0),
    ("cut@a.example", "unknown end no connection", 1),
    ("later-1@a.example", "deferred recipient 451", 0),
  ]) func eachFailureIsToldApart(recipient: String, expected: String, kept: Int) throws {
    let server = try TestServer.mail()
    let session = try plain(server)
    #expect(session.deliver(try delivery(recipient)).map(summary) == [expected])
    #expect(try server.messages().count == kept)
    // Whatever happened, the session serves the next message.
    #expect(session.deliver(try delivery("member@example.com")).map(summary) == ["accepted 250"])
  }

  @Test func aConnectionCutInsideTheMessageHasDeliveredNothing() throws {
    let server = try TestServer.mail()
    let line = Array((String(repeating: "x", count: 76) + "\r\n").utf8)
    let large = Array("Subject: large\r\n\r\n".utf8) + (0..<100_000).flatMap { _ in line }
    let outcome = try plain(server).deliver(try delivery("cut-data@a.example", message: large)).map(summary)
    #expect(outcome == ["deferred content no connection"])
    #expect(try server.messages().isEmpty)
  }

  @Test func aReplyThatComesTooLateLeavesTheOutcomeUnknown() throws {
    let server = try TestServer.mail()
    let patient = try plain(server).deliver(try delivery("slow-1@a.example")).map(summary)
    #expect(patient == ["accepted 250"])
    let hasty = try plain(server, reply: .seconds(8))
    #expect(hasty.deliver(try delivery("hang@a.example")).map(summary) == ["unknown end the time was over"])
    // The late reply can't be taken for the next message's.
    #expect(hasty.deliver(try delivery("member@example.com")).map(summary) == ["accepted 250"])
    #expect(try server.messages().count == 3)
  }

  @Test func eachRecipientHasAResultOfItsOwn() throws {
    let server = try TestServer.mail()
    let outcomes = try plain(server).deliver(
      try delivery("reject-550@a.example", "good@a.example", "reject-450@a.example", "fine@a.example"))
    let expected = ["refused recipient 550", "accepted 250", "deferred recipient 450", "accepted 250"]
    #expect(outcomes.map(summary) == expected)
    #expect(try server.messages().map(\.envelope.to) == [["good@a.example", "fine@a.example"]])
    let none = try plain(server).deliver(try delivery("reject-550@a.example", "reject-450@a.example"))
    #expect(none.map(summary) == ["refused recipient 550", "deferred recipient 450"])
  }

  @Test(arguments: [
    ("--greeting", "554 no service", "unavailable greeting 554"),
    ("--greeting", "421 busy", "deferred greeting 421"),
    ("--refuse-sender", "550 5.7.1 not you", "unavailable sender 550"),
    ("--refuse-sender", "451 4.3.0 wait", "deferred sender 451"),
    ("--refuse-sender", "552 5.3.4 too large", "refused sender 552"),
  ]) func aServerThatTurnsUsAwayIsNoFaultOfTheRecipient(option: String, reply: String, expected: String)
    throws
  {
    let server = try TestServer.mail(option, reply)
    #expect(try plain(server).deliver(try delivery("member@example.com")).map(summary) == [expected])
  }

  @Test func aMessageOverTheServersSizeIsRefusedForItself() throws {
    let server = try TestServer.mail()
    let large = Self.message + [UInt8](repeating: 0x78, count: 11 << 20) + [13, 10]
    #expect(
      try plain(server).deliver(try delivery("a@b.example", message: large)).map(summary) == [
        "refused sender 552"
      ])
  }

  @Test func noServerIsAMatterOfTime() throws {
    let server = SMTPServer(host: "127.0.0.1", port: 1, encryption: .opportunistic)
    let outcome = try SMTPSession(server).deliver(try delivery("member@example.com")).map(summary)
    #expect(outcome == ["deferred greeting no connection"])
  }

  @Test func anInternationalAddressNeedsAServerThatTakesIt() throws {
    let able = try TestServer.mail()
    #expect(try plain(able).deliver(try delivery("عضو@example.com")).map(summary) == ["accepted 250"])
    let received = try #require(try able.messages().first)
    #expect(received.envelope.to == ["عضو@example.com"] && received.envelope.options.contains("SMTPUTF8"))
    let unable = try TestServer.mail("--without", "SMTPUTF8")
    let outcome = try plain(unable).deliver(try delivery("عضو@example.com")).map(summary)
    #expect(outcome == ["refused content no SMTPUTF8"])
    #expect(try unable.messages().isEmpty)
    // A domain alone goes out as A-labels, which every server takes.
    #expect(try plain(unable).deliver(try delivery("office@مثال.example")).map(summary) == ["accepted 250"])
    #expect(try unable.messages().first?.envelope.to == ["office@xn--mgbh0fb.example"])
  }

  @Test(arguments: [
    "", "a", "@b", "a@", "a@b@c", "a b@c.example", "a@b.example\r\nRCPT TO:<x@y>", "a@b.example>",
    "<a@b.example",
    "a..b@c.example", ".a@c.example", "a@b..c", "a\u{202E}b@c.example", "a\u{200F}@c.example",
    "a,b@c.example",
    "\"a b\"@c.example", "a@b_c.example", String(repeating: "a", count: 65) + "@b.example",
  ]) func whatIsNoAddressIsNone(text: String) {
    #expect(EnvelopeAddress(text) == nil)
  }
}
