import ArgumentParser
import Cryptography
import Diagnostics
import Foundation
import Issuing
import Signing
import Values

/// Whose keys sign letters while they are issued.
struct LetterSignatureOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        "يوقّع الخطاب بهذا المفتاح (‎.p12 أو ‎.pem أو pkcs11:)؛ ويُكرر للتوقيعات بترتيب حقولها: الموقّع ثم الختم.",
        "Sign the letter with this key (.p12, .pem or pkcs11:); repeated, in the order of the fields: the signer, then the seal."
      ), valueName: "key"))
  var sign: [String] = []

  @Option(
    help: ArgumentHelp(
      say(
        "مصدر كلمة السر لكل مفتاح بترتيبها: env:الاسم أو fd:الرقم؛ وإلا سُئلت عنها.",
        "Where each key's passphrase is, in their order: env:NAME or fd:NUMBER; else it is asked for.")))
  var passphrase: [String] = []

  @Option(
    help: ArgumentHelp(
      say("ملف شهادات المفاتيح ومُصدِريها (PEM).", "The certificates of the keys and of their issuers (PEM).")))
  var certificates: String?

  @Flag(help: ArgumentHelp(say("توقيع RSA-PSS بمفتاح RSA.", "Sign with RSA-PSS where the key is RSA.")))
  var pss = false

  @Option(
    help: ArgumentHelp(
      say(
        "صورة ختم للزينة حيث يظهر ختم الجهة (png أو jpeg أو svg).",
        "A picture of a stamp, as decoration where the seal shows (png, jpeg or svg)."), valueName: "file"))
  var sealPicture: String?

  @OptionGroup var signature: SignatureOptions

  mutating func validate() throws {
    guard !sign.isEmpty || signature.level == nil && signature.certify == nil && signature.timestamp == nil
    else {
      throw ValidationError(say("تلزم --sign لتوقيع الخطاب", "--sign is needed to sign letters"))
    }
    guard passphrase.count <= sign.count else {
      throw ValidationError(say("كلمات السر أكثر من المفاتيح", "there are more passphrases than keys"))
    }
    for source in passphrase { try KeyOptions.check(source) }
  }

  /// Lets `press` sign its letters, or leaves it as it is where no key is named.
  func apply(
    to press: inout IssuingPress, for reason: SigningReason, at now: @escaping @Sendable () -> Moment,
    log: inout DiagnosticLog
  ) throws {
    guard let signing = try signing(drawnBy: press.drawing, for: reason.reason, at: now, log: &log) else {
      return
    }
    if let holder = signing.holder { press.issuer.composer.checkSigner(holder, log: &log) }
    if !log.hasErrors { try press.sign(with: signing) }
  }

  /// What signs letters; `nil` where no key is named, or with the reasons in `log`.
  ///
  /// Everything is opened now: a passphrase that is wrong stops the run before any letter.
  func signing(
    drawnBy drawing: SignatureDrawing, for reason: String?, at now: @escaping @Sendable () -> Moment,
    log: inout DiagnosticLog
  ) throws -> LetterSigning? {
    guard !sign.isEmpty else { return nil }
    let clock: @Sendable () -> PointInTime = { PointInTime(secondsSince1970: Int64(now().seconds)) }
    let picture = try signature.image(log: &log)
    let sealPicture = try SignatureOptions.image(sealPicture, log: &log)
    do {
      var signers: [LevelSigner] = []
      for (index, key) in sign.enumerated() {
        let secret = try KeyOptions.secret(
          from: passphrase.isEmpty ? nil : passphrase[min(index, passphrase.count - 1)],
          prompt: say("كلمة سر المفتاح \(index + 1): ", "Passphrase of key \(index + 1): "))
        let identity = try KeyOptions.identity(
          key: key, certificates: certificates, usesPSS: pss, secret: secret)
        if identity.certificate.subject.breaksBidirectionalRule { log.warning(.mixedName, at: .file(key)) }
        if !identity.hasIssuer { log.warning(.noIssuer, at: .file(key), hints: [.giveIssuer]) }
        signers.append(try signature.signer(identity, secret: secret, at: clock))
      }
      guard !log.hasErrors else { return nil }
      return LetterSigning(
        signers: signers, options: signature, reason: reason,
        look: SignatureLook(drawing: drawing, picture: picture, sealPicture: sealPicture))
    } catch let error as SigningError {
      log.error(error.message, hints: error.hints)
      return nil
    }
  }
}

extension SigningIdentity {
  /// Whose it is, for the office to judge.
  var holder: KeyHolder {
    KeyHolder(
      name: certificate.subject.description, fingerprint: SHA256Digest(of: certificate.der).description,
      isForTrials: isForTrials)
  }
}
