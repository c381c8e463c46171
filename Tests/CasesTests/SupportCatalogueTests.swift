import Diagnostics
import Testing
import Values

@testable import Cases

@Suite struct SupportCatalogueTests {
  @Test func theSampleIsReadWhole() throws {
    let catalogue = try Fixture.rules().catalogue
    #expect(catalogue.services.count == 4)
    let repair = try #require(catalogue.service(named: "ترميم مسكن"))
    #expect(repair.ceiling == 2_000_000)
    #expect(repair.approvalAbove == 1_000_000)
    #expect(repair.documents.map(\.validity) == [.untilExpiry, .unlimited, .issuedWithin(days: 180)])
    #expect(repair.reasons.count == 2)
  }

  @Test(arguments: [
    ("الخدمات: []", ["cases.catalogue-empty"]),
    ("الخدمات: نص", ["settings.not-section", "cases.catalogue-empty"]),
    ("- أ", ["settings.none"]),
    ("الخدمات: [{الاسم: أ}, {الاسم: أ}]", ["cases.catalogue-twice"]),
    ("الخدمات: [{الشروط: [أ]}]", ["cases.catalogue-nameless", "cases.catalogue-empty"]),
    ("services: [{name: a, ceiling: 12.5}]", ["cases.catalogue-amount"]),
    ("services: [{name: a, ceiling: -3}]", ["cases.catalogue-amount"]),
    ("services: [{name: a, approver: b}]", ["cases.catalogue-half-approval"]),
    ("services: [{name: a, colour: b}]", ["settings.unknown"]),
    (
      "services: [{name: a, documents: [{kind: b, validity: دائماً}, {kind: []}]}]",
      ["cases.catalogue-validity", "settings.not-single", "cases.catalogue-nameless"]
    ),
    // Two years aren't two days.
    ("services: [{name: a, documents: [{kind: b, validity: 2 سنة}]}]", ["cases.catalogue-validity"]),
    ("services: [{name: a, documents: [{kind: b, validity: 6 months}]}]", ["cases.catalogue-validity"]),
    ("services: [", ["settings.not-yaml"]),
    ("services: [{name: a, الاسم: b}]", ["settings.said-twice"]),
  ])
  func everyMistakeIsSaidAtOnce(yaml: String, ids: [String]) {
    var log = DiagnosticLog()
    let catalogue = SupportCatalogue.read(yaml: yaml, file: "c.yaml", log: &log)
    #expect(catalogue == nil)
    #expect(log.diagnostics.map(\.message.id) == ids)
  }

  @Test func aMistakeIsFoundByTheServicesNameAndASlipGetsAHint() {
    var log = DiagnosticLog()
    _ = SupportCatalogue.read(yaml: "الخدمات: [{الاسم: منحة, السقوف: 1}]", file: "c.yaml", log: &log)
    #expect(log.diagnostics.map(\.location) == [.setting(file: "c.yaml", path: "الخدمات/منحة/السقوف")])
    #expect(log.diagnostics.map(\.hints) == [[.didYouMean("السقف")]])
  }

  @Test(arguments: ["180", "180 يوماً", "180 يومًا", "١٨٠ يوماً", "180 days"])
  func daysOfValidityMayBeNamed(words: String) throws {
    var log = DiagnosticLog()
    let yaml = "services: [{name: a, documents: [{kind: b, validity: \(words)}]}]"
    let catalogue = try #require(SupportCatalogue.read(yaml: yaml, file: "c.yaml", log: &log))
    #expect(catalogue.services[0].documents.map(\.validity) == [.issuedWithin(days: 180)])
  }

  @Test(arguments: [(nil, 0, false), (0, 0, true), (180, 0, true), (181, 0, false), (-1, 0, false)])
  func anIssuedDocumentIsValidForItsDays(age: Int?, offset: Int, isValid: Bool) throws {
    let rules = try Fixture.rules()
    var report = Fixture.report
    report.issued = age.map { Fixture.day(-$0) }
    let (file, _) = Fixture.perform(
      [
        (0, .submit(channel: .site)), (0, .addDocument(Fixture.identity)), (0, .addDocument(Fixture.deed)),
        (0, .addDocument(report)),
      ], under: rules)
    let shortages = rules.catalogue.service(named: file.service)?.shortages(of: file) ?? []
    #expect(shortages.isEmpty == isValid)
  }
}
