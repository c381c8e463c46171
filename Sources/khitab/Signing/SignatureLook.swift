import Content
import Diagnostics
import Fonts
import Geometry
import Issuing
import Layout
import PDF
import PDFSyntax
import Signing
import Text
import Themes

/// Draws what stands in signature fields: nothing where a field doesn't show.
struct SignatureLook: Sendable {
  let drawing: SignatureDrawing
  let picture: ImageAsset?
  /// The picture beside a seal's words.
  var sealPicture: ImageAsset?

  /// A look in an office's theme.
  init(drawing: SignatureDrawing, picture: ImageAsset?, sealPicture: ImageAsset? = nil) {
    self.drawing = drawing
    self.picture = picture
    self.sealPicture = sealPicture
  }

  /// A look in the theme of the office in `folder`, or the toolkit's own; nothing with the reasons in `log`.
  static func open(office folder: String?, picture: ImageAsset?, log: inout DiagnosticLog) throws
    -> SignatureLook?
  {
    let installation = try Installation.find()
    let fonts = try FontCollection(folder: installation.fonts, log: &log)
    let office = try Office.read(
      folder: folder, themeFolder: installation.theme(ofOfficeIn: folder), log: &log)
    guard let office, !log.hasErrors else { return nil }
    let paginator = Paginator(shaper: ParagraphShaper(fonts: fonts))
    return SignatureLook(
      drawing: SignatureDrawing(office: office, paginator: paginator), picture: picture)
  }

  /// The drawing for a field, as a signature takes it.
  func file(
    _ appearance: SignatureAppearance, in field: SignatureFields.Field?, painter: PagePainter,
    log: inout DiagnosticLog
  ) throws -> PDFFile? {
    guard let field, field.width > 0, field.height > 0 else { return nil }
    var appearance = appearance
    appearance.picture = appearance.isSeal ? sealPicture : picture
    let area = Size(width: field.width, height: field.height)
    return try drawing.pdf(appearance, area: area, painter: painter, log: &log).map { try PDFFile($0) }
  }
}
