/// The signed attribute in which older PDF signatures carry evidence about revocation (ISO 32000-1, 12.8.3.3.2).
struct RevocationArchival {
  /// The lists and answers; what can't be read is of no use.
  let evidence: RevocationEvidence

  /// The evidence of an attribute's value; `nil` where it isn't one.
  init?(_ value: DERNode) {
    guard let fields = value.sequence else { return nil }
    var evidence = RevocationEvidence()
    for field in fields {
      let items = field.only?.sequence ?? []
      if field.isContext(0) { evidence.lists += items.compactMap { try? RevocationList($0.encoded) } }
      if field.isContext(1) { evidence.answers += items.compactMap { try? OCSPResponse($0.encoded) } }
    }
    self.evidence = evidence
  }
}
