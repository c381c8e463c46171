import Cryptography
import Diagnostics
import PDFSyntax

/// Verifies one file whose syntax is read.
struct FileVerification {
  let file: PDFFile
  let verifier: SignatureVerifier
  /// The most objects that are compared, those of all revisions together.
  var comparedObjects = 8_000_000

  private typealias Report = VerificationReport.Signature

  /// A signature with what is needed to judge it.
  struct Item {
    var dictionary: SignatureDictionary
    var report: VerificationReport.Signature
    /// The signature of Contents; a time-stamp token is one too.
    var signedData: SignedData?
    /// The time a document time-stamp states.
    var token: TimestampToken?
    /// Whether the signature is in DER, as ISO 32000-1, 12.8.3.3.1 has it.
    var isDistinguished = true
  }

  /// Adds everything found to a report.
  func run(_ report: inout VerificationReport) throws(PDFSyntaxError) {
    let fields = try FormField.all(in: file).filter { $0.type == "Sig" }
    // Every object of the whole file must be readable before anything is said about it.
    let (steps, last) = try stepChanges()
    var items: [Item] = []
    for field in fields where field.dictionary["V"] != .null {
      do {
        let dictionary = try SignatureDictionary(field: field, in: file)
        items.append(Item(dictionary: dictionary, report: start(dictionary)))
      } catch {
        report.signatures.append(
          Report(
            field: field.name, isTimestamp: false, revision: file.revisions.count, coversWholeFile: false,
            findings: [.failure(error.message)]))
      }
    }
    items.sort {
      ($0.dictionary.revision, $0.dictionary.gap.lowerBound) < (
        $1.dictionary.revision, $1.dictionary.gap.lowerBound
      )
    }
    checkApart(&items)
    for index in items.indices { checkIntegrity(&items[index]) }
    restrict(&items)
    judgeChanges(&items, steps)
    report.findings += try certificationElsewhere(items)
    var evidence = try SecurityStore(of: file, at: file.lastRevision)?.evidence ?? RevocationEvidence()
    for case let value? in items.map({ $0.signedData?.signedAttribute(.revocationArchival) }) {
      guard let archival = RevocationArchival(value) else { continue }
      evidence.lists += archival.evidence.lists
      evidence.answers += archival.evidence.answers
    }
    TimeVerification(file: file, verifier: verifier, evidence: evidence).run(&items)
    report.signatures += items.map(\.report)
    report.findings += try removedSignatures(items)
    if report.signatures.isEmpty {
      // A chain of cross-references may lead past a revision that was signed.
      if steps.contains(where: { $0.contains(RevisionChange(kind: .forbidden(.hiddenBytes))) }) {
        report.findings.append(.failure(.hiddenRevision))
      }
      report.findings.append(.doubt(.noSignatures))
    } else {
      report.findings += try ActiveContent(in: last, of: file).findings
    }
  }

  /// What each revision changed, from the second on, and what stands in the last one.
  private func stepChanges() throws(PDFSyntaxError) -> (steps: [Set<RevisionChange>], last: RevisionState) {
    var steps: [Set<RevisionChange>] = []
    var old = try RevisionState(of: file, at: 0)
    var compared = 0
    for index in file.revisions.indices.dropFirst() {
      compared += old.objects.count
      guard compared <= comparedObjects else {
        throw PDFSyntaxError(.tooManyRevisions, at: file.revisions[index].startXRef)
      }
      let new = try RevisionState(of: file, at: index, after: old)
      var comparison = RevisionComparison(file: file, old: old, new: new)
      steps.append(comparison.run())
      old = new
    }
    return (steps, old)
  }

  /// A signature that an earlier revision has and the last one hasn't: somebody took it out.
  ///
  /// Whoever signed after that saw the file without it.
  private func removedSignatures(_ items: [Item]) throws(PDFSyntaxError) -> [VerificationReport.Finding] {
    var signed: Set<PDFReference> = []
    var findings: [VerificationReport.Finding] = []
    for index in file.revisions.indices {
      let present = try FormField.all(in: file, at: index).filter { $0.type == "Sig" }.compactMap(\.value)
      if !signed.isSubset(of: present) {
        let isSignedSince = items.contains { $0.dictionary.revision >= index && !$0.report.isTimestamp }
        findings.append(isSignedSince ? .remark(.signatureRemoved) : .failure(.signatureRemoved))
      }
      signed = Set(present)
    }
    return findings
  }

  private func start(_ signature: SignatureDictionary) -> VerificationReport.Signature {
    let isLast = signature.revision == file.lastRevision && file.tail.isEmpty
    return Report(
      field: signature.field.name, isTimestamp: signature.isTimestamp,
      claimedTime: signature.dictionary["M"].string.flatMap(PDFText.time), revision: signature.revision + 1,
      coversWholeFile: isLast, certification: signature.restrictions.permission, findings: [])
  }

  /// No two fields may show one signature, and no revision holds two.
  private func checkApart(_ items: inout [Item]) {
    for index in items.indices {
      let own = items[index].dictionary
      let isShared = items.indices.contains { other in
        other != index
          && (items[other].dictionary.number == own.number
            || items[other].dictionary.revision == own.revision)
      }
      if isShared { items[index].report.findings.append(.failure(.sharedSignature)) }
    }
  }

  /// Checks the signature itself: that it is over these bytes, and whole in itself.
  private func checkIntegrity(_ item: inout Item) {
    let dictionary = item.dictionary
    do throws(CMSFlaw) {
      if dictionary.isTimestamp {
        let token = try TimestampToken(dictionary.contents)
        let flaws = token.flaws
        item.report.findings += flaws.map { .failure(.flaw($0)) }
        if !token.covers(
          file.bytes[..<dictionary.gap.lowerBound], file.bytes[dictionary.gap.upperBound..<dictionary.end])
        {
          item.report.findings.append(.failure(.flaw(.wrongDigest)))
        } else if flaws.isEmpty {
          item.token = token
        }
        item.signedData = token.signedData
      } else {
        let (signedData, isDistinguished) = try SignedData.read(dictionary.contents)
        item.isDistinguished = isDistinguished
        if !isDistinguished { item.report.findings.append(.remark(.notDistinguished)) }
        let isPAdES = dictionary.dictionary["SubFilter"].name == "ETSI.CAdES.detached"
        guard signedData.content == nil else { throw .envelopsContent }
        let flaws = signedData.flaws(
          contentDigest: dictionary.digest(signedData.digest, in: file), type: .cmsData,
          needsSigningCertificate: isPAdES)
        item.report.findings += flaws.map { .failure(.flaw($0)) }
        item.signedData = signedData
        if isPAdES, signedData.signedAttribute(.signingTime) != nil {
          item.report.findings.append(.remark(.signingTimeInside))
        }
      }
    } catch {
      item.report.findings.append(.failure(.flaw(error)))
    }
    let certificate = item.signedData?.signerCertificate
    item.report.signer = certificate?.subject.commonName ?? certificate?.subject.description
    item.report.organization = certificate?.subject.organization
    if !dictionary.isTimestamp, let certificate, !certificate.maySign {
      item.report.findings.append(.failure(.unsuitableCertificate(certificate.subject.description)))
    }
    if certificate?.issuer.organization == TrialAuthority.organization {
      item.report.findings.append(.remark(.testIdentity))
    }
  }

  /// The catalog names the signature that certifies (12.8.4): it must be one that does, and that the form shows.
  private func certificationElsewhere(
    _ items: [Item]
  ) throws(PDFSyntaxError) -> [VerificationReport.Finding] {
    guard let permissions = try file.value(of: "Perms", in: file.catalog()).dictionary,
      permissions["DocMDP"] != .null
    else { return [] }
    let named = permissions["DocMDP"].reference
    let isHere = try FormField.all(in: file).contains { $0.type == "Sig" && $0.value == named }
    let isOther = items.contains { $0.dictionary.number == named?.number && !isCertification($0.dictionary) }
    return isHere && !isOther ? [] : [.failure(.certificationElsewhere)]
  }

  /// Puts the restrictions of the certification on the signatures after it: it is about the whole document.
  private func restrict(_ items: inout [Item]) {
    var permission: DocumentPermission?
    for index in items.indices {
      let own = items[index].dictionary.restrictions.permission
      permission = [permission, own].compactMap(\.self).min()
      items[index].dictionary.restrictions.permission = permission
    }
  }

  /// Checks that every change after a signature is one that it allows.
  private func judgeChanges(_ items: inout [Item], _ steps: [Set<RevisionChange>]) {
    for index in items.indices {
      let own = items[index].dictionary
      if items[..<index].contains(where: { !$0.report.isTimestamp }), isCertification(own) {
        items[index].report.findings.append(.failure(.certificationNotFirst))
      }
      var objects: [ChangedObject] = []
      for change in steps.dropFirst(own.revision).joined() where !change.isAllowed(by: own.restrictions) {
        switch change.kind {
        case .forbidden(let object): objects.append(object)
        case .signing(let field), .formFilling(let field), .newSignatureField(let field),
          .newShownSignature(let field):
          objects.append(.field(field))
        case .annotation, .drawing: objects.append(.annotation)
        case .validation: continue
        }
      }
      let texts = Set(objects).map { ($0.arabic, $0.english) }.sorted { $0.1 < $1.1 }
      if !texts.isEmpty {
        items[index].report.findings.append(
          .failure(
            .changedAfter(
              arabic: texts.map(\.0).joined(separator: "، "), english: texts.map(\.1).joined(separator: ", "))
          ))
      }
      for change in steps.dropFirst(own.revision).joined() where change.isAllowed(by: own.restrictions) {
        if case .formFilling(let field) = change.kind {
          items[index].report.findings.append(.remark(.filledAfter(field)))
        }
        if case .newShownSignature(let field) = change.kind {
          items[index].report.findings.append(.remark(.signedOver(field)))
        }
        if change.kind == .annotation { items[index].report.findings.append(.remark(.annotatedAfter)) }
        if change.kind == .drawing { items[index].report.findings.append(.doubt(.drawnOver)) }
      }
    }
  }

  /// Whether the signature's own DocMDP makes it the certification, and not only its field's lock.
  private func isCertification(_ signature: SignatureDictionary) -> Bool {
    (signature.dictionary["Reference"].array ?? []).contains {
      $0.dictionary?["TransformMethod"].name == "DocMDP"
    }
  }
}
