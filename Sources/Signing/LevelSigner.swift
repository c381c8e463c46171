/// Signs files up to a level: what can't reach it isn't signed at all.
public struct LevelSigner: Sendable {
  /// Who signs.
  public var identity: SigningIdentity
  /// The level.
  public var level: SignatureLevel
  /// Who says when; needed from B-T on.
  public var authority: (any TimestampAuthority)?
  /// The certificates that are trusted; needed from B-LT on.
  public var anchors: [Certificate]
  /// Who is asked about revocation; needed from B-LT on.
  public var source: (any RevocationSource)?
  /// When evidence about revocation is gathered; the time of signing where it isn't stated.
  public var validationTime: PointInTime?
  /// The field of the archive time-stamp; the first that is empty where it isn't stated.
  public var timestampField: String?

  /// A signer up to a level.
  public init(
    identity: SigningIdentity, level: SignatureLevel, authority: (any TimestampAuthority)? = nil,
    anchors: [Certificate] = [], source: (any RevocationSource)? = nil
  ) {
    (self.identity, self.level) = (identity, level)
    (self.authority, self.anchors, self.source) = (authority, anchors, source)
  }

  /// The file with the signature and all that its level asks for behind it.
  /// - Throws: `SigningError`; then there is no file, so that none claims a level it hasn't.
  public func sign(_ bytes: [UInt8], _ request: SignatureRequest) throws(SigningError) -> [UInt8] {
    guard level == .bB || authority != nil else { throw .noTimestamp(reason: "no time-stamp authority") }
    let signer = DocumentSigner(identity: identity, timestampAuthority: level == .bB ? nil : authority)
    var signed = try signer.sign(bytes, request)
    guard level >= .bLT, let authority else { return signed }
    guard let source else { throw .noRevocation(subject: identity.certificate.subject.description) }
    signed = try LongTermValidation(anchors: anchors, source: source, time: validationTime ?? request.time)
      .add(to: signed)
    guard level == .bLTA else { return signed }
    let free = try SignatureFields(of: bytes).nextTimestamp?.name
    let field = timestampField ?? free ?? SignatureFields.timestampPrefix
    return try DocumentSigner.addDocumentTimestamp(to: signed, field: field, from: authority)
  }
}
