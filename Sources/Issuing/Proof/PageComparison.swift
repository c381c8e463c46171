import Diagnostics
import Geometry
import Proofing

/// One page as it was meant beside the same page as its file shows it.
struct PageComparison {
  let meant: MeantPage
  let printed: PrintedPage
  /// The page's number, from 1.
  let number: Int

  /// How far beside its line a code may stand, in multiples of the font size: the text layer lifts addresses by 0.4, and
  /// puts marks and the parts of steep ligatures beside their ink.
  private static let reach = 0.6

  /// Reports what differs, at the first place of each kind.
  ///
  /// - Returns: the characters that the file shows.
  func check(log: inout DiagnosticLog) -> [Unicode.Scalar] {
    let page = SourceLocation.page(number)
    if abs(printed.size.width - meant.size.width) > 0.01
      || abs(printed.size.height - meant.size.height) > 0.01
    {
      log.error(.sizeDiffers, at: page)
    }
    var found = Findings()
    var room = Room(on: printed.size)
    let (codes, printedText, meantText) = (printed.codes.span, printed.text.span, meant.text.span)
    // How many characters of the printed text were looked at, and how many of the meant text were found.
    var (place, count) = (0, 0)
    for index in codes.indices {
      let code = codes[index]
      guard let characters = code.characterCount else {
        found.unknown += 1
        continue
      }
      var counts = false
      for next in place..<place + characters {
        let scalar = printedText[next]
        guard MeantPage.counts(scalar) else { continue }
        counts = true
        guard found.different == nil else { continue }
        if count < meantText.count, meantText[count] == scalar {
          count += 1
        } else {
          found.different = count
        }
      }
      place += characters
      guard counts else { continue }
      if code.isDrawn, !code.hasOutline { found.empty += 1 }
      // Characters and lines can be told to belong together only as long as nothing differed.
      if found.different == nil, found.misplaced == nil {
        room.go(toLineOf: count - 1, in: meant.lines)
        if !room.holds(code) { found.misplaced = count - 1 }
      }
    }
    if found.different == nil, count < meant.text.count { found.different = count }
    report(found, log: &log)
    return found.different == nil ? meant.text : printed.text.filter(MeantPage.counts)
  }

  /// The room of one line, in which its codes stand.
  private struct Room {
    private let page: Size
    private var line = -1
    /// Where the line's characters end in the page's text.
    private var end = 0
    private var (left, right) = (0.0, 0.0)
    private var (lowest, highest) = (0.0, 0.0)

    init(on page: Size) { self.page = page }

    /// Goes on to the line of a character; after the last one, to the last line.
    mutating func go(toLineOf index: Int, in lines: [MeantPage.Line]) {
      guard line < 0 || end <= index, line + 1 < lines.count else { return }
      repeat { line += 1 } while line + 1 < lines.count && lines[line].end <= index
      let box = lines[line].box
      let reach = PageComparison.reach * box.size
      end = lines[line].end
      (left, right) = (box.left - reach, box.right + reach)
      (lowest, highest) = (box.baseline - reach, box.baseline + reach)
    }

    /// Whether a code stands on the line, and on the paper.
    func holds(_ code: PrintedCode) -> Bool {
      let (x, y) = (code.origin.x, code.origin.y)
      guard line >= 0 else { return true }
      guard y >= lowest, y <= highest, x >= left else { return false }
      guard code.isDrawn else { return x <= right }
      let end = x + code.advance
      return end <= right && x >= -0.01 && end <= page.width + 0.01 && y >= 0 && y <= page.height
    }
  }

  private struct Findings {
    var unknown = 0
    var empty = 0
    var different: Int?
    var misplaced: Int?
  }

  private func report(_ found: Findings, log: inout DiagnosticLog) {
    let page = SourceLocation.page(number)
    if found.unknown > 0 { log.error(.unknownCodes(found.unknown), at: page) }
    if found.empty > 0 { log.error(.noOutline(found.empty), at: page) }
    if let place = found.different {
      log.error(.textDiffers(number), at: origin(at: place) ?? page)
    }
    if let place = found.misplaced {
      log.error(.outside(number), at: origin(at: place) ?? page)
    }
  }

  /// Where the line of a meant character begins in the template or the records; after the last one, the last line.
  private func origin(at index: Int) -> SourceLocation? {
    (meant.lines.first { $0.end > index } ?? meant.lines.last)?.origin
  }
}

extension Diagnostic.Message {
  fileprivate static let sizeDiffers = Self(
    "issuing.proof-page-size", arabic: "مقاس الصفحة في الملف ليس ما قُصد",
    english: "The page isn't of the size that was meant")
  fileprivate static func unknownCodes(_ count: Int) -> Self {
    Self(
      "issuing.proof-unknown-codes", arabic: "في الصفحة \(count) من الأشكال لا يُعرف نصها",
      english: "\(count) codes of the page stand for no text")
  }
  fileprivate static func noOutline(_ count: Int) -> Self {
    Self(
      "issuing.proof-no-outline", arabic: "في الصفحة \(count) من الحروف لا رسم لها في الخط",
      english: "\(count) letters of the page have no outline in their font")
  }
  fileprivate static func textDiffers(_ page: Int) -> Self {
    Self(
      "issuing.proof-text-differs", arabic: "لا يُقرأ النص من الصفحة \(page) من الملف كما قُصد",
      english: "The text of page \(page) isn't read from the file as it was meant")
  }
  fileprivate static func outside(_ page: Int) -> Self {
    Self(
      "issuing.proof-outside", arabic: "في الصفحة \(page) نص خارج مكانه أو خارج الورقة",
      english: "Some text of page \(page) stands outside its place or off the paper")
  }
}
