/// The words that begin a tag which is more than a field.
enum TagKeyword: Keyword {
  case ifOpens, elseIf, otherwise, endIf
  case forOpens, endFor, index
  case optionalOpens, endOptional
  case include, comment
  case forms
  case fieldsOpens, endFields, choices, checkBox, signature, chart, line, lines
  case boxOpens, endBox, styleOpens, endStyle, keepOpens, endKeep
  case columnsOpens, nextColumn, endColumns
  case span, symbol, leftToRight, link, footnoteOpens, endFootnote
  case flexibleSpace, space, newLine, newPage, rule, pageNumber, pageCount
  case to, by, like, and, so

  static let table = KeywordTable<TagKeyword>()

  var spelling: Spelling {
    switch self {
    case .ifOpens: Spelling("إذا", "if")
    case .elseIf: Spelling("وإلا إذا", "else if")
    case .otherwise: Spelling("وإلا", "else")
    case .endIf: Spelling("نهاية إذا", "end if")
    case .forOpens: Spelling("لكل", "for each")
    case .endFor: Spelling("نهاية لكل", "end for each")
    case .index: Spelling("التسلسل", "index")
    case .optionalOpens: Spelling("اختياري", "optional")
    case .endOptional: Spelling("نهاية اختياري", "end optional")
    case .include: Spelling("أدرج", "include", ("إدراج", "inclusion"))
    case .comment: Spelling("تعليق", "comment")
    case .forms: Spelling("صيغة", "forms")
    case .fieldsOpens: Spelling("حقول", "fields")
    case .endFields: Spelling("نهاية حقول", "end fields")
    case .choices: Spelling("خيارات", "choices")
    case .checkBox: Spelling("مربع", "check box")
    case .signature: Spelling("توقيع", "signature")
    case .chart: Spelling("رسم", "chart")
    case .line: Spelling("سطر", "line")
    case .lines: Spelling("سطور", "lines", ("أسطر", "several lines"))
    case .boxOpens: Spelling("صندوق", "box")
    case .endBox: Spelling("نهاية صندوق", "end box")
    case .styleOpens: Spelling("نمط", "style")
    case .endStyle: Spelling("نهاية نمط", "end style")
    case .keepOpens: Spelling("كتلة", "keep together")
    case .endKeep: Spelling("نهاية كتلة", "end keep together")
    case .columnsOpens: Spelling("أعمدة", "columns")
    case .nextColumn: Spelling("عمود جديد", "next column")
    case .endColumns: Spelling("نهاية أعمدة", "end columns")
    case .span: Spelling("دمج", "span")
    case .symbol: Spelling("رمز", "symbol")
    case .leftToRight: Spelling("من اليسار", "left to right")
    case .link: Spelling("رابط", "link")
    case .footnoteOpens: Spelling("حاشية", "footnote")
    case .endFootnote: Spelling("نهاية حاشية", "end footnote")
    case .flexibleSpace: Spelling("فراغ مرن", "flexible space")
    case .space: Spelling("فراغ", "space")
    case .newLine: Spelling("سطر جديد", "new line")
    case .newPage: Spelling("صفحة جديدة", "new page")
    case .rule: Spelling("خط", "rule")
    case .pageNumber: Spelling("رقم الصفحة", "page number")
    case .pageCount: Spelling("عدد الصفحات", "page count")
    case .to: Spelling("لـ", "li")
    case .by: Spelling("بـ", "bi")
    case .like: Spelling("كـ", "ka")
    case .and: Spelling("و", "wa")
    case .so: Spelling("ف", "fa")
    }
  }

  /// What must follow the keyword for it to be one; otherwise the words are a field's name.
  enum Shape { case nothing, colon, nothingOrColon, anything }

  /// What must follow it.
  var shape: Shape {
    switch self {
    case .ifOpens, .elseIf, .forOpens: .anything
    case .forms, .include, .comment, .choices, .signature, .chart, .lines, .styleOpens, .span, .symbol,
      .leftToRight, .link,
      .space, .to, .by, .like, .and, .so:
      .colon
    case .fieldsOpens, .boxOpens, .checkBox, .columnsOpens, .footnoteOpens: .nothingOrColon
    default: .nothing
    }
  }

  /// Whether a tag of this keyword, alone on its line, is a block and no part of a paragraph.
  var standsAsBlock: Bool {
    switch self {
    case .index, .forms, .choices, .checkBox, .span, .symbol, .leftToRight, .link, .footnoteOpens,
      .endFootnote,
      .flexibleSpace, .newLine, .pageNumber, .pageCount, .to, .by, .like, .and, .so:
      false
    default: true
    }
  }

  /// Whether the tag may stand among the words of a paragraph.
  var standsInline: Bool {
    switch self {
    case .include, .fieldsOpens, .endFields, .signature, .chart, .lines, .boxOpens, .endBox, .styleOpens,
      .endStyle,
      .keepOpens, .endKeep, .columnsOpens, .nextColumn, .endColumns, .newPage, .space, .rule:
      false
    default: true
    }
  }

  /// The keyword that closes what this one opens.
  var closer: TagKeyword? {
    switch self {
    case .ifOpens: .endIf
    case .forOpens: .endFor
    case .optionalOpens: .endOptional
    case .fieldsOpens: .endFields
    case .boxOpens: .endBox
    case .styleOpens: .endStyle
    case .keepOpens: .endKeep
    case .columnsOpens: .endColumns
    case .footnoteOpens: .endFootnote
    default: nil
    }
  }

  /// Whether it closes a block or begins another part of one.
  var endsBody: Bool {
    switch self {
    case .elseIf, .otherwise, .nextColumn: true
    default: TagKeyword.closers.contains(self)
    }
  }

  private static let closers = Set(allCases.compactMap(\.closer))

  /// The letters put before a word by a preposition's tag.
  var preposition: String? {
    switch self {
    case .to: "ل"
    case .by: "ب"
    case .like: "ك"
    case .and: "و"
    case .so: "ف"
    default: nil
    }
  }
}
