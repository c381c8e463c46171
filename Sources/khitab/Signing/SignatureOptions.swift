import ArgumentParser
import Diagnostics
import Foundation
import Issuing
import PDF
import Content
import Signing

/// Why something is signed, where a command has no other reason to ask for.
struct SigningReason: ParsableArguments {
  @Option(help: ArgumentHelp(say("سبب التوقيع.", "Why it is signed.")))
  var reason: String?
}

/// What a signature says and proves, whoever signs.
struct SignatureOptions: ParsableArguments {
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

  @Option(help: ArgumentHelp(say("مكان التوقيع.", "Where it is signed.")))
  var location: String?

  @Option(
    help: ArgumentHelp(
      say(
        "توقيع اعتماد وما يُسمح به بعده: no-changes أو form-filling أو annotations.",
        "Certify, and what is allowed after it: no-changes, form-filling or annotations.")))
  var certify: Certification?

  @Option(
    help: ArgumentHelp(
      say(
        "الحقول التي يقفلها التوقيع: all أو أسماؤها بينها فواصل.",
        "The fields that the signature locks: all, or their names with commas between.")))
  var lock: String?

  @Option(
    help: ArgumentHelp(
      say(
        "صورة توقيع أو ختم للزينة (png أو jpeg أو svg).",
        "A picture of a signature or stamp, as decoration (png, jpeg or svg)."), valueName: "file"))
  var picture: String?

  @Flag(
    help: ArgumentHelp(say("لا يظهر شيء في حقل التوقيع.", "Show nothing in the signature field.")))
  var invisible = false

  @Option(
    help: ArgumentHelp(say("المستوى: B-B أو B-T أو B-LT أو B-LTA.", "The level: B-B, B-T, B-LT or B-LTA.")))
  var level: String?

  @Option(help: ArgumentHelp(say("عنوان جهة ختم الوقت.", "The address of the time-stamp authority.")))
  var timestamp: String?

  @Option(
    help: ArgumentHelp(say("شهادات الجهات الموثوقة (PEM).", "The certificates that are trusted (PEM).")))
  var trust: String?

  @Option(
    help: ArgumentHelp(
      say("مجلد الجهة التجريبية: منه ختم الوقت.", "The folder of a test authority: it stamps the time.")))
  var trial: String?

  @Option(
    help: ArgumentHelp(
      say(
        "مصدر كلمة سر الجهة التجريبية؛ وإلا فهي كلمة سر المفتاح.",
        "Where the test authority's passphrase is; by default it is the key's.")))
  var trialPassphrase: String?

  mutating func validate() throws {
    if let trialPassphrase { try KeyOptions.check(trialPassphrase) }
    if let level, SignatureLevel(rawValue: level) == nil {
      throw ValidationError(
        say("المستوى: B-B أو B-T أو B-LT أو B-LTA", "the level is B-B, B-T, B-LT or B-LTA"))
    }
    guard reached == .bB || timestamp != nil || trial != nil else {
      throw ValidationError(
        say(
          "من B-T فما فوق تلزم --timestamp، أو --trial للتجربة",
          "from B-T on --timestamp is needed, or --trial for trials"))
    }
    guard reached < .bLT || trust != nil || trial != nil else {
      throw ValidationError(
        say(
          "من B-LT فما فوق تلزم --trust، أو --trial للتجربة",
          "from B-LT on --trust is needed, or --trial for trials"))
    }
  }

  /// The level that is asked for, or that what is given allows.
  var reached: SignatureLevel {
    level.flatMap(SignatureLevel.init) ?? (timestamp == nil && trial == nil ? .bB : .bT)
  }

  /// A signer for an identity; `secret` opens the test authority.
  ///
  /// - Parameters:
  ///   - identity: who signs.
  ///   - secret: the passphrase of the test authority, where there is one.
  ///   - clock: the time, fixed where the command fixes it.
  /// - Returns: the signer.
  /// - Throws: `SigningError` where a certificate or the test authority can't be read.
  func signer(
    _ identity: SigningIdentity, secret: [UInt8], at clock: @escaping @Sendable () -> PointInTime
  ) throws -> LevelSigner {
    let opened = try trialPassphrase.map { try KeyOptions.secret(from: $0, prompt: "") } ?? secret
    let office = try trial.map { try TrialFolder(path: $0, secret: opened) }
    let anchors = try trust.map { try Certificate.read(file: InputFile.bytes($0)) }
    let source: any RevocationSource =
      try office.map { try TrialRevocationSource(authority: $0.authority, at: clock()) }
      ?? KeptRevocation(HTTPRevocationSource())
    return LevelSigner(
      identity: identity, level: reached,
      authority: timestamp.map { HTTPTimestampAuthority(address: $0) }
        ?? office?.timestampAuthority(clock),
      anchors: anchors ?? office.map { [$0.authority.root] } ?? [], source: source)
  }

  /// A request for a signature in a field, with why it is given.
  func request(field: String, at time: PointInTime, reason: String?) -> SignatureRequest {
    var request = SignatureRequest(field: field, time: time)
    (request.reason, request.location) = (reason, location)
    request.lock = lock.map { names in
      names == "all"
        ? .all : .include(names.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) })
    }
    return request
  }

  /// The picture, if one is asked for and sound.
  func image(log: inout DiagnosticLog) throws -> ImageAsset? {
    try Self.image(picture, log: &log)
  }

  /// The picture of a file.
  static func image(_ file: String?, log: inout DiagnosticLog) throws -> ImageAsset? {
    guard let file else { return nil }
    return ImageReader.read(try InputFile.bytes(file), file: file, log: &log)
  }
}
