import Content
import Diagnostics
import Fonts
import Foundation
import Layout
import PDF
import Text

/// All that one worker needs to turn members into letters.
struct LetterPress {
  /// A letter could not be made; what was logged says why.
  struct Failure: Error {
    let log: DiagnosticLog
  }

  let painter = PagePainter()
  private let shaper: ParagraphShaper
  private let paginator: Paginator
  private static let fontFolder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fonts").path

  /// Opens the fonts; nothing is in the cache of words yet.
  init() throws {
    var log = DiagnosticLog()
    shaper = ParagraphShaper(fonts: try FontCollection(folder: Self.fontFolder, log: &log))
    paginator = Paginator(shaper: shaper)
    guard !log.hasErrors else { throw Failure(log: log) }
  }

  func layOut(_ document: Document) throws -> PagedDocument {
    var log = DiagnosticLog()
    let pages = paginator.paginate(document, log: &log)
    guard !log.hasErrors else { throw Failure(log: log) }
    return pages
  }

  /// Shapes the document's paragraphs outside tables, and sets no lines.
  func shape(_ document: Document) throws {
    var log = DiagnosticLog()
    for case .paragraph(let paragraph) in document.body {
      let style = document.styles[paragraph.style]
      let attributes = TextAttributes(families: style.families, isBold: style.isBold, size: style.size)
      keep(shaper.shape(paragraph.inlines.compactMap { piece($0, attributes) }, log: &log))
    }
    guard !log.hasErrors else { throw Failure(log: log) }
  }

  private func piece(_ inline: Inline, _ attributes: TextAttributes) -> TextPiece? {
    switch inline {
    case .text(let span):
      .run(
        StyledRun(
          span.text, attributes: attributes, isolation: span.isolation, isBreakable: span.isBreakable))
    case .flexibleSpace: .flexibleSpace(attributes)
    default: nil
    }
  }

  /// A member's letter as a PDF file.
  func print(_ member: Member, number: Int) throws -> [UInt8] {
    try painter.pdf([layOut(LetterDocument.make(for: member, number: number))])
  }
}
