import Cryptography
import TestSupport

@testable import Signing

/// A made-up authority, its signers, and a letter with fields to sign.
struct SigningFixture: Sendable {
  static let start = PointInTime(secondsSince1970: 1_767_225_600)  // 2026-01-01
  static let day = PointInTime(secondsSince1970: 1_772_323_200)  // 2026-03-01
  static let ocsp = "http://localhost/ocsp"

  let authority: TrialAuthority
  let signer: SigningIdentity
  let second: SigningIdentity
  let stamper: SigningIdentity
  let responder: SigningIdentity

  /// One for all tests: keys take time.
  static let shared = Result { try SigningFixture(kind: .p256) }

  init(kind: PrivateKey.Kind, usesPSS: Bool = false) throws {
    authority = try TrialAuthority(kind: .p256, start: Self.start, years: 5)
    signer = try authority.newSigner(
      named: "المدير العام", kind: kind, usesPSS: usesPSS, ocspAddress: Self.ocsp)
    second = try authority.newSigner(named: "أمين السر", ocspAddress: Self.ocsp)
    stamper = try authority.newTimestampAuthority()
    responder = try authority.identity(.ocspResponder, "المجيب التجريبي", kind: nil)
  }

  /// Stamps a given time.
  func clock(_ time: PointInTime = day) -> LocalTimestampAuthority {
    LocalTimestampAuthority(identity: stamper) { time }
  }

  /// A verifier that trusts the root.
  func verifier(at now: PointInTime = day.adding(seconds: 3600)) -> SignatureVerifier {
    SignatureVerifier(anchors: [authority.root], now: now)
  }

  /// Lists and answers of the authorities, as of a time.
  func source(
    at time: PointInTime = day, revoked: [(certificate: Certificate, time: PointInTime)] = []
  ) -> LocalRevocationSource {
    LocalRevocationSource(fixture: self, time: time, revoked: revoked)
  }

  /// A letter with signature fields `Sig1`, `Sig2` (visible) and `Stamp` (not), and a text field `Note`.
  static let letter = letter(fonts: "")
  /// The same, with a reference to an object that isn't there.
  static let gappedLetter = letter(fonts: "/G 90 0 R")

  /// The same with an image (13) in a colour profile (14), an outline (15) and a field to be read only (16).
  static let richLetter = letter(
    fonts: "",
    more: [
      "<</Length 1/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace[/ICCBased 14 0 R]>>"
        + "stream\n0\nendstream",
      "<</Length 3/N 1>>stream\nICC\nendstream", "<</Type/Outlines>>",
      "<</Type/Annot/Subtype/Widget/FT/Tx/Ff 1/T(Fixed)/V(1)/Rect[50 300 450 340]/F 4/P 3 0 R>>",
    ], catalog: "/Outlines 15 0 R", fields: " 16 0 R", resources: "/XObject<</I 13 0 R>>")

  private static func letter(
    fonts: String, more: [String] = [], catalog: String = "", fields: String = "", resources: String = ""
  ) -> [UInt8] {
    func widget(_ name: String, _ rectangle: String, _ more: String = "/FT/Sig") -> String {
      "<</Type/Annot/Subtype/Widget/T(\(name))/Rect[\(rectangle)]/F 4/P 3 0 R\(more)>>"
    }
    // Other programs look for XMP here before they say anything of what changed.
    let packet = #"<x:xmpmeta xmlns:x="adobe:ns:meta/"/>"#
    return HandmadePDF.minimal(
      [
        "<</Fields[6 0 R 7 0 R 8 0 R 9 0 R\(fields)]/SigFlags 3>>", widget("Sig1", "50 50 200 100"),
        widget("Sig2", "300 50 450 100"), widget("Stamp", "0 0 0 0"),
        widget("Note", "50 200 450 240", "/FT/Tx/DA(/F 10 Tf)/AP<</N 10 0 R>>"),
        "<</Length 0/Type/XObject/Subtype/Form/BBox[0 0 1 1]>>stream\n\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        "<</Length \(packet.utf8.count)/Type/Metadata/Subtype/XML>>stream\n\(packet)\nendstream",
      ] + more, catalog: "/AcroForm 5 0 R/Metadata 12 0 R\(catalog)",
      page:
        "/Annots[6 0 R 7 0 R 8 0 R 9 0 R\(fields)]/Resources<</Font<</F 11 0 R\(fonts)>>\(resources)>>"
    ).bytes
  }

  func request(_ field: String = "Sig1", certification: DocumentPermission? = nil) -> SignatureRequest {
    var request = SignatureRequest(field: field, time: Self.day)
    request.reason = "اعتماد الخطاب"
    request.certification = certification
    return request
  }

  /// The letter signed at a level.
  func signed(
    _ level: SignatureLevel, certification: DocumentPermission? = .formFilling, fields: [String] = ["Sig1"]
  ) throws -> [UInt8] {
    var bytes = Self.letter
    for (index, field) in fields.enumerated() {
      let signer = DocumentSigner(
        identity: index == 0 ? self.signer : second, timestampAuthority: level > .bB ? clock() : nil)
      bytes = try signer.sign(bytes, request(field, certification: index == 0 ? certification : nil))
    }
    if level >= .bLT {
      bytes = try LongTermValidation(anchors: [authority.root], source: source(), time: Self.day).add(
        to: bytes)
    }
    if level == .bLTA {
      bytes = try DocumentSigner.addDocumentTimestamp(to: bytes, field: "Stamp", from: clock())
    }
    return bytes
  }
}

/// Answers for the authorities of a fixture.
struct LocalRevocationSource: RevocationSource {
  let fixture: SigningFixture
  let time: PointInTime
  let revoked: [(certificate: Certificate, time: PointInTime)]
  var usesResponder = false

  func revocationList(at address: String) -> [UInt8]? {
    let lists = try? fixture.authority.revocationLists(revoked: revoked, at: time)
    return lists?[String(address.split(separator: "/").last ?? "")]
  }

  func answer(to request: [UInt8], at address: String) -> [UInt8]? {
    guard usesResponder else { return nil }
    return try? OCSPResponse.write(
      about: fixture.signer.certificate, issuer: fixture.authority.issuer, responder: fixture.responder,
      status: .good, thisUpdate: time, nextUpdate: time.adding(seconds: 86_400))
  }
}
