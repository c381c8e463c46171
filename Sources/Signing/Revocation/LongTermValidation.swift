import Diagnostics
import PDFSyntax

/// Gathers what validates a file's signatures long after, and adds it to the file: B-LT (ETSI EN 319 142-1, 6.3).
public struct LongTermValidation: Sendable {
  /// The certificates that are trusted.
  public var anchors: [Certificate]
  /// Who is asked.
  public var source: any RevocationSource
  /// When the evidence is gathered.
  public var time: PointInTime

  /// A gathering at a time.
  public init(anchors: [Certificate], source: any RevocationSource, time: PointInTime) {
    (self.anchors, self.source, self.time) = (anchors, source, time)
  }

  /// The file with a security store behind it for every signature and time-stamp in it.
  /// - Throws: `SigningError` where evidence about any certificate can't be had; then there is no file that claims it.
  public func add(to bytes: [UInt8]) throws(SigningError) -> [UInt8] {
    let file = try DocumentSigner.open(bytes)
    var store = SecurityStore()
    for signedData in try signatures(of: file) {
      guard let certificate = signedData.signerCertificate else { throw .noCertificates }
      try store.add(
        pathOf: certificate, known: signedData.certificates, anchors: anchors, time: time, source: source)
      guard let attribute = signedData.unsignedAttribute(.signatureTimeStamp) else { continue }
      guard let token = try? TimestampToken(attribute.encoded),
        let stamper = token.signedData.signerCertificate
      else {
        throw .noTimestamp(reason: "the token in the file is unsound")
      }
      try store.add(
        pathOf: stamper, known: token.signedData.certificates, anchors: anchors, time: time, source: source)
    }
    return try store.added(to: bytes)
  }

  private func signatures(of file: PDFFile) throws(SigningError) -> [SignedData] {
    do {
      var found: [SignedData] = []
      for field in try FormField.all(in: file) where field.type == "Sig" && field.dictionary["V"] != .null {
        found.append(try SignedData.read(try SignatureDictionary(field: field, in: file).contents).data)
      }
      return found
    } catch let flaw as SignatureFlaw {
      throw .notAPDF(reason: flaw.message.english)
    } catch {
      throw .notAPDF(reason: "\(error)")
    }
  }
}
