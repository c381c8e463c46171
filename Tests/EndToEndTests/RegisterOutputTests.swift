import Foundation
import TestSupport
import Testing

/// What leaves the register as a file: spreadsheets, printed registers, reports of batches, sheets of short messages.
@Suite struct RegisterOutputTests {
  private func text(of file: String) throws -> String {
    try Program.run(URL(filePath: "/usr/bin/pdftotext"), ["-layout", file, "-"]).output
  }

  @Test func theRegisterBecomesASpreadsheetThatOthersRead() throws {
    let desk = try IssuingDesk(members: 2)
    for row in 1...2 { #expect(try desk.issue(row: row).code == 0) }
    let file = desk.path + "/register.xlsx"
    let export = try desk.run(["register", "export", "--office", desk.path, "--output", file, "--masked"])
    #expect(export.code == 0 && export.errors.contains("2 entries written"), "\(export.errors)")
    let script = """
      import sys, zipfile, xml.etree.ElementTree as tree
      book = zipfile.ZipFile(sys.argv[1])
      assert book.testzip() is None
      sheet = tree.fromstring(book.read("xl/worksheets/sheet1.xml"))
      space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
      assert sheet.find(f".//{space}sheetView").get("rightToLeft") == "1"
      for row in sheet.iter(space + "row"):
          print("|".join("".join(cell.itertext()) for cell in row.iter(space + "c")))
      """
    let read = try Program.run(URL(filePath: "/usr/bin/python3"), ["-c", script, file])
    let lines = read.output.split(separator: "\n")
    #expect(read.code == 0 && lines.count == 3, "\(read.errors)")
    #expect(lines[0].hasPrefix("رقم القيد|الرقم المعتمد") && lines[1].hasPrefix("1448/1|OUT-1448-000001"))
    #expect(lines[1].contains("سعد ***") && !read.output.contains("ناصر"))
    #expect(try desk.query("SELECT count(*) FROM accesses") == ["0"])
    _ = try desk.run(["register", "export", "--office", desk.path, "--output", file])
    #expect(try desk.query("SELECT action, done_by FROM accesses") == ["export|منيرة"])
  }

  @Test func anIncomingLetterGetsALabelThatNamesNobody() throws {
    let desk = try IssuingDesk(members: 1)
    let office = ["--office", desk.path]
    let received = [
      "register", "receive", "--from", "أمانة المنطقة", "--subject", "طلب", "--enclosures", "2",
    ]
    #expect(try desk.run(received + office, at: "2026-11-26T09:10:00Z").code == 0)
    let file = desk.path + "/label.pdf"
    let label = ["register", "label", "IN-1448-1", "--output", file] + office
    for further in [[], ["--paper", "2x7", "--skip", "13"]] {
      let done = try desk.run(label + further)
      #expect(done.code == 0 && done.output == "IN-1448-000001\t\(file)\n", "\(done.errors)")
      let text = try text(of: file).filter { !($0.unicodeScalars.first?.properties.isBidiControl ?? false) }
      for part in ["جمعية سنا الخير", "1448/", "١٤٤٨/٠٦/١٦", "٢٠٢٦/١١/٢٦", "12:10", "٢"] {
        #expect(text.contains(part), "\(text)")
      }
      #expect(!text.contains("أمانة"))
    }
    #expect(try desk.run(label + ["--skip", "21"]).code == 2)
    #expect(try desk.issue(row: 1, at: "2026-11-26T09:20:00Z").code == 0)
    let other = try desk.run(["register", "label", "OUT-1448-1", "--output", file] + office)
    #expect(other.code == 1 && other.errors.contains("[khitab.label-incoming]"), "\(other.errors)")
  }

  @Test func aVoidingIsPutOnRecordOrNotDone() throws {
    let desk = try IssuingDesk(members: 1)
    #expect(try desk.issue(row: 1, at: "2026-11-26T09:00:00Z").code == 0)
    let file = desk.path + "/void.pdf"
    let office = ["--office", desk.path, "--approver", "سلمان الريحاني", "--reason", "خطأ في المبلغ"]
    func void(_ record: String) throws -> Program.Result {
      try desk.run(["register", "void", "1448/1", "--record", record] + office, at: "2026-11-28T09:00:00Z")
    }
    // Nothing is voided whose record can't be written.
    #expect(try void("/proc/nowhere/void.pdf").code == 3)
    #expect(try desk.query("SELECT count(*) FROM acts") == ["0"])
    #expect(try void("/tmp/void.txt").code == 2)
    let done = try void(file)
    #expect(done.code == 0, "\(done.errors)")
    let text = try text(of: file)
    for part in ["1448/1", "خطأ في المبلغ", "سلمان الريحاني"] { #expect(text.contains(part), "\(text)") }
    let received = [
      "register", "receive", "--from", "أمانة المنطقة", "--subject", "طلب", "--office", desk.path,
    ]
    #expect(try desk.run(received, at: "2026-11-28T09:10:00Z").code == 0)
    let other = try desk.run(
      ["register", "void", "IN-1448-1", "--record", file] + office, at: "2026-11-28T09:20:00Z")
    #expect(other.code == 1 && other.errors.contains("[khitab.void-record-outgoing]"), "\(other.errors)")
  }

  @Test func theRegisterOfAPeriodIsPrinted() throws {
    let desk = try IssuingDesk(members: 3)
    for (row, day) in [(1, 24), (2, 26), (3, 28)] {
      #expect(try desk.issue(row: row, at: "2026-11-\(day)T09:00:00Z").code == 0)
    }
    let file = desk.path + "/register.pdf"
    let period = ["--from", "2026-11-25", "--to", "1448/06/20", "--output", file]
    let printed = try desk.run(
      ["register", "print", "--office", desk.path] + period, at: "2026-11-29T09:00:00Z")
    #expect(printed.code == 0 && printed.errors.contains("2 entries written"), "\(printed.errors)")
    let text = try text(of: file)
    #expect(text.contains("1448/2") && text.contains("1448/3") && !text.contains("1448/1 "), "\(text)")
    #expect(try desk.query("SELECT action FROM accesses") == ["print"])
    // The paper is of the day it was printed, 20 Jumada al-Akhira, though the period goes on.
    let open = ["--from", "2026-11-25", "--to", "1448/07/29", "--output", file]
    let today = try desk.run(["register", "print", "--office", desk.path] + open, at: "2026-11-29T09:00:00Z")
    #expect(today.code == 0, "\(today.errors)")
    #expect(try !self.text(of: file).contains("التاريخ: 29 رجب"))
  }

  /// An entry can't be changed any more: a character without a glyph mustn't keep a whole month from paper.
  @Test func aCharacterWithoutAGlyphIsPrintedAsItsCode() throws {
    let desk = try IssuingDesk(members: 1)
    let office = ["--office", desk.path]
    for (sender, subject) in [("شركة الأفق", "طلب بيانات"), ("Li 李", "تهنئة ก بالعيد")] {
      let received = try desk.run(
        ["register", "receive", "--from", sender, "--subject", subject] + office, at: "2026-11-26T09:00:00Z")
      #expect(received.code == 0, "\(received.errors)")
    }
    let file = desk.path + "/incoming.pdf"
    let printed = try desk.run(
      [
        "register", "print", "--series", "incoming", "--from", "2026-11-25", "--to", "2026-11-27", "--output",
        file,
      ]
        + office, at: "2026-11-29T09:00:00Z")
    #expect(printed.code == 0 && printed.errors.contains("2 entries written"), "\(printed.errors)")
    #expect(
      printed.errors.contains("[U+674E] [U+0E01] [issuing.report-characters]"), "\(printed.errors)")
    let text = try text(of: file)
    #expect(text.contains("U+674E") && text.contains("U+0E01") && text.contains("طلب بيانات"), "\(text)")
  }

  /// A pasted link doesn't squeeze the other columns to nothing.
  @Test func aWordThatIsTooLongForTheTableIsParted() throws {
    let desk = try IssuingDesk(members: 1)
    let office = ["--office", desk.path]
    let link = "https://www.example.org/" + String(repeating: "abcdefghij", count: 12)
    let received = try desk.run(
      ["register", "receive", "--from", "شركة الأفق", "--subject", "رابط \"\(link)\""] + office,
      at: "2026-11-26T09:00:00Z")
    #expect(received.code == 0, "\(received.errors)")
    let file = desk.path + "/incoming.pdf"
    let period = ["--series", "incoming", "--from", "2026-11-25", "--to", "2026-11-27", "--output", file]
    let printed = try desk.run(["register", "print"] + period + office, at: "2026-11-29T09:00:00Z")
    #expect(printed.code == 0 && printed.errors.contains("[issuing.report-long-words]"), "\(printed.errors)")
    #expect(!printed.errors.contains("[layout."), "\(printed.errors)")
    #expect(try text(of: file).contains("شركة"))
  }

  @Test(arguments: [
    ["register", "print", "--output", "/tmp/register.pdf"], ["register", "search"], ["case", "figures"],
  ])
  func aPeriodThatEndsBeforeItBeginsIsRefused(command: [String]) throws {
    let desk = try IssuingDesk(members: 1)
    try desk.addCases()
    #expect(try desk.issue(row: 1).code == 0)
    let turned = ["--from", "2026-11-26", "--to", "2026-11-25", "--office", desk.path]
    let refused = try desk.run(command + turned, at: "2026-11-29T09:00:00Z")
    #expect(refused.code == 1 && refused.output.isEmpty)
    #expect(refused.errors.contains("[khitab.period-turned-round]"), "\(refused.errors)")
  }

  @Test(arguments: [
    (["--series", "incoming"], "khitab.period-without-entries", 1 as Int32),
    (["--output", "/proc/register.pdf"], "cannot write /proc/register.pdf", 3),
  ])
  func whatIsNotPrintedIsNoAccess(further: [String], words: String, code: Int32) throws {
    let desk = try IssuingDesk(members: 1)
    #expect(try desk.issue(row: 1, at: "2026-11-24T09:00:00Z").code == 0)
    let line = ["register", "print", "--office", desk.path, "--from", "2026-11-01", "--to", "2026-11-30"]
    let output = further.contains("--output") ? [] : ["--output", desk.path + "/register.pdf"]
    let result = try desk.run(line + output + further)
    #expect(result.code == code && result.errors.contains(words), "\(result.errors)")
    #expect(try desk.query("SELECT count(*) FROM accesses") == ["0"])
  }

  @Test func aBatchIsReportedAsPDFAndJSON() throws {
    let server = try TestServer("aiosmtpd-server", [], takesFolder: true)
    let desk = try IssuingDesk(members: 3)
    var members = (1...3).map { IssuingDesk.member($0) }
    members[1]["البريد الإلكتروني"] = "refuse-550@wadi.example"
    try desk.write(members)
    try desk.writesMail(to: server)
    let batch = try desk.approvedBatch()
    #expect(try desk.run(["batch", "run", batch, "--office", desk.path]).code == 0)
    #expect(try desk.mail(["send"]).code == 1)
    let report = ["batch", "report", batch, "--office", desk.path, "--output"]
    #expect(try desk.run(report + [desk.path + "/report.pdf"]).code == 0)
    let text = try text(of: desk.path + "/report.pdf")
    #expect(text.contains("1448/2") && text.contains("550 5.1.1 not here"), "\(text)")
    #expect(try desk.run(report + [desk.path + "/report.json"]).code == 0)
    let json = try Data(contentsOf: desk.folder.url.appending(path: "report.json"))
    let fates = try #require(JSONSerialization.jsonObject(with: json) as? [[String: Any]])
    #expect(fates.map { $0["outbox"] as? String } == ["sent", "failed", "sent"])
  }

  @Test func whoTakesALetterSignsForIt() throws {
    let desk = try IssuingDesk(members: 1)
    #expect(try desk.issue(row: 1, ["--channel", "hand"]).code == 0)
    let slip = desk.path + "/slip.pdf"
    let made = try desk.run(["register", "slip", "1448/1", "--output", slip, "--office", desk.path])
    #expect(made.code == 0, "\(made.errors)")
    let text = try Program.run(URL(filePath: "/usr/bin/pdftotext"), [slip, "-"]).output
    #expect(text.contains("سند تسليم خطاب") && text.contains("1448/1") && text.contains("الشيحي"), "\(text)")
    let looks = try desk.run(["register", "accesses", "--office", desk.path])
    #expect(looks.output.contains("print") && looks.output.contains("OUT-1448-000001"), "\(looks.output)")
    // A number is searched for as it is printed, in any digits.
    let found = try desk.run(["register", "search", "١٤٤٨/١", "--office", desk.path])
    #expect(found.output.hasPrefix("OUT-1448-000001\t") && found.output.split(separator: "\n").count == 1)
    let voided = [
      "register", "void", "1448/1", "--reason", "خطأ", "--approver", "سلمان", "--office", desk.path,
    ]
    #expect(try desk.run(voided).code == 0)
    let refused = try desk.run(["register", "slip", "1448/1", "--output", slip, "--office", desk.path])
    #expect(
      refused.code == 1 && refused.errors.contains("[khitab.nothing-to-hand-over]"), "\(refused.errors)")
  }

  @Test func shortMessagesAreWrittenOnceWithTheirParts() throws {
    let desk = try IssuingDesk(members: 3)
    var members = (1...3).map { IssuingDesk.member($0) }
    for index in members.indices { members[index]["الجوال"] = "050123456\(index)" }
    try desk.write(members)
    for row in 1...3 { #expect(try desk.issue(row: row, ["--channel", "sms"]).code == 0) }
    #expect(
      try desk.run(["mail", "consent", "0002", "--channel", "sms", "--withdrawn", "--office", desk.path]).code
        == 0)
    let file = desk.path + "/messages.csv"
    let sheet = ["sms", "--office", desk.path, "--output", file]
    let dry = try desk.run(["sms", "--office", desk.path, "--output", file + ".dry.csv", "--dry-run"])
    #expect(dry.code == 0 && dry.errors.contains("2 messages of"), "\(dry.errors)")
    let written = try desk.run(sheet)
    #expect(written.code == 0 && written.errors.contains("[khitab.sms-withheld]"), "\(written.errors)")
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let lines = text.split(separator: "\r\n")
    #expect(lines.count == 3 && lines[0].hasSuffix("mobile,text,link,ref,alphabet,units,parts"))
    #expect(lines[1].hasPrefix("+966501234560,") && lines[1].contains(",OUT-1448-000001,ucs2,"))
    #expect(!text.contains("سعد") && !text.contains("ريال"))
    #expect(try desk.states("sms") == ["sent", "failed", "sent"])
    // What the program enters of itself is said in the user's language.
    for (number, words) in [
      ("1", "سُلّمت إلى مزوّد الخدمة في ملف"), ("2", "لم يوافق المستلم على الرسائل النصية"),
    ] {
      for command in [["mail", "status"], ["register", "show"]] {
        let shown = try Program.run(
          command + ["OUT-1448-00000\(number)", "--office", desk.path, "--lang", "ar"],
          environment: desk.environment)
        #expect(shown.code == 0 && shown.output.contains(words), "\(shown.output)\(shown.errors)")
      }
    }
    #expect(try desk.run(sheet).code == 2)
    // Nothing waits any more: no file stands in the way of the next run.
    for _ in 1...2 {
      let second = try desk.run(["sms", "--office", desk.path, "--output", desk.path + "/second.csv"])
      #expect(second.code == 0 && second.errors.contains("No messages are waiting"), "\(second.errors)")
      #expect(!FileManager.default.fileExists(atPath: desk.path + "/second.csv"))
    }
  }
}
