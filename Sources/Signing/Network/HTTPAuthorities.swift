public import Transfer

/// A time-stamp authority that is asked over HTTP (RFC 3161, 3.4).
public struct HTTPTimestampAuthority: TimestampAuthority {
  private let client: HTTPClient
  private let address: String

  /// The authority at an address.
  public init(address: String, client: HTTPClient = HTTPClient()) {
    (self.address, self.client) = (address, client)
  }

  /// The authority's answer to a request, both in DER.
  public func answer(_ request: [UInt8]) throws(SigningError) -> [UInt8] {
    let message = HTTPRequest(
      address, .post(body: request, type: "application/timestamp-query"),
      headers: [HTTPRequest.Header("Accept", "application/timestamp-reply")], sizeLimit: 1 << 20)
    do {
      let response = try client.send(message)
      guard response.isSuccess else { throw SigningError.noTimestamp(reason: "HTTP \(response.status)") }
      return response.body
    } catch let error as SigningError {
      throw error
    } catch {
      throw .noTimestamp(reason: "\(error)")
    }
  }
}

/// Revocation lists and OCSP responders that are asked over HTTP (RFC 5280, 4.2.1.13; RFC 6960, appendix A).
public struct HTTPRevocationSource: RevocationSource {
  private let client: HTTPClient
  /// Only plain HTTP and HTTPS are asked: certificates may name addresses of any kind.
  private static let schemes = ["http://", "https://"]

  /// A source over a client.
  public init(client: HTTPClient = HTTPClient()) { self.client = client }

  /// The bytes of a CRL, or `nil` when it can't be had.
  public func revocationList(at address: String) -> [UInt8]? {
    send(HTTPRequest(address, .get, sizeLimit: 20 << 20))
  }

  /// A responder's answer, or `nil` when it can't be had.
  public func answer(to request: [UInt8], at address: String) -> [UInt8]? {
    send(
      HTTPRequest(
        address, .post(body: request, type: "application/ocsp-request"), sizeLimit: 1 << 20))
  }

  private func send(_ request: HTTPRequest) -> [UInt8]? {
    guard Self.schemes.contains(where: { request.url.lowercased().hasPrefix($0) }),
      let response = try? client.send(request), response.isSuccess
    else { return nil }
    return response.body
  }
}
