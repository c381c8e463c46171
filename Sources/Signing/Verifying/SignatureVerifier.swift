import Diagnostics
public import PDFSyntax

/// Verifies the signatures of PDF files, and repairs nothing.
public struct SignatureVerifier: Sendable {
  /// The certificates that are trusted.
  public var anchors: [Certificate]
  /// The time of verifying.
  public var now: PointInTime
  /// What a file may cost.
  public var limits: PDFLimits
  /// The most bytes of a file.
  public var sizeLimit = 512 << 20

  /// A verifier with anchors at a time.
  public init(anchors: [Certificate], now: PointInTime, limits: PDFLimits = .standard) {
    (self.anchors, self.now, self.limits) = (anchors, now, limits)
  }

  /// What there is to say about a file; bytes of any kind are answered.
  public func verify(_ bytes: [UInt8]) -> VerificationReport {
    var report = VerificationReport(findings: [], revisions: 0, signatures: [])
    guard bytes.count <= sizeLimit else {
      report.findings.append(.failure(.tooLarge))
      return report
    }
    do {
      let file = try PDFFile(bytes, limits: limits)
      report.revisions = file.revisions.count
      if !file.tail.isEmpty { report.findings.append(.failure(.bytesBehindEnd)) }
      guard !file.isEncrypted else {
        report.findings.append(.failure(.encryptedFile))
        return report
      }
      try FileVerification(file: file, verifier: self).run(&report)
    } catch {
      report.findings.append(.failure(.damaged(error)))
    }
    return report
  }
}

extension Diagnostic.Message {
  static let tooLarge = Self(
    "file.too-large", arabic: "الملف أكبر مما يُفحص", english: "The file is larger than what is verified")
  static let bytesBehindEnd = Self(
    "file.bytes-behind-end", arabic: "أُضيفت إلى آخر الملف بيانات لا يشملها أي توقيع",
    english: "Bytes were added behind the end of the file, which no signature covers")
  static let encryptedFile = Self(
    "file.encrypted", arabic: "الملف مشفّر، فلا يُتحقق من توقيعاته",
    english: "The file is encrypted, so its signatures aren't verified")
  static let noSignatures = Self(
    "file.not-signed", arabic: "الملف غير موقّع", english: "The file isn't signed")

  static func damaged(_ error: PDFSyntaxError) -> Self {
    Self(
      "file.damaged",
      arabic: "بنية الملف تالفة أو ملتبسة، فقد يراه برنامجان على وجهين (عند البايت \(error.offset))",
      english:
        "The file's structure is damaged or ambiguous, so two programs may show it differently: \(error)")
  }
}
