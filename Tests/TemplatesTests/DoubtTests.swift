import Diagnostics
import Templates
import Testing
import Values

/// What is said of a record in which a value can't be read: all that is wrong besides, and nothing that follows from it.
@Suite struct DoubtTests {
  private static let missing = "templates.missing-value"
  private static let unknown = "templates.unknown-person"

  /// The fixture's record without the values of `doubts`; e-mail and meeting are missing from it.
  private static func scope(_ doubts: FieldDoubts, _ changes: [String: Value?] = [:]) -> Scope {
    var scope = Fixture.scope(changes.merging(["رقم الاجتماع": nil]) { $1 })
    scope.doubts = doubts
    for (name, doubt) in doubts where doubt == .faulty || doubt == .open { scope.values[name] = nil }
    return scope
  }

  private static let fields = Fixture.dictionary.fields.map(\.name)

  @Test("a field that can't be read isn't missing, however it is asked for", arguments: fields)
  func isNotMissing(field: String) {
    let uses = [
      "{{\(field)}}", "{{\(field) | اختياري}}", "{{\(field) | تفقيط}}", "{{\(field) | عدد: يوم}}",
      "{{إذا \(field) موجود}}{{\(field)}}{{وإلا}}{{رقم الاجتماع}}{{نهاية إذا}}", "- {{\(field)}}",
      "| أ | {{\(field)}} |", "{{اختياري}}{{\(field)}}{{نهاية اختياري}}",
      "{{حقول: عمودان}}\nأ: {{\(field)}}\n{{نهاية حقول}}", "{{مربع: \(field)}}",
      "كلمة{{حاشية}}{{\(field)}}{{نهاية حاشية}}",
      "{{لكل م من \(field)}}\n{{م.النوع}}\n{{وإلا}}\n{{رقم الاجتماع}}\n{{نهاية لكل}}",
    ]
    for use in uses where Fixture.mistakes(in: use) == [] || use.contains("لكل") == false {
      #expect(Fixture.mistakes(in: use, Self.scope([field: .faulty])) == [], "\(use)")
    }
  }

  @Test(
    "what is wrong besides is said, unless a field in doubt decides whether it matters",
    arguments: [
      ("{{الصفة}} {{البريد}} {{رقم الاجتماع}}", [missing, missing]),
      // A condition that the field decides.
      ("{{إذا الصفة = وكيل}}{{البريد}}{{نهاية إذا}}", []),
      ("{{إذا الصفة = وكيل}}{{البريد}}{{وإلا}}أ{{نهاية إذا}}", []),
      ("{{إذا الصفة = وكيل}}{{البريد}}{{وإلا}}{{رقم الاجتماع}}{{نهاية إذا}}", []),
      ("{{إذا الصفة = وكيل}}{{البريد}}{{وإلا إذا مستعجل}}أ{{البريد}}{{وإلا}}ب{{نهاية إذا}}", [missing]),
      ("{{إذا الصفة ليس وكيل}}\n{{البريد}}\n{{وإلا}}\n- {{البريد}}\n{{نهاية إذا}}", [missing]),
      ("{{إذا الصفة = وكيل}}أ{{وإلا إذا الصفة = أصيل}}{{البريد}}{{نهاية إذا}}{{البريد}}", [missing]),
      (
        "{{إذا الصفة = وكيل}}{{إذا الصفة = أصيل}}أ{{وإلا}}{{البريد}}{{نهاية إذا}}{{وإلا}}{{البريد}}{{نهاية إذا}}",
        []
      ),
      // One that is stated exists, readable or not.
      ("{{إذا الصفة موجود}}{{البريد}}{{وإلا}}{{رقم الاجتماع}}{{نهاية إذا}}", [missing]),
      ("{{إذا الصفة غير موجود}}{{البريد}}{{نهاية إذا}}", []),
      // One that another part of the condition decides.
      ("{{إذا الصفة = وكيل و مستعجل}}{{البريد}}{{نهاية إذا}}", []),
      ("{{إذا الصفة = وكيل أو مستعجل}}{{البريد}}{{نهاية إذا}}", [missing]),
      ("{{إذا ليس (الصفة = وكيل أو مستعجل)}}أ{{وإلا}}{{البريد}}{{نهاية إذا}}", [missing]),
      ("{{إذا الصفة = وكيل و البريد موجود}}أ{{وإلا}}{{البريد}}{{نهاية إذا}}", [missing]),
      ("{{إذا اللجنة = الصفة}}{{البريد}}{{نهاية إذا}}", []),
      // Optional matter.
      ("{{اختياري}}{{الصفة}} {{البريد}}{{نهاية اختياري}}", []),
      ("أ، {{الصفة | اختياري}} {{البريد}}", [missing]),
    ]) func saysWhatIsCertain(body: String, expected: [String])
  {
    #expect(Fixture.mistakes(in: body, Self.scope(["الصفة": .faulty])) == expected)
  }

  @Test("nobody knows whether a field exists whose row wasn't found")
  func openFieldsMayBeMissing() {
    let body = "{{إذا الصفة موجود}}{{البريد}}{{نهاية إذا}}"
    #expect(Fixture.mistakes(in: body, Self.scope(["الصفة": .faulty])) == [Self.missing])
    #expect(Fixture.mistakes(in: body, Self.scope(["الصفة": .open])) == [])
    #expect(Fixture.mistakes(in: "{{الصفة}} {{البريد}}", Self.scope(["الصفة": .open])) == [Self.missing])
  }

  @Test(
    "who is spoken to is in doubt with the field that says so",
    arguments: [
      ("{{الأستاذ}} {{صيغة: الموقع / الموقعة}}", "الجنس", []),
      ("{{صيغة الجنس: الموقع / الموقعة}}", "الجنس", []),
      ("{{الأستاذ}}", "الصفة", [unknown]),
      ("{{صيغة: الموقع / الموقعة}}", "الصفة", [unknown]),
    ]) func passesOverAPersonInDoubt(body: String, field: String, expected: [String])
  {
    let scope = Self.scope([field: .faulty], ["الجنس": nil])
    #expect(Fixture.mistakes(in: body, scope) == expected)
  }

  @Test("only the items of a list that can't be read whole are passed over")
  func itemsAreInDoubtOneByOne() {
    let items: [FieldValues] = [["النوع": .text("هوية")], ["النوع": .text("صك")]]
    var doubts: FieldDoubts = [:]
    doubts.add(["الرقم": .faulty, "الجنس": .faulty], ofItem: 1, in: FieldKey("المستندات"))
    let scope = Self.scope(doubts, ["المستندات": .list(items)])
    for (body, expected) in [
      ("{{لكل م من المستندات}}\n{{م.النوع}}\n{{نهاية لكل}}", []),
      ("{{لكل م من المستندات}}\n| {{م.النوع}} | {{م.الرقم}} |\n{{نهاية لكل}}", [Self.missing]),
      ("{{لكل م من المستندات}}\n- {{م.المكرم}}\n{{نهاية لكل}}", [Self.unknown]),
      ("{{لكل م من المستندات}}\n{{إذا م.الرقم موجود}}{{البريد}}{{نهاية إذا}}\n{{نهاية لكل}}", [Self.missing]),
      ("{{لكل م من المستندات}}\n{{إذا م.الرقم = 7}}{{البريد}}{{نهاية إذا}}\n{{نهاية لكل}}", []),
      ("{{المستندات | عدد: مستند}}", []),
    ] {
      #expect(Fixture.mistakes(in: body, scope) == expected, "\(body)")
    }
  }

  @Test("a doubt of what isn't asked for changes nothing")
  func goodRecordsAreAsTheyWere() throws {
    let body = "{{المكرم}} {{الاسم}}{{إذا مستعجل}}، {{مبلغ الدعم}}{{نهاية إذا}}"
    var scope = Fixture.scope()
    scope.doubts = ["البريد": .faulty, "رقم الاجتماع": .open]
    #expect(try Fixture.blocks(body, scope) == Fixture.blocks(body))
  }

  /// Other values of the fields that generated templates ask about.
  private static let others: [(field: String, values: [Value])] = [
    ("الصفة", [.choice("أصيل"), .choice("ولي أمر")]), ("مستعجل", [.boolean(false)]),
    ("مبلغ الدعم", [.money(Money(minorUnits: 100))]), ("مدة المراجعة", [.integer(1)]),
    ("البريد", [.identifier(Identifier(.email, stored: "a@b.example"))]),
    ("الجنس", [.gender(.masculine)]), ("رقم الطلب", [.identifier(Identifier(.reference, stored: "9"))]),
    ("المستندات", [.list([["النوع": .text("صك")]])]), ("الاسم", [.name("علي")]),
  ]

  @Test("nothing is said that isn't true whatever the field turns out to state", arguments: UInt64(1)...150)
  func complaintsHoldForEveryValue(seed: UInt64) throws {
    var sources = SourceGenerator(seed: seed)
    let source = TemplateSource(
      file: "t.khitab", text: seed.isMultiple(of: 3) ? sources.template() : sources.alternatives())
    var log = DiagnosticLog()
    let template = try #require(Template.parse(source, log: &log))
    func complaints(_ scope: Scope) -> Set<String> {
      var log = DiagnosticLog()
      _ = template.evaluate(scope, log: &log)
      return Set(log.diagnostics.map { "\($0.message.english) \(String(describing: $0.location))" })
    }
    let lacking: [String: Value?] =
      seed.isMultiple(of: 2) ? ["الجنس": nil, "اللجنة": nil] : ["رقم الطلب": nil, "مدة المراجعة": nil]
    for (field, values) in Self.others {
      let stated = ([Fixture.values[field]] + values).compactMap(\.self)
        .map { complaints(Fixture.scope(lacking.merging([field: $0]) { $1 })) }
      let absent = complaints(Fixture.scope(lacking.merging([field: nil]) { $1 }))
      for (doubt, possible) in [(FieldDoubt.faulty, stated), (.open, stated + [absent])] {
        var scope = Fixture.scope(lacking.merging([field: nil]) { $1 })
        scope.doubts = [field: doubt]
        let said = complaints(scope)
        for possible in possible { #expect(said.isSubset(of: possible), "\(field) \(doubt)\n\(source.text)") }
      }
    }
  }
}
