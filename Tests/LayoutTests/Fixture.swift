import Content
import Diagnostics
import Fonts
import Foundation
import Geometry
import Layout
import PDF
import TestSupport
import Testing
import Text

/// A paginator over the locked fonts, and what the cases of this module share.
enum Fixture {
  static let paginator = makePaginator()

  private static let fonts: FontCollection? = {
    var log = DiagnosticLog()
    return try? FontCollection(folder: Repository.file("Fonts").path(percentEncoded: false), log: &log)
  }()

  /// A paginator that has met no paragraph.
  static func makePaginator() -> Paginator? { fonts.map { Paginator(shaper: ParagraphShaper(fonts: $0)) } }

  /// Lays out a document, and gives its pages and what is wrong with them.
  static func pages(of document: Document) throws -> (document: PagedDocument, log: DiagnosticLog) {
    let paginator = try #require(Self.paginator)
    var log = DiagnosticLog()
    let paged = paginator.paginate(document, log: &log)
    return (paged, log)
  }

  /// Compares the pages with `Cases/NAME.expected`.
  ///
  /// With `KHITAB_PICTURES=FOLDER` every page is also drawn there, to be looked at.
  static func expect(
    _ document: Document, matches name: String, reports ids: [String] = [],
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let (paged, log) = try pages(of: document)
    try draw(paged, named: name)
    #expect(log.diagnostics.map(\.message.id) == ids, sourceLocation: sourceLocation)
    try Golden.expect(
      FrameDump.text(of: paged), matches: "Tests/LayoutTests/Cases/\(name).expected",
      sourceLocation: sourceLocation)
  }

  private static func draw(_ paged: PagedDocument, named name: String) throws {
    guard let folder = ProcessInfo.processInfo.environment["KHITAB_PICTURES"] else { return }
    let painter = PagePainter()
    for (index, page) in paged.pages.enumerated() {
      let picture = try painter.png(page, dotsPerInch: 72)
      try Data(picture).write(to: URL(filePath: "\(folder)/\(name)-\(index + 1).png"))
    }
  }
}
