import Foundation
import TestSupport
import Testing

/// `samples/story.txt`: five requests from the desk to their end, as clerks enter them, told once for all tests:
/// some forty papers are set, which takes its time.
@Suite struct StoryTests {
  private struct Told: Sendable {
    var folder: TemporaryFolder
    var result: Program.Result
  }
  private static let told = Result {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "story"), withIntermediateDirectories: true)
    let story = folder.url.path + "/story"
    let result = try Program.run([
      "case", "run", "samples/story.txt", "--office", "samples", "--register", story + "/register.db",
      "--letters", story + "/letters", "--output", story + "/papers", "--by", "ريم الروضي",
      "--reviewer", "هدى الواحة", "--approver", "سعد الريحاني", "--lang", "en", "--quiet",
    ])
    return Told(folder: folder, result: result)
  }

  private func rows(_ sql: String) throws -> [String] {
    let told = try Self.told.get()
    let result = try Program.run(
      URL(filePath: "/usr/bin/sqlite3"), [told.folder.url.path + "/story/register.db", sql])
    #expect(result.code == 0, "\(result.errors)")
    return result.output.split(separator: "\n").map(String.init)
  }

  @Test func itPrintsEveryPaperAndRefusesWhatThePolicyForbids() throws {
    let told = try Self.told.get()
    #expect(told.result.code == 0, "\(told.result.output.suffix(800))\n\(told.result.errors.suffix(2000))")
    let lines = told.result.output.split(separator: "\n")
    #expect(
      lines.filter { $0.hasPrefix("!\tcases.") }.map { $0.dropFirst(8) } == [
        "copy-without-basis", "missing", "not-declared", "over-ceiling", "too-early", "conditions-open",
        "no-survey", "too-early", "not-an-approver", "no-reasons", "same-judge", "minor-alone",
      ])
    let papers = try told.folder.contents(of: "story/papers")
    #expect(papers.keys.sorted() == Self.papers)
    for (name, bytes) in papers { #expect(bytes.starts(with: Data("%PDF-".utf8)), "\(name)") }
    #expect(told.result.output.contains("1448/0001\tclosed\n"))
    #expect(told.result.output.contains("received\t4\nanswered\t3\nfinished\t2\n"))
    #expect(told.result.output.contains("1448/0002\taccepted\t34\tregister\n"))
    #expect(told.result.output.contains("early\t1\nlate\t0\n"))
  }

  /// A letter has one number, one file and one place in the queue; a paper of the house has no place in the queue.
  @Test func everyPaperIsEnteredAndEveryLetterIsQueued() throws {
    let told = try Self.told.get()
    let letters = try rows("SELECT count(*), max(number) FROM entries WHERE series = 'outgoing'")
    #expect(letters == ["10|10"])
    #expect(try rows("SELECT count(*) FROM outbox") == ["10"])
    #expect(
      try rows("SELECT count(*) FROM outbox JOIN entries ON entry = position WHERE series != 'outgoing'")
        == ["0"])
    let answering = try rows("SELECT DISTINCT reviewer, approver FROM entries WHERE series = 'outgoing'")
    #expect(answering == ["هدى الواحة|سعد الريحاني"])
    let files = try told.folder.contents(of: "story/letters/1448").keys
    let numbered = try rows("SELECT reference FROM entries WHERE file_sha256 IS NOT NULL ORDER BY reference")
    #expect(files.sorted() == numbered.map { "SANA-\($0).pdf" })
    let audit = try Program.run([
      "register", "audit", "--office", Repository.file("samples").path, "--register",
      told.folder.url.path + "/story/register.db",
    ])
    #expect(audit.code == 0, "\(audit.errors)")
  }

  /// Who let the reply go early, and why, is kept and never printed.
  @Test func theReasonOfAnEarlyReplyIsInNoPaper() throws {
    let told = try Self.told.get()
    let approvers = try rows("SELECT approver FROM acts WHERE reason = 'send-decision' ORDER BY position")
    #expect(approvers == ["سلمان بن عبدالعزيز الريحاني"])
    let path = told.folder.url.path + "/story/papers/1448-0002-08-acceptance-letter.pdf"
    let text = try Program.run(URL(filePath: "/usr/bin/pdftotext"), [path, "-"])
    #expect(text.code == 0 && text.output.contains("1448/0002"))
    #expect(!text.output.contains("القوائم"))
  }

  /// A case's letters are set again from the case, as it stood when each was issued.
  @Test func aChangedTemplateIsComparedWithACasesLetters() throws {
    let told = try Self.told.get()
    let source = Repository.file("Templates/rejection-letter/template.khitab")
    let text = try String(contentsOf: source, encoding: .utf8)
    let changed = told.folder.url.appending(path: "rejection.khitab")
    let diff = [
      "template", "diff", changed.path, "--office", Repository.file("samples").path, "--register",
      told.folder.url.path + "/story/register.db", "--lang", "en",
    ]
    try text.replacing("نقدّر لكم تفهمكم", with: "نشكر لكم تفهمكم").write(
      to: changed, atomically: true, encoding: .utf8)
    let found = try Program.run(diff)
    #expect(found.output == "OUT-1448-000009\tdiffers\t1\n", "\(found.errors)")
    try text.replacing("الإصدار: 1", with: "الإصدار: 2").write(to: changed, atomically: true, encoding: .utf8)
    #expect(try Program.run(diff).output == "OUT-1448-000009\tsame\n")
  }

  @Test func whatIsInNoCaseIsSaid() throws {
    let folder = try TemporaryFolder()
    let register = folder.url.path + "/register.db"
    let office = Repository.file("samples").path
    let new = try Program.run([
      "case", "new", "--office", office, "--register", register, "--members", office + "/members.csv",
      "--only", "رقم العضوية=9999", "--service", "ترميم مسكن", "--details", "أ", "--lang", "en",
      "--now", "2026-11-23T08:00:00Z",
    ])
    #expect(new.code == 1)
    #expect(new.errors.contains("[issuing.only-finds-none]") && !new.errors.contains("9999"))
    let show = try Program.run([
      "case", "show", "1448/0001", "--office", office, "--register", register, "--lang", "en",
    ])
    #expect(show.code == 1)
    #expect(show.errors.contains("[issuing.no-case]"))
  }

  private static let papers = [
    "1448-0001-01-support-request.pdf",
    "1448-0001-04-receipt-notice.pdf",
    "1448-0001-05-missing-documents.pdf",
    "1448-0001-05-verification-sheet.pdf",
    "1448-0001-06-social-referral.pdf",
    "1448-0001-07-social-referral.pdf",
    "1448-0001-09-verification-sheet.pdf",
    "1448-0001-10-data-declaration.pdf",
    "1448-0001-11-committee-memo.pdf",
    "1448-0001-12-decision-record.pdf",
    "1448-0001-13-conditional-acceptance.pdf",
    "1448-0001-14-registration-complete.pdf",
    "1448-0001-16-service-order.pdf",
    "1448-0001-17-delivery-receipt.pdf",
    "1448-0001-18-satisfaction-survey.pdf",
    "1448-0001-18-service-completion.pdf",
    "1448-0002-01-service-request.pdf",
    "1448-0002-03-data-declaration.pdf",
    "1448-0002-04-receipt-notice.pdf",
    "1448-0002-05-verification-sheet.pdf",
    "1448-0002-06-committee-memo.pdf",
    "1448-0002-07-decision-record.pdf",
    "1448-0002-08-acceptance-letter.pdf",
    "1448-0003-01-support-request.pdf",
    "1448-0003-05-data-declaration.pdf",
    "1448-0003-06-receipt-notice.pdf",
    "1448-0003-07-verification-sheet.pdf",
    "1448-0003-08-committee-memo.pdf",
    "1448-0003-09-decision-record.pdf",
    "1448-0003-10-rejection-letter.pdf",
    "1448-0003-11-grievance-form.pdf",
    "1448-0003-12-grievance-reply.pdf",
    "1448-0006-01-service-request.pdf", "kpi-report-2026-11-01-2027-02-08.pdf",
    "meeting-12-committee-memo.pdf", "meeting-12-committee-minutes.pdf",
  ]
}
