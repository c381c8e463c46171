import Diagnostics
import Fonts
import Foundation
import Layout
import Records
import Templates
import TestSupport
import Testing
import Text
import Themes
import Values

@testable import Cases
@testable import Issuing

/// Every paper that a case prints, for each kind of applicant, from the desk to the survey.
@Suite struct CasePaperTests {
  private static let today = CivilDate(year: 2027, month: 6, day: 1)
  private static let start = CivilDate(year: 2026, month: 11, day: 23)

  private let office: Office
  private let rules: CaseRules

  init() throws {
    var log = DiagnosticLog()
    office = try #require(
      try Office.read(
        folder: Repository.file("samples").path, themeFolder: Repository.file("Templates/theme").path,
        log: &log))
    let yaml = try String(contentsOf: Repository.file("samples/catalogue.yaml"), encoding: .utf8)
    let catalogue = try #require(SupportCatalogue.read(yaml: yaml, file: "catalogue.yaml", log: &log))
    #expect(log.diagnostics == [])
    rules = CaseRules(catalogue: catalogue, earlyReplyApprovers: ["سلمان بن عبدالعزيز الريحاني"])
  }

  static let applicants: [CaseApplicant] = [
    CaseApplicant(
      name: "نورة بنت عبدالرحمن آل سدرة",
      particulars: ["الجنس": "أنثى", "رقم العضوية": "0002", "الجوال": "0555010368"]),
    CaseApplicant(name: "سعود بن ناصر آل وادي", particulars: ["الجنس": "ذكر", "اللقب": "الدكتور"]),
    CaseApplicant(name: "جمعية واحة النخيل التعاونية", particulars: ["صفة المخاطب": "جهة"]),
    CaseApplicant(
      name: "تركي بن عبدالله آل سدرة", birth: start.adding(months: -15 * 12),
      agent: "عبدالله بن صالح آل سدرة", agencyDeed: "صك ولاية رقم 4410", particulars: ["الجنس": "ذكر"]),
  ]

  private func day(_ offset: Int) -> CivilDate { Self.start.adding(days: offset) }
  private func letter(_ offset: Int) -> CaseLetter {
    CaseLetter(number: "1448/\(400 + offset)", day: day(offset))
  }
  private func decision(_ offset: Int, amount: Int64? = 275_050) -> CaseDecision {
    CaseDecision(
      number: "1448/12/3", meeting: 12, day: day(offset), amount: amount, reasons: ["استيفاء المخصص."],
      conditions: ["تقديم الفاتورة."], deadline: day(offset + 40), approver: nil, decidedBy: "رئيس لجنة البحث"
    )
  }

  /// Performs the acts and sets every paper of each; the identifiers in the order they were printed.
  private func papers(_ applicant: CaseApplicant, amount: Int64?, _ acts: [(Int, CaseCommand)]) throws
    -> [String]
  {
    var file = CaseFile(
      number: "1448/0102", applicant: applicant, service: "ترميم مسكن", details: "سقف متضرر.", amount: amount,
      opened: Self.start)
    var printed: [String] = []
    for (offset, command) in acts {
      var log = DiagnosticLog()
      let event = CaseEvent(day: day(offset), by: "ريم الروضي", command: command)
      file = try #require(
        file.performing(event, under: rules, today: Self.today, log: &log), "\(log.diagnostics)")
      for paper in file.papers(under: rules) {
        let record = try #require(office.record(of: paper, for: file, log: &log), "\(log.diagnostics)")
        let template = try #require(
          try TemplateLibrary(folders: [Repository.file("Templates").path]).template(
            named: paper.template, log: &log))
        let composer = LetterComposer(
          office: office, template: template, options: CompositionOptions(), isBlank: false,
          paginator: try paginator())
        let pages = composer.compose(record, log: &log)
        #expect(log.diagnostics == [], "\(paper.template)")
        #expect(pages != nil, "\(paper.template)")
        printed.append(paper.template)
      }
    }
    return printed
  }

  private func paginator() throws -> Paginator {
    var log = DiagnosticLog()
    let fonts = try FontCollection(folder: Repository.file("Fonts").path, log: &log)
    return Paginator(shaper: ParagraphShaper(fonts: fonts))
  }

  private var documents: [(Int, CaseCommand)] {
    [
      (0, .addDocument(CaseDocument(kind: "هوية وطنية", expires: day(900)))),
      (0, .addDocument(CaseDocument(kind: "صك ملكية", number: "310211"))),
    ]
  }
  private var report: CaseCommand {
    .addDocument(CaseDocument(kind: "تقرير هندسي", number: "78/1448", issued: day(-20)))
  }

  @Test(arguments: applicants) func anAcceptedRequest(applicant: CaseApplicant) throws {
    let printed = try papers(
      applicant, amount: 500_000,
      [(0, .submit(channel: .site))] + documents + [
        (1, .refer(question: "هل يلزم تقرير هندسي؟")), (2, .answerReferral(answer: "نعم، خلال ستة أشهر.")),
        (2, .askForMissing(letter(2), deadline: day(20))), (5, report), (5, .declare(signer: "مقدم الطلب")),
        (5, .sendReceipt(letter(5))), (6, .confirmComplete),
        (10, .present(meeting: 12, on: day(10), recommendation: "القبول")),
        (11, .acceptConditionally(decision(11))),
        (20, .sendDecision(letter(20), early: nil)), (21, .register(letter(21), fileNumber: "م-0002")),
        (22, .confirmConditions), (23, .order(number: "1448/د/7")), (30, .deliver(receiver: "المستلم")),
        (31, .sendSurvey(letter(31))), (40, .close),
      ])
    #expect(
      printed == [
        "support-request", "social-referral", "social-referral", "verification-sheet", "missing-documents",
        "data-declaration", "receipt-notice", "verification-sheet", "committee-memo", "decision-record",
        "conditional-acceptance", "registration-complete", "service-order", "delivery-receipt",
        "service-completion", "satisfaction-survey",
      ])
  }

  @Test(arguments: applicants) func aRefusedRequestAndItsAppeal(applicant: CaseApplicant) throws {
    let printed = try papers(
      applicant, amount: nil,
      [(0, .submit(channel: .phone))] + documents + [
        (0, report), (0, .declare(signer: "مقدم الطلب")), (0, .sendReceipt(letter(0))), (1, .confirmComplete),
        (3, .extend(letter(3), reason: "لتأجيل اجتماع اللجنة", until: day(25))),
        (10, .present(meeting: 12, on: day(10), recommendation: "الاعتذار")),
        (11, .refuse(decision(11, amount: nil))),
        (
          12,
          .sendDecision(
            letter(12),
            early: EarlyReply(approver: "سلمان بن عبدالعزيز الريحاني", reason: "طلب العضو تعجيل الرد"))
        ),
        (20, .appeal(number: "1448/ت/9", grounds: "سبق القيد.")),
        (30, .reopen(letter(30), reasons: "تبيّن سبق القيد.")),
        (31, .present(meeting: 12, on: day(31), recommendation: "القبول")), (32, .postpone(decision(32))),
        (33, .present(meeting: 12, on: day(33), recommendation: "القبول")), (34, .accept(decision(34))),
        (35, .sendDecision(letter(35), early: nil)),
      ])
    #expect(
      printed == [
        "service-request", "data-declaration", "receipt-notice", "verification-sheet", "study-extension",
        "committee-memo", "decision-record", "rejection-letter", "grievance-form", "grievance-reply",
        "committee-memo", "decision-record", "committee-memo", "decision-record", "acceptance-letter",
      ])
  }

  /// The report leaves no column of a channel's empty that the cases can fill.
  @Test func theReportSaysWhatBecameOfEachChannelsCases() {
    var figures = CaseFigures(
      of: [], from: day(0), through: day(60), under: rules, week: WorkingWeek(), today: Self.today)
    figures.byChannel = [
      .site: .init(received: 3, finished: 2, turnaround: [12, 14, 60]), .phone: .init(received: 1),
    ]
    let record = figures.report(from: day(0), through: day(60), rules: rules, style: HouseStyle())
    guard case .list(let lines)? = record.values["القنوات"] else { return #expect(Bool(false)) }
    let expected: [FieldValues] = [
      ["القناة": .text("الاتصال الهاتفي"), "الطلبات": .integer(1), "المنجز": .integer(0)],
      [
        "القناة": .text("الموقع الإلكتروني"), "الطلبات": .integer(3), "المنجز": .integer(2),
        "متوسط الأيام": .text("٢٨٫٧"),
      ],
    ]
    #expect(lines == expected)
  }
}
