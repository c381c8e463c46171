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
    var text: [Unicode.Scalar] = []
    text.reserveCapacity(meant.text.count)
    var found = Findings()
    var line = 0
    for code in printed.codes {
      guard let own = code.characters else {
        found.unknown += 1
        continue
      }
      var counts = false
      for place in own {
        let scalar = printed.text[place]
        guard MeantPage.counts(scalar) else { continue }
        counts = true
        if found.different == nil, text.count >= meant.text.count || meant.text[text.count] != scalar {
          found.different = text.count
        }
        text.append(scalar)
      }
      guard counts else { continue }
      if code.isDrawn, !code.hasOutline { found.empty += 1 }
      // Characters and lines can be told to belong together only as long as nothing differed.
      if found.different == nil, found.misplaced == nil, let own = self.line(at: text.count - 1, from: line) {
        line = own
        if !stands(code, on: line) { found.misplaced = text.count - 1 }
      }
    }
    if found.different == nil, text.count < meant.text.count { found.different = text.count }
    report(found, log: &log)
    return text
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
      log.error(.textDiffers(number), at: line(at: place).flatMap { meant.lines[$0].origin } ?? page)
    }
    if let place = found.misplaced {
      log.error(.outside(number), at: line(at: place).flatMap { meant.lines[$0].origin } ?? page)
    }
  }

  /// The line of a meant character, looked for from `line` on; after the last one, the last line.
  private func line(at index: Int, from line: Int = 0) -> Int? {
    guard !meant.lines.isEmpty else { return nil }
    var line = line
    while line + 1 < meant.lines.count, meant.lines[line].end <= index { line += 1 }
    return line
  }

  /// Whether a code stands on a line, and on the paper.
  private func stands(_ code: PrintedCode, on line: Int) -> Bool {
    let box = meant.lines[line].box
    let reach = Self.reach * box.size
    let origin = code.origin
    let (left, right) = (origin.x, origin.x + code.advance)
    guard abs(origin.y - box.baseline) <= reach else { return false }
    guard code.isDrawn else { return left >= box.left - reach && left <= box.right + reach }
    return left >= box.left - reach && right <= box.right + reach && left >= -0.01
      && right <= printed.size.width + 0.01 && origin.y >= 0 && origin.y <= printed.size.height
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
