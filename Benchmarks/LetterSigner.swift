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
struct LetterSigner {
  /// How a letter is signed.
  enum Look {
    /// Nothing shows.
    case invisible
    /// The block with name, post, dates and code is drawn.
    case visible
  }

  private let signer: DocumentSigner
  private let drawing: SignatureDrawing
  private let painter = PagePainter()
  private static let start = PointInTime(secondsSince1970: 1_767_225_600)
  private static let day = PointInTime(secondsSince1970: 1_772_323_200)

  /// A signer whose key is P-256.
  init(drawing: SignatureDrawing) throws {
    self.drawing = drawing
    let authority = try TrialAuthority(kind: .p256, start: Self.start, years: 5)
    signer = DocumentSigner(identity: try authority.newSigner(named: "المدير التنفيذي"))
  }

  /// A letter signed at level B-B in its first field.
  func sign(_ file: [UInt8], _ look: Look) throws -> [UInt8] {
    var request = SignatureRequest(field: "Signature1", time: Self.day)
    request.isJustDrawn = true
    if case .visible = look { request.appearance = try appearance() }
    return try signer.sign(file, request)
  }

  private func appearance() throws -> PDFFile? {
    var log = DiagnosticLog()
    let appearance = SignatureAppearance(
      name: "سلمان بن عبدالعزيز الريحاني", post: "المدير التنفيذي",
      day: CivilDate(year: 2026, month: 3, day: 1),
      code: "GGDB-6R3Y-SGWD")
    let area = Size(width: .mm(78), height: .mm(19))
    let page = try drawing.pdf(appearance, area: area, painter: painter, log: &log)
    guard !log.hasErrors else { throw LetterPress.Failure(log: log) }
    return try page.map { try PDFFile($0) }
  }
}
