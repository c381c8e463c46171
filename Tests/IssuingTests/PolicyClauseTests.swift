import Fonts
import Content
import Diagnostics
import Foundation
import Layout
import Records
import Templates
import TestSupport
import Testing
import Text
import Themes
import Values

@testable import Issuing

/// What single clauses of the policy ask of the papers' words (`Docs/Policy.md`).
@Suite struct PolicyClauseTests {
  private let office: Office

  init() throws {
    var log = DiagnosticLog()
    office = try #require(
      try Office.read(
        folder: Repository.file("samples").path, themeFolder: Repository.file("Templates/theme").path,
        log: &log))
  }

  /// The words of a template's paper, made from a record or blank, over their lines.
  private func words(
    _ id: String, _ record: Record? = nil, speakingTo kind: PersonKind? = nil
  ) throws -> String {
    var log = DiagnosticLog()
    let template = try #require(
      try TemplateLibrary(folders: [Repository.file("Templates").path]).template(named: id, log: &log))
    let fonts = try FontCollection(folder: Repository.file("Fonts").path, log: &log)
    let composer = LetterComposer(
      office: office, template: template, options: CompositionOptions(), isBlank: record == nil,
      paginator: Paginator(shaper: ParagraphShaper(fonts: fonts)))
    let empty = Record(values: [:], origins: [:], location: .file(id))
    let document = try #require(
      composer.document(of: record ?? empty, speakingTo: kind, log: &log), "\(log.diagnostics)")
    return document.plainText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func example(_ id: String) throws -> Record {
    let set = try RecordSet.read(
      path: Repository.file("Templates/\(id)/example.json").path, dictionary: office.records, isPartial: true)
    return try #require(set.usable.first)
  }

  /// A statement of the policy, a paper that answers it, and what that paper has to say.
  struct Clause: CustomTestStringConvertible, Sendable {
    var number: String
    var paper: String
    var phrases: [String]
    var testDescription: String { "\(number) \(paper)" }
  }

  static let clauses = [
    Clause(
      number: "C1", paper: "decision-record", phrases: ["بناءً على دليل سياسة الدعم للأعضاء، البند الخامس"]),
    Clause(number: "C1", paper: "enquiry-reply", phrases: ["ومرجع ذلك: دليل سياسة الدعم للأعضاء"]),
    Clause(
      number: "C3", paper: "service-agreement",
      phrases: [
        "التزامات الطرف الأول", "التزامات الطرف الثاني", "إذا أخل أحد الطرفين بالتزامه أشعره الآخر كتابةً",
        "يُحل الخلاف ودياً",
      ]),
    Clause(
      number: "C3", paper: "volunteer-charter",
      phrases: ["ما تلتزم به الجمعية", "ما يلتزم به المتطوعون", "ويُحل ما قد ينشأ من خلاف ودياً"]),
    Clause(
      number: "C4", paper: "circular",
      phrases: ["اعتمد مجلس الإدارة الإصدار الثاني من سياسة التعامل", "العمل به اعتباراً من تاريخه"]),
    Clause(
      number: "C9", paper: "enquiry-reply",
      phrases: ["وإشارةً إلى استفساركم الوارد بتاريخ", "بشأن شروط دعم سداد الإيجار، نفيدكم بما يأتي"]),
    Clause(
      number: "C12", paper: "membership-certificate", phrases: ["في سجل أعضائها برقم (0002) بعضوية عاملة"]),
    Clause(number: "C12", paper: "thanks-letter", phrases: ["بخالص الشكر وعظيم التقدير على"]),
    Clause(number: "C13", paper: "enquiry-reply", phrases: ["ومرجع ذلك:"]),
    Clause(number: "C16", paper: "internal-memo", phrases: ["إدارة علاقات الأعضاء", "الإدارة المالية"]),
    Clause(
      number: "C16", paper: "kpi-report",
      phrases: ["وغايته كشف ما يعوق الخدمة ومعالجته", "ولا تُذكر فيه أسماء الموظفين ولا الأعضاء"]),
    Clause(
      number: "C17", paper: "suggestion-reply",
      phrases: [
        "درسنا ما ذكرتموه، وانتهينا إلى ما يأتي: أُعدّت صفحة تجمع شروط كل خدمة",
        "وقد أُدرج ذلك في سجل فرص التحسين دون ذكر الاسم",
      ]),
    Clause(
      number: "C17", paper: "satisfaction-result",
      phrases: ["أبرز ما ذكره المشاركون", "فرص التحسين", "زيادة أوقات الرد الهاتفي في أيام اجتماع اللجنة"]),
    Clause(
      number: "C17", paper: "improvement-log",
      phrases: [
        "ما كشفته الاستبانات والمقترحات والشكاوى",
        "طول الانتظار في أوقات الذروة. إتاحة حجز الموعد بالهاتف. إدارة علاقات الأعضاء",
      ]),
    Clause(
      number: "C18", paper: "interview-record",
      phrases: ["☑\u{00A0}في\u{00A0}مقر\u{00A0}الجمعية", "ما دار في المقابلة", "ما انتهت إليه المقابلة"]),
    Clause(
      number: "C23", paper: "outgoing-register",
      phrases: ["1448/311", "استلام طلب", "١٤٤٨/٠٥/٠٢هـ", "٢٠٢٦/١٠/١٣م"]),
    Clause(
      number: "C23", paper: "incoming-register",
      phrases: ["1448/208", "مؤسسة بيوت الريحان", "١٤٤٨/٠٥/٢٠هـ", "٢٠٢٦/١٠/٣١م"]),
    Clause(number: "C31", paper: "data-declaration", phrases: ["الشاهد", "ويضع بصمة إبهامه مكان التوقيع"]),
    Clause(
      number: "C14", paper: "rejection-letter",
      phrases: [
        "نشكر لكم تواصلكم مع الجمعية وثقتكم بها", "للأسباب الآتية:", "ويمكنكم الاستفادة من خدمة المشورة",
        "كما يحق لكم التظلم من هذا القرار كتابةً خلال ثلاثين يوماً",
      ]),
    Clause(
      number: "C15", paper: "satisfaction-survey",
      phrases: [
        "رأيكم حق لكم، وغايته تطوير الخدمة لا محاسبة الأشخاص", "ولا تُطلب في هذه الاستبانة هويتكم",
      ]),
    Clause(
      number: "C15", paper: "suggestion-complaint",
      phrases: ["غاية المشاركات تطوير الخدمة لا محاسبة الأشخاص، ولا يترتب على تقديمها أثر في أي طلب"]),
    Clause(number: "C15", paper: "satisfaction-result", phrases: ["والنتائج مجمّعة لا تُذكر فيها أسماء"]),
    Clause(
      number: "C20", paper: "contact-slip",
      phrases: ["☑\u{00A0}اتصال\u{00A0}هاتفي", "السؤال عن شروط دعم سداد الإيجار", "الإجابة المقدمة"]),
    Clause(
      number: "C21", paper: "volunteer-request",
      phrases: ["موافقة ولي الأمر لمن هو دون الثامنة عشرة", "بعد اطلاعه على ميثاق التطوع"]),
    Clause(
      number: "C22", paper: "contact-slip",
      phrases: ["وسائل\u{00A0}التواصل\u{00A0}الاجتماعي", "ولا تُنقل المحادثة كاملة إلى الملف"]),
    Clause(
      number: "C24", paper: "decision-record", phrases: ["بناءً على دليل سياسة الدعم للأعضاء، البند الخامس"]),
  ]

  @Test(arguments: clauses) func thePaperSaysWhatTheClauseAsks(clause: Clause) throws {
    let text = try words(clause.paper, example(clause.paper))
    for phrase in clause.phrases {
      let sought = phrase.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(text.contains(sought), "\(text)")
    }
  }

  /// C23: what an issued letter said is never changed, but corrected by a further letter.
  @Test func aFurtherLetterNamesTheOneBeforeIt() throws {
    var record = try example("general-letter")
    record.values["رقم خطابنا"] = .identifier(Identifier(.reference, stored: "1448/125"))
    let text = try words("general-letter", record)
    #expect(text.contains("إلحاقاً لخطابنا رقم (1448/125)، نفيدكم بما يأتي:"), "\(text)")
    #expect(!text.contains("إشارةً إلى خطابكم"))
  }

  /// What the law gives a right to is asked for on one sheet, and a blank one offers every right.
  @Test func everyRightToOnesDataCanBeAskedFor() throws {
    let form = try words("data-subject-request")
    let rights = try #require(office.records.field(named: "الحق المطلوب")).choices.map(\.label)
    #expect(rights.count == 5)
    for right in rights { #expect(form.contains("☐ \(right)"), "\(form)") }
  }

  /// C17: opinions are sought in the member's own words, and what the log of improvements holds names nobody.
  @Test func opinionsAreSoughtAndLoggedWithoutAName() throws {
    #expect(try words("satisfaction-survey").contains("ما الذي ترون أن نطوره؟"))
    let form = try words("suggestion-complaint")
    for asked in ["☐\u{00A0}مقترح", "☐\u{00A0}شكوى", "نص المشاركة", "ما ترونه حلاً أو تحسيناً"] {
      #expect(form.contains(asked.replacing("\u{00A0}", with: " ")) || form.contains(asked), "\(form)")
    }
    let log = try #require(office.records.field(named: "فرص التحسين"))
    let telling: Set<FieldType> = [
      .name, .id, .mobile, .phone, .email, .iban, .address, .gender, .personKind,
    ]
    #expect(log.fields.filter { telling.contains($0.type) }.isEmpty)
    // A record that does name somebody prints no name: the log has no place for one.
    var record = try example("improvement-log")
    record.values["الاسم"] = .name("نورة بنت عبدالرحمن آل سدرة")
    record.values["الجوال"] = .identifier(Identifier(.mobile, stored: "+966555010368"))
    let text = try words("improvement-log", record)
    #expect(!text.contains("نورة") && !text.contains("0368"))
    #expect(text.contains("دون أسماء أصحابها ولا أسماء الموظفين"))
    // The reply to who asked says what was done; the log's entry is made without the name.
    for kind in [PersonKind.masculine, .feminine, .masculinePlural, .organisation] {
      let reply = try words("suggestion-reply", example("suggestion-reply"), speakingTo: kind)
      #expect(reply.contains("وقد أُدرج ذلك في سجل فرص التحسين دون ذكر الاسم"))
    }
  }
}
