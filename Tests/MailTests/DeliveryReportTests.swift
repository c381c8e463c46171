import Foundation
import Mail
import TestSupport
import Testing
import Transfer

@Suite struct DeliveryReportTests {
  static func report(
    _ status: String, original: String = "Message-ID: <out-1448-000125.email@association.example>"
  )
    -> String
  {
    """
    From: MAILER-DAEMON@mail.example
    To: office@association.example
    Subject: Undelivered Mail Returned to Sender
    MIME-Version: 1.0
    Content-Type: multipart/report; report-type=delivery-status;
     boundary="abc/def=x"

    preamble
    --abc/def=x
    Content-Type: text/plain; charset=us-ascii

    Sorry.
    --abc/def=x
    Content-Type: message/delivery-status

    \(status)
    --abc/def=x
    Content-Type: message/rfc822

    Subject: the letter
    \(original)

    body
    --abc/def=x--
    """
  }

  private static let head =
    "Reporting-MTA: dns; mail.example\nArrival-Date: Thu, 26 Nov 2026 15:00:00 +0300\n\n"

  @Test(arguments: [
    (
      "Final-Recipient: rfc822; noura@example.com\nAction: failed\nStatus: 5.1.1\n"
        + "Diagnostic-Code: smtp; 550 5.1.1 <noura@example.com>: no\n such user", "failed", "5.1.1", false
    ),
    (
      "Final-Recipient: rfc822; a@b\nAction: Delayed (again)\nStatus: 4.4.1 (no answer)", "delayed", "4.4.1",
      true
    ),
    ("Final-Recipient: rfc822; a@b\nAction: failed\nStatus: 4.2.2", "failed", "4.2.2", true),
    ("Original-Recipient: rfc822;a@b\nACTION:failed", "failed", "5.0.0", false),
    ("Final-Recipient: rfc822; a@b\nAction: delivered\nStatus: 2.1.5", "delivered", "2.1.5", false),
  ]) func aReportSaysWhatHappened(status: String, action: String, code: String, isSoft: Bool) throws {
    for lineEnd in ["\n", "\r\n"] {
      let text = Self.report(Self.head + status).replacing("\n", with: lineEnd)
      let report = try #require(DeliveryReport(message: Array(text.utf8)))
      let recipient = try #require(report.recipients.first)
      #expect(report.recipients.count == 1)
      #expect(recipient.action.rawValue == action && recipient.status == code && recipient.isSoft == isSoft)
      #expect(report.identifier?.name == "out-1448-000125.email")
      if status.contains("Diagnostic") {
        #expect(recipient.diagnostic == "550 5.1.1 <…>: no such user")
      }
    }
  }

  @Test func aReportMaySpeakOfSeveralRecipientsAndStandInsideAnotherPart() throws {
    let groups = (1...3).map { "Final-Recipient: rfc822; a\($0)@b\nAction: failed\nStatus: 5.0.\($0)" }
    let inner = Self.report(Self.head + groups.joined(separator: "\n\n"), original: "Subject: none")
    let outer = "Content-Type: multipart/mixed; boundary=outer\n\n--outer\n\(inner)\n--outer--\n"
    let report = try #require(DeliveryReport(message: Array(outer.utf8)))
    #expect(report.recipients.map(\.status) == ["5.0.1", "5.0.2", "5.0.3"])
    #expect(report.identifier == nil)
  }

  @Test func anAnswerFromAPersonIsNoReport() {
    #expect(DeliveryReport(message: Array("From: a@b\nSubject: Re: letter\n\nThank you.\n".utf8)) == nil)
    #expect(DeliveryReport(message: []) == nil)
    #expect(DeliveryReport(message: Array(Self.report(Self.head).utf8)) == nil)
  }

  @Test func hostileBytesEndTheReadingSoon() throws {
    let sound = Array(
      Self.report(Self.head + "Final-Recipient: rfc822; a@b\nAction: failed\nStatus: 5.1.1").utf8)
    var random = SeededGenerator(seed: 3464)
    var readable = 0
    for _ in 0..<3_000 {
      var bytes = sound
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: at)
        case 2: bytes.insert(contentsOf: bytes[at..<min(at + 40, bytes.count)], at: at)
        default: bytes.removeSubrange(at..<min(at + 30, bytes.count))
        }
      }
      guard let report = DeliveryReport(message: bytes) else { continue }
      readable += 1
      #expect((1...100).contains(report.recipients.count))
      #expect(report.recipients.allSatisfy { ($0.diagnostic?.count ?? 0) <= 300 && $0.status.count <= 9 })
      #expect(!(report.identifier?.text.contains(where: \.isWhitespace) ?? false))
    }
    #expect(readable > 500)
  }

  @Test func aBombOfPartsIsBounded() throws {
    var bomb = ""
    for level in 0..<200 { bomb += "Content-Type: multipart/mixed; boundary=b\(level)\n\n--b\(level)\n" }
    #expect(DeliveryReport(message: Array(bomb.utf8)) == nil)
    let groups = String(repeating: "Final-Recipient: rfc822; a@b\nAction: failed\n\n", count: 5_000)
    let many = try #require(DeliveryReport(message: Array(Self.report(groups).utf8)))
    #expect(many.recipients.count <= 101)
    let fields = "Content-Type: text/plain\n" + String(repeating: "X: y\n z\n", count: 60_000)
    #expect(DeliveryReport(message: Array(fields.utf8)) == nil)
  }

  @Test func aMaildirAndAnMboxGiveTheSameReports() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "khitab-box-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["new", "cur", "tmp"] {
      try FileManager.default.createDirectory(
        at: folder.appending(path: name), withIntermediateDirectories: true)
    }
    let bounce = Self.report(Self.head + "Final-Recipient: rfc822; a@b\nAction: failed\nStatus: 5.1.1")
    let answer = "From: a@b\nSubject: Re\n\nFrom here on:\n>From me\n\n\nFrom\n"
    try bounce.write(to: folder.appending(path: "new/1.mail"), atomically: true, encoding: .utf8)
    try answer.write(to: folder.appending(path: "cur/2.mail:2,S"), atomically: true, encoding: .utf8)
    try bounce.write(to: folder.appending(path: "tmp/3.mail"), atomically: true, encoding: .utf8)
    // Whoever opened a pipe would wait for its writer for ever.
    #expect(unsafe mkfifo(folder.appending(path: "new/pipe").path, 0o600) == 0)
    let maildir = try ReportBox(path: folder.path).contents()
    #expect(maildir.reports.map(\.place) == ["1.mail"] && maildir.others == 2)
    let mbox = folder.appending(path: "mbox").path
    let text =
      "From daemon Thu Nov 26\n\(bounce)\n\nFrom a@b Thu\n\(answer.replacing("\nFrom h", with: "\n>From h"))\nFrom daemon Thu\n\(bounce)\n"
    try text.write(toFile: mbox, atomically: true, encoding: .utf8)
    let read = try ReportBox(path: mbox).contents()
    #expect(read.reports.map(\.place) == ["#1", "#3"] && read.others == 1)
    #expect(Set(read.reports.map(\.report)) == [try #require(maildir.reports.first).report])
    #expect(throws: (any Error).self) { try ReportBox(path: folder.path + "/none").contents() }
  }
}
