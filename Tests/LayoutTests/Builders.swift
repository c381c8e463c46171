import Content
import Diagnostics
import Geometry

/// Short ways to say a document.
extension Document {
  /// A document on A5 paper unless another page is given.
  static func of(
    _ body: [Block], setup: PageSetup = .small, styles: [StyleName: ParagraphStyle] = [:]
  ) -> Document {
    Document(
      metadata: Metadata(title: "حالة"), pageSetup: setup, styles: .cases.adding(styles), body: body)
  }
}

extension PageSetup {
  /// A5 with even margins.
  static let small = PageSetup.even(.a5, margin: 36)

  /// The same master on every page.
  static func even(_ paper: Paper, margin: Points, furniture: [Furniture] = []) -> PageSetup {
    let master = PageMaster(margins: Insets(all: margin), furniture: furniture)
    return PageSetup(paper: paper, first: master, rest: master)
  }

  /// A5 whose text area holds `lines` lines of the body style.
  static func lines(_ lines: Int) -> PageSetup {
    let size = Paper.a5.size
    let master = PageMaster(
      margins: Insets(top: 36, start: 36, bottom: size.height - 36 - 21 * Double(lines) - 0.5, end: 36))
    return PageSetup(paper: .a5, first: master, rest: master)
  }
}

extension StyleSheet {
  /// Body text of 12 points on lines of 21, and the other styles of the cases.
  static let cases = StyleSheet(
    styles: [
      .body: .with { _ in },
      "heading-1": .with {
        $0.size = 16
        $0.isBold = true
        $0.spaceBefore = 12
        $0.spaceAfter = 6
        $0.keepsWithNext = true
      },
      "indented": .with {
        $0.firstLineIndent = 24
        $0.alignment = .justified
      },
      "quote": .with {
        $0.startIndent = 36
        $0.endIndent = 18
        $0.spaceBefore = 6
        $0.spaceAfter = 6
        $0.alignment = .justified
      },
      "spaced": .with {
        $0.spaceBefore = 10
        $0.spaceAfter = 14
      },
      "center": .with { $0.alignment = .center },
      "end": .with { $0.alignment = .end },
      "small": .with {
        $0.size = 9
        $0.leading = 1.6
      },
      "kept": .with { $0.keepsTogether = true },
    ], fallback: .with { _ in })

  func adding(_ more: [StyleName: ParagraphStyle]) -> StyleSheet {
    StyleSheet(styles: styles.merging(more) { $1 }, fallback: fallback)
  }
}

extension ParagraphStyle {
  /// The body style of the cases, changed.
  static func with(_ change: (inout ParagraphStyle) -> Void) -> ParagraphStyle {
    var style = ParagraphStyle()
    style.size = 12
    style.leading = 1.75
    change(&style)
    return style
  }
}

extension Block {
  static func text(_ text: String, _ style: StyleName = .body, origin: SourceLocation? = nil) -> Block {
    .paragraph(Paragraph(style: style, [.text(TextSpan(text))], origin: origin))
  }

  static func inlines(_ inlines: Inline..., style: StyleName = .body) -> Block {
    .paragraph(Paragraph(style: style, inlines))
  }

  /// A paragraph of exactly `count` lines.
  static func lines(_ count: Int, _ style: StyleName = .body, from first: Int = 1) -> Block {
    var inlines: [Inline] = []
    for number in first..<first + count {
      if number > first { inlines.append(.lineBreak) }
      inlines.append(.text(TextSpan("السطر \(number)")))
    }
    return .paragraph(Paragraph(style: style, inlines))
  }
}

extension Inline {
  static func words(_ text: String, _ style: InlineStyle = .plain, _ isolation: Isolation = .none) -> Inline {
    .text(TextSpan(text, style: style, isolation: isolation))
  }
}

extension TableCell {
  static func text(
    _ text: String, _ style: StyleName = .body, columns: Int = 1, rows: Int = 1,
    at alignment: VerticalAlignment = .top, background: Color? = nil
  ) -> TableCell {
    TableCell(
      blocks: [.text(text, style)], columnSpan: columns, rowSpan: rows, verticalAlignment: alignment,
      background: background)
  }
}

/// Texts of the cases.
enum Sample {
  static let long = """
    إشارة إلى خطابكم بشأن طلب تحديث بيانات العضوية، نفيدكم بأن الجمعية قد استكملت دراسة الطلب ومرفقاته، \
    وتبين أن البيانات المقدمة مطابقة لما هو مسجل في سجل الأعضاء، عدا رقم الجوال والعنوان الوطني. ونأمل منكم \
    التكرم بتزويدنا بالمستند المطلوب خلال أسبوعين من تاريخ هذا الخطاب، ليتسنى لنا إكمال الإجراء اللازم.
    """
  static let short = "نأمل الاطلاع والإفادة بما ترونه مناسبًا."
  static let pale = Color(red: 0.9, green: 0.94, blue: 0.9)
}
