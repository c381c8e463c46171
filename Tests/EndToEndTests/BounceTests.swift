import Foundation
import TestSupport
import Testing

/// `khitab mail bounces`: what other servers say, entered once.
@Suite struct BounceTests {
  private static func report(_ identifier: String, action: String, status: String) -> String {
    """
    From: MAILER-DAEMON@mail.example
    To: khidma@sana-alkhair.example
    Subject: Undelivered Mail Returned to Sender
    MIME-Version: 1.0
    Content-Type: multipart/report; report-type=delivery-status; boundary="b"

    --b
    Content-Type: text/plain

    Sorry.
    --b
    Content-Type: message/delivery-status

    Reporting-MTA: dns; mail.example

    Final-Recipient: rfc822; somebody@wadi.example
    Action: \(action)
    Status: \(status)
    Diagnostic-Code: smtp; \(status.first == "4" ? "452" : "550") \(status) <somebody@wadi.example>: no

    --b
    Content-Type: text/rfc822-headers

    Subject: letter
    Message-ID: <\(identifier)>

    --b--

    """
  }

  /// A report as a mail program saves it is read; what is no mailbox at all isn't taken for one without reports.
  @Test func oneSavedReportIsReadAndWhatIsNoMailboxIsSaid() throws {
    let server = try TestServer("aiosmtpd-server", [], takesFolder: true)
    let desk = try IssuingDesk(members: 1)
    try desk.writesMail(to: server)
    try desk.issueAll()
    #expect(try desk.mail(["send"]).code == 0)
    for other in ["records.json", "register.db", "letters"] {
      let refused = try desk.mail(["bounces", desk.path + "/" + other])
      #expect(refused.code == 1 && refused.errors.contains("[khitab.no-mailbox]"), "\(refused.errors)")
    }
    let report = Self.report(
      "out-1448-000001.email@sana-alkhair.example", action: "failed", status: "5.1.1"
    ).replacing("<somebody@wadi.example>", with: "\u{202E}\u{1B}[31m<somebody@wadi.example>")
    let file = desk.folder.url.appending(path: "report.eml")
    try report.write(to: file, atomically: true, encoding: .utf8)
    let read = try desk.mail(["bounces", file.path])
    #expect(read.output == "OUT-1448-000001\thard\t5.1.1\n", "\(read.errors)")
    let status = try Program.run(
      ["mail", "status", "1448/1", "--office", desk.path, "--lang", "ar"], environment: desk.environment)
    #expect(status.output.contains("رُد نهائياً") && !status.output.contains("bounced"), "\(status.output)")
    #expect(!status.output.contains("\u{202E}") && !status.output.contains("\u{1B}"))
  }

  @Test(arguments: ["maildir", "mbox"]) func bouncesGoIntoTheLogOfDeliveriesOnce(kind: String) throws {
    let server = try TestServer("aiosmtpd-server", [], takesFolder: true)
    let desk = try IssuingDesk(members: 3)
    try desk.writesMail(to: server)
    try desk.issueAll()
    #expect(try desk.mail(["send"]).code == 0)
    let own = "@sana-alkhair.example"
    let messages = [
      Self.report("out-1448-000001.email" + own, action: "failed", status: "5.1.1"),
      Self.report("out-1448-000002.email" + own, action: "failed", status: "4.2.2"),
      Self.report("out-1448-000003.email" + own, action: "delayed", status: "4.4.1"),
      // Somebody else's message under our number, a number never given, and an answer from a person.
      Self.report("out-1448-000003.email@elsewhere.example", action: "failed", status: "5.1.1"),
      Self.report("out-1448-000009.email" + own, action: "failed", status: "5.1.1"),
      "From: a@b.example\nSubject: شكراً\n\nشكراً لكم\n",
    ]
    let box = desk.folder.url.appending(path: "bounces")
    if kind == "mbox" {
      try messages.map { "From MAILER-DAEMON Thu Nov 26 12:00:00 2026\n\($0)\n" }.joined().write(
        to: box, atomically: true, encoding: .utf8)
    } else {
      for folder in ["new", "cur", "tmp"] {
        try FileManager.default.createDirectory(
          at: box.appending(path: folder), withIntermediateDirectories: true)
      }
      for (index, message) in messages.enumerated() {
        try message.write(to: box.appending(path: "new/\(index).mail"), atomically: true, encoding: .utf8)
      }
    }
    let read = try desk.mail(["bounces", box.path])
    #expect(read.errors.contains("3 reports entered, 0 known before, 2 not ours, 1 other"), "\(read.errors)")
    #expect(read.output == "OUT-1448-000001\thard\t5.1.1\nOUT-1448-000002\tsoft\t4.2.2\n")
    #expect(try desk.states() == ["failed", "failed", "sent"])
    let log = try desk.query(
      "SELECT entry, state, reason FROM deliveries WHERE state <> 'sent' ORDER BY entry")
    #expect(
      log == [
        "1|bounced-hard|5.1.1 550 5.1.1 <…>: no", "2|bounced-soft|4.2.2 452 4.2.2 <…>: no",
        "3|delayed|4.4.1 452 4.4.1 <…>: no",
      ])
    if kind == "maildir" {
      // The postmaster's program has read it since: another name, the same report.
      try FileManager.default.moveItem(
        at: box.appending(path: "new/0.mail"), to: box.appending(path: "cur/0.mail:2,S"))
    }
    let again = try desk.mail(["bounces", box.path])
    #expect(again.errors.contains("0 reports entered, 3 known before, 2 not ours"), "\(again.errors)")

    // The letter goes another way; the e-mail isn't sent again.
    let other = ["resolve", "OUT-1448-000001", "--by-channel", "post", "--reason", "العنوان مغلق"]
    #expect(try desk.mail(other).output == "OUT-1448-000001\tpost\n")
    #expect(try desk.states("post") == ["queued"] && desk.states().first == "cancelled")
    #expect(try desk.mail(other).code == 1)
    #expect(try desk.mail(["send"]).errors.contains("0 sent"))
    #expect(try server.messages().count == 3)
  }
}
