import Cryptography

/// Who stamps times.
///
/// Tests and trials have one of their own.
public protocol TimestampAuthority: Sendable {
  /// The authority's answer (TimeStampResp, RFC 3161, 2.4.2) to a request (TimeStampReq), both in DER.
  func answer(_ request: [UInt8]) throws(SigningError) -> [UInt8]
}

/// A request for a time-stamp (RFC 3161, 2.4.1).
struct TimestampRequest: Sendable {
  let imprint: [UInt8]
  let nonce: [UInt8]
  static let digest = DigestAlgorithm.sha256

  /// A request for a digest by SHA-256; the nonce is random.
  init(imprint: [UInt8]) throws(SigningError) {
    self.imprint = imprint
    do {
      nonce = [0x40] + (try RandomBytes.generate(8))
    } catch {
      throw .cryptography(error)
    }
  }

  /// The request in DER; it asks for the authority's certificate.
  var encoded: [UInt8] {
    DERWriter.sequence(
      DERWriter.integer(1),
      DERWriter.sequence(Self.digest.identifier(withNull: true), DERWriter.octets(imprint)),
      DERWriter.element(2, nonce), DERWriter.boolean(true))
  }

  /// The token of an answer to this request, checked: it is sound, and about this digest and nonce.
  func token(in answer: [UInt8]) throws(SigningError) -> TimestampToken {
    guard let parts = (try? DERNode(answer[...], as: "TimeStampResp"))?.sequence,
      (1...2).contains(parts.count),
      let status = parts[0].sequence?.first?.integer
    else { throw .noTimestamp(reason: "the answer isn't a TimeStampResp") }
    guard status <= 1, parts.count == 2 else { throw .noTimestamp(reason: "refused with status \(status)") }
    let token: TimestampToken
    do {
      token = try TimestampToken(parts[1].encoded)
    } catch {
      throw .noTimestamp(reason: "the token is unsound: \(error.rawValue)")
    }
    if let flaw = token.flaws.first { throw .noTimestamp(reason: "the token is unsound: \(flaw.rawValue)") }
    guard token.digest == Self.digest, token.imprint == imprint[...], token.nonce == nonce[...] else {
      throw .noTimestamp(reason: "the token is about something else")
    }
    return token
  }

  /// A token for a digest from an authority.
  static func token(
    for imprint: [UInt8], from authority: any TimestampAuthority
  ) throws(SigningError) -> TimestampToken {
    let request = try TimestampRequest(imprint: imprint)
    return try request.token(in: try authority.answer(request.encoded))
  }
}
