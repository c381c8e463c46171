public import Diagnostics
public import Geometry
import Content
public import Layout
public import PDF
import Templates
public import Themes

/// Draws what stands in a signature field once it is signed, with the text engine that draws the letters.
public struct SignatureDrawing: Sendable {
  private let theme: Theme
  /// The office's values and ways of writing.
  private let scope: Scope
  private let paginator: Paginator
  /// The sizes of type that are tried, from the largest.
  private static let sizes: [Points] = [9.5, 9, 8.5, 8, 7.5, 7, 6.5, 6, 5.5, 5]
  /// The longest side of a page (ISO 32000-1, annex C): what is longer is no place for a signature.
  private static let longestSide: Points = 14_400

  /// A drawing in the office's theme and in its ways of writing.
  public init(office: Office, paginator: Paginator) {
    theme = office.theme
    scope = office.scope(mode: .filled)
    self.paginator = paginator
  }

  /// A PDF file of one page as large as the field, in the largest type that the field has room for.
  ///
  /// - Parameters:
  ///   - appearance: what it states.
  ///   - area: the field's size.
  ///   - painter: the painter of the thread.
  ///   - log: takes what is wrong, such as a letter that no font has.
  /// - Returns: the file; `nil` where something is wrong, or the field is too small for any type or larger than a page.
  /// - Throws: `RenderingError` where it can't be drawn.
  public func pdf(
    _ appearance: SignatureAppearance, area: Size, painter: PagePainter, log: inout DiagnosticLog
  ) throws -> [UInt8]? {
    guard area.width <= Self.longestSide, area.height <= Self.longestSide else {
      log.error(.fieldTooLarge)
      return nil
    }
    guard
      var document = theme.document(
        of: appearance, area: area, size: Self.sizes[0], scope: scope, log: &log)
    else { return nil }
    for size in Self.sizes {
      var own = DiagnosticLog()
      document.styles.fallback.size = size
      let pages = paginator.paginate(document, log: &own)
      guard !own.hasErrors else {
        log.append(contentsOf: own)
        return nil
      }
      if pages.pages.count == 1, own.diagnostics.isEmpty { return try painter.appearance(pages.pages[0]) }
    }
    log.error(.fieldTooSmall(area))
    return nil
  }
}

extension Diagnostic.Message {
  fileprivate static let fieldTooLarge = Self(
    "issuing.signature-field-too-large", arabic: "حقل التوقيع أكبر من أي صفحة، فلا يُرسم فيه شيء",
    english: "The signature field is larger than any page, so nothing is drawn in it")
  fileprivate static func fieldTooSmall(_ area: Size) -> Self {
    let (width, height) = (Int(area.width / .mm(1)), Int(area.height / .mm(1)))
    return Self(
      "issuing.signature-field-too-small",
      arabic: "حقل التوقيع (\(width) × \(height) مم) لا يتسع لاسم الموقّع وتاريخيه",
      english: "The signature field (\(width) × \(height) mm) has no room for the signer's name and the dates"
    )
  }
}
