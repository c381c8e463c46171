import Cases
import Diagnostics
import Foundation
import Records
import TestSupport
import Testing
import Values

@testable import Issuing

/// Who is written to without asking, and why; the records found make the letters they are meant for.
@Suite struct OutreachTests {
  private static let today = CivilDate(year: 2026, month: 12, day: 1)
  private let office: Office
  private let rules: CaseRules

  init() throws {
    var log = DiagnosticLog()
    let samples = Repository.file("samples").path
    office = try #require(
      try Office.read(folder: samples, themeFolder: Repository.file("Templates/theme").path, log: &log))
    rules = try #require(
      try CaseRules.read(from: samples + "/catalogue.yaml", office: office, log: &log))
    #expect(log.diagnostics == [])
  }

  private func records(_ entered: [[String: String]]) -> [Record] {
    entered.enumerated().flatMap { index, values in
      RecordSet.read(
        entered: values.merging(["الاسم": "نورة آل سدرة", "الجنس": "أنثى"]) { own, _ in own },
        named: "\(index)", dictionary: office.records
      ).usable
    }
  }

  private func search(_ cases: [CaseFile] = []) -> OutreachSearch {
    OutreachSearch(office: office, rules: rules, cases: cases, today: Self.today)
  }

  /// A day, that many days from today, as the register enters it.
  private func day(_ offset: Int) -> String { Self.today.adding(days: offset).iso }

  @Test func documentsThatExpireSoonAreNamed() throws {
    var found = records([["رقم العضوية": "0001"], ["رقم العضوية": "0002"]])
    func document(_ kind: String, _ offset: Int) -> FieldValues {
      let day = Self.today.adding(days: offset)
      return [
        "النوع": .text(kind),
        "تاريخ الانتهاء": .date(DateValue(day: day, calendar: .gregorian, entered: day.iso)),
      ]
    }
    found[0].values["المستندات"] = .list([document("هوية وطنية", 60), document("عقد إيجار", 61)])
    found[1].values["المستندات"] = .list([document("هوية وطنية", -1), document("عقد إيجار", 400)])
    let findings = search().findings(.expiringDocuments(within: 60), among: found)
    #expect(findings.map(\.member) == ["0001"])
    #expect(findings.first?.arabicReason == "ينتهي في \(day(60)): هوية وطنية")
    #expect(findings.first?.record.values["المستندات"] == .list([document("هوية وطنية", 60)]))
  }

  @Test func whoHasPaidIsNotReminded() {
    let found = records([
      ["رقم العضوية": "0001", "تاريخ الاستحقاق": day(-3)],
      ["رقم العضوية": "0002", "تاريخ الاستحقاق": day(10)],
      ["رقم العضوية": "0003", "تاريخ الاستحقاق": day(11)],
      ["رقم العضوية": "0004", "تاريخ الاستحقاق": day(-3), "تاريخ السداد": day(-2)],
      ["رقم العضوية": "0005"],
    ])
    #expect(found.count == 5)
    let findings = search().findings(.unpaidSubscription(within: 10), among: found)
    #expect(findings.map(\.member) == ["0001", "0002"])
    #expect(findings.map(\.englishReason).first == "the subscription was due on \(day(-3))")
  }

  private func file(_ acts: [(Int, CaseCommand)], member: String = "0007") throws -> CaseFile {
    let start = Self.today.adding(days: -40)
    let applicant = CaseApplicant(
      name: "نورة آل سدرة", particulars: ["الجنس": "أنثى", "رقم العضوية": member])
    let file = CaseFile(
      number: "1448/0007", applicant: applicant, service: "ترميم مسكن", details: "سقف.", opened: start)
    return try #require(
      file.replaying(
        acts.map { CaseEvent(day: start.adding(days: $0.0), by: "ريم", command: $0.1) }))
  }

  @Test func aServiceIsAnnouncedToWhoHasNotAskedForIt() throws {
    let asked = try file([(0, .submit(channel: .site))])
    let found = records([["رقم العضوية": "0007"], ["رقم العضوية": "0008"]])
    let findings = search([asked]).findings(.newService("ترميم مسكن"), among: found)
    #expect(findings.map(\.member) == ["0008"])
    #expect(findings.first?.record.values["الخدمة المعلنة"] == .text("ترميم مسكن"))
    #expect(search([asked]).findings(.newService("خدمة ليست في الدليل"), among: found) == [])
  }

  @Test func aLateReplyIsExplainedOnce() throws {
    let occasion = OutreachOccasion.overdueReply(
      reason: "لتأجيل اجتماع اللجنة", until: Self.today.adding(days: 14))
    let late = try file([(0, .submit(channel: .site))])
    let found = search([late]).findings(occasion, among: [])
    #expect(found.map(\.member) == ["0007"])
    #expect(
      found.first?.record.values["رقم الطلب"] == .identifier(Identifier(.reference, stored: "1448/0007")))
    // Not before its last day, and not where a letter has given another day that is still to come.
    #expect(search([try file([(30, .submit(channel: .site))])]).findings(occasion, among: []) == [])
    let letter = CaseLetter(number: "1448/9", day: Self.today.adding(days: -5))
    let told = try file([
      (0, .submit(channel: .site)),
      (35, .extend(letter, reason: "لتأجيل الاجتماع", until: Self.today.adding(days: 3))),
    ])
    #expect(search([told]).findings(occasion, among: []) == [])
  }

  /// What is written to the file is read again as the same records.
  @Test func recordsComeBackFromTheirFile() throws {
    let found = records([["رقم العضوية": "0001", "تاريخ الاستحقاق": day(-3), "مبلغ الاشتراك": "300.50"]])
    let announced = search().findings(.newService("منحة دراسية"), among: found).map(\.record)
    let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(try announced.json()).write(to: folder)
    let set = try RecordSet.read(path: folder.path, dictionary: office.records)
    #expect(set.fullLog.diagnostics == [])
    #expect(set.usable.map(\.values) == announced.map(\.values))
  }
}
