import CCurl
import Foundation

/// Sends HTTP requests, one at a time, and tries again what failed for now.
///
/// A request is sent again only as long as the attempt failed on the network or the server said 408, 429, 500, 502,
/// 503 or 504: whoever sends a POST that must not happen twice asks for `RetryPolicy.never`.
public struct HTTPClient: Sendable {
  /// Whose certificates are trusted.
  public var trust: TrustAnchors
  /// When an attempt is repeated.
  public var retries: RetryPolicy
  /// Waits; tests put their own here.
  private let wait: @Sendable (Duration) -> Void

  /// A client; `wait` blocks the calling thread, unless another one is given.
  public init(
    trust: TrustAnchors = .system, retries: RetryPolicy = RetryPolicy(),
    wait: (@Sendable (Duration) -> Void)? = nil
  ) {
    self.trust = trust
    self.retries = retries
    self.wait = wait ?? { Thread.sleep(forTimeInterval: Double($0.milliseconds) / 1000) }
  }

  /// The answer to `request`, whatever its status says.
  ///
  /// - Throws: `TransferError` when no whole answer came within the request's limits.
  public func send(_ request: HTTPRequest) throws(TransferError) -> HTTPResponse {
    try validate(request)
    let handle = try CurlHandle()
    var failures = 0
    while true {
      let result: Result<HTTPResponse, TransferError>
      do { result = .success(try attempt(request, with: handle)) } catch { result = .failure(error) }
      failures += 1
      guard Self.isTemporary(result), let delay = retries.delay(afterFailures: failures) else {
        return try result.get()
      }
      wait(max(delay, min(Self.retryAfter(result), retries.longestDelay)))
    }
  }

  private func attempt(
    _ request: HTTPRequest, with handle: borrowing CurlHandle
  ) throws(TransferError) -> HTTPResponse {
    var lines = request.headers.map { "\($0.name): \($0.value)" }
    try handle.reset()
    try handle.set(CURLOPT_URL, request.url)
    try handle.set(CURLOPT_PROTOCOLS_STR, "http,https")
    // A server that was asked over TLS may not send us on to one without.
    let isSecure = request.url.lowercased().hasPrefix("https:")
    try handle.set(CURLOPT_REDIR_PROTOCOLS_STR, isSecure ? "https" : "http,https")
    try handle.set(CURLOPT_FOLLOWLOCATION, request.redirectLimit > 0 ? 1 : 0)
    try handle.set(CURLOPT_MAXREDIRS, request.redirectLimit)
    try handle.set(CURLOPT_POSTREDIR, ccurl_redirect_keeps_post)
    try handle.set(CURLOPT_CONNECTTIMEOUT_MS, request.connectionTimeout)
    try handle.set(CURLOPT_TIMEOUT_MS, request.timeout)
    try handle.set(CURLOPT_MAXFILESIZE_LARGE, size: request.sizeLimit)
    try handle.set(CURLOPT_USERAGENT, "khitab")
    try handle.set(trust)
    if case .post(let content, let type) = request.method {
      lines.append("Content-Type: \(type)")
      lines.append("Expect:")
      try handle.set(CURLOPT_POST, 1)
      try handle.setPostFields(content)
    }
    let head = HTTPHead()
    let exchange = CurlExchange(limit: request.sizeLimit, onHeader: head.add)
    let code = try handle.perform(exchange, lists: [(CURLOPT_HTTPHEADER, lines)])
    guard code == CURLE_OK else {
      if exchange.isOverLimit { throw .tooLarge(limit: request.sizeLimit) }
      throw TransferError(
        code, reason: handle.reason(of: code), host: request.host, trust: trust, request: request)
    }
    return HTTPResponse(
      status: handle.number(CURLINFO_RESPONSE_CODE), headers: head.headers, body: exchange.body)
  }

  private func validate(_ request: HTTPRequest) throws(TransferError) {
    let url = request.url.lowercased()
    guard url.hasPrefix("http://") || url.hasPrefix("https://") else {
      throw .malformed(reason: "the address begins with neither http:// nor https://")
    }
    guard !request.url.unicodeScalars.contains(where: { $0.value <= 0x20 || $0.value == 0x7F }) else {
      throw .malformed(reason: "the address holds a space or control character")
    }
    var lines = request.headers
    if case .post(_, let type) = request.method { lines.append(.init("Content-Type", type)) }
    for line in lines {
      let isToken = !line.name.isEmpty && line.name.utf8.allSatisfy { Self.tokenCharacters.contains($0) }
      guard isToken, !line.value.utf8.contains(where: { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F }) else {
        throw .malformed(reason: "a header's name or value holds a character it may not have")
      }
    }
  }

  /// The characters of a token (RFC 9110, 5.6.2).
  private static let tokenCharacters = Set(
    "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)

  private static func isTemporary(_ result: Result<HTTPResponse, TransferError>) -> Bool {
    switch result {
    case .success(let response): [408, 429, 500, 502, 503, 504].contains(response.status)
    case .failure(let error): error.isTemporary
    }
  }

  /// How long the server asks to be left alone (RFC 9110, 10.2.3), as far as it says so in seconds.
  private static func retryAfter(_ result: Result<HTTPResponse, TransferError>) -> Duration {
    guard case .success(let response) = result, let value = response.header("Retry-After") else {
      return .zero
    }
    return .seconds(Int(value).map { min(max($0, 0), 86_400) } ?? 0)
  }
}

extension HTTPRequest {
  /// The host that the address names, for messages.
  var host: String { URLComponents(string: url)?.host ?? url }
}

/// Collects the head of the last answer: each redirect begins a new one.
private final class HTTPHead {
  private(set) var headers: [HTTPRequest.Header] = []

  func add(_ line: String) {
    if line.hasPrefix("HTTP/") { headers = [] }
    guard let colon = line.firstIndex(of: ":") else { return }
    let trimmed = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
    let value = trimmed.reversed().drop { $0.isWhitespace || $0.isNewline }.reversed()
    headers.append(.init(String(line[..<colon]), String(value)))
  }
}
