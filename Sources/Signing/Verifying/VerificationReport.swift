public import Diagnostics

/// What verifying a file found.
public struct VerificationReport: Hashable, Sendable {
  /// How much a file or a signature is worth.
  public enum Verdict: String, Hashable, Sendable, Comparable {
    /// Everything holds.
    case valid
    /// Nothing is wrong, but something can't be known: trust or revocation.
    case indeterminate
    /// It isn't worth anything.
    case invalid

    /// The better comes first.
    public static func < (a: Verdict, b: Verdict) -> Bool { a.rank < b.rank }
    private var rank: Int { self == .valid ? 0 : self == .indeterminate ? 1 : 2 }
  }

  /// Something found: a failure makes invalid, a doubt indeterminate, a remark nothing.
  public struct Finding: Hashable, Sendable {
    /// How much a finding weighs.
    public enum Weight: String, Hashable, Sendable {
      /// Worth knowing.
      case remark
      /// Something can't be known.
      case doubt
      /// Something is wrong.
      case failure
    }

    /// How much it weighs.
    public var weight: Weight
    /// What it is, in words for a clerk.
    public var message: Diagnostic.Message

    /// A finding.
    public init(_ weight: Weight, _ message: Diagnostic.Message) {
      self.weight = weight
      self.message = message
    }
  }

  /// What was found about one signature or document time-stamp.
  public struct Signature: Hashable, Sendable {
    /// The field's name.
    public var field: String
    /// Whether it is a document time-stamp.
    public var isTimestamp: Bool
    /// The signer's name in the certificate.
    public var signer: String?
    /// The signer's organisation in the certificate.
    public var organization: String?
    /// When the signer says it was signed.
    public var claimedTime: PointInTime?
    /// The earliest time that an authority vouches for.
    public var trustedTime: PointInTime?
    /// The revision it signs, from 1.
    public var revision: Int
    /// The level it reaches, where it is a valid PAdES signature.
    public var level: SignatureLevel?
    /// Whether everything in the file today is what it signed.
    public var coversWholeFile: Bool
    /// What it allows after it, where it is a certification.
    public var certification: DocumentPermission?
    /// Everything found.
    public var findings: [Finding]

    /// How much it is worth.
    public var verdict: Verdict { Verdict(findings) }
  }

  /// What was found about the file itself.
  public var findings: [Finding]
  /// How many revisions the file has; 0 where it couldn't be read.
  public var revisions: Int
  /// The signatures in the order they were made.
  public var signatures: [Signature]

  /// The worst of all; a file without signatures is indeterminate.
  public var verdict: Verdict {
    let verdicts = [Verdict(findings)] + signatures.map(\.verdict)
    let worst = verdicts.max() ?? .indeterminate
    return signatures.isEmpty ? max(worst, .indeterminate) : worst
  }
}

extension VerificationReport.Verdict {
  init(_ findings: [VerificationReport.Finding]) {
    self =
      findings.contains { $0.weight == .failure }
      ? .invalid : findings.contains { $0.weight == .doubt } ? .indeterminate : .valid
  }
}

extension VerificationReport.Finding {
  static func failure(_ message: Diagnostic.Message) -> Self { Self(.failure, message) }
  static func doubt(_ message: Diagnostic.Message) -> Self { Self(.doubt, message) }
  static func remark(_ message: Diagnostic.Message) -> Self { Self(.remark, message) }
}
