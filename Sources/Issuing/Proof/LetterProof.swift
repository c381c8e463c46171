public import Content
public import Diagnostics
public import Layout
public import Proofing
import Verification

/// The last look at a finished letter before it is numbered and signed: the file is read back and compared with what
/// was meant.
///
/// Nothing of the program that drew it takes part: what counts is what another reader will get.
public struct LetterProof: Sendable {
  private let document: Document
  private let pages: PagedDocument
  private let payload: String?

  /// The proof of one letter.
  ///
  /// - Parameters:
  ///   - document: what the letter says.
  ///   - pages: the pages as they were laid out.
  ///   - payload: what the square code must hold; `nil` for a letter without one.
  public init(document: Document, pages: PagedDocument, payload: String?) {
    self.document = document
    self.pages = pages
    self.payload = payload
  }

  /// Reads `file`, objects that are `known` as they were read before, and reports whatever differs; with an error in
  /// `log` the letter must not be signed or numbered.
  public func check(_ file: [UInt8], known: KnownObjects = KnownObjects(), log: inout DiagnosticLog) {
    let printed: [PrintedPage]
    do {
      printed = try PrintedFile(file, known: known).pages
    } catch {
      log.error(.unreadable("\(error)"))
      return
    }
    guard printed.count == pages.pages.count else {
      log.error(.pageCount(pages.pages.count, printed.count))
      return
    }
    var texts: [[Unicode.Scalar]] = []
    for (index, page) in printed.enumerated() {
      let comparison = PageComparison(meant: MeantPage(pages.pages[index]), printed: page, number: index + 1)
      texts.append(comparison.check(log: &log))
    }
    checkValues(in: texts, log: &log)
    checkCodes(in: printed, log: &log)
  }

  /// Every value that was put into the letter is there with its characters in order; a value may be parted by the
  /// end of a line or page, so that its words are looked for one by one.
  private func checkValues(in texts: [[Unicode.Scalar]], log: inout DiagnosticLog) {
    var search = WordSearch(texts)
    var word: [Unicode.Scalar] = []
    document.forEachShownSpan { span in
      guard span.isolation != .none else { return }
      word.removeAll(keepingCapacity: true)
      for scalar in span.text.unicodeScalars {
        if MeantPage.counts(scalar) {
          word.append(scalar)
        } else if scalar.properties.isWhitespace {
          guard search.finds(word) else { return log.error(.valueLost, at: span.origin) }
          word.removeAll(keepingCapacity: true)
        }
      }
      if !search.finds(word) { log.error(.valueLost, at: span.origin) }
    }
  }

  /// The square codes are, module by module, those of their texts, and the letter's own is among them.
  private func checkCodes(in printed: [PrintedPage], log: inout DiagnosticLog) {
    let codes = document.shownCodes
    if let payload, !codes.contains(where: { $0.payload == payload }) { log.error(.codeDiffers) }
    for code in codes {
      let matrix = QRMatrix(code.payload)
      let isShown = printed.contains { page in
        matrix.map { page.shows(squareCodeOf: $0.side, modules: $0.modules) } ?? false
      }
      if !isShown { log.error(.codeDiffers, at: code.origin) }
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func unreadable(_ reason: String) -> Self {
    Self(
      "issuing.proof-unreadable", arabic: "لا يُقرأ الملف بعد رسمه: \u{2068}\(reason)\u{2069}",
      english: "The finished file can't be read back: \(reason)")
  }
  fileprivate static func pageCount(_ meant: Int, _ found: Int) -> Self {
    Self(
      "issuing.proof-page-count", arabic: "صفحات الملف \(found)، والمقصود \(meant)",
      english: "The finished file has \(found) pages where \(meant) were meant")
  }
  fileprivate static let valueLost = Self(
    "issuing.proof-value-lost", arabic: "قيمة وُضعت في الخطاب لا تُقرأ من ملفه كما هي",
    english: "A value that was put into the letter isn't read from its file as it is")
  fileprivate static let codeDiffers = Self(
    "issuing.proof-code-differs", arabic: "المربع المرسوم ليس رمز هذا الخطاب",
    english: "The square code that is drawn isn't the letter's own")
}
