import Cryptography

/// Makes certificates (RFC 5280) for trials and tests.
struct CertificateWriter {
  /// What a certificate is for.
  enum Purpose {
    case root, authority, signer, timestampAuthority, ocspResponder
  }

  let purpose: Purpose
  let subject: DistinguishedName
  let key: PrivateKey
  let serial: [UInt8]
  let notBefore: PointInTime
  let notAfter: PointInTime
  /// Where revocation can be asked.
  var ocspAddress: String?
  var revocationListAddress: String?

  /// The certificate, signed by an issuer, or by its own key.
  func write(issuer: (certificate: Certificate, key: PrivateKey)?) throws(SigningError) -> Certificate {
    do {
      let publicKey = try key.publicKey()
      let signer = issuer?.key ?? key
      let algorithm = try SignatureAlgorithm(defaultFor: signer)
      let part = DERWriter.sequence(
        DERWriter.explicit(0, DERWriter.integer(2)), DERWriter.integer(unsigned: serial), algorithm.encoded,
        issuer?.certificate.subject.der ?? subject.der,
        DERWriter.sequence(DERWriter.time(notBefore), DERWriter.time(notAfter)), subject.der, publicKey,
        DERWriter.explicit(3, DERWriter.element(0x30, joining: extensions(publicKey, issuer?.certificate))))
      let signature = try signer.sign(part, scheme: algorithm.scheme, digest: algorithm.digest ?? .sha256)
      let der = DERWriter.sequence(part, algorithm.encoded, DERWriter.bits(signature))
      return try Certificate(der: der[...])
    } catch let error as CryptographyError {
      throw .cryptography(error)
    } catch {
      throw .noCertificates
    }
  }

  private func extensions(_ publicKey: [UInt8], _ issuer: Certificate?) -> [[UInt8]] {
    let encoded = CertificateExtension.encoded
    let isAuthority = purpose == .root || purpose == .authority
    var list = [
      encoded(
        .basicConstraints, true,
        isAuthority ? DERWriter.sequence(DERWriter.boolean(true)) : DERWriter.sequence()),
      // keyCertSign and cRLSign, or digitalSignature, with contentCommitment for a signer.
      encoded(
        .keyUsage, true,
        isAuthority
          ? DERWriter.bits([0x06], unused: 1)
          : purpose == .signer ? DERWriter.bits([0xC0], unused: 6) : DERWriter.bits([0x80], unused: 7)),
      encoded(.subjectKeyIdentifier, false, DERWriter.octets(Self.identifier(publicKey[...]))),
    ]
    if let issuer {
      let identifier = Self.identifier(issuer.publicKey)
      list.append(
        encoded(.authorityKeyIdentifier, false, DERWriter.sequence(DERWriter.element(0x80, identifier))))
    }
    if purpose == .timestampAuthority {
      list.append(encoded(.extendedKeyUsage, true, DERWriter.sequence(DERWriter.oid(.timeStamping))))
    }
    if purpose == .ocspResponder {
      list.append(encoded(.extendedKeyUsage, false, DERWriter.sequence(DERWriter.oid(.ocspSigning))))
      list.append(encoded(.ocspNoCheck, false, DERWriter.null))
    }
    if let ocspAddress {
      let place = DERWriter.element(0x86, Array(ocspAddress.utf8))
      list.append(
        encoded(
          .authorityInformationAccess, false,
          DERWriter.sequence(DERWriter.sequence(DERWriter.oid(.ocspAccess), place))))
    }
    if let revocationListAddress {
      let place = DERWriter.element(0x86, Array(revocationListAddress.utf8))
      list.append(
        encoded(
          .crlDistributionPoints, false,
          DERWriter.sequence(DERWriter.sequence(DERWriter.explicit(0, DERWriter.explicit(0, place))))))
    }
    return list
  }

  /// A key's identifier: the first 160 bits of its SHA-256 (RFC 7093, 2).
  private static func identifier(_ publicKey: ArraySlice<UInt8>) -> [UInt8] {
    Array(DigestAlgorithm.sha256.digest(of: publicKey).prefix(20))
  }
}

extension SignatureAlgorithm {
  /// How a key signs certificates.
  init(defaultFor key: PrivateKey) throws {
    let node = try DERNode(try key.publicKey()[...], as: "SubjectPublicKeyInfo")
    let algorithm = node.sequence?.first?.sequence
    if algorithm?.first?.oid == .ecPublicKey {
      self.init(.ecdsa, algorithm?.last?.oid == .p384 ? .sha384 : .sha256)
    } else {
      self.init(.rsaPKCS1, .sha256)
    }
  }
}
