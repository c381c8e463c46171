import Cryptography
import Diagnostics
import Foundation
import Geometry
import Issuing
import PDF
import PDFSyntax
import Signing
import Themes
import Values

/// Signs the office's letters with a key of a test authority.
struct LetterSigner: Sendable {
  /// How a letter is signed.
  enum Look {
    /// Nothing shows.
    case invisible
    /// The block with name, post, dates and code is drawn.
    case visible
  }

  private let signer: DocumentSigner
  private let drawing: SignatureDrawing
  private static let start = PointInTime(secondsSince1970: 1_767_225_600)
  private static let day = PointInTime(secondsSince1970: 1_772_323_200)

  /// A signer whose key is P-256.
  init(drawing: SignatureDrawing) throws {
    self.drawing = drawing
    let authority = try TrialAuthority(kind: .p256, start: Self.start, years: 5)
    signer = DocumentSigner(identity: try authority.newSigner(named: "المدير التنفيذي"))
  }

  /// A letter signed at level B-B in its first field.
  func sign(_ file: [UInt8], _ look: Look, with painter: PagePainter) throws -> [UInt8] {
    var request = SignatureRequest(field: "Signature1", time: Self.day)
    request.isJustDrawn = true
    if case .visible = look { request.appearance = try appearance(with: painter) }
    return try signer.sign(file, request)
  }

  /// A letter that was just drawn, signed at level B-B in its first field, with its code in the block.
  func sign(_ letter: DrawnFile, showing code: String, with painter: PagePainter) throws -> [UInt8] {
    var request = SignatureRequest(field: "Signature1", time: Self.day)
    (request.isJustDrawn, request.beginning) = (true, letter.beginning)
    request.appearance = try appearance(code: code, with: painter)
    return try signer.sign(letter.bytes, request)
  }

  private func appearance(code: String = "GGDB-6R3Y-SGWD", with painter: PagePainter) throws -> PDFFile? {
    var log = DiagnosticLog()
    let appearance = SignatureAppearance(
      name: "سلمان بن عبدالعزيز الريحاني", post: "المدير التنفيذي",
      day: CivilDate(year: 2026, month: 3, day: 1), code: code)
    let area = Size(width: .mm(78), height: .mm(19))
    let page = try drawing.pdf(appearance, area: area, painter: painter, log: &log)
    guard !log.hasErrors else { throw LetterPress.Failure(log: log) }
    return try page.map { try PDFFile($0) }
  }
}
