import Foundation
import TestSupport
import Testing
import Transfer

@Suite struct SMTPEncryptionTests {
  static let authority = Result { try TestAuthority() }

  private func server(_ tls: String, _ others: String...) throws -> TestServer {
    let authority = try Self.authority.get()
    let certificate = ["--tls", tls, "--certificate", authority.certificate, "--key", authority.key]
    return try TestServer("smtp-server", certificate + others, takesFolder: true)
  }

  private func deliver(
    to server: TestServer, _ encryption: SMTPServer.Encryption, password: String? = nil, trusted: Bool = true,
    host: String = "127.0.0.1"
  ) throws -> SMTPOutcome {
    let credentials = password.map { SMTPServer.Credentials(user: "office", password: Secret($0)) }
    let session = try SMTPSession(
      SMTPServer(
        host: host, port: server.port, encryption: encryption, credentials: credentials,
        trust: trusted ? .file(try Self.authority.get().authority) : .system, replyTimeout: .seconds(20)))
    let address = try #require(EnvelopeAddress("member@example.com"))
    return try #require(
      session.deliver(
        SMTPDelivery(sender: address, recipients: [address], message: SMTPSessionTests.message)
      ).first)
  }

  private func isAccepted(_ outcome: SMTPOutcome) -> Bool {
    if case .accepted = outcome { true } else { false }
  }

  @Test(arguments: [
    ("starttls", SMTPServer.Encryption.required), ("implicit", .implicit), ("starttls", .opportunistic),
  ])
  func aMessageGoesOverTLS(tls: String, encryption: SMTPServer.Encryption) throws {
    let server = try server(tls)
    #expect(isAccepted(try deliver(to: server, encryption)))
    #expect(try server.messages().map(\.envelope.secure) == [true])
  }

  @Test func whereTLSIsRequiredNothingGoesWithout() throws {
    let server = try TestServer.mail()
    guard case .unavailable(let failure) = try deliver(to: server, .required) else {
      Issue.record("sent without TLS"); return
    }
    guard case .transfer(.encryption) = failure.reason else { Issue.record("\(failure)"); return }
    #expect(try server.messages().isEmpty)
    #expect(isAccepted(try deliver(to: server, .opportunistic)))
  }

  @Test(arguments: [SMTPServer.Encryption.required, .opportunistic])
  func aCertificateThatIsNotTrustedStopsTheRun(encryption: SMTPServer.Encryption) throws {
    let server = try server("starttls")
    guard case .unavailable(let failure) = try deliver(to: server, encryption, trusted: false) else {
      Issue.record("trusted"); return
    }
    guard case .transfer(.certificate) = failure.reason else { Issue.record("\(failure)"); return }
    #expect(try server.messages().isEmpty)
  }

  @Test func aServerLogsInItsUser() throws {
    let server = try server("starttls", "--login", "office:correct horse")
    #expect(isAccepted(try deliver(to: server, .required, password: "correct horse")))
    for password in ["wrong", nil] {
      guard case .unavailable(let failure) = try deliver(to: server, .required, password: password) else {
        Issue.record("let in"); return
      }
      guard case .reply(let reply) = failure.reason else { Issue.record("\(failure)"); return }
      #expect(reply.code == (password == nil ? 530 : 535))
      #expect(failure.phase == (password == nil ? .sender : .login))
      #expect(!"\(failure)".contains("wrong"))
    }
    #expect(try server.messages().count == 1)
  }

  @Test func aPasswordIsNeverSentInClear() throws {
    let settings = SMTPServer(
      host: "127.0.0.1", port: 25, encryption: .opportunistic,
      credentials: .init(user: "office", password: Secret("x")))
    #expect(throws: TransferError.self) { try SMTPSession(settings) }
    #expect(!"\(settings)".contains("\"x\"") && "\(settings)".contains("•••"))
    // A server without STARTTLS that would take a password gets none.
    let server = try TestServer.mail("--login", "office:x")
    guard case .unavailable = try deliver(to: server, .required, password: "x") else {
      Issue.record("logged in"); return
    }
  }
}
