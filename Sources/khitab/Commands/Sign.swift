import ArgumentParser
import Cryptography
import Diagnostics
import Issuing
import PDF
import Signing
import Themes
import Values

/// `khitab sign`: a signature behind a file.
struct Sign: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("يوقّع ملف PDF توقيعاً إلكترونياً (PAdES).", "Sign a PDF file electronically (PAdES)."),
    discussion: say(
      "لا يُغيّر شيء مما في الملف؛ يُضاف التوقيع إلى آخره.",
      "Nothing that is in the file changes; the signature goes behind it."))

  @Argument(help: ArgumentHelp(say("الملف.", "The file.")))
  var file: String

  @Option(name: [.short, .long], help: ArgumentHelp(say("الملف الموقّع.", "The signed file.")))
  var output: String

  @OptionGroup var key: KeyOptions

  @Option(
    help: ArgumentHelp(
      say(
        "اسم حقل التوقيع؛ وإلا فأول حقل لم يُوقّع.",
        "The signature field's name; by default the first unsigned one.")))
  var field: String?

  @Option(
    help: ArgumentHelp(
      say("اسم الموقّع كما يظهر؛ وإلا فالاسم في الشهادة.", "The signer's name; by default the certificate's."))
  )
  var name: String?

  @Option(help: ArgumentHelp(say("منصب الموقّع كما يظهر.", "The signer's post, as it shows.")))
  var post: String?

  @Option(
    help: ArgumentHelp(
      say(
        "رمز التحقق من الخطاب، ليظهر في التوقيع.", "The letter's verification code, to show in the signature."
      )))
  var code: String?

  @Flag(
    help: ArgumentHelp(
      say(
        "ختم جهة لا توقيع شخص: فيظهر بألفاظ الختم.",
        "A body's seal, not a person's signature: it shows the seal's words.")))
  var seal = false

  @OptionGroup var signature: SignatureOptions
  @OptionGroup var purpose: SigningReason

  @Option(
    help: ArgumentHelp(
      say(
        "حقل ختم الوقت للمستوى B-LTA؛ وإلا فأول حقل خالٍ له.",
        "The field of the archive time-stamp (B-LTA); by default the first one that is empty.")))
  var timestampField: String?

  @Option(
    help: ArgumentHelp(
      say("مجلد المكتب الذي تظهر التوقيعات بهيئته.", "The office in whose style the signature shows."),
      valueName: "folder"))
  var office: String?

  @Option(
    help: ArgumentHelp(say("وقت التوقيع: ثوانٍ منذ ١٩٧٠.", "The time of signing: seconds since 1970.")),
    transform: PointInTime.argument)
  var time: PointInTime?

  @OptionGroup var interface: InterfaceOptions

  mutating func validate() throws {
    let read = [file, key.key, key.certificates, signature.picture, signature.trust].compactMap(\.self)
    try OutputArgument.check(output, endsIn: ".pdf", beside: read)
  }

  func run() throws {
    var log = DiagnosticLog()
    do {
      guard let bytes = try signed(log: &log) else { return try interface.conclude(log) }
      try OutputFile(path: output).write(bytes)
      let level = signature.reached.rawValue
      Interface.report(say("وُقّع: \(output) (\(level))", "signed: \(output) (\(level))"))
      try interface.conclude(log)
    } catch let error as SigningError {
      log.error(error.message, at: .file(isOfKey(error) ? key.key : file), hints: error.hints)
      try interface.conclude(log)
    }
  }

  /// Whether the key is at fault, and not what was to be signed.
  private func isOfKey(_ error: SigningError) -> Bool {
    switch error {
    case .unsuitableKey, .certificateNotValid, .keyWithoutCertificate: true
    case .cryptography(let failure):
      switch failure {
      case .unreadableKey, .obsoleteEncryption, .unreachableToken: true
      case .noCertificate, .notSigned, .failed: false
      }
    default: false
    }
  }

  private func signed(log: inout DiagnosticLog) throws -> [UInt8]? {
    let secret = try key.secret(prompt: say("كلمة سر المفتاح: ", "Passphrase of the key: "))
    let identity = try key.identity(secret: secret)
    let clock = time ?? .now
    if identity.certificate.subject.breaksBidirectionalRule {
      log.warning(.mixedName, at: .file(key.key))
    }
    if !identity.hasIssuer { log.warning(.noIssuer, at: .file(key.key), hints: [.giveIssuer]) }
    let unsigned = try InputFile.bytes(file)
    let fields = try SignatureFields(of: unsigned)
    let field = field ?? fields.nextSignature?.name ?? "Signature1"
    var request = signature.request(field: field, at: clock, reason: purpose.reason)
    request.name = name
    request.certification = signature.certify?.permission
    request.createsField = true
    if !signature.invisible, let place = fields[field], place.width > 0 {
      let picture = try signature.image(log: &log)
      guard !log.hasErrors, var look = try SignatureLook.open(office: office, picture: picture, log: &log)
      else {
        return nil
      }
      look.sealPicture = picture
      let appearance = SignatureAppearance(
        name: name ?? identity.certificate.subject.description, post: post,
        day: Moment(seconds: Int(clock.secondsSince1970)).day, code: code, isTrial: identity.isForTrials,
        isSeal: seal)
      request.appearance = try look.file(appearance, in: place, painter: PagePainter(), log: &log)
      guard !log.hasErrors else { return nil }
    }
    var signer = try signature.signer(identity, secret: secret) { clock }
    signer.timestampField = timestampField
    return try signer.sign(unsigned, request)
  }
}

extension Diagnostic.Message {
  static let noIssuer = Self(
    "key.no-issuer",
    arabic: "ليست مع المفتاح شهادة من أصدر شهادته، فلا يتحقق من التوقيع إلا من كانت عنده",
    english: "The certificate of the key's issuer isn't with it: only who has it can verify the signature")
  static let mixedName = Self(
    "key.mixed-name", arabic: "اسم صاحب الشهادة يخلط العربية بغيرها، وبعض البرامج يرفض مثل هذا الاسم",
    english:
      "The name in the certificate mixes Arabic with other letters or digits; some programs refuse such names"
  )
}

extension Diagnostic.Hint {
  static let giveIssuer = Self(
    arabic: "أضفها بالخيار --certificates، أو اطلب من الجهة ملف \u{200E}.p12 فيه شهاداتها",
    english: "Add it with --certificates, or ask the authority for a .p12 file with its certificates")
}
