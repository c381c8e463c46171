import Foundation
import Mail
import TestSupport
import Testing
import Transfer

@Suite struct MIMEWriterTests {
  static let goldens = "Tests/MailTests/Goldens/"

  @Test func aMessageIsWrittenAsRecorded() throws {
    let bytes = try sampleMessage().delivery.message
    let text = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
    try Golden.expect(text, matches: Self.goldens + "message.expected")
    #expect(try sampleMessage().delivery.message == bytes)
  }

  @Test func anotherReaderFindsWhatWasMeant() throws {
    let text = "السلام عليكم،\n\nرقم الخطاب: \u{2066}1448/125\u{2069} <b> & \"ق\"\nوالسلام."
    let pdf = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 / 251) }
    let message = try sampleMessage(
      text: text, attachment: .init(name: "ORG-OUT-1448-000125.pdf", bytes: pdf))
    let parsed = try #require(try ParsedMessage.read([message.delivery.message]).first)
    #expect(parsed.defects.isEmpty)
    #expect(parsed.type == "multipart/mixed")
    #expect(parsed.parts.map(\.type) == ["text/plain", "text/html", "application/pdf"])
    #expect(parsed.parts[0].content == text + "\n" || parsed.parts[0].content == text)
    #expect(parsed.parts[2].content.unicodeScalars.map { UInt8($0.value) } == pdf)
    #expect(parsed.parts[2].name == "ORG-OUT-1448-000125.pdf" && parsed.parts[2].disposition == "attachment")
    #expect(parsed.parts[0].charset == "utf-8")
    let html = parsed.parts[1].content
    #expect(html.contains("<html lang=\"ar\" dir=\"rtl\">"))
    #expect(html.contains("<p dir=\"rtl\">السلام عليكم،</p>"))
    #expect(html.contains("<bdi dir=\"ltr\">1448/125</bdi> &lt;b&gt; &amp; &quot;ق&quot;<br>\nوالسلام.</p>"))
    #expect(parsed.subject == "خطاب قبول طلب العضوية")
    #expect(parsed.from == .init(name: "جمعية البر الخيرية", address: "office@association.example"))
    #expect(parsed.replyTo == .init(name: "Members (office)", address: "members@association.example"))
    #expect(parsed.to == .init(name: "أ. نورة بنت عبدالله", address: "noura@example.com"))
    #expect(parsed.identifier == "<out-1448-000125.email@association.example>")
    #expect(parsed.date == "2026-11-26T16:42:38+03:00")
  }

  static let texts = [
    "", "plain", "two words", " spaces  kept ", "قصير", String(repeating: "جمعية تنمية المجتمع ", count: 40),
    "قرار رقم 12 لسنة 1448هـ", "=?UTF-8?B?aGFja2Vk?=", "a=?b", String(repeating: "x", count: 149),
    String(repeating: "y", count: 1200), String(repeating: "word ", count: 60) + "end", "عائلة 👩‍👩‍👧‍👦 كبيرة",
    "a" + String(repeating: "\u{301}", count: 300), "tab\there", "مُدَرِّسَةٌ", "\u{2068}اسم\u{2069} (x)",
    "\\\"quoted\\\"",
  ]

  @Test func subjectsAndNamesComeBackAsTheyWere() throws {
    let messages = try Self.texts.map { try sampleMessage(subject: $0, recipientName: $0).delivery.message }
    let parsed = try ParsedMessage.read(messages)
    for (text, message) in zip(Self.texts, parsed) {
      let line = text.replacing("\t", with: " ")
      #expect(message.subject == line, "subject \(text.prefix(40))")
      #expect(message.to.name == line, "name \(text.prefix(40))")
      #expect(message.to.address == "noura@example.com")
      #expect(message.defects.isEmpty, "\(text.prefix(40)): \(message.defects)")
    }
  }

  static let attacks = [
    "x\r\nBcc: victim@example.com", "x\nBcc: victim@example.com", "x\r\n\r\nbody", "x\u{85}Bcc: a@b.c",
    "x\u{2028}Bcc: a@b.c", "x\u{0}y", "\r\n", "x\r\n\tfolded", "\" <victim@example.com>",
    "x>, <victim@example.com",
    "x\u{B}Bcc: a", "x\u{C}Bcc: a", "=?utf-8?Q?=0D=0ABcc:_victim@example.com?=",
  ]

  @Test func dataNeverBecomesAField() throws {
    let expected = try #require(try ParsedMessage.read([try sampleMessage().delivery.message]).first).fields
    let messages = try Self.attacks.map {
      try sampleMessage(
        subject: $0, recipientName: $0, text: "\($0)\n.\n--=_x\n\($0)",
        attachment: .init(name: $0, bytes: [1]),
        identifier: $0
      ).delivery.message
    }
    for (attack, parsed) in zip(Self.attacks, try ParsedMessage.read(messages)) {
      #expect(parsed.fields == expected, "\(attack.debugDescription)")
      #expect(parsed.to.address == "noura@example.com", "\(attack.debugDescription)")
      #expect(parsed.parts.count == 3 && parsed.defects == [], "\(attack.debugDescription) \(parsed.defects)")
      #expect(parsed.parts[2].name?.contains { $0.isNewline || $0 == "/" } != true)
    }
  }

  @Test func randomTextKeepsLinesShortAndInASCII() throws {
    var random = SeededGenerator(seed: 2610)
    let alphabet = Array(
      "ابتثجح خدذر\u{64E}\u{651} abc-=?_\"\\<>@.\r\n\t\u{0}👩‍👩‍👧é\u{2028}\u{2066}\u{2069}".unicodeScalars)
    var messages: [[UInt8]] = []
    var subjects: [String] = []
    for _ in 0..<150 {
      func text(_ limit: Int) -> String {
        var scalars = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...limit, using: &random) {
          scalars.append(alphabet[Int.random(in: 0..<alphabet.count, using: &random)])
        }
        return String(scalars)
      }
      let subject = text(200)
      let message = try sampleMessage(
        subject: subject, recipientName: text(80), text: text(500),
        attachment: .init(name: text(90), bytes: [0]))
      subjects.append(subject)
      messages.append(message.delivery.message)
    }
    for message in messages {
      #expect(message.allSatisfy { $0 < 0x80 && ($0 >= 0x20 || $0 == 13 || $0 == 10 || $0 == 9) })
      let lines = message.split(separator: 10, omittingEmptySubsequences: false)
      #expect(lines.dropLast().allSatisfy { $0.last == 13 && $0.count <= 200 && !$0.dropLast().contains(13) })
    }
    let parsed = try ParsedMessage.read(messages)
    for (subject, message) in zip(subjects, parsed) {
      let meant = subject.unicodeScalars.filter { !"\r\n\t\u{0}\u{2028} ".unicodeScalars.contains($0) }
      let read = message.subject.unicodeScalars.filter { $0 != " " }
      #expect(Array(read) == Array(meant), "\(subject.debugDescription)")
    }
  }

  @Test func aFileNameOutsideASCIIFollowsRFC2231() throws {
    let names = [
      "خطاب.pdf", String(repeating: "خطاب ", count: 20) + ".pdf", "a b.pdf",
      String(repeating: "n", count: 90),
    ]
    let messages = try names.map {
      try sampleMessage(attachment: .init(name: $0, bytes: [1])).delivery.message
    }
    #expect(try ParsedMessage.read(messages).map { $0.parts.last?.name } == names)
  }

  @Test func anInternationalAddressStandsAsItIs() throws {
    let message = try sampleMessage(recipient: "عضو@مثال.example")
    let parsed = try #require(try ParsedMessage.read([message.delivery.message]).first)
    #expect(parsed.to.address == "عضو@xn--mgbh0fb.example")
    let server = try TestServer.mail()
    let session = try SMTPSession(
      SMTPServer(host: "127.0.0.1", port: server.port, encryption: .opportunistic))
    guard case .accepted? = session.deliver(message.delivery).first else { Issue.record("not taken"); return }
    #expect(try server.messages().first?.bytes == message.delivery.message)
  }

  @Test(arguments: [
    (0, 0, "Thu, 1 Jan 1970 00:00:00 +0000"), (951_782_400, 180, "Tue, 29 Feb 2000 03:00:00 +0300"),
    (1_798_761_599, 0, "Thu, 31 Dec 2026 23:59:59 +0000"),
    (1_798_761_599, 180, "Fri, 1 Jan 2027 02:59:59 +0300"),
    (-1, -210, "Wed, 31 Dec 1969 20:29:59 -0330"),
  ]) func datesAreWrittenAsRFC5322HasThem(seconds: Int, offset: Int, expected: String) throws {
    var message = try sampleMessage()
    message.date = MessageDate(seconds: seconds, offsetMinutes: offset)
    let head = String(decoding: message.delivery.message.prefix(200), as: UTF8.self)
    #expect(head.hasPrefix("Date: \(expected)\r\n"), "\(head.prefix(50))")
  }

  @Test func anIdentifierIsTheEntrysOwn() throws {
    let sender = try #require(EnvelopeAddress("office@association.example"))
    let plain = MessageIdentifier("out-1448-000125.email", sender: sender)
    #expect(
      plain.text == "out-1448-000125.email@association.example" && plain.name == "out-1448-000125.email")
    let others = ["صادر", "a b", "", "a..b", "x\r\ny", String(repeating: "z", count: 65)]
    let digests = Set(others.map { MessageIdentifier($0, sender: sender).name })
    #expect(digests.count == others.count)
    #expect(digests.allSatisfy { $0.count == 40 && $0.allSatisfy { $0.isHexDigit } })
  }
}
