import Diagnostics
import Issuing
import PDF
import Signing
import Themes
import Values

/// Signs issued letters, each signer in the next of a letter's fields.
struct LetterSigning: Sendable {
  private let signers: [LevelSigner]
  private let options: SignatureOptions
  private let reason: String?
  private let look: SignatureLook

  /// A signing by `signers`, in their order.
  init(signers: [LevelSigner], options: SignatureOptions, reason: String?, look: SignatureLook) {
    self.signers = signers
    self.options = options
    self.reason = reason
    self.look = look
  }

  /// Whether somebody signs whose word counts for nothing.
  var isForTrials: Bool { signers.contains { $0.identity.isForTrials } }

  /// Whose the first key is, which the letter's own signer has to be.
  var holder: KeyHolder? { signers.first?.identity.holder }

  /// The signed file of a letter.
  func sign(_ letter: UnsignedLetter, painter: PagePainter) throws -> [UInt8] {
    var bytes = letter.file.bytes
    for (index, signer) in signers.enumerated() {
      let fields = try SignatureFields(of: bytes)
      guard let field = fields.nextSignature else { throw SigningError.noField("Signature\(index + 1)") }
      let time = PointInTime(secondsSince1970: Int64(letter.now.seconds))
      var request = options.request(field: field.name, at: time, reason: reason)
      let own = signer.identity.certificate.subject.description
      (request.isJustDrawn, request.beginning) = (true, letter.file.beginning)
      // The first field is the signer's whom the letter names; those after it belong to whom the keys name.
      request.name = index == 0 ? letter.signer ?? own : own
      request.certification = index == 0 ? options.certify?.permission : nil
      if !options.invisible {
        var log = DiagnosticLog()
        let appearance = SignatureAppearance(
          name: request.name ?? own, post: index == 0 ? letter.post : nil, day: letter.now.day,
          code: index == 0 ? letter.code : nil, isTrial: signer.identity.isForTrials, isSeal: index > 0)
        request.appearance = try look.file(appearance, in: field, painter: painter, log: &log)
        guard !log.hasErrors else { throw UnsignableLetter(log: log) }
      }
      bytes = try signer.sign(bytes, request)
    }
    return bytes
  }
}
