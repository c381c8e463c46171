import Content
public import Diagnostics
import Geometry
public import Layout
public import Records
import Values

/// One letter in every form that it takes, side by side: to a man, a woman, two, many, a body.
public struct VariantSheet {
  private let composer: LetterComposer
  private static let columns = 4
  private static let gap: Points = 14
  private static let caption: Points = 26

  /// A sheet of the letters that `composer` sets.
  public init(composer: LetterComposer) { self.composer = composer }

  /// The first page of each form, labelled, on one landscape sheet of A3.
  public func sheet(of record: Record, log: inout DiagnosticLog) -> PagedDocument? {
    let paper = Size(width: .mm(420), height: .mm(297))
    var items: [FrameItem] = []
    var metadata: Document.Metadata?
    for (index, kind) in Self.kinds.enumerated() {
      var own = DiagnosticLog()
      let letter = composer.compose(record, speakingTo: kind, log: &own)
      for diagnostic in own.diagnostics where !log.diagnostics.contains(diagnostic) { log.append(diagnostic) }
      guard let letter, let page = letter.pages.first else { continue }
      metadata = letter.metadata
      let place = cell(index, on: paper)
      let factor = min(
        place.size.width / page.size.width, (place.size.height - Self.caption) / page.size.height)
      let width = page.size.width * factor
      let origin = Point(x: place.minX + (place.size.width - width) / 2, y: place.minY + Self.caption)
      items.append(.scaled(factor: factor, origin: origin, items: page.unmarkedItems))
      items.append(
        .frame(
          Rect(x: origin.x, y: origin.y, width: width, height: page.size.height * factor),
          Stroke(width: 0.5, color: Color(red: 0.6, green: 0.6, blue: 0.6))))
      items += caption(of: kind, over: place, log: &log)
    }
    // A sheet of pictures to look at, none of which is read.
    let sheet = Page(size: paper, items: [.marked(.artifact(.layout), items)])
    return metadata.map { PagedDocument(metadata: $0, pages: [sheet]) }
  }

  /// The forms, with the words that name them.
  private static let kinds: [PersonKind] = PersonKind.allCases.filter { $0 != .unknown }

  /// The place of the `index`th form: rows of four, the first at the right.
  private func cell(_ index: Int, on paper: Size) -> Rect {
    let rows = (Self.kinds.count + Self.columns - 1) / Self.columns
    let width = (paper.width - Self.gap * Double(Self.columns + 1)) / Double(Self.columns)
    let height = (paper.height - Self.gap * Double(rows + 1)) / Double(rows)
    let (row, column) = (index / Self.columns, Self.columns - 1 - index % Self.columns)
    return Rect(
      x: Self.gap + Double(column) * (width + Self.gap), y: Self.gap + Double(row) * (height + Self.gap),
      width: width, height: height)
  }

  private func caption(of kind: PersonKind, over place: Rect, log: inout DiagnosticLog) -> [FrameItem] {
    var style = ParagraphStyle()
    style.alignment = .center
    style.isBold = true
    let words = Paragraph([.text(TextSpan(kind.arabicName))])
    let page = composer.paginate(
      Document(
        metadata: .init(title: ""),
        pageSetup: PageSetup(
          paper: .a4, first: PageMaster(margins: Insets(all: 0)), rest: PageMaster(margins: Insets(all: 0))),
        styles: StyleSheet(fallback: style), body: [.paragraph(words)]),
      log: &log)
    let left = place.minX + (place.size.width - Paper.a4.size.width) / 2
    return [
      .scaled(factor: 1, origin: Point(x: left, y: place.minY), items: page.pages.first?.unmarkedItems ?? [])
    ]
  }
}

extension PersonKind {
  /// The form's name for the people who word letters.
  fileprivate var arabicName: String {
    switch self {
    case .masculine: "مفرد مذكر"
    case .feminine: "مفرد مؤنث"
    case .dual: "مثنى مذكر أو مختلط"
    case .feminineDual: "مثنى مؤنث"
    case .masculinePlural: "جمع مذكر أو مختلط"
    case .femininePlural: "جمع مؤنث"
    case .organisation: "جهة"
    case .unknown: "غير معروف"
    }
  }
}
