import Cryptography
import PDFSyntax

/// Signs PDF files as PAdES baseline signatures (ETSI EN 319 142-1), always behind what is there.
public struct DocumentSigner: Sendable {
  /// Who signs.
  public let identity: SigningIdentity
  /// Who says when; needed from B-T on.
  public let timestampAuthority: (any TimestampAuthority)?

  /// How much room a time-stamp token is given.
  ///
  /// Tokens with a chain of three RSA certificates take about 5 kB.
  static let timestampRoom = 10_240

  /// A signer.
  public init(identity: SigningIdentity, timestampAuthority: (any TimestampAuthority)? = nil) {
    self.identity = identity
    self.timestampAuthority = timestampAuthority
  }

  /// The file with a signature behind it: B-B, or B-T where there is a time-stamp authority.
  /// - Parameters:
  ///   - bytes: the file.
  ///   - request: what the signature says.
  /// - Returns: the file, which begins with all bytes of the old one.
  /// - Throws: `SigningError`; then nothing was signed.
  public func sign(_ bytes: [UInt8], _ request: SignatureRequest) throws(SigningError) -> [UInt8] {
    let certificate = identity.certificate
    guard certificate.notBefore <= request.time, request.time <= certificate.notAfter else {
      throw .certificateNotValid(subject: certificate.subject.description)
    }
    guard certificate.maySign else { throw .unsuitableKey(subject: certificate.subject.description) }
    let file = try Self.open(bytes)
    let conditions = try SigningPreconditions(file: file)
    try conditions.check(
      certification: request.certification, field: request.field, isKnown: request.isJustDrawn)
    let writer = SignedDataWriter(identity: identity)
    let room = try writer.largestSize(unsigned: timestampAuthority == nil ? 0 : Self.timestampRoom)
    return try SignatureWriter(
      file: file, fields: conditions.fields, request: request, subFilter: "ETSI.CAdES.detached", room: room
    )
    .write { before, after throws(SigningError) in
      let known = identity.digest == .sha256 ? request.beginning : nil
      let digest =
        known?.digest(of: before, and: after).bytes ?? identity.digest.digest(of: before, and: after)
      return try writer.write(contentDigest: digest) { signature throws(SigningError) in
        guard let timestampAuthority else { return [] }
        let imprint = DigestAlgorithm.sha256.digest(of: signature[...])
        let token = try TimestampRequest.token(for: imprint, from: timestampAuthority)
        return [writer.attribute(.signatureTimeStamp, Array(token.der))]
      }
    }
  }

  /// The file with a document time-stamp behind it (ISO 32000-2, 12.8.5).
  /// - Parameters:
  ///   - bytes: the file.
  ///   - field: the field for it; one that isn't there is made in a file that isn't tagged.
  ///   - authority: who stamps.
  /// - Returns: the file.
  /// - Throws: `SigningError`.
  public static func addDocumentTimestamp(
    to bytes: [UInt8], field: String, from authority: any TimestampAuthority
  ) throws(SigningError) -> [UInt8] {
    let file = try open(bytes)
    let conditions = try SigningPreconditions(file: file)
    try conditions.check(certification: nil, field: field, isTimestamp: true)
    var request = SignatureRequest(field: field, time: PointInTime(secondsSince1970: 0))
    request.createsField = true
    return try SignatureWriter(
      file: file, fields: conditions.fields, request: request, subFilter: "ETSI.RFC3161", room: timestampRoom
    )
    .write { before, after throws(SigningError) in
      let imprint = DigestAlgorithm.sha256.digest(of: before, and: after)
      return Array(try TimestampRequest.token(for: imprint, from: authority).der)
    }
  }

  static func open(_ bytes: [UInt8]) throws(SigningError) -> PDFFile {
    do {
      return try PDFFile(bytes)
    } catch {
      throw .notAPDF(reason: error.description)
    }
  }
}
