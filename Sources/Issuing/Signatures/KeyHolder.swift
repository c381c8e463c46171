public import Diagnostics
import Templates
import Themes

/// Whose a signing key is, as its certificate says.
public struct KeyHolder: Hashable, Sendable {
  /// The name in the certificate.
  public let name: String
  /// SHA-256 of the certificate, in small hexadecimal digits.
  public let fingerprint: String
  /// Whether it counts for nothing.
  public let isForTrials: Bool

  /// A holder.
  public init(name: String, fingerprint: String, isForTrials: Bool) {
    (self.name, self.fingerprint, self.isForTrials) = (name, fingerprint, isForTrials)
  }
}

extension LetterComposer {
  /// Refuses a key that isn't the officer's whom the template names.
  ///
  /// An officer whose certificates the office states signs with one of them; a key that is another officer's, by its
  /// certificate or by the name in it, is refused in any case. Keys for trials may stand in for an officer's own.
  public func checkSigner(_ holder: KeyHolder, log: inout DiagnosticLog) {
    guard let profile = office.profile, let post = template.template.settings.signer,
      let signer = profile.signer(of: post), !signer.certificates.contains(holder.fingerprint)
    else { return }
    let other = profile.signers.first {
      $0.post != signer.post && $0.certificates.contains(holder.fingerprint)
        || $0.isNamed(holder.name) && !signer.isNamed(holder.name)
    }
    if let other {
      log.error(.otherOfficersKey(other, signer), hints: [.signsWith(signer)])
    } else if !signer.certificates.isEmpty, !holder.isForTrials {
      log.error(.notOfficersKey(holder, signer), hints: [.signsWith(signer), .stateCertificate(holder)])
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func otherOfficersKey(_ other: Signer, _ signer: Signer) -> Self {
    Self(
      "issuing.other-officers-key",
      arabic:
        "المفتاح لـ«\u{2068}\(other.name)\u{2069}» (\(other.printedPost))، وهذا الخطاب يوقّعه «\u{2068}\(signer.name)\u{2069}» (\(signer.printedPost))",
      english:
        "The key is that of “\(other.name)” (\(other.printedPost)), and this letter is signed by “\(signer.name)” (\(signer.printedPost))"
    )
  }
  fileprivate static func notOfficersKey(_ holder: KeyHolder, _ signer: Signer) -> Self {
    Self(
      "issuing.not-officers-key",
      arabic:
        "شهادة المفتاح («\u{2068}\(holder.name)\u{2069}») ليست من شهادات «\u{2068}\(signer.name)\u{2069}» (\(signer.printedPost)) المذكورة في ملف الجمعية",
      english:
        "The key's certificate (“\(holder.name)”) isn't one that the office's file states for “\(signer.name)” (\(signer.printedPost))"
    )
  }
}

extension Diagnostic.Hint {
  fileprivate static func signsWith(_ signer: Signer) -> Self {
    Self(
      arabic: "وقّع بمفتاح «\u{2068}\(signer.name)\u{2069}»، أو غيّر من يشغل المنصب في office.yaml",
      english: "Sign with the key of “\(signer.name)”, or change in office.yaml who holds the post")
  }
  fileprivate static func stateCertificate(_ holder: KeyHolder) -> Self {
    Self(
      arabic: "إن كانت شهادة جديدة له فأضف بصمتها إلى «الشهادة»: \u{2066}\(holder.fingerprint)\u{2069}",
      english: "If it is a new one of theirs, add its fingerprint to “certificate”: \(holder.fingerprint)")
  }
}
