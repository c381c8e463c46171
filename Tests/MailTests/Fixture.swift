import Foundation
import Mail
import TestSupport
import Testing
import Transfer

/// A message like those that an office sends.
func sampleMessage(
  subject: String = "خطاب قبول طلب العضوية", recipientName: String? = "أ. نورة بنت عبدالله",
  recipient: String = "noura@example.com",
  text: String = "السلام عليكم ورحمة الله وبركاته،\n\nنرفق لكم الخطاب.",
  attachment: MailMessage.Attachment? = .init(name: "ORG-OUT-1448-000125.pdf", bytes: Array("%PDF-1.7".utf8)),
  identifier: String = "out-1448-000125.email"
) throws -> MailMessage {
  let sender = try #require(EnvelopeAddress("office@association.example"))
  return MailMessage(
    identifier: MessageIdentifier(identifier, sender: sender), date: MessageDate(seconds: 1_795_700_558),
    sender: MailAddress(sender, name: "جمعية البر الخيرية"),
    replyTo: MailAddress(
      try #require(EnvelopeAddress("members@association.example")), name: "Members (office)"),
    recipient: MailAddress(try #require(EnvelopeAddress(recipient)), name: recipientName), subject: subject,
    text: text, attachment: attachment)
}

/// What Python's `email` package reads in a message.
struct ParsedMessage: Decodable {
  struct Part: Decodable {
    var type: String
    var content: String
    var name: String?
    var disposition: String?
    var charset: String?
  }

  struct Mailbox: Decodable, Equatable {
    var name: String
    var address: String
  }

  var fields: [String]
  var subject: String
  var date: String
  var from: Mailbox
  var to: Mailbox
  var replyTo: Mailbox?
  var identifier: String
  var type: String
  var parts: [Part]
  var defects: [String]

  /// Reads messages, all in one run of Python.
  static func read(_ messages: [[UInt8]]) throws -> [ParsedMessage] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "khitab-mail-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (index, message) in messages.enumerated() {
      try Data(message).write(to: folder.appending(path: "\(100_000 + index).eml"))
    }
    let process = Process()
    process.executableURL = Repository.file("Tests/Servers/read-mail")
    process.arguments = [folder.path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try JSONDecoder().decode([ParsedMessage].self, from: bytes)
  }
}
