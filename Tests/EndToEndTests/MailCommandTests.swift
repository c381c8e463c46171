import Cryptography
import Foundation
import TestSupport
import Testing

/// `khitab mail`: what is queued goes out once, over a real SMTP server, whatever happens in between.
@Suite struct MailCommandTests {
  private static func server(_ arguments: String...) throws -> TestServer {
    try TestServer("aiosmtpd-server", arguments, takesFolder: true)
  }

  @Test func everyLetterGoesOutOnceWithItsFile() throws {
    let server = try Self.server()
    let desk = try IssuingDesk(members: 4)
    try desk.writesMail(to: server)
    try desk.issueAll()
    let dry = try desk.mail(["send", "--dry-run", desk.path + "/dry"])
    #expect(dry.code == 0 && dry.errors.contains("4 messages written, none sent"), "\(dry.errors)")
    #expect(try desk.folder.contents(of: "dry").keys.sorted().first == "out-1448-000001.email.eml")
    #expect(try desk.states() == Array(repeating: "queued", count: 4))
    let sent = try desk.mail(["send"])
    #expect(sent.code == 0 && sent.errors.contains("4 sent, 0 failed"), "\(sent.errors)")
    #expect(try desk.mail(["send"]).errors.contains("0 sent, 0 failed"))
    let mails = try ReadMail.read(server.folder)
    let entries = try desk.query("SELECT reference, file_sha256 FROM entries ORDER BY number")
    #expect(mails.count == 4 && mails.flatMap(\.defects).isEmpty)
    for (mail, entry) in zip(mails, entries) {
      let parts = entry.split(separator: "|").map(String.init)
      #expect(mail.identifier == "<\(parts[0].lowercased()).email@sana-alkhair.example>")
      #expect(mail.from.address == "khidma@sana-alkhair.example" && mail.from.name.contains("سنا الخير"))
      #expect(mail.replyTo?.address == "khidma@sana-alkhair.example")
      let file = try #require(mail.parts.first { $0.type == "application/pdf" })
      #expect(file.name == "SANA-\(parts[0]).pdf")
      let bytes = file.content.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
      #expect(SHA256Digest(of: bytes).description == parts[1])
      // The words say which letter it is, and nothing of what it says.
      #expect(mail.parts.allSatisfy { $0.type == "application/pdf" || !$0.content.contains("ريال") })
    }
    #expect(try desk.states() == Array(repeating: "sent", count: 4))
    #expect(try desk.query("SELECT DISTINCT state, attempt, done_by FROM deliveries") == ["sent|1|منيرة"])
  }

  /// Killed at any moment: nobody gets a letter twice, and what may have arrived is asked about.
  @Test func aSenderThatIsKilledAgainAndAgainSendsNothingTwice() throws {
    let count = BatchTests.scale("KHITAB_CRASH_LETTERS", 24)
    let server = try Self.server("--delay", "0.03")
    let desk = try IssuingDesk(members: count)
    try desk.writesMail(to: server)
    try desk.issueAll()
    for round in 0..<BatchTests.scale("KHITAB_CRASH_KILLS", 8) {
      let process = Program.start(
        Program.path, ["mail", "send", "--office", desk.path, "--quiet"], environment: desk.environment)
      process.standardError = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      // At another moment each time, after a message or two of its own went out.
      let before = try server.messages().count
      while process.isRunning, try server.messages().count <= before { usleep(2_000) }
      usleep(UInt32(round % 8 * 9_000))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    let last = try desk.mail(["send"])
    let states = try desk.states()
    let unknown = try desk.query(
      "SELECT reference, address FROM outbox JOIN entries ON entry = position WHERE state = 'unknown'"
    ).map { $0.split(separator: "|").map(String.init) }
    #expect(!unknown.isEmpty && states.count { $0 == "sent" } == count - unknown.count, "\(last.errors)")
    for row in unknown { #expect(last.errors.contains("whether the mail of \(row[0]) arrived")) }
    // A person asks, and answers; here the server's own files are asked.
    let arrived = Set(try server.messages().flatMap(\.envelope.to))
    for row in unknown {
      let word = arrived.contains(row[1]) ? "--sent" : "--again"
      let answer = try desk.mail(["resolve", row[0], word, "--reason", "بالهاتف"])
      #expect(answer.code == 0, "\(answer.errors)")
    }
    #expect(try desk.mail(["send"]).code == 0)
    let recipients = try server.messages().flatMap(\.envelope.to)
    #expect(recipients.count == count && Set(recipients).count == count)
    #expect(try desk.states() == Array(repeating: "sent", count: count))
  }

  @Test func aRefusalIsForGoodOrForNow() throws {
    let server = try Self.server()
    let desk = try IssuingDesk(members: 3)
    var members = (1...3).map { IssuingDesk.member($0) }
    members[0]["البريد الإلكتروني"] = "refuse-550@wadi.example"
    members[1]["البريد الإلكتروني"] = "later-451@wadi.example"
    try desk.write(members)
    try desk.writesMail(to: server)
    try desk.issueAll()
    let start = Int(Date().timeIntervalSince1970)
    func moment(_ minutes: Int) -> String {
      let date = Date(timeIntervalSince1970: TimeInterval(start + minutes * 60))
      return date.formatted(.iso8601)
    }
    let first = try desk.mail(["send"], at: moment(1))
    #expect(first.code == 1 && first.errors.contains("1 sent, 1 failed, 1 to try again"), "\(first.errors)")
    #expect(try desk.states() == ["failed", "queued", "sent"])
    // Before its time nothing is tried; at its time it is, and after all attempts it fails.
    #expect(try desk.mail(["send"], at: moment(4)).errors.contains("0 sent, 0 failed, 0 to try again"))
    var minutes = 1
    for delay in [5, 15, 60, 240, 720, 1_440, 1_440] {
      minutes += delay
      _ = try desk.mail(["send"], at: moment(minutes))
    }
    #expect(try desk.states() == ["failed", "failed", "sent"])
    #expect(try desk.query("SELECT attempts FROM outbox ORDER BY entry") == ["1", "8", "1"])
    let status = try desk.mail(["status"])
    #expect(status.output.contains("OUT-1448-000001\tfailed\t1\t550 5.1.1 not here"))
    // The address is put right, and the letter goes out.
    let again = try desk.mail([
      "resolve", "OUT-1448-000001", "--again", "--address", "noura@wadi.example", "--reason", "صححته",
    ])
    #expect(again.code == 0, "\(again.errors)")
    #expect(try desk.mail(["send"], at: moment(minutes + 1)).code == 0)
    #expect(try server.messages().last?.envelope.to == ["noura@wadi.example"])
  }

  @Test func aWrongPasswordStopsTheRunAndLosesNothing() throws {
    let authority = try TestAuthority()
    let server = try TestServer.mail(
      "--tls", "starttls", "--certificate", authority.certificate, "--key", authority.key, "--login",
      "khidma:right-secret")
    var desk = try IssuingDesk(members: 1)
    try desk.writesMail(
      to: server, "المستخدم: khidma\nكلمة المرور: env:KHITAB_MAIL_PASSWORD\nجهات التوثيق: ca.pem")
    let file = desk.folder.url.appending(path: "mail.yaml")
    let settings = try String(contentsOf: file, encoding: .utf8)
    try settings.replacing("إن أمكنت", with: "لازمة").write(to: file, atomically: true, encoding: .utf8)
    try FileManager.default.copyItem(atPath: authority.authority, toPath: desk.path + "/ca.pem")
    try desk.issueAll()
    let missing = try desk.mail(["send"])
    #expect(missing.code == 1 && missing.errors.contains("[issuing.mail-no-password]"), "\(missing.errors)")
    desk.environment["KHITAB_MAIL_PASSWORD"] = "wrong-secret"
    let wrong = try desk.mail(["send"])
    #expect(wrong.code == 3 && wrong.errors.contains("nothing is lost: 535"), "\(wrong.errors)")
    #expect(!wrong.errors.contains("wrong-secret"))
    #expect(try desk.query("SELECT state, attempts FROM outbox") == ["queued|0"])
    desk.environment["KHITAB_MAIL_PASSWORD"] = "right-secret"
    #expect(try desk.mail(["send"]).code == 0)
    #expect(try server.messages().map(\.envelope.secure) == [true])
  }

  @Test func anExpiredCertificateStopsTheRunAndLosesNothing() throws {
    let authority = try TestAuthority(names: "IP:127.0.0.1", expired: true)
    let server = try TestServer.mail(
      "--tls", "implicit", "--certificate", authority.certificate, "--key", authority.key)
    let desk = try IssuingDesk(members: 1)
    try desk.writesMail(to: server, "جهات التوثيق: \(authority.authority)")
    let file = desk.folder.url.appending(path: "mail.yaml")
    let settings = try String(contentsOf: file, encoding: .utf8)
    try settings.replacing("إن أمكنت", with: "من البداية").write(to: file, atomically: true, encoding: .utf8)
    try desk.issueAll()
    let refused = try desk.mail(["send"])
    #expect(refused.code == 3 && refused.errors.contains("certificate"), "\(refused.errors)")
    #expect(try desk.query("SELECT state, attempts FROM outbox") == ["queued|0"])
    #expect(try server.messages().isEmpty)
  }

  @Test func aServerOutOfReachLosesNothing() throws {
    let desk = try IssuingDesk(members: 1)
    var server: TestServer? = try Self.server()
    if let server { try desk.writesMail(to: server) }
    server = nil
    try desk.issueAll()
    let process = Program.start(
      Program.path, ["mail", "send", "--office", desk.path, "--lang", "en"], environment: desk.environment)
    process.standardError = FileHandle.nullDevice
    try process.run()
    usleep(700_000)
    // While it waits for the server nothing is held: a kill leaves nothing to ask about.
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    #expect(try desk.query("SELECT state, attempts FROM outbox") == ["queued|0"])
  }

  /// What only waited for the server is none of the messages that the limit counts.
  @Test func aLimitDoesNotHideThatTheServerIsAway() throws {
    let desk = try IssuingDesk(members: 2)
    var server: TestServer? = try Self.server()
    if let server { try desk.writesMail(to: server) }
    server = nil
    try desk.issueAll()
    let run = try desk.mail(["send", "--limit", "1", "--patience", "2"])
    #expect(run.code == 3 && run.errors.contains("nothing is lost"), "\(run.errors)")
    #expect(try desk.query("SELECT DISTINCT state, attempts FROM outbox") == ["queued|0"])
  }

  @Test func aSecondSignalEndsASenderThatWaitsForAnAnswer() throws {
    let server = try Self.server("--delay", "60")
    let desk = try IssuingDesk(members: 1)
    try desk.writesMail(to: server)
    try desk.issueAll()
    let process = Program.start(
      Program.path, ["mail", "send", "--office", desk.path, "--lang", "en"], environment: desk.environment)
    process.standardError = FileHandle.nullDevice
    try process.run()
    sleep(4)
    let clock = ContinuousClock.now
    for _ in 1...20 where process.isRunning {
      kill(process.processIdentifier, SIGTERM)
      usleep(200_000)
    }
    process.waitUntilExit()
    #expect(ContinuousClock.now - clock < .seconds(10))
    #expect(try desk.query("SELECT state FROM outbox") == ["sending"])
  }

  @Test func oneProcessSendsAtATime() throws {
    let server = try Self.server("--delay", "1.5")
    let desk = try IssuingDesk(members: 2)
    try desk.writesMail(to: server)
    try desk.issueAll()
    let process = Program.start(
      Program.path, ["mail", "send", "--office", desk.path], environment: desk.environment)
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    while try server.messages().isEmpty { usleep(20_000) }
    let second = try desk.mail(["send"])
    #expect(second.code == 1 && second.errors.contains("[khitab.mail-sender-at-work]"), "\(second.errors)")
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(try server.messages().count == 2 && desk.states() == ["sent", "sent"])
  }

  /// Who says no isn't written to: not at issue, and not after a later no.
  @Test func consentDecidesWhoIsWrittenTo() throws {
    let server = try Self.server()
    let desk = try IssuingDesk(members: 3)
    var members = (1...3).map { IssuingDesk.member($0) }
    members[0]["الموافقة على البريد الإلكتروني"] = "لا"
    members[1]["الموافقة على البريد الإلكتروني"] = "نعم"
    try desk.write(members)
    try desk.writesMail(to: server)
    let refused = try desk.issue(row: 1, ["--channel", "email"])
    #expect(refused.code == 1 && refused.errors.contains("[issuing.no-consent]"), "\(refused.errors)")
    for row in 1...3 { #expect(try desk.issue(row: row).code == 0) }
    #expect(try desk.query("SELECT channel FROM outbox ORDER BY entry") == ["hand", "email", "email"])
    #expect(try desk.mail(["consent", "0002"]).output.contains("\temail\tgiven\tمنيرة\tOUT-1448-000002"))
    #expect(try desk.mail(["consent", "0003", "--withdrawn", "--basis", "بالهاتف"]).code == 0)
    let sent = try desk.mail(["send"])
    #expect(
      sent.code == 1 && sent.output.contains("out-1448-000003.email\twithheld\tno-consent"), "\(sent.output)")
    #expect(try server.messages().count == 1)
    #expect(try desk.mail(["consent", "0003", "--given"]).code == 0)
    let mistyped = try desk.mail(["consent", "3", "--withdrawn"])
    #expect(
      mistyped.code == 0 && mistyped.errors.contains("[khitab.consent-unknown-party]"), "\(mistyped.errors)")
    #expect(try desk.mail(["consent", " ", "--withdrawn"]).code == 2)
    #expect(try desk.mail(["resolve", "1448/3", "--again", "--reason", " "]).code == 2)
    let answer = desk.path + "/answer.json"
    #expect(
      try desk.run(["register", "subject", "0003", "--office", desk.path, "--output", answer]).code == 0)
    let held = try String(contentsOfFile: answer, encoding: .utf8)
    #expect(held.contains("\"withdrawn\"") && held.contains("member3@wadi.example"), "\(held)")
    #expect(try desk.mail(["resolve", "1448/3", "--again", "--reason", "وافق"]).code == 0)
    #expect(try desk.mail(["send"]).code == 0)
    #expect(try server.messages().count == 2)
  }

  @Test func aFileThatWasChangedOrIsGoneIsNotSent() throws {
    let server = try Self.server()
    let desk = try IssuingDesk(members: 3)
    try desk.writesMail(to: server)
    try desk.issueAll()
    try FileManager.default.removeItem(atPath: desk.path + "/letters/1448/SANA-OUT-1448-000001.pdf")
    try Data("%PDF-1.7".utf8).write(
      to: desk.folder.url.appending(path: "letters/1448/SANA-OUT-1448-000002.pdf"))
    let sent = try desk.mail(["send"])
    #expect(sent.code == 1, "\(sent.errors)")
    #expect(try server.messages().count == 1 && desk.states() == ["failed", "failed", "sent"])
    let reasons = try desk.query("SELECT reason FROM deliveries WHERE state = 'failed' ORDER BY entry")
    #expect(reasons == ["document-missing", "document-changed"])
  }
}
