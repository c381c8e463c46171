import Content
import Diagnostics
import Templates
import Testing
import Values

/// A small association's dictionary and one member's request.
enum Fixture {
  static let dictionary = DataDictionary(fields: [
    Field(name: "الاسم", alias: "name", type: .name, isRequired: true),
    Field(name: "الجنس", alias: "gender", type: .gender),
    Field(name: "رقم الهوية", alias: "id", type: .id, sensitivity: .secret),
    Field(name: "الجوال", alias: "mobile", type: .mobile),
    Field(name: "البريد", alias: "email", type: .email),
    Field(name: "رقم الطلب", alias: "request_no", type: .reference, isRequired: true),
    Field(name: "تاريخ الطلب", alias: "request_date", type: .date),
    Field(name: "مبلغ الدعم", alias: "amount", type: .money),
    Field(name: "مدة المراجعة", alias: "days", type: .integer),
    Field(name: "رقم الاجتماع", alias: "meeting", type: .integer),
    Field(name: "نسبة الإنجاز", alias: "progress", type: .text),
    Field(
      name: "الصفة", alias: "capacity", type: .choice,
      choices: [.init(label: "أصيل"), .init(label: "وكيل", spellings: ["agent"]), .init(label: "ولي أمر")]),
    Field(name: "مستعجل", alias: "urgent", type: .boolean),
    Field(name: "التفاصيل", alias: "details", type: .paragraph),
    Field(name: "اللجنة", alias: "committee", type: .text),
    Field(
      name: "المستندات", alias: "documents", type: .list,
      fields: [
        Field(name: "النوع", alias: "kind", type: .text, isRequired: true),
        Field(name: "الرقم", alias: "number", type: .reference),
        Field(name: "الجنس", alias: "gender", type: .gender),
      ]),
  ])

  static let values: FieldValues = [
    "الاسم": .name("سارة العتيبي"),
    "الجنس": .gender(.feminine),
    "رقم الهوية": .identifier(Identifier(.nationalID, stored: "1000000008")),
    "الجوال": .identifier(Identifier(.mobile, stored: "+966501234567")),
    "رقم الطلب": .identifier(Identifier(.reference, stored: "1448/ع/125")),
    "تاريخ الطلب": .date(
      DateValue(
        day: CivilDate(year: 2026, month: 11, day: 23), calendar: .ummAlQura, entered: "13/06/1448")),
    "مبلغ الدعم": .money(Money(minorUnits: 500_000)),
    "مدة المراجعة": .integer(14),
    "رقم الاجتماع": .integer(21),
    "نسبة الإنجاز": .text("12.5"),
    "الصفة": .choice("وكيل"),
    "مستعجل": .boolean(true),
    "التفاصيل": .paragraph("سطر أول\nسطر ثان"),
    "اللجنة": .text("لجنة البحث"),
    "المستندات": .list([
      ["النوع": .text("هوية"), "الرقم": .identifier(Identifier(.reference, stored: "77"))],
      ["النوع": .text("صك")],
    ]),
  ]

  static let row = SourceLocation.cell(file: "members.csv", sheet: nil, row: 7, column: nil)

  /// A scope of the values, some replaced; `nil` takes a value away.
  static func scope(_ changes: [String: Value?] = [:], mode: Scope.Mode = .filled) -> Scope {
    var values = values
    for (name, value) in changes { values[name] = value }
    return Scope(values: values, record: row, dictionary: dictionary, mode: mode)
  }

  /// A scope without any value: a form to be filled by hand.
  static let blank = Scope(dictionary: dictionary, mode: .blank)

  /// The blocks that a body makes; mistakes fail the test.
  static func blocks(
    _ body: String, _ scope: Scope = scope(), sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws -> [Block] {
    var log = DiagnosticLog()
    let template = Template.parse(TemplateSource(file: "t.khitab", text: body), log: &log)
    let letter = template?.evaluate(scope, log: &log)
    #expect(log.diagnostics == [], sourceLocation: sourceLocation)
    return try #require(letter, sourceLocation: sourceLocation).body
  }

  /// The words that a body makes, a paragraph a line.
  static func text(
    _ body: String, _ scope: Scope = scope(), sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws -> String {
    try Outline.text(of: blocks(body, scope, sourceLocation: sourceLocation))
  }

  /// The texts that templates under test may include.
  static func include(_ name: String) -> TemplateSource? {
    let texts = [
      "تذييل": "نسأل الله لكم التوفيق يا {{الاسم}}.", "دائرة": "{{أدرج: دائرة}}",
      "برأس": "العنوان: أ\n---\nب",
    ]
    return texts[name].map { TemplateSource(file: name, text: $0) }
  }

  /// The ids of the mistakes that parsing or evaluating finds.
  static func mistakes(in body: String, _ scope: Scope = scope()) -> [String] {
    var log = DiagnosticLog()
    let template = Template.parse(TemplateSource(file: "t.khitab", text: body), log: &log)
    _ = template?.evaluate(scope, log: &log)
    return log.diagnostics.map(\.message.id)
  }
}
