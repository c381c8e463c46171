import Foundation
import TestSupport
import Testing
import Transfer

@Suite struct HTTPClientTests {
  static let server = Result { try TestServer.web() }

  private func url(_ path: String) throws -> String {
    "http://127.0.0.1:\(try Self.server.get().port)/\(path)"
  }

  private func failure(_ client: HTTPClient, _ request: HTTPRequest) -> TransferError? {
    do throws(TransferError) { _ = try client.send(request) } catch { return error }
    return nil
  }

  private func text(_ response: HTTPResponse) -> String { String(decoding: response.body, as: UTF8.self) }

  @Test func aGetGivesStatusHeadersAndBody() throws {
    let request = HTTPRequest(try url("echo"), headers: [.init("Accept", "application/ocsp-response")])
    let response = try HTTPClient().send(request)
    #expect(response.status == 200 && response.isSuccess)
    #expect(response.header("x-test") == "padded")
    #expect(text(response).contains("\"Accept\": \"application/ocsp-response\""))
    #expect(text(response).contains("\"method\": \"GET\""))
  }

  @Test(arguments: [0, 1, 5_000, 300_000]) func aPostArrivesWhole(size: Int) throws {
    let body = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let request = HTTPRequest(try url("echo"), .post(body: body, type: "application/timestamp-query"))
    let answer = try JSONDecoder().decode(Echo.self, from: Data(try HTTPClient().send(request).body))
    #expect(answer.method == "POST")
    #expect(answer.headers["Content-Type"] == "application/timestamp-query")
    #expect(answer.body.unicodeScalars.map { UInt8($0.value) } == body)
  }

  struct Echo: Decodable {
    var method: String
    var body: String
    var headers: [String: String]
  }

  @Test func anyStatusIsAnAnswer() throws {
    let response = try HTTPClient(retries: .never).send(HTTPRequest(try url("status/404")))
    #expect(response.status == 404 && !response.isSuccess && text(response) == "as asked")
  }

  @Test(arguments: ["bytes", "endless"]) func anAnswerOverTheLimitIsRefused(path: String) throws {
    let exact = HTTPRequest(try url("\(path)/1000"), sizeLimit: 1000)
    #expect(try HTTPClient(retries: .never).send(exact).body.count == 1000)
    let over = HTTPRequest(try url("\(path)/1001"), sizeLimit: 1000)
    #expect(throws: TransferError.tooLarge(limit: 1000)) { try HTTPClient(retries: .never).send(over) }
  }

  @Test func redirectsAreFollowedOnlyAsOftenAsAllowed() throws {
    let client = HTTPClient(retries: .never)
    #expect(try client.send(HTTPRequest(try url("redirect/1"))).status == 302)
    #expect(text(try client.send(HTTPRequest(try url("redirect/2"), redirectLimit: 2))) == "arrived GET ")
    let far = HTTPRequest(try url("redirect/3"), redirectLimit: 2)
    #expect(throws: TransferError.tooManyRedirects(limit: 2)) { try client.send(far) }
    let post = HTTPRequest(try url("redirect/1"), .post(body: [0x61], type: "text/plain"), redirectLimit: 1)
    #expect(text(try client.send(post)) == "arrived POST a")
    let away = HTTPRequest(try url("away"), redirectLimit: 2)
    guard case .malformed(let reason)? = failure(client, away) else {
      Issue.record("followed to ftp"); return
    }
    #expect(reason.contains("ftp"))
  }

  @Test func whatFailsForNowIsTriedAgainWithGrowingWaits() throws {
    let waits = Waits()
    let policy = RetryPolicy(attempts: 4, firstDelay: .seconds(2), factor: 3, longestDelay: .seconds(10))
    let client = HTTPClient(retries: policy, wait: waits.add)
    #expect(text(try client.send(HTTPRequest(try url("flaky/3/a")))) == "done")
    #expect(waits.all == [.seconds(2), .seconds(6), .seconds(10)])
    #expect(try client.send(HTTPRequest(try url("flaky/9/b"))).status == 503)
    #expect(waits.all.count == 6)
    #expect(text(try client.send(HTTPRequest(try url("busy/a")))) == "done")
    #expect(waits.all.last == .seconds(7))
    #expect(try client.send(HTTPRequest(try url("status/404"))).status == 404)
    #expect(waits.all.count == 7)
  }

  @Test func failuresOfTheNetworkHaveTheirOwnCase() throws {
    let client = HTTPClient(retries: .never)
    guard case .timedOut = failure(client, HTTPRequest(try url("slow/5"), timeout: .milliseconds(300))) else {
      Issue.record("no time-out"); return
    }
    guard case .connection = failure(client, HTTPRequest(try url("cut"))) else {
      Issue.record("no cut"); return
    }
    guard case .connection = failure(client, HTTPRequest("http://127.0.0.1:1/")) else {
      Issue.record("closed port"); return
    }
    guard case .unresolved(let host, _) = failure(client, HTTPRequest("http://nowhere.invalid/")) else {
      Issue.record("a name that isn't"); return
    }
    #expect(host == "nowhere.invalid")
  }

  @Test(arguments: [
    "ftp://127.0.0.1/", "file:///etc/passwd", "http://a b/", "http://a/\r\nX: y", "/path", "",
  ]) func otherAddressesAreRefused(url: String) {
    guard case .malformed? = failure(HTTPClient(retries: .never), HTTPRequest(url)) else {
      Issue.record("\(url) taken"); return
    }
  }

  @Test(arguments: [
    HTTPRequest.Header("X", "a\r\nY: b"), .init("X Y", "a"), .init("", "a"), .init("X:", "b"),
    .init("X", "a\0"),
  ]) func noHeaderCanBecomeTwo(header: HTTPRequest.Header) throws {
    let request = HTTPRequest(try url("echo"), headers: [header])
    guard case .malformed? = failure(HTTPClient(), request) else { Issue.record("header sent"); return }
  }

  @Test func certificatesAreChecked() throws {
    let authority = try TestAuthority()
    let server = try TestServer.web("--certificate", authority.certificate, "--key", authority.key)
    let request = HTTPRequest("https://127.0.0.1:\(server.port)/bytes/3")
    let trusting = HTTPClient(trust: .file(authority.authority), retries: .never)
    #expect(try trusting.send(request).body == Array("xxx".utf8))
    guard case .certificate? = failure(HTTPClient(retries: .never), request) else {
      Issue.record("an unknown authority trusted"); return
    }
    let missing = HTTPClient(trust: .file("/nowhere/ca.pem"), retries: .never)
    #expect(throws: TransferError.trustUnreadable(path: "/nowhere/ca.pem")) { try missing.send(request) }
    let clear = try Self.server.get().port
    let downgrade = HTTPRequest("https://127.0.0.1:\(server.port)/clear/\(clear)", redirectLimit: 1)
    guard case .malformed? = failure(trusting, downgrade) else { Issue.record("sent on in clear"); return }
  }

  @Test(arguments: [true, false]) func aCertificateForAnotherNameOrTimeIsRefused(expired: Bool) throws {
    let authority = try TestAuthority(names: expired ? "IP:127.0.0.1" : "DNS:other.example", expired: expired)
    let server = try TestServer.web("--certificate", authority.certificate, "--key", authority.key)
    let client = HTTPClient(trust: .file(authority.authority), retries: .never)
    guard case .certificate? = failure(client, HTTPRequest("https://127.0.0.1:\(server.port)/bytes/3")) else {
      Issue.record("trusted"); return
    }
  }
}

/// Notes how long somebody would have waited.
private final class Waits: @unchecked Sendable {
  private let lock = NSLock()
  private var noted: [Duration] = []
  var all: [Duration] { lock.withLock { noted } }
  func add(_ duration: Duration) { lock.withLock { noted.append(duration) } }
}
