import Cryptography
public import Diagnostics

extension SigningError {
  /// The failure for a person, and what to do about it.
  public var message: Diagnostic.Message {
    let (id, arabic, english) = words
    return Diagnostic.Message("signing." + id, arabic: arabic, english: english)
  }

  /// What to do about it, where there is something.
  public var hints: [Diagnostic.Hint] {
    switch self {
    case .noField: return [Self.makeFields]
    case .unsuitableKey: return [Self.fitKeys]
    case .cryptography(.obsoleteEncryption): return [Self.encryptAnew]
    default: return []
    }
  }

  private static let fitKeys = Diagnostic.Hint(
    arabic: "يصلح مفتاح RSA من 2048 بت، أو P-256 أو P-384، وشهادة للتوقيع ليست لخادم ولا لجهة إصدار",
    english:
      "What fits is RSA from 2048 bits, P-256 or P-384, with a certificate for signing that is no server's and no authority's"
  )
  private static let encryptAnew = Diagnostic.Hint(
    arabic:
      "شفّره من جديد: openssl pkcs12 -legacy -in OLD.p12 -nodes | openssl pkcs12 -export -out NEW.p12",
    english:
      "Encrypt it anew: openssl pkcs12 -legacy -in OLD.p12 -nodes | openssl pkcs12 -export -out NEW.p12")
  private static let makeFields = Diagnostic.Hint(
    arabic:
      "حقول التوقيع تُنشأ مع الخطاب: أخرجه من جديد بأمر render أو issue من قالب يذكر «الموقّع»؛ والنماذج الورقية والمسودات بلا حقول",
    english:
      "Signature fields are made with the letter: make it anew with render or issue, from a template that names its signer; paper forms and drafts have none"
  )

  private var words: (id: String, arabic: String, english: String) {
    switch self {
    case .notAPDF(let reason):
      (
        "not-a-pdf", "الملف ليس PDF سليماً، فلا يُوقّع",
        "The file isn't sound PDF, so it isn't signed: \(reason)"
      )
    case .encrypted: ("encrypted", "الملف مشفّر، فلا يُوقّع", "The file is encrypted, so it isn't signed")
    case .bytesBehindEnd:
      (
        "bytes-behind-end", "بعد نهاية الملف بيانات زائدة، فلا يُوقّع",
        "Bytes stand behind the file's end, so it isn't signed"
      )
    case .activeContent(let what):
      (
        "active-content", "في الملف ما قد يغيّر ظاهره بعد التوقيع (\(what))، فلا يُوقّع",
        "The file has \(what), which can change its face after signing, so it isn't signed"
      )
    case .noField(let name):
      ("no-field", "ليس في الملف حقل توقيع اسمه «\(name)»", "The file has no signature field named «\(name)»")
    case .alreadySigned(let name):
      (
        "already-signed", "حقل التوقيع «\(name)» موقّع من قبل",
        "The signature field «\(name)» is signed already"
      )
    case .forbiddenByCertification:
      ("forbidden", "توقيع سابق لا يسمح بتوقيع بعده", "An earlier signature allows none after it")
    case .certificationNotFirst:
      (
        "certification-not-first", "توقيع الاعتماد يجب أن يكون أول توقيع",
        "A certification must be the first signature"
      )
    case .keyWithoutCertificate:
      (
        "no-certificate-of-key", "ليس بين الشهادات شهادة لهذا المفتاح",
        "None of the certificates belongs to the key"
      )
    case .certificateNotValid(let name):
      (
        "certificate-not-valid", "شهادة «\(name)» غير سارية وقت التوقيع",
        "The certificate of «\(name)» isn't valid at the time of signing"
      )
    case .unsuitableKey(let name):
      (
        "unsuitable-key", "شهادة «\(name)» أو مفتاحها لا يصلح لتوقيع الوثائق",
        "The certificate or key of «\(name)» isn't fit for signing documents"
      )
    case .noCertificates:
      ("no-certificates", "لا توجد شهادات في الملف", "There are no certificates in the file")
    case .noTimestamp(let reason):
      (
        "no-timestamp", "لم تعطِ جهة ختم الوقت ختماً صحيحاً، فلم يُوقّع شيء",
        "The time-stamp authority gave no sound time-stamp, so nothing was signed: \(reason)"
      )
    case .noRevocation(let name):
      (
        "no-revocation", "تعذر معرفة هل أُلغيت شهادة «\(name)»، فلم يُكتب ملف",
        "Nothing could be learned about the revocation of «\(name)», so no file was written"
      )
    case .revoked(let name): ("revoked", "شهادة «\(name)» ملغاة", "The certificate of «\(name)» is revoked")
    case .noPath(let name):
      (
        "no-path", "شهادة «\(name)» ليست صادرة عن جهة موثوقة عندك",
        "The certificate of «\(name)» doesn't come from an authority you trust"
      )
    case .roomTooSmall:
      (
        "room-too-small", "التوقيع أكبر من الموضع المعد له",
        "The signature is larger than the room made for it"
      )
    case .cryptography(let error): Self.words(error)
    }
  }

  private static func words(_ error: CryptographyError) -> (id: String, arabic: String, english: String) {
    switch error {
    case .unreadableKey:
      (
        "unreadable-key", "كلمة السر خطأ، أو ملف المفتاح تالف أو ليس فيه مفتاح مع شهادته",
        "The passphrase is wrong, or the key's file is damaged or holds no key with its certificate"
      )
    case .obsoleteEncryption:
      (
        "obsolete-encryption", "ملف المفتاح مشفّر بطريقة قديمة لم تعد آمنة، فلم يُفتح",
        "The key's file is encrypted in an old way that isn't safe any more, so it wasn't opened"
      )
    case .unreachableToken(let reason):
      (
        "unreachable-token", "تعذر الوصول إلى مفتاح البطاقة أو الجهاز، أو رقمه السري خطأ",
        "The token, its key or its PIN isn't right: \(reason)"
      )
    case .noCertificate:
      ("no-certificates-in-file", "لا توجد شهادات في الملف", "There are no certificates in the file")
    case .notSigned(let reason): ("not-signed", "لم يوقّع المفتاح", "The key didn't sign: \(reason)")
    case .failed(let reason):
      ("failed", "عطل في مكتبة التشفير", "The cryptographic library failed: \(reason)")
    }
  }
}
