import Content
import Diagnostics
import Geometry

/// The letter that is measured: some 145 words in three justified paragraphs, and a table of four rows.
///
/// As in a letter from a template, words that vary come from a record's cell, all others from the template.
struct LetterDocument {
  private static let grey = Color(red: 0.92, green: 0.92, blue: 0.92)

  private let member: Member
  private let number: Int

  /// The letter to `member`, numbered `number`.
  static func make(for member: Member, number: Int) -> Document {
    Document(
      metadata: Document.Metadata(title: "الرد على \(member.requestType)", author: "جمعية سنابل الخير"),
      pageSetup: pageSetup, styles: styles, body: LetterDocument(member: member, number: number).body)
  }

  private static var pageSetup: PageSetup {
    let head = Furniture(
      anchor: .top(distance: 50), start: 56.7, end: 56.7,
      blocks: [
        paragraph("organisation", "جمعية سنابل الخير للخدمات المجتمعية"),
        paragraph("office", "إدارة شؤون الأعضاء – الرياض – ترخيص رقم ١٠٨٧"),
        .rule(Stroke(width: 1)),
      ])
    let foot = Furniture(
      anchor: .bottom(distance: 30), start: 56.7, end: 56.7,
      blocks: [
        .rule(Stroke(width: 0.5)),
        .paragraph(
          Paragraph(
            style: "office",
            [
              .text(TextSpan("صفحة ")), .pageNumber(.plain, digits: .arabicIndic), .text(TextSpan(" من ")),
              .pageCount(.plain, digits: .arabicIndic),
            ])),
      ])
    let master = PageMaster(
      margins: Insets(top: 125, start: 56.7, bottom: 70, end: 56.7), furniture: [head, foot])
    return PageSetup(first: master, rest: master)
  }

  private static var styles: StyleSheet {
    var body = ParagraphStyle()
    body.size = 13
    body.leading = 1.7
    body.alignment = .justified
    body.spaceAfter = 6
    var line = body
    line.alignment = .start
    var bold = line
    bold.isBold = true
    var subject = bold
    subject.size = 14
    subject.alignment = .center
    var cell = line
    cell.size = 11
    cell.leading = 1.4
    cell.spaceAfter = 0
    var office = cell
    office.size = 12
    office.alignment = .center
    var organisation = office
    organisation.size = 20
    organisation.isBold = true
    return StyleSheet(
      styles: [
        "line": line, "bold": bold, "subject": subject, "cell": cell, "office": office,
        "organisation": organisation,
      ], fallback: body)
  }

  private var body: [Block] {
    let title = member.isFemale ? "المكرَّمة الأستاذة / " : "المكرَّم الأستاذ / "
    let prayer = member.isFemale ? "سلَّمها الله" : "سلَّمه الله"
    return [
      paragraph("line", "الرقم: ", code("\(number)/ق/2026")),
      paragraph("line", "التاريخ: ", code("23/11/2026"), "م"),
      paragraph("subject", text("الموضوع: الرد على \(member.requestType)")),
      paragraph("bold", text("\(title)\(member.name)"), .flexibleSpace, text(prayer)),
      paragraph("line", "السلام عليكم ورحمة الله وبركاته، وبعد:"),
    ] + paragraphs + [
      .table(table), .space(12),
      paragraph("subject", "وتقبلوا خالص التحية والتقدير،،،"), .space(12),
      paragraph("bold", "المدير التنفيذي"), paragraph("bold", "راكان بن وائل الصافي"),
    ]
  }

  private var paragraphs: [Block] {
    [
      paragraph(
        .body,
        "نشكر لكم ثقتكم بالجمعية وحرصكم على الاستفادة من خدماتها، ونفيدكم بأنه ورد إلينا طلبكم رقم ",
        code(member.requestNumber), " المؤرَّخ في ", code(date),
        text(
          "م بشأن \(member.requestType)، وقد أُحيل إلى لجنة "
            + "شؤون الأعضاء لدراسته وفق اللائحة التنظيمية المعتمدة، بعد التحقق من صحة البيانات المسجَّلة في ملف العضوية رقم "
        ),
        code(member.membershipNumber), " ومن المستندات المرفقة به."),
      paragraph(
        .body,
        text(
          "وبناءً على ما انتهت إليه اللجنة في اجتماعها الأخير بفرع الجمعية في \(member.city)، فقد تقرَّر "
            + "\(member.decision) نظرًا إلى \(member.reason)، علمًا بأن المبلغ محل الطلب هو "),
        code(amount),
        text(" ريال سعودي، وأن الحساب البنكي المسجَّل باسم \(member.name) هو "), code(member.iban),
        "، وتُستكمل الإجراءات خلال خمسة عشر يومَ عملٍ من تاريخ هذا الخطاب."),
      paragraph(
        .body,
        "نأمل منكم مراجعة البيانات المدوَّنة في الجدول أدناه، وإشعارنا بأي ملاحظة عليها خلال ثلاثين يومًا عبر البريد ",
        code("services@sanabil.example"), " أو بزيارة أقرب فرع، وسيصلكم إشعار نصي على الجوال المسجَّل ",
        code(member.mobile),
        " عند اكتمال الإجراء، والله ولي التوفيق."),
    ]
  }

  private var table: Table {
    Table(
      columns: [.fixed(76), .fixed(170), .fixed(76), .fraction(1)],
      rows: [
        row("الاسم", text(member.name), "رقم الهوية", code(member.nationalID)),
        row("رقم العضوية", code(member.membershipNumber), "المدينة", text(member.city)),
        row("نوع الطلب", text(member.requestType), "تاريخ الطلب", code(date)),
        row("رقم الآيبان", code(member.iban), "المبلغ (ريال)", code(amount)),
      ])
  }

  private func row(_ label: Inline, _ value: Inline, _ second: Inline, _ other: Inline) -> [TableCell] {
    [(label, true), (value, false), (second, true), (other, false)].map { inline, isLabel in
      TableCell(
        blocks: [.paragraph(Paragraph(style: "cell", [inline]))], isHeader: isLabel,
        background: isLabel ? Self.grey : nil)
    }
  }

  private var date: String {
    "\(member.requestDate.year)/\(member.requestDate.month)/\(member.requestDate.day)"
  }

  private var amount: String {
    let (riyals, halalas) = (member.amount / 100, member.amount % 100)
    return "\(riyals / 1000),\(String(riyals % 1000 + 1000).dropFirst()).\(String(halalas + 100).dropFirst())"
  }

  /// Words that vary.
  private func text(_ string: String) -> Inline { .text(TextSpan(string, origin: cell)) }

  private func code(_ string: String) -> Inline {
    .text(TextSpan(string, isolation: .leftToRight, isBreakable: false, origin: cell))
  }

  private var cell: SourceLocation { .cell(file: "members.csv", sheet: nil, row: number + 2, column: nil) }
}

private func paragraph(_ style: StyleName, _ parts: Inline...) -> Block {
  .paragraph(Paragraph(style: style, parts))
}

extension Inline: ExpressibleByStringLiteral {
  /// Words of the template.
  init(stringLiteral value: String) {
    self = .text(TextSpan(value, origin: .text(file: "letter.khitab", line: 1, column: 1, phrase: "")))
  }
}
