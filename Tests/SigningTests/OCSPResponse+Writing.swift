import Cryptography

@testable import Signing

extension OCSPResponse {
  /// An answer in DER.
  static func write(
    about certificate: Certificate, issuer: Certificate, responder: SigningIdentity, status: Answer.Status,
    thisUpdate: PointInTime, nextUpdate: PointInTime
  ) throws(SigningError) -> [UInt8] {
    let state: [UInt8] =
      switch status {
      case .good: [0x80, 0]
      case .revoked(let time): DERWriter.element(0xA1, DERWriter.generalizedTime(time))
      case .unknown: [0x82, 0]
      }
    let single = DERWriter.sequence(
      identifier(of: certificate, issuer: issuer), state, DERWriter.generalizedTime(thisUpdate),
      DERWriter.explicit(0, DERWriter.generalizedTime(nextUpdate)))
    let part = DERWriter.sequence(
      DERWriter.explicit(1, responder.certificate.subject.der), DERWriter.generalizedTime(thisUpdate),
      DERWriter.sequence(single))
    let algorithm = SignatureAlgorithm(responder.scheme, responder.digest)
    let signature: [UInt8]
    do {
      signature = try responder.key.sign(part, scheme: responder.scheme, digest: responder.digest)
    } catch {
      throw .cryptography(error)
    }
    let basic = DERWriter.sequence(
      part, algorithm.encoded, DERWriter.bits(signature),
      DERWriter.explicit(0, DERWriter.sequence(responder.certificate.der)))
    return DERWriter.sequence(
      DERWriter.element(0x0A, [0]),
      DERWriter.explicit(0, DERWriter.sequence(DERWriter.oid(.ocspBasic), DERWriter.octets(basic))))
  }
}
