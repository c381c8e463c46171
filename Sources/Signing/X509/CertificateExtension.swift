/// An extension of a certificate, a CRL or an OCSP answer (RFC 5280, 4.2).
struct CertificateExtension: Hashable, Sendable {
  var oid: OID
  var isCritical: Bool
  var value: ArraySlice<UInt8>

  /// The extensions of a SEQUENCE; none comes twice.
  static func read(_ nodes: [DERNode]) throws(DERError) -> [CertificateExtension] {
    var found: [CertificateExtension] = []
    for node in nodes {
      guard let parts = node.sequence, (2...3).contains(parts.count), let oid = parts[0].oid,
        let value = parts[parts.count - 1].octets, !found.contains(where: { $0.oid == oid })
      else { throw DERError(structure: "Extensions") }
      let isCritical = parts.count == 3 ? parts[1].boolean : false
      guard let isCritical else { throw DERError(structure: "Extensions") }
      found.append(CertificateExtension(oid: oid, isCritical: isCritical, value: value))
    }
    return found
  }

  /// The extension in DER.
  static func encoded(_ oid: OID, isCritical: Bool = false, _ value: [UInt8]) -> [UInt8] {
    DERWriter.sequence(
      DERWriter.oid(oid), isCritical ? DERWriter.boolean(true) : [], DERWriter.octets(value))
  }
}

extension Certificate {
  /// Whether the key may make signatures for documents: digitalSignature or contentCommitment (RFC 5280, 4.2.1.3),
  /// and no extended purpose that is about something else only.
  var maySign: Bool {
    let other: Set<OID> = [.timeStamping, .ocspSigning, .serverAuthentication, .codeSigning]
    if let usage = extendedKeyUsage, usage.purposes.allSatisfy(other.contains) { return false }
    return keyUsage.map { $0.first ?? false || $0.count > 1 && $0[1] } ?? true
  }
  /// Whether the key may sign CRLs.
  var maySignRevocationLists: Bool { keyUsage.map { $0.count > 6 && $0[6] } ?? true }

  private var keyUsage: [Bool]? {
    guard let value = value(of: .keyUsage)?.value else { return nil }
    return (try? DERNode(value, as: "KeyUsage"))?.flags ?? []
  }

  /// The extended purposes, or `nil` where it names none.
  var extendedKeyUsage: (purposes: [OID], isCritical: Bool)? {
    guard let found = value(of: .extendedKeyUsage) else { return nil }
    let nodes = (try? DERNode(found.value, as: "ExtKeyUsageSyntax"))?.sequence ?? []
    return (nodes.compactMap(\.oid), found.isCritical)
  }

  /// Whether it is a time-stamp authority's: timeStamping, critical, and nothing else (RFC 3161, 2.3).
  var isTimestampAuthority: Bool {
    guard let usage = extendedKeyUsage else { return false }
    return usage.isCritical && usage.purposes == [.timeStamping]
  }

  /// Whether revocation of it needn't be asked: only a responder's (RFC 6960, 4.2.2.2.1).
  var needsNoRevocationCheck: Bool {
    value(of: .ocspNoCheck) != nil && extendedKeyUsage?.purposes.contains(.ocspSigning) == true
  }

  /// The key's identifier, as the certificate states it.
  var subjectKeyIdentifier: [UInt8]? {
    guard let value = value(of: .subjectKeyIdentifier)?.value else { return nil }
    return (try? DERNode(value, as: "SubjectKeyIdentifier"))?.octets.map { Array($0) }
  }

  /// Where its OCSP responder is.
  public var ocspAddresses: [String] { access(.ocspAccess) }
  /// Where its issuer's CRL is.
  public var revocationListAddresses: [String] {
    guard let value = value(of: .crlDistributionPoints)?.value,
      let points = (try? DERNode(value, as: "CRLDistributionPoints"))?.sequence
    else { return [] }
    return points.flatMap { point in
      (point.sequence ?? []).filter { $0.isContext(0) }.flatMap { $0.children ?? [] }.filter {
        $0.isContext(0)
      }
      .flatMap { $0.children ?? [] }.compactMap(Self.address)
    }
  }

  private func access(_ method: OID) -> [String] {
    guard let value = value(of: .authorityInformationAccess)?.value,
      let list = (try? DERNode(value, as: "AuthorityInfoAccessSyntax"))?.sequence
    else { return [] }
    return list.compactMap { entry in
      guard let pair = entry.sequence, pair.count == 2, pair[0].oid == method else { return nil }
      return Self.address(pair[1])
    }
  }

  private static func address(_ node: DERNode) -> String? {
    guard node.isContext(6), let bytes = node.content, bytes.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      return nil
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
