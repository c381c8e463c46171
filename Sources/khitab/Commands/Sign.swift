import ArgumentParser
import Diagnostics
import Foundation
import Issuing
import Signing

/// `khitab sign`: a signature behind a file.
struct Sign: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("يوقّع ملف PDF توقيعاً إلكترونياً (PAdES).", "Sign a PDF file electronically (PAdES)."),
    discussion: say(
      "لا يُغيّر شيء مما في الملف؛ يُضاف التوقيع إلى آخره.",
      "Nothing that is in the file changes; the signature goes behind it."))

  /// What a certification allows after it.
  enum Certification: String, ExpressibleByArgument, CaseIterable {
    case noChanges = "no-changes"
    case formFilling = "form-filling"
    case annotations

    var permission: DocumentPermission {
      switch self {
      case .noChanges: .noChanges
      case .formFilling: .formFilling
      case .annotations: .annotations
      }
    }
  }

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

  @Option(help: ArgumentHelp(say("اسم الموقّع.", "The signer's name.")))
  var name: String?

  @Option(help: ArgumentHelp(say("سبب التوقيع.", "Why it is signed.")))
  var reason: String?

  @Option(help: ArgumentHelp(say("مكان التوقيع.", "Where it is signed.")))
  var location: String?

  @Option(
    help: ArgumentHelp(
      say(
        "توقيع اعتماد وما يُسمح به بعده: no-changes أو form-filling أو annotations.",
        "Certify, and what is allowed after it: no-changes, form-filling or annotations.")))
  var certify: Certification?

  @Option(
    help: ArgumentHelp(say("المستوى: B-B أو B-T أو B-LT أو B-LTA.", "The level: B-B, B-T, B-LT or B-LTA.")))
  var level: String?

  @Option(help: ArgumentHelp(say("عنوان جهة ختم الوقت.", "The address of the time-stamp authority.")))
  var timestamp: String?

  @Option(
    help: ArgumentHelp(
      say(
        "حقل ختم الوقت للمستوى B-LTA؛ وإلا فأول حقل خالٍ له.",
        "The field of the archive time-stamp (B-LTA); by default the first one that is empty.")))
  var timestampField: String?

  @Option(
    help: ArgumentHelp(say("شهادات الجهات الموثوقة (PEM).", "The certificates that are trusted (PEM).")))
  var trust: String?

  @Option(
    help: ArgumentHelp(
      say("مجلد الجهة التجريبية: منه ختم الوقت.", "The folder of a test authority: it stamps the time.")))
  var trial: String?

  @Option(help: ArgumentHelp(say("وقت التوقيع: ثوانٍ منذ ١٩٧٠.", "The time of signing: seconds since 1970.")))
  var time: Int64?

  @OptionGroup var interface: InterfaceOptions

  mutating func validate() throws {
    if let level, SignatureLevel(rawValue: level) == nil {
      throw ValidationError(
        say("المستوى: B-B أو B-T أو B-LT أو B-LTA", "the level is B-B, B-T, B-LT or B-LTA"))
    }
    guard reached == .bB || timestamp != nil || trial != nil else {
      throw ValidationError(say("من B-T فما فوق تلزم --timestamp", "from B-T on --timestamp is needed"))
    }
    guard reached < .bLT || trust != nil || trial != nil else {
      throw ValidationError(say("من B-LT فما فوق تلزم --trust", "from B-LT on --trust is needed"))
    }
  }

  private var reached: SignatureLevel {
    level.flatMap(SignatureLevel.init) ?? (timestamp == nil && trial == nil ? .bB : .bT)
  }

  func run() throws {
    do {
      let bytes = try signed()
      try OutputFile(path: output).write(bytes)
      Interface.report(say("وُقّع: \(output) (\(reached.rawValue))", "signed: \(output) (\(reached.rawValue))"))
    } catch let error as SigningError {
      try interface.print([Diagnostic(.error, error.message, at: .file(file), hints: error.hints)])
      throw Outcome.errors
    }
  }

  private func signed() throws -> [UInt8] {
    let now = PointInTime(secondsSince1970: Int64(Date().timeIntervalSince1970))
    let clock = PointInTime(secondsSince1970: time ?? now.secondsSince1970)
    let identity = try key.identity()
    let office = try trial.map { try TrialFolder(path: $0, passphrase: key.passphrase) }
    let authority: (any TimestampAuthority)? =
      timestamp.map { HTTPTimestampAuthority(address: $0) } ?? office?.timestampAuthority(at: clock)
    if identity.certificate.subject.breaksBidirectionalRule {
      try interface.print([Diagnostic(.warning, .mixedName, at: .file(key.key))])
    }
    let unsigned = try InputFile.bytes(file)
    let fields = try SignatureFields(of: unsigned)
    var request = SignatureRequest(field: field ?? fields.nextSignature?.name ?? "Signature1", time: clock)
    (request.name, request.reason, request.location) = (name, reason, location)
    request.certification = certify?.permission
    request.createsField = true
    var bytes = try DocumentSigner(identity: identity, timestampAuthority: reached == .bB ? nil : authority)
      .sign(unsigned, request)
    guard reached >= .bLT, let authority else { return bytes }
    let anchors =
      try trust.map { try Certificate.read(file: InputFile.bytes($0)) } ?? office.map { [$0.authority.root] }
    let source: any RevocationSource =
      try office.map { try TrialRevocationSource(authority: $0.authority, at: clock) }
      ?? HTTPRevocationSource()
    bytes = try LongTermValidation(anchors: anchors ?? [], source: source, time: time == nil ? now : clock)
      .add(to: bytes)
    guard reached == .bLTA else { return bytes }
    return try DocumentSigner.addDocumentTimestamp(
      to: bytes, field: timestampField ?? fields.nextTimestamp?.name ?? SignatureFields.timestampPrefix,
      from: authority)
  }
}

extension Diagnostic.Message {
  fileprivate static let mixedName = Self(
    "key.mixed-name", arabic: "اسم صاحب الشهادة يخلط العربية بغيرها، وبعض البرامج يرفض مثل هذا الاسم",
    english:
      "The name in the certificate mixes Arabic with other letters or digits; some programs refuse such names"
  )
}
