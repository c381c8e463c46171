import Content
import Geometry

/// A letter as a theme composes it: its number in the letterhead, a code at its foot, a signature.
enum SampleLetter {
  static let setup = PageSetup(
    paper: .a5,
    first: PageMaster(
      margins: Insets(top: 110, start: 50, bottom: 110, end: 40), furniture: [letterhead, foot(code: code)]),
    rest: PageMaster(
      margins: Insets(top: 50, start: 50, bottom: 110, end: 40),
      furniture: [
        Furniture(anchor: .top(distance: 20), start: 50, end: 40, blocks: [.text("تابع الخطاب", "small")]),
        foot(code: []),
      ]))

  private static let letterhead = Furniture(
    anchor: .top(distance: 20), start: 40, end: 40,
    blocks: [
      .columns(
        ColumnsBlock(columns: [
          .init(blocks: [.text("جمعية الأمل", "heading-1")]),
          .init(blocks: [.image(ImageBlock(asset: .dot, height: 30, alternativeText: "شعار الجمعية"))]),
          .init(blocks: [details], isRead: true),
        ])), .rule(Stroke(width: 1)),
    ])

  private static var details: Block {
    let rows = [("الرقم:", "1448/125"), ("التاريخ:", "13/06/1448")].map { label, value in
      [
        TableCell(blocks: [.text(label, "small")], isHeader: true),
        TableCell(blocks: [.inlines(.words(value, .plain, .leftToRight), style: "small")]),
      ]
    }
    return .table(Table(columns: [.automatic, .fraction(1)], rows: rows, rules: nil))
  }

  private static let code: [Block] = [
    .qr(
      QRBlock(payload: "125|1448-6-13|ABCD", side: 50, alignment: .center, alternativeText: "رمز التحقق")),
    .text("ABCD", "small"),
  ]

  private static func foot(code: [Block]) -> Furniture {
    let lines = Block.inlines(
      .words("صفحة "), .pageNumber(.plain, digits: .arabicIndic), .words(" من "),
      .pageCount(.plain, digits: .arabicIndic), style: "small")
    return Furniture(
      anchor: .bottom(distance: 20), start: 40, end: 40,
      blocks: [
        .columns(
          ColumnsBlock(columns: [
            .init(verticalAlignment: .bottom, blocks: [.rule(Stroke(width: 0.5)), lines]),
            .init(width: .fixed(60), blocks: code, isRead: true),
          ]))
      ])
  }

  static let body: [Block] = [
    .inlines(.words("سعادة الأستاذ عبد الله بن محمد"), .flexibleSpace, .words("حفظه الله")),
    .paragraph(Paragraph(style: "heading-1", headingLevel: 1, [.words("الموضوع: تحديث بيانات العضوية")])),
    .text("السلام عليكم ورحمة الله وبركاته، وبعد:"), .text(Sample.long), .text(Sample.long, "indented"),
    .paragraph(Paragraph(style: "heading-1", headingLevel: 3, [.words("المطلوب")])),
    .list(ListBlock(marker: .bullet, items: [[.text("صورة الهوية")], [.text("العنوان الوطني")]])),
    .group(
      .withPreceding,
      [
        .text("وتقبلوا تحياتنا"),
        .columns(
          ColumnsBlock(columns: [
            .init(blocks: [.text("المرفقات: ورقتان", "small")]),
            .init(blocks: [.text("رئيس الجمعية", "center"), .space(30), .text("سالم بن علي", "center")]),
          ])),
      ]),
  ]
}
