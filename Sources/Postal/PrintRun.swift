import Content
public import Diagnostics
import Geometry
public import Layout

/// What is added to the pages of letters that are printed in one run.
public struct PrintRun: Hashable, Sendable {
  /// Whether the printer prints both sides: each letter then begins on a front.
  public var isDuplex: Bool
  /// Whether each sheet bears its code: the letter's place in the run, and the sheet's in the letter.
  public var hasSheetCodes: Bool
  /// Whether the places to fold A4 for DL are marked, 99 and 198 mm from the top.
  public var hasFoldMarks: Bool

  /// A run.
  public init(isDuplex: Bool = false, hasSheetCodes: Bool = false, hasFoldMarks: Bool = false) {
    self.isDuplex = isDuplex
    self.hasSheetCodes = hasSheetCodes
    self.hasFoldMarks = hasFoldMarks
  }

  /// The pages of the letter with that number in the run, from 1, ready for the printer.
  public func pages(
    of letter: PagedDocument, number: Int, paginator: Paginator, log: inout DiagnosticLog
  ) -> PagedDocument {
    var letter = letter
    let perSheet = isDuplex ? 2 : 1
    let sheets = (letter.pages.count + perSheet - 1) / perSheet
    for index in letter.pages.indices where index % perSheet == 0 {
      let size = letter.pages[index].size
      var added = hasFoldMarks ? Self.foldMarks(on: size) : []
      if hasSheetCodes {
        let text = "\(Self.fourDigits(number))-\(index / perSheet + 1)/\(sheets)"
        added += code(text, on: size, paginator: paginator, log: &log)
      }
      if !added.isEmpty { letter.pages[index].items.append(.marked(.artifact(.layout), added)) }
    }
    if isDuplex, !letter.pages.count.isMultiple(of: 2), let last = letter.pages.last {
      letter.pages.append(Page(size: last.size, items: []))
    }
    return letter
  }

  /// Short rules at the left edge, for which no printer's margin is too wide.
  private static func foldMarks(on size: Size) -> [FrameItem] {
    [99.0, 198.0].filter { .mm($0) < size.height }.map { distance in
      .rule(
        from: Point(x: .mm(5), y: .mm(distance)), to: Point(x: .mm(9), y: .mm(distance)),
        Stroke(width: 0.4, color: Color(red: 0.4, green: 0.4, blue: 0.4)))
    }
  }

  private func code(
    _ text: String, on size: Size, paginator: Paginator, log: inout DiagnosticLog
  ) -> [FrameItem] {
    var style = ParagraphStyle()
    (style.size, style.leading, style.alignment) = (6, 1.2, .end)
    style.color = Color(red: 0.3, green: 0.3, blue: 0.3)
    let span = TextSpan(text, isolation: .leftToRight, isBreakable: false)
    let foot = Furniture(
      anchor: .bottom(distance: .mm(5)), start: size.width / 2, end: .mm(6),
      blocks: [.paragraph(Paragraph([.text(span)]))])
    let master = PageMaster(margins: Insets(all: .mm(15)), furniture: [foot])
    let document = Document(
      metadata: AddressPrinter.metadata(""), pageSetup: PageSetup(size: size, first: master, rest: master),
      styles: StyleSheet(fallback: style), body: [])
    return paginator.paginate(document, log: &log).pages.first?.unmarkedItems ?? []
  }

  private static func fourDigits(_ number: Int) -> String {
    let digits = "\(number)"
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
