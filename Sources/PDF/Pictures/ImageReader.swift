public import Content
public import Diagnostics

/// Reads pictures for documents: finds their format by their bytes, and refuses what can't be drawn well.
///
/// A picture is decoded once here, so that a damaged file is the mistake of whoever gave it, found at
/// once, and never a failure in the middle of a run of letters.
public enum ImageReader {
  /// The longest file that is read, in bytes.
  public static let byteLimit = 20_000_000
  /// The longest SVG file that is read, in bytes.
  public static let vectorByteLimit = 4_000_000
  /// The most pixels a picture may have: 300 to the inch on two A3 sheets.
  public static let pixelLimit = 35_000_000
  /// The longest side of a picture, in pixels; Cairo's own limit.
  public static let sideLimit = 32_767

  /// The picture in `bytes`, or nothing and the reason in `log`; `file` is the name to report.
  public static func read(_ bytes: [UInt8], file: String, log: inout DiagnosticLog) -> ImageAsset? {
    guard bytes.count <= byteLimit else {
      log.error(.tooLong(bytes.count, limit: byteLimit), at: .file(file), hints: [.makeSmaller])
      return nil
    }
    if bytes.starts(with: PNGHeader.signature) { return readPNG(bytes, file: file, log: &log) }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return readJPEG(bytes, file: file, log: &log) }
    let source = SVGSource(bytes)
    if source.isSVG { return readSVG(source, bytes, file: file, log: &log) }
    let isPDF = bytes.starts(with: Array("%PDF-".utf8))
    log.error(.unknownFormat, at: .file(file), hints: [isPDF ? .convertPDF : .savePNG])
    return nil
  }

  private static func readPNG(_ bytes: [UInt8], file: String, log: inout DiagnosticLog) -> ImageAsset? {
    guard let header = PNGHeader(bytes) else {
      log.error(.broken(reason: "no IHDR"), at: .file(file), hints: [.saveAgain])
      return nil
    }
    guard isAcceptable(width: header.width, height: header.height, file: file, log: &log) else { return nil }
    return decoded(.png, bytes, width: header.width, height: header.height, file: file, log: &log)
  }

  private static func readJPEG(_ bytes: [UInt8], file: String, log: inout DiagnosticLog) -> ImageAsset? {
    let header: JPEGDecoder.Header
    do throws(RenderingError) {
      header = try JPEGDecoder().header(of: bytes)
    } catch {
      log.error(.broken(reason: error.reason), at: .file(file), hints: [.saveAgain])
      return nil
    }
    guard !header.isCMYK else {
      log.error(.printingInks, at: .file(file), hints: [.saveRGB])
      return nil
    }
    guard isAcceptable(width: header.width, height: header.height, file: file, log: &log) else { return nil }
    return decoded(.jpeg, bytes, width: header.width, height: header.height, file: file, log: &log)
  }

  private static func isAcceptable(width: Int, height: Int, file: String, log: inout DiagnosticLog) -> Bool {
    guard width > 0, height > 0 else {
      log.error(.broken(reason: "\(width) × \(height)"), at: .file(file), hints: [.saveAgain])
      return false
    }
    guard max(width, height) <= sideLimit, width * height <= pixelLimit else {
      log.error(.tooManyPixels(width, height), at: .file(file), hints: [.makeSmaller])
      return false
    }
    return true
  }

  /// Decodes the picture to prove that it can be, and describes it; pixels count 96 to the inch.
  private static func decoded(
    _ format: ImageAsset.Format, _ bytes: [UInt8], width: Int, height: Int, file: String,
    log: inout DiagnosticLog
  ) -> ImageAsset? {
    let asset = ImageAsset(
      format: format, bytes: bytes, naturalWidth: Double(width) * 0.75, naturalHeight: Double(height) * 0.75)
    do throws(RenderingError) {
      _ = try Picture(asset)
      return asset
    } catch {
      log.error(.broken(reason: error.reason), at: .file(file), hints: [.saveAgain])
      return nil
    }
  }

  private static func readSVG(
    _ source: SVGSource, _ bytes: [UInt8], file: String, log: inout DiagnosticLog
  ) -> ImageAsset? {
    guard bytes.count <= vectorByteLimit else {
      log.error(.tooLong(bytes.count, limit: vectorByteLimit), at: .file(file), hints: [.makeSmaller])
      return nil
    }
    for finding in source.findings.sorted() { report(finding, file: file, log: &log) }
    guard source.findings.isSubset(of: [.pixels]),
      areAcceptable(source.embedded, file: file, log: &log)
    else { return nil }
    do throws(RenderingError) {
      guard let size = try SVGDrawing(bytes).naturalSize else {
        log.error(.withoutSize, at: .file(file), hints: [.stateSize])
        return nil
      }
      return ImageAsset(
        format: .svg, bytes: bytes, naturalWidth: size.width * 0.75, naturalHeight: size.height * 0.75)
    } catch {
      log.error(.broken(reason: error.reason), at: .file(file), hints: [.saveAgain])
      return nil
    }
  }

  /// Whether pictures inside an SVG file are of a kind whose size can be told, and together not too large.
  private static func areAcceptable(_ embedded: [String], file: String, log: inout DiagnosticLog) -> Bool {
    var pixels = 0
    for address in embedded {
      guard let (width, height) = EmbeddedPicture(address: address)?.size else {
        log.error(.embeddedFormat, at: .file(file), hints: [.embedPNG])
        return false
      }
      guard isAcceptable(width: width, height: height, file: file, log: &log) else { return false }
      pixels += width * height
      guard pixels <= pixelLimit else {
        log.error(.tooManyPixels(width, height), at: .file(file), hints: [.makeSmaller])
        return false
      }
    }
    return true
  }

  private static func report(_ finding: SVGSource.Finding, file: String, log: inout DiagnosticLog) {
    switch finding {
    case .text: log.error(.textInSVG, at: .file(file), hints: [.textToPaths])
    case .outsideReference: log.error(.outsideReference, at: .file(file), hints: [.embed])
    case .entities: log.error(.entities, at: .file(file), hints: [.saveAgain])
    case .pixels: log.warning(.drawnAsPixels, at: .file(file), hints: [.flatten])
    }
  }
}

extension RenderingError {
  /// What the library said.
  var reason: String {
    switch self {
    case .unreadableFont(let path): path
    case .undrawableImage(let reason), .cairo(let reason): reason
    }
  }
}

extension Diagnostic.Message {
  fileprivate static var unknownFormat: Self {
    Self(
      "pdf.image-unknown-format", arabic: "الملف ليس صورة من نوع PNG أو JPEG أو SVG.",
      english: "The file is not a PNG, JPEG or SVG picture.")
  }

  fileprivate static func tooLong(_ count: Int, limit: Int) -> Self {
    Self(
      "pdf.image-too-long",
      arabic: "حجم ملف الصورة \(count) بايت، وهو أكبر من الحد المقبول (\(limit) بايت).",
      english: "The picture's file has \(count) bytes, more than the limit of \(limit).")
  }

  fileprivate static func tooManyPixels(_ width: Int, _ height: Int) -> Self {
    Self(
      "pdf.image-too-many-pixels",
      arabic: "أبعاد الصورة \(width) × \(height) نقطة، وهي أكبر من الحد المقبول.",
      english: "The picture has \(width) × \(height) pixels, more than can be accepted.")
  }

  fileprivate static func broken(reason: String) -> Self {
    Self(
      "pdf.image-broken", arabic: "ملف الصورة تالف أو ناقص (\(reason)).",
      english: "The picture's file is damaged or incomplete (\(reason)).")
  }

  fileprivate static var printingInks: Self {
    Self(
      "pdf.image-in-printing-inks", arabic: "ألوان الصورة محفوظة بأحبار الطباعة (CMYK).",
      english: "The picture is stored in printing inks (CMYK).")
  }

  fileprivate static var textInSVG: Self {
    Self(
      "pdf.svg-with-text", arabic: "في صورة SVG نص مكتوب، وشكله يختلف باختلاف خطوط الجهاز.",
      english: "The SVG picture holds text, which would look different with each machine's fonts.")
  }

  fileprivate static var outsideReference: Self {
    Self(
      "pdf.svg-with-outside-reference", arabic: "صورة SVG تستعين بملف أو عنوان خارجها.",
      english: "The SVG picture refers to a file or address outside itself.")
  }

  fileprivate static var embeddedFormat: Self {
    Self(
      "pdf.svg-embedded-format", arabic: "في صورة SVG صورة أخرى ليست من نوع PNG أو JPEG.",
      english: "The SVG picture holds another picture that isn't PNG or JPEG.")
  }

  fileprivate static var entities: Self {
    Self(
      "pdf.svg-with-entities", arabic: "في صورة SVG تعريفات كيانات (ENTITY)، وهي غير مقبولة.",
      english: "The SVG picture defines entities, which are not accepted.")
  }

  fileprivate static var withoutSize: Self {
    Self(
      "pdf.svg-without-size", arabic: "صورة SVG لا تذكر مقاسها.",
      english: "The SVG picture doesn't state its size.")
  }

  fileprivate static var drawnAsPixels: Self {
    Self(
      "pdf.svg-drawn-as-pixels", arabic: "في صورة SVG مؤثرات أو أقنعة تُرسم نقاطاً، فلا تبقى حادة عند التكبير.",
      english: "The SVG picture uses filters, masks or embedded pixels, which don't stay sharp when enlarged."
    )
  }
}

extension Diagnostic.Hint {
  fileprivate static let convertPDF = Self(
    arabic: "حوّل صفحة PDF إلى SVG بالأمر: pdftocairo -svg الملف.pdf الملف.svg",
    english: "Turn the PDF's page into SVG with: pdftocairo -svg file.pdf file.svg")
  fileprivate static let savePNG = Self(
    arabic: "احفظ الصورة من برنامج الصور بصيغة PNG ثم أعد المحاولة.",
    english: "Save the picture as PNG from an image program and try again.")
  fileprivate static let makeSmaller = Self(
    arabic: "صغّر الصورة؛ تكفي للشعار 1000 نقطة عرضاً.",
    english: "Make the picture smaller; a logo needs no more than 1000 pixels across.")
  fileprivate static let saveAgain = Self(
    arabic: "افتح الصورة في برنامج الصور واحفظها من جديد، أو اطلب نسخة أخرى منها.",
    english: "Open the picture in an image program and save it anew, or ask for another copy.")
  fileprivate static let saveRGB = Self(
    arabic: "احفظ الصورة بألوان الشاشة (RGB).", english: "Save the picture in screen colours (RGB).")
  fileprivate static let textToPaths = Self(
    arabic: "حوّل النص إلى مسارات في برنامج الرسم (في Inkscape: مسار ← كائن إلى مسار).",
    english: "Turn the text into paths in the drawing program (Inkscape: Path → Object to Path).")
  fileprivate static let embed = Self(
    arabic: "ضمّن ما تستعين به الصورة داخل ملفها.", english: "Embed what it refers to in the file itself.")
  fileprivate static let embedPNG = Self(
    arabic: "ضمّن الصورة بصيغة PNG، أو ارسمها خطوطاً.",
    english: "Embed that picture as PNG, or draw it in lines.")
  fileprivate static let stateSize = Self(
    arabic: "أضف إلى عنصر svg الخاصية viewBox أو الخاصيتين width وheight.",
    english: "Give the svg element a viewBox, or width and height.")
  fileprivate static let flatten = Self(
    arabic: "ارسم الشكل بلا ظلال ولا أقنعة إن أمكن.",
    english: "Draw it without shadows and masks if you can.")
}
