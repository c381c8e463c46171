import Content
import Diagnostics
import Geometry
import Verification

extension ImageBlock {
  /// The size asked for: what isn't stated follows from the picture's proportions.
  ///
  /// A picture without a stated width is no wider than `limit`.
  fileprivate func size(limit: Points) -> Size {
    let ratio = asset.naturalHeight / asset.naturalWidth
    switch (width, height) {
    case (let width?, let height?): return Size(width: width, height: height)
    case (let width?, nil): return Size(width: width, height: width * ratio)
    case (nil, let height?): return Size(width: height / ratio, height: height)
    case (nil, nil):
      let width = min(asset.naturalWidth, limit)
      return Size(width: width, height: width * ratio)
    }
  }

  /// The widths it can take; one without a stated size may become small.
  var widths: WidthRange {
    guard hasSize else { return WidthRange() }
    let natural = size(limit: .infinity).width
    let isStated = width != nil || height != nil
    return WidthRange(minimum: isStated ? natural : min(natural, 36), natural: natural)
  }
}

extension HorizontalAlignment {
  /// The left edge of something narrower than its measure.
  func left(of width: Points, in measure: Points) -> Points {
    switch self {
    case .start, .justified: measure - width
    case .center: (measure - width) / 2
    case .end: 0
    }
  }
}

extension FlowComposer {
  /// A picture in its measure; one that is larger than its room is reduced, in its proportions.
  mutating func frame(of image: ImageBlock, _ mark: ContentMark, width: Points) -> Frame {
    guard image.hasSize else {
      log.error(.pictureWithoutSize, at: image.origin, hints: [.stateSize])
      return Frame(width: width, height: 0)
    }
    var size = image.size(limit: width)
    let scale = min(1, width / size.width, tallest / size.height)
    if scale < 1 {
      if image.width != nil || image.height != nil || width >= size.width {
        log.warning(.pictureReduced, at: image.origin, hints: [.smallerPicture])
      }
      size = Size(width: size.width * scale, height: size.height * scale)
    }
    let left = image.alignment.left(of: size.width, in: width)
    let rect = Rect(x: left, y: 0, width: size.width, height: size.height)
    return Frame(
      width: width, height: size.height,
      items: [MarkedItem(mark, .image(image.asset, rect, alternativeText: image.alternativeText))])
  }

  /// A QR code on its own white ground, quiet zone included.
  mutating func frame(of code: PreparedCode, width: Points) -> Frame {
    let side = min(code.block.side, width, tallest)
    guard let matrix = code.matrix else { return Frame(width: width, height: side) }
    if side < code.block.side {
      log.warning(.pictureReduced, at: code.block.origin, hints: [.smallerPicture])
    }
    let left = code.block.alignment.left(of: side, in: width)
    let ground = Rect(x: left, y: 0, width: side, height: side)
    let white = Color(red: 1, green: 1, blue: 1)
    return Frame(
      width: width, height: side,
      items: [
        MarkedItem(code.mark, .fill(ground, white)),
        MarkedItem(code.mark, matrix.drawn(side: side, left: left)),
      ])
  }
}

extension BlockPreparer {
  /// A picture, and whose content it is.
  mutating func prepare(_ image: ImageBlock) -> PreparedBlock {
    guard let words = image.alternativeText, image.hasSize else {
      return .image(image, .artifact(structure.artifact ?? .layout))
    }
    return .image(image, figure(words, image.origin))
  }

  /// A QR code; one whose text can't be coded is logged.
  mutating func prepare(_ code: QRBlock) -> PreparedBlock {
    guard let matrix = QRMatrix(code.payload) else {
      log.error(.codeNotMade, at: code.origin, hints: [.shorterPayload])
      return .qr(PreparedCode(block: code, matrix: nil, mark: .artifact(.layout)))
    }
    return .qr(PreparedCode(block: code, matrix: matrix, mark: figure(code.alternativeText, code.origin)))
  }

  /// The mark of a figure; what isn't decoration must be described.
  mutating func figure(_ words: String, _ origin: SourceLocation?) -> ContentMark {
    if structure.artifact == nil, words.isWhiteSpace {
      log.error(.pictureWithoutWords, at: origin, hints: [.describePicture])
    }
    var figure = StructureTree.Element(.figure, origin: origin)
    figure.alternativeText = words
    return structure.leaf(figure)
  }
}

extension ImageBlock {
  /// Whether its file says how large it is.
  fileprivate var hasSize: Bool { asset.naturalWidth > 0 && asset.naturalHeight > 0 }
}

extension QRMatrix {
  /// The dark modules as bars, one for each stretch of a row, in a grid of whole modules: neighbouring rows share
  /// their edges to the last bit, so that no gap shows between them.
  fileprivate func drawn(side length: Points, left: Points) -> FrameItem {
    let module = length / Double(side + 2 * Self.quietZone)
    var bars: [Rect] = []
    for row in 0..<side {
      var column = 0
      while column < side {
        let first = column
        while column < side, self[row, column] { column += 1 }
        if column > first {
          bars.append(Rect(x: Double(first), y: Double(row), width: Double(column - first), height: 1))
        }
        column += 1
      }
    }
    let zone = Double(Self.quietZone) * module
    return .scaled(
      factor: module, origin: Point(x: left + zone, y: zone), items: [.fills(bars, .black)])
  }
}

extension Diagnostic.Message {
  fileprivate static let pictureReduced = Diagnostic.Message(
    "layout.picture-reduced",
    arabic: "الصورة أكبر من المساحة المتاحة، فصُغّرت مع حفظ تناسبها.",
    english: "The picture is larger than the room it has and was reduced in proportion.")

  fileprivate static let pictureWithoutSize = Diagnostic.Message(
    "layout.picture-without-size",
    arabic: "لا يُعرف مقاس الصورة، فلم توضع في الصفحة.",
    english: "The picture has no known size and was not placed.")

  fileprivate static let pictureWithoutWords = Diagnostic.Message(
    "layout.picture-without-words",
    arabic: "لا وصف للصورة، فلا يعرف ما فيها من لا يراها.",
    english: "The picture has no description, so nobody who can't see it learns what it shows.")

  fileprivate static let codeNotMade = Diagnostic.Message(
    "layout.code-not-made",
    arabic: "النص المطلوب في رمز الاستجابة السريعة فارغ أو أطول من أن يسعه الرمز.",
    english: "The text for the QR code is empty, or longer than a code can hold.")
}

extension Diagnostic.Hint {
  fileprivate static let smallerPicture = Diagnostic.Hint(
    arabic: "اطلب لها عرضاً أقل.", english: "Ask for a smaller width.")

  fileprivate static let stateSize = Diagnostic.Hint(
    arabic: "تحقق من ملف الصورة.", english: "Check the picture's file.")

  fileprivate static let describePicture = Diagnostic.Hint(
    arabic: "صِف ما تُظهره في كلمات، أو اجعلها للزينة إن لم يكن لها معنى.",
    english: "Say in words what it shows, or mark it as decoration if it means nothing.")

  fileprivate static let shorterPayload = Diagnostic.Hint(
    arabic: "اختصر نص الرمز إلى عنوان ورقم.", english: "Shorten the code's text to an address and a number.")
}
