import Diagnostics

extension Diagnostic.Message {
  static let sharedSignature = Self(
    "signature.shared", arabic: "توقيع واحد مستعمل في موضعين",
    english: "One signature is used in two places")
  static let signingTimeInside = Self(
    "signature.signing-time", arabic: "في التوقيع وقتٌ داخلي لا تسمح به مواصفة PAdES",
    english: "The signature has a time inside that PAdES baseline doesn't allow")
  static let notDistinguished = Self(
    "signature.not-distinguished", arabic: "قيمة التوقيع مكتوبة بترميز BER لا DER كما يوجب المعيار",
    english: "The signature's value is in BER, not in DER as the standard has it")
  static let testIdentity = Self(
    "signature.test-identity", arabic: "وُقّع بهوية تجريبية غير معتمدة",
    english: "Signed with a test identity, which counts for nothing")
  static let certificationNotFirst = Self(
    "signature.certification-not-first", arabic: "توقيع الاعتماد ليس أول التوقيعات",
    english: "The certification isn't the first signature")
  static let signatureRemoved = Self(
    "file.signature-removed", arabic: "كان في الملف توقيع ثم نُزع منه",
    english: "The file had a signature that was taken out of it")
  static let certificationElsewhere = Self(
    "file.certification-elsewhere", arabic: "يذكر فهرس الملف توقيع اعتماد ليس بين توقيعاته الظاهرة",
    english: "The catalog names a certification that isn't among the signatures of the form")
  static let hiddenRevision = Self(
    "file.hidden-revision", arabic: "في الملف نسخة أو بيانات لا يدل عليها فهرسه، وقد يكون فيها توقيع",
    english: "The file holds a revision or bytes that its cross-references lead past, and maybe a signature")
  static let drawnOver = Self(
    "signature.drawn-over",
    arabic:
      "أُضيف فوق الصفحة بعد التوقيع رسم أو كتابة يسمح بها، وقد تغطي ما وُقّع أو تحاكيه؛ فانظر في النسخة الموقعة وحدها",
    english:
      "Something was drawn over the page after the signature, which allows it; it may cover or imitate what was signed: look at the signed revision alone"
  )
  static let claimedInFuture = Self(
    "signature.claimed-in-future", arabic: "يذكر الموقّع وقتاً لم يأت بعد",
    english: "The signer states a time that hasn't come yet")
  static let annotatedAfter = Self(
    "signature.annotated-after", arabic: "أُضيفت تعليقات بعد التوقيع، وهو يسمح بها",
    english: "Comments were added after the signature, which allows them")

  static func signedOver(_ field: String) -> Self {
    Self(
      "signature.signed-over", arabic: "أُضيف بعد التوقيع توقيع ظاهر على الصفحة في الحقل «\(field)»",
      english: "A signature that shows on the page was added after this one, in the field «\(field)»")
  }

  static func filledAfter(_ field: String) -> Self {
    Self(
      "signature.filled-after", arabic: "مُلئ الحقل «\(field)» بعد التوقيع، وهو يسمح بذلك",
      english: "The field «\(field)» was filled in after the signature, which allows it")
  }

  static func changedAfter(arabic: String, english: String) -> Self {
    Self(
      "signature.changed-after", arabic: "غُيّر الملف بعد التوقيع تغييراً لا يسمح به: \(arabic)",
      english: "The file was changed after the signature in a way that it doesn't allow: \(english)")
  }

  /// What is wrong inside a signature.
  static func flaw(_ flaw: CMSFlaw) -> Self {
    let (arabic, english) = words(flaw)
    return Self("signature.flaw", arabic: arabic, english: english)
  }

  private static func words(_ flaw: CMSFlaw) -> (String, String) {
    switch flaw {
    case .malformed: ("قيمة التوقيع تالفة", "The signature's value is damaged")
    case .notSignedData: ("قيمة التوقيع ليست توقيعاً", "The signature's value isn't a signature")
    case .envelopsContent:
      (
        "التوقيع على محتوى داخله لا على الملف",
        "The signature is over something inside itself, not over the file"
      )
    case .notOneSigner: ("في التوقيع غير موقّع واحد", "The signature hasn't exactly one signer")
    case .noSignedAttributes:
      ("ينقص التوقيع ما يلزمه من بيانات موقّعة", "The signature has no signed attributes")
    case .badAttributes:
      ("بيانات التوقيع الموقّعة مكررة أو مختلة الترتيب", "The signed attributes come twice or out of order")
    case .wrongContentType: ("نوع المحتوى الموقّع غير صحيح", "The type of what was signed is wrong")
    case .wrongDigest:
      ("تغيّر محتوى الملف الذي وُقّع", "What was signed isn't what stands in the file: it was changed")
    case .noSignerCertificate:
      ("شهادة الموقّع غير موجودة أو لا تصلح", "The signer's certificate is missing or unfit")
    case .noSigningCertificate: ("لا يذكر التوقيع شهادة صاحبه", "The signature doesn't name its certificate")
    case .wrongSigningCertificate:
      ("يذكر التوقيع شهادة غير التي معه", "The signature names another certificate than its own")
    case .algorithmsDiffer: ("خوارزميات التوقيع لا تتفق", "The algorithms in the signature don't agree")
    case .wrongSignature:
      ("التوقيع لا يطابق مفتاح صاحبه", "The signature isn't by the key of its certificate")
    }
  }
}
