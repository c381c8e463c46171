import Diagnostics
import Foundation
import TestSupport
import Values

@testable import Cases

/// A made-up case, and the rules it goes by.
enum Fixture {
  static let today = CivilDate(year: 2027, month: 6, day: 1)
  static let start = CivilDate(year: 2026, month: 11, day: 23)
  static let clerk = "ريم الروضي"
  static let director = "سلمان الريحاني"

  static func day(_ offset: Int) -> CivilDate { start.adding(days: offset) }

  static func rules(_ window: ReplyWindow = ReplyWindow()) throws -> CaseRules {
    var log = DiagnosticLog()
    let yaml = try String(contentsOf: Repository.file("samples/catalogue.yaml"), encoding: .utf8)
    guard let catalogue = SupportCatalogue.read(yaml: yaml, file: "catalogue.yaml", log: &log) else {
      throw Unreadable(log: log)
    }
    return CaseRules(catalogue: catalogue, window: window, earlyReplyApprovers: [director])
  }

  struct Unreadable: Error { var log: DiagnosticLog }

  static func file(_ applicant: CaseApplicant = CaseApplicant(name: "نورة آل سدرة")) -> CaseFile {
    CaseFile(
      number: "1448/0102", applicant: applicant, service: "ترميم مسكن", details: "سقف متضرر.",
      amount: 500_000, opened: start)
  }

  static let identity = CaseDocument(kind: "هوية وطنية", expires: day(900))
  static let deed = CaseDocument(kind: "صك ملكية", number: "310211")
  static let report = CaseDocument(kind: "تقرير هندسي", issued: day(-30))

  static func letter(_ number: String, _ offset: Int) -> CaseLetter {
    CaseLetter(number: number, day: day(offset))
  }

  static func decision(_ offset: Int, amount: Int64? = 275_050, approver: String? = nil) -> CaseDecision {
    CaseDecision(
      number: "1448/12/3", meeting: 12, day: day(offset), amount: amount, reasons: ["استيفاء المخصص."],
      conditions: ["تقديم الفاتورة."], deadline: day(offset + 40), approver: approver,
      decidedBy: "رئيس لجنة البحث")
  }

  /// Performs acts one after another, each on its day; the last log and the case as far as it came.
  static func perform(
    _ acts: [(Int, CaseCommand)], on file: CaseFile = file(), under rules: CaseRules, by: String = clerk
  ) -> (file: CaseFile, log: DiagnosticLog) {
    var file = file
    var log = DiagnosticLog()
    for (offset, command) in acts {
      guard
        let next = file.performing(
          CaseEvent(day: day(offset), by: by, command: command), under: rules, today: today, log: &log)
      else { return (file, log) }
      file = next
    }
    return (file, log)
  }

  /// From the desk to the committee's table.
  static let presented: [(Int, CaseCommand)] = [
    (0, .submit(channel: .site)), (0, .addDocument(identity)), (0, .addDocument(deed)),
    (0, .addDocument(report)), (0, .declare(signer: "نورة آل سدرة")),
    (0, .sendReceipt(letter("1448/311", 0))),
    (1, .confirmComplete), (10, .present(meeting: 12, on: day(11), recommendation: "القبول")),
  ]

  static let accepted: [(Int, CaseCommand)] = presented + [(11, .accept(decision(11)))]
  static let told: [(Int, CaseCommand)] =
    accepted + [(14, .sendDecision(letter("1448/320", 14), early: nil))]
  static let refused: [(Int, CaseCommand)] =
    presented + [(11, .refuse(decision(11))), (14, .sendDecision(letter("1448/320", 14), early: nil))]
}
