import Cryptography

extension TrialAuthority {
  /// The authority's two keys as PKCS#12 files under a passphrase.
  public func files(passphrase: [UInt8]) throws(SigningError) -> (root: [UInt8], issuer: [UInt8]) {
    do {
      return (
        try rootKey.pkcs12(certificates: root.der, name: "root", passphrase: passphrase),
        try issuerKey.pkcs12(certificates: issuer.der + root.der, name: "issuer", passphrase: passphrase)
      )
    } catch {
      throw .cryptography(error)
    }
  }

  /// The authority of two files that `files` made.
  public init(root rootFile: [UInt8], issuer issuerFile: [UInt8], passphrase: [UInt8]) throws(SigningError) {
    let root = try SigningIdentity(pkcs12: rootFile, passphrase: passphrase)
    let issuer = try SigningIdentity(pkcs12: issuerFile, passphrase: passphrase)
    self.init(root: root, issuer: issuer)
  }
}

extension SigningIdentity {
  /// The key and its certificates as a PKCS#12 file under a passphrase.
  public func pkcs12(named name: String, passphrase: [UInt8]) throws(SigningError) -> [UInt8] {
    do {
      return try key.pkcs12(
        certificates: ([certificate] + chain).flatMap(\.der), name: name, passphrase: passphrase)
    } catch {
      throw .cryptography(error)
    }
  }
}

extension Certificate {
  /// The certificate as PEM (RFC 7468).
  public var pem: String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var text = ""
    for start in stride(from: 0, to: der.count, by: 3) {
      let group = der[start..<min(start + 3, der.count)]
      let value = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 { text.append(place <= group.count ? letters[value >> (18 - 6 * place) & 63] : "=") }
    }
    var lines = ["-----BEGIN CERTIFICATE-----"]
    var rest = text[...]
    while !rest.isEmpty {
      lines.append(String(rest.prefix(64)))
      rest = rest.dropFirst(64)
    }
    return (lines + ["-----END CERTIFICATE-----", ""]).joined(separator: "\n")
  }
}

/// Trials have no network: the authority's own lists, made when they are asked for.
public struct TrialRevocationSource: RevocationSource {
  private let lists: [String: [UInt8]]

  /// The lists of an authority as of a time.
  public init(authority: TrialAuthority, at time: PointInTime) throws(SigningError) {
    lists = try authority.revocationLists(at: time)
  }

  /// The list whose address ends so.
  public func revocationList(at address: String) -> [UInt8]? {
    lists[String(address.split(separator: "/").last ?? "")]
  }

  /// There is no responder.
  public func answer(to request: [UInt8], at address: String) -> [UInt8]? { nil }
}
