import Diagnostics
import Values

extension Checker {
  /// Checks the pieces of a paragraph.
  mutating func check(_ nodes: [InlineNode]) {
    for node in nodes { check(node) }
  }

  private mutating func check(_ node: InlineNode) {
    switch node {
    case .emphasis(let inner), .optional(let inner), .footnote(let inner, _): check(inner)
    case .field(let tag): check(tag)
    case .forms(let tag): check(tag)
    case .choices(let name): checkChoices(of: name)
    case .checkBox(let name?): checkTick(of: name)
    case .conditional(let branches): check(branches) { $0.check($1) }
    case .loop(let loop): check(loop) { $0.check($1) }
    case .index(let place):
      if bindings.isEmpty, isWhole { log.error(.indexOutsideAnyLoop(), at: place) }
    case .text, .checkBox(nil), .leftToRight, .link, .symbol, .newLine, .flexibleSpace, .dottedFill,
      .pageNumber, .pageCount:
      break
    case .error(_, let inner): check(inner)
    }
  }

  /// Checks blocks.
  mutating func check(_ nodes: [BlockNode]) {
    for node in nodes { check(node) }
    checkTables(nodes)
  }

  /// Checks that the rows of each table have as many cells as its first, where none reaches down.
  private mutating func checkTables(_ nodes: [BlockNode]) {
    for table in nodes.split(whereSeparator: { $0.tableRows == nil }) {
      let rows = table.flatMap { $0.tableRows ?? [] }
      if rows.contains(where: {
        $0.cells.contains { $0.rowSpan > 1 || $0.inlines.contains(where: \.isError) }
      }) {
        continue
      }
      let ruled = table.lazy.compactMap(\.ruledColumns).first
      guard let width = ruled ?? rows.first?.width else { continue }
      for row in rows where row.width != width {
        log.error(.unevenRow(row.width, width), at: row.place)
      }
    }
  }

  private mutating func check(_ node: BlockNode) {
    switch node {
    case .paragraph(_, let inlines, _): check(inlines)
    case .item(let item): check(item.inlines)
    case .row(let row): for cell in row.cells { check(cell.inlines) }
    case .fieldLine(let label, let value, _):
      check(label)
      check(value ?? [])
    case .conditional(let branches): check(branches) { $0.check($1) }
    case .loop(let loop): check(loop) { $0.check($1) }
    case .optional(let inner), .included(let inner), .fields(_, let inner, _), .box(_, let inner),
      .together(let inner):
      check(inner)
    case .columns(let parts): for part in parts { check(part) }
    case .styled(let name, let inner):
      checkStyle(name)
      check(inner)
    case .chart(let chart): check(chart)
    case .error(_, let inner): check(inner)
    case .headerRule, .blank, .signatures, .dottedLines, .rule, .newPage, .space: break
    }
  }

  private mutating func checkStyle(_ name: FieldName) {
    guard let styles, !styles.contains(ParagraphStyleWord.styleName(name)) else { return }
    let candidates = ParagraphStyleWord.table.arabicSpellings + styles.sorted()
    log.error(
      .unknownStyle(name.spelled), at: name.place,
      hints: Suggestion.hint(for: name.key, among: candidates))
  }

  private mutating func checkChoices(of name: FieldName) {
    guard case .field(let field) = meaning(of: name), field.choiceLabels.isEmpty else { return }
    log.error(.hasNoChoices(field.name, field.type), at: name.place)
  }

  private mutating func checkTick(of name: FieldName) {
    guard case .field(let field) = meaning(of: name), field.type != .boolean else { return }
    log.error(.isNoYesOrNo(field.name, field.type), at: name.place)
  }

  private mutating func check(_ tag: FormsTag) {
    var source = dictionary.fields
    if let subject = tag.subject {
      if let binding = bindings.last(where: { $0.variable.key == subject.key }) {
        guard let list = binding.list else { return }
        source = list
      } else {
        guard case .field(let field) = meaning(of: subject) else { return }
        source = [field]
      }
    }
    checkPerson(in: source, at: tag.place)
    var needed: [FormName] = [.masculine, .feminine]
    if source.contains(where: { $0.type == .personKind }) {
      needed += [.dual, .masculinePlural, .femininePlural, .organisation]
    }
    let missing = needed.filter { tag.forms[$0] == nil }
    guard !missing.isEmpty else { return }
    let message = Diagnostic.Message.missingForms(missing.map(\.spelling))
    if missing.contains(.masculine) || missing.contains(.feminine) {
      log.error(message, at: tag.place)
    } else {
      log.warning(message, at: tag.place)
    }
  }

  /// Checks that some field tells whom a word agrees with.
  mutating func checkPerson(in fields: [Field], at place: SourceLocation) {
    guard !fields.contains(where: { $0.type == .personKind || $0.type == .gender }) else { return }
    log.error(.nothingTellsThePerson(), at: place)
  }
}

extension RowNode {
  /// How many columns its cells cover.
  fileprivate var width: Int { cells.reduce(0) { $0 + $1.columnSpan } }
}

extension InlineNode {
  fileprivate var isError: Bool { if case .error = self { true } else { false } }
}

extension BlockNode {
  /// The rows it adds to the table it stands in; `nil` if it ends the table.
  fileprivate var tableRows: [RowNode]? {
    switch self {
    case .row(let row): [row]
    case .headerRule: []
    case .loop(let loop): BlockNode.rows(of: loop.body + loop.otherwise)
    case .conditional(let branches): BlockNode.rows(of: branches.flatMap(\.body))
    case .optional(let inner): BlockNode.rows(of: inner)
    default: nil
    }
  }

  private static func rows(of nodes: [BlockNode]) -> [RowNode]? {
    let rows = nodes.map(\.tableRows)
    return rows.contains { $0 == nil } ? nil : rows.flatMap { $0 ?? [] }
  }

  /// How many columns the rule under a header states.
  fileprivate var ruledColumns: Int? {
    if case .headerRule(let widths, _) = self { widths.count } else { nil }
  }
}

extension Diagnostic.Message {
  fileprivate static func unevenRow(_ cells: Int, _ columns: Int) -> Self {
    Self(
      "templates.uneven-row", arabic: "خلايا هذا الصف: \(cells)، وأعمدة الجدول: \(columns)",
      english: "This row has \(cells.english("cell")) and its table \(columns.english("column"))")
  }
  fileprivate static func indexOutsideAnyLoop() -> Self {
    Self(
      "templates.index-in-no-loop", arabic: "«التسلسل» رقم الدور في التكرار، ولا تكرار هنا",
      english: "“index” counts the turns of a loop, and there is none here")
  }
  fileprivate static func unknownStyle(_ name: String) -> Self {
    Self(
      "templates.unknown-style", arabic: "ليس في السمة نمط باسم «\(name)»",
      english: "The theme has no style “\(name)”")
  }
  fileprivate static func hasNoChoices(_ name: String, _ type: FieldType) -> Self {
    Self(
      "templates.field-without-choices", arabic: "«\(name)» نوعه \(type.arabicName)، وليس له خيارات",
      english: "“\(name)” is of type \(type.rawValue) and has no choices")
  }
  fileprivate static func isNoYesOrNo(_ name: String, _ type: FieldType) -> Self {
    Self(
      "templates.tick-of-no-boolean", arabic: "«\(name)» نوعه \(type.arabicName)، والمربع يؤشر لنعم أو لا",
      english: "“\(name)” is of type \(type.rawValue); a check box needs yes or no")
  }
  fileprivate static func missingForms(_ forms: [Spelling]) -> Self {
    Self(
      "templates.missing-forms",
      arabic: "تنقص الصيغةَ أشكالٌ: " + forms.map(\.arabic).joined(separator: "، "),
      english: "These forms are missing: " + forms.map(\.english).joined(separator: ", "))
  }
  fileprivate static func nothingTellsThePerson() -> Self {
    Self(
      "templates.no-person-field", arabic: "ليس في الحقول ما يبيّن جنس المخاطب أو نوعه، وهذه الكلمة تتغير به",
      english: "No field tells the addressee's gender or kind, and this word depends on it")
  }
}
