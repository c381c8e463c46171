import Issuing
import Signing

/// What `khitab key new-test` writes: an authority, a signer and a time-stamp authority for trials.
struct TrialFolder {
  let authority: TrialAuthority
  private let stamper: SigningIdentity

  /// The folder at a path, which `secret` opens.
  init(path: String, secret: [UInt8]) throws {
    authority = try TrialAuthority(
      root: try InputFile.bytes(path + "/root.p12"), issuer: try InputFile.bytes(path + "/issuer.p12"),
      passphrase: secret)
    stamper = try SigningIdentity(pkcs12: try InputFile.bytes(path + "/timestamp.p12"), passphrase: secret)
  }

  /// An authority that stamps a clock's time.
  func timestampAuthority(_ clock: @escaping @Sendable () -> PointInTime) -> LocalTimestampAuthority {
    LocalTimestampAuthority(identity: stamper, now: clock)
  }

  /// Writes a new folder.
  static func write(to path: String, name: String, kind: KeyKind, secret: [UInt8], start: PointInTime) throws
  {
    let authority = try TrialAuthority(kind: kind.kind, start: start, years: 5)
    let signer = try authority.newSigner(named: name)
    let stamper = try authority.newTimestampAuthority()
    let files = try authority.files(passphrase: secret)
    try OutputFile(path: path + "/root.pem").write(Array(authority.root.pem.utf8))
    try OutputFile(path: path + "/root.p12").write(files.root)
    try OutputFile(path: path + "/issuer.p12").write(files.issuer)
    try OutputFile(path: path + "/signer.p12").write(try signer.pkcs12(named: "signer", passphrase: secret))
    try OutputFile(path: path + "/timestamp.p12").write(
      try stamper.pkcs12(named: "timestamp", passphrase: secret))
  }
}
