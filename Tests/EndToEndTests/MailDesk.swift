import Foundation
import TestSupport
import Testing

extension IssuingDesk {
  /// Lets the office send to a server of the tests, as fast as it goes.
  func writesMail(to server: TestServer, _ further: String = "") throws {
    try """
    الخادم: 127.0.0.1
    المنفذ: \(server.port)
    التعمية: إن أمكنت
    الرد إلى: khidma@sana-alkhair.example
    في الدقيقة: 6000
    \(further)
    """.write(to: folder.url.appending(path: "mail.yaml"), atomically: true, encoding: .utf8)
  }

  /// Issues a batch to all members, so that their mail is queued.
  func issueAll(_ template: String = "acceptance-letter") throws {
    let batch = try approvedBatch(template)
    let run = try run(["batch", "run", batch, "--office", path])
    #expect(run.code == 0, "\(run.errors)")
  }

  func mail(_ arguments: [String], at moment: String? = nil) throws -> Program.Result {
    try run(["mail"] + arguments + ["--office", path], at: moment)
  }

  /// The states of the outbox by the entry's number.
  func states(_ channel: String = "email") throws -> [String] {
    try query("SELECT state FROM outbox WHERE channel = '\(channel)' ORDER BY entry")
  }
}

/// What Python's `email` package reads in a message that a test server has kept.
struct ReadMail: Decodable {
  struct Part: Decodable {
    var type: String
    var content: String
    var name: String?
  }

  struct Mailbox: Decodable {
    var name: String
    var address: String
  }

  var subject: String
  var from: Mailbox
  var to: Mailbox
  var replyTo: Mailbox?
  var identifier: String
  var parts: [Part]
  var defects: [String]

  /// Reads every message in a folder.
  static func read(_ folder: URL) throws -> [ReadMail] {
    let result = try Program.run(Repository.file("Tests/Servers/read-mail"), [folder.path])
    #expect(result.code == 0, "\(result.errors)")
    return try JSONDecoder().decode([ReadMail].self, from: Data(result.output.utf8))
  }
}
