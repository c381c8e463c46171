/// A name of a person or body in a certificate (RFC 5280, 4.1.2.4).
public struct DistinguishedName: Hashable, Sendable, CustomStringConvertible {
  /// The name in DER; equal bytes are equal names.
  public let der: [UInt8]
  private let parts: [Part]

  private struct Part: Hashable {
    var oid: OID
    var text: String
  }

  init(_ node: DERNode) throws(DERError) {
    let malformed = DERError(structure: "Name")
    guard let sets = node.sequence else { throw malformed }
    var parts: [Part] = []
    for set in sets {
      guard let attributes = set.set, !attributes.isEmpty else { throw malformed }
      for attribute in attributes {
        guard let pair = attribute.sequence, pair.count == 2, let oid = pair[0].oid else { throw malformed }
        parts.append(Part(oid: oid, text: pair[1].text ?? ""))
      }
    }
    der = Array(node.encoded)
    self.parts = parts
  }

  /// A name of a common name and an organisation.
  init(commonName: String, organization: String?) {
    func attribute(_ oid: OID, _ text: String) -> [UInt8] {
      DERWriter.set([DERWriter.sequence(DERWriter.oid(oid), DERWriter.utf8(text))])
    }
    parts = [
      organization.map { Part(oid: .organization, text: $0) }, Part(oid: .commonName, text: commonName),
    ]
    .compactMap { $0 }
    der = DERWriter.element(0x30, joining: parts.map { attribute($0.oid, $0.text) })
  }

  /// The common name, if there is one.
  public var commonName: String? { parts.last { $0.oid == .commonName }?.text }
  /// The organisation, if there is one.
  public var organization: String? { parts.last { $0.oid == .organization }?.text }
  /// What a person calls it: the common name, else the organisation, else all there is.
  public var description: String {
    commonName ?? organization ?? parts.map(\.text).joined(separator: ", ")
  }

  /// Whether other programs will refuse the name: one that holds Arabic letters and Latin ones, or that holds
  /// Arabic letters and begins or ends with something else, breaks RFC 3454, 6, which RFC 4518 asks for.
  public var breaksBidirectionalRule: Bool {
    parts.contains { part in
      let scalars = part.text.unicodeScalars
      func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
        (0x590...0x8FF).contains(scalar.value) && !(0x660...0x669).contains(scalar.value)
          && scalar.properties.generalCategory == .otherLetter || (0xFB1D...0xFEFC).contains(scalar.value)
      }
      guard scalars.contains(where: isRightToLeft), let first = scalars.first, let last = scalars.last else {
        return false
      }
      let hasLatin = scalars.contains {
        ("a"..."z").contains($0) || ("A"..."Z").contains($0) || (0xC0...0x24F).contains($0.value)
      }
      return hasLatin || !isRightToLeft(first) || !isRightToLeft(last)
    }
  }
}
