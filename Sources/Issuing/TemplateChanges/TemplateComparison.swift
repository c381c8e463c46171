import Content
import Fonts
public import Diagnostics
import Geometry
public import Layout
public import Records
public import Register
import Templates
import Themes

/// One issued letter in two forms of its template.
public struct TemplateComparison: Hashable, Sendable {
  /// The letter's entry.
  public let entry: RegisterEntry
  /// The letter as it was issued.
  public let before: PagedDocument
  /// The letter as the new form makes it.
  public let after: PagedDocument

  /// Sets the letter of `entry` twice, from the record it was made from.
  ///
  /// The code at the foot is that of the issued letter in both: what changed in the letter is what its reader sees.
  /// - Returns: `nil` where one of the forms can't make the letter, with the reasons in `log`.
  public init?(
    _ entry: RegisterEntry, record: Record, before: LetterComposer, after: LetterComposer,
    numbering: Numbering, log: inout DiagnosticLog
  ) {
    let stated = record.stating(entry.number, at: entry.recordedAt, under: numbering)
    var (before, after) = (before, after)
    after.codedText = before.template.source.text
    // The letters are only looked at.
    before.options.hasSignatureFields = false
    after.options.hasSignatureFields = false
    guard let old = before.compose(stated, log: &log), let new = after.compose(stated, log: &log) else {
      return nil
    }
    (self.entry, self.before, self.after) = (entry, old, new)
  }

  /// The pages, from 1, on which something else stands, or that only one form has.
  public var changedPages: [Int] {
    (0..<max(before.pages.count, after.pages.count)).filter { index in
      Self.page(index, of: before) != Self.page(index, of: after)
    }.map { $0 + 1 }
  }

  private static func page(_ index: Int, of document: PagedDocument) -> [FrameItem]? {
    document.pages.indices.contains(index) ? document.pages[index].unmarkedItems.map(\.seen) : nil
  }

  /// The changed pages, each beside what it becomes: before on the right, after on the left.
  public var sheets: [Page] {
    changedPages.map { number in
      let (old, new) = (Self.page(number - 1, of: before), Self.page(number - 1, of: after))
      let size = (before.pages + after.pages)[0].size
      let gap: Points = 12
      let grey = Stroke(width: 0.6, color: Color(red: 0.6, green: 0.6, blue: 0.6))
      var items: [FrameItem] = []
      for (page, x) in [(old, size.width + gap), (new, 0)] {
        items.append(.scaled(factor: 1, origin: Point(x: x, y: 0), items: page ?? []))
        items.append(.frame(Rect(x: x, y: 0, width: size.width, height: size.height), grey))
      }
      // A sheet of pictures to look at, none of which is read.
      return Page(
        size: Size(width: size.width * 2 + gap, height: size.height),
        items: [.marked(.artifact(.layout), items)])
    }
  }
}

extension FrameItem {
  /// What is seen of it, without the place in a file that its text came from.
  fileprivate var seen: FrameItem {
    switch self {
    case .line(var line, let point):
      line.origin = nil
      for index in line.runs.indices { line.runs[index].run.origin = nil }
      for index in line.decorations.indices { line.decorations[index].run.origin = nil }
      return .line(line, at: point)
    case .rotated(let degrees, let center, let items):
      return .rotated(degrees: degrees, center: center, items: items.map(\.seen))
    case .scaled(let factor, let origin, let items):
      return .scaled(factor: factor, origin: origin, items: items.map(\.seen))
    case .marked(let mark, let items): return .marked(mark, items.map(\.seen))
    case .fill, .fills, .rule, .frame, .image, .signatureField: return self
    }
  }
}
