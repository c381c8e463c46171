import Content
public import Diagnostics
import Geometry
public import Layout

/// A page to print and hold against a sheet of labels or an envelope: outlines, and rulers in millimetres to read off
/// how far the printer is out.
public struct CalibrationPage: Sendable {
  private let paginator: Paginator
  private static let fine = Stroke(width: 0.4, color: .black)
  /// The options that take what was read off, kept in their own order inside Arabic words.
  private static let options = ["--offset-x", "--offset-y"].map {
    TextSpan($0, isolation: .leftToRight, isBreakable: false)
  }
  private static let rulerLength: Points = .mm(60)

  /// Calibration pages in the paginator's fonts.
  public init(paginator: Paginator) { self.paginator = paginator }

  /// The outlines of every label of a sheet.
  public func page(for sheet: LabelSheet, log: inout DiagnosticLog) -> PagedDocument {
    let outlines = (0..<sheet.count).map { FrameItem.frame(sheet.place($0), Self.fine) }
    let words = [
      "ضعوا الورقة على ورقة الملصقات أمام الضوء.", "ثم اكتبوا الفرق بالمليمتر في:",
    ]
    return document(
      size: LabelSheet.paper, outlines, words: words, beside: sheet.place(sheet.columns), log: &log)
  }

  /// The outline of the address's place on an envelope.
  public func page(for profile: EnvelopeProfile, log: inout DiagnosticLog) -> PagedDocument {
    var area = profile.addressArea.rect(on: profile.size.width)
    area = Rect(
      x: area.minX - profile.offset.x, y: area.minY + profile.offset.y, width: area.size.width,
      height: area.size.height)
    let words = [
      "يجب أن يقع الإطار داخل نافذة المظروف.", "اكتبوا الفرق بالمليمتر في:",
    ]
    return document(size: profile.size, [.frame(area, Self.fine)], words: words, beside: area, log: &log)
  }

  private func document(
    size: Size, _ outlines: [FrameItem], words: [String], beside place: Rect, log: inout DiagnosticLog
  ) -> PagedDocument {
    var style = ParagraphStyle()
    (style.size, style.leading) = (9, 1.4)
    let inset: Points = .mm(3)
    let margins = Insets(
      top: place.minY + inset, start: size.width - place.minX - place.size.width + inset,
      bottom: max(0, size.height - place.minY - place.size.height), end: place.minX + inset)
    let master = PageMaster(margins: margins)
    let text = paginator.paginate(
      Document(
        metadata: AddressPrinter.metadata("صفحة المعايرة"),
        pageSetup: PageSetup(size: size, first: master, rest: master), styles: StyleSheet(fallback: style),
        body: (words.map { TextSpan($0) } + Self.options).map { .paragraph(Paragraph([.text($0)])) }),
      log: &log)
    let items = outlines + Self.rulers(size) + (text.pages.first?.unmarkedItems ?? [])
    return PagedDocument(metadata: text.metadata, pages: [AddressPrinter.page(size, items)])
  }

  /// Rulers along the top edge from the right and along the right edge from the top, a tick each millimetre, longer
  /// each five and ten.
  private static func rulers(_ size: Size) -> [FrameItem] {
    (0...Int(rulerLength / .mm(1))).flatMap { millimetre -> [FrameItem] in
      let at = Points.mm(Double(millimetre))
      let length: Points = .mm(millimetre % 10 == 0 ? 6 : millimetre % 5 == 0 ? 4.5 : 3)
      let x = size.width - at
      return [
        .rule(from: Point(x: x, y: 0), to: Point(x: x, y: length), fine),
        .rule(from: Point(x: size.width, y: at), to: Point(x: size.width - length, y: at), fine),
      ]
    }
  }
}
