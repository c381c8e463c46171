import Foundation
import TestSupport
import Testing

/// `khitab register`, `backup` and `restore`, as an office's clerk uses them.
@Suite struct RegisterCommandTests {
  /// A copy of the sample office, with a register of its own.
  struct Clerk {
    let folder: TemporaryFolder
    var environment: [String: String] = ["KHITAB_USER": "منيرة"]

    init() throws {
      folder = try TemporaryFolder()
      let samples = Repository.file("samples").path
      for name in ["office.yaml", "fields.yaml"] {
        try FileManager.default.copyItem(atPath: "\(samples)/\(name)", toPath: "\(folder.url.path)/\(name)")
      }
    }

    func run(_ arguments: [String], at moment: String? = "2026-11-26T09:00:00Z") throws -> Program.Result {
      let time = moment.map { ["--now", $0] } ?? []
      return try Program.run(
        arguments + time + ["--lang", "en"], environment: environment, folder: folder.url)
    }

    func receive(_ sender: String, subject: String, _ further: [String] = []) throws -> Program.Result {
      try run(["register", "receive", "--from", sender, "--subject", subject] + further)
    }
  }

  @Test func anIncomingLetterIsEnteredFoundReferredAndVoided() throws {
    let clerk = try Clerk()
    let received = try clerk.receive(
      "أمانة المنطقة", subject: "طلب بيانات",
      ["--sender-number", "٤٤/1448", "--enclosures", "2", "--enclosures-found", "1"])
    #expect(received.code == 0, "\(received.errors)")
    #expect(received.output == "IN-1448-000001\t1448/و/1\t2026-11-26\t12:00\t2\n")
    #expect(received.errors.contains("[khitab.enclosures-differ]"))
    let found = try clerk.run(["register", "search", "امانه", "المنطقه", "--reveal"])
    #expect(found.output.hasPrefix("IN-1448-000001\t") && found.output.contains("أمانة المنطقة"))
    #expect(try !clerk.run(["register", "search", "امانه"]).output.contains("المنطقة"))
    #expect(try clerk.run(["register", "refer", "44/1448", "--to", "لجنة البحث"]).code == 0)
    let void = try clerk.run(["register", "void", "1448/و/1", "--reason", "قُيد مرتين", "--approver", "سلمان"])
    #expect(void.code == 0, "\(void.errors)")
    let shown = try clerk.run(["register", "show", "IN-1448-1", "--reveal", "--reason", "مراجعة"])
    #expect(shown.output.contains("ملغى") && shown.output.contains("إحالة"))
    let accesses = try clerk.run(["register", "accesses", "IN-1448-1"])
    #expect(accesses.output.contains("2026-11-26 12:00\tمنيرة\tview\tIN-1448-000001\tمراجعة"))
  }

  /// A reply is named as any other letter: by its canonical or printed number, or its code.
  @Test func anIncomingLetterIsAnsweredByAnOutgoingOne() throws {
    let desk = try IssuingDesk(members: 1)
    #expect(try desk.issue(row: 1, at: "2026-11-26T09:00:00Z").code == 0)
    let office = ["--office", desk.path]
    let received = ["register", "receive", "--from", "أمانة المنطقة", "--subject", "طلب بيانات"] + office
    #expect(try desk.run(received, at: "2026-11-26T09:10:00Z").code == 0)
    let code = try #require(try desk.query("SELECT code FROM entries WHERE series = 'outgoing'").first)
    for name in ["OUT-1448-000001", "1448/1", code] {
      let reply = try desk.run(
        ["register", "reply", "1448/و/1", "--with", name] + office, at: "2026-11-26T09:20:00Z")
      #expect(reply.code == 0 && reply.output.hasPrefix("IN-1448-000001\treply\t"), "\(reply.errors)")
    }
    #expect(try Set(desk.query("SELECT related FROM acts WHERE kind = 'reply'")) == ["OUT-1448-000001"])
    for (name, id) in [("1448/و/1", "register.no-reply"), ("1448/7", "register.no-entry")] {
      let wrong = try desk.run(["register", "reply", "1448/و/1", "--with", name] + office)
      #expect(wrong.code == 1 && wrong.errors.contains("[\(id)]"), "\(wrong.errors)")
    }
  }

  @Test func whatBecameOfALetterOnPaperIsEntered() throws {
    let desk = try IssuingDesk(members: 2)
    try desk.write(
      (1...2).map { number in
        IssuingDesk.member(number).merging(
          ["العنوان الوطني": "2126 شارع الخزامى، حي السنابل، الرياض 13213-6214"]) { own, _ in own }
      })
    #expect(try desk.issue(row: 1, ["--channel", "post"], at: "2026-11-26T09:00:00Z").code == 0)
    #expect(try desk.issue(row: 2, ["--channel", "email"], at: "2026-11-26T09:00:00Z").code == 0)
    func deliver(_ arguments: [String], at moment: String = "2026-11-28T09:00:00Z") throws -> Program.Result {
      try desk.run(["register", "deliver"] + arguments + ["--office", desk.path], at: moment)
    }
    let waiting = try deliver([])
    #expect(waiting.output == "OUT-1448-000001\t1448/1\tpost\tqueued\t2026-11-26 12:00\tسعد ***\n")
    let posted = try deliver(["1448/1", "--as", "sent", "--tracking", "RR١٢٣SA"])
    #expect(
      posted.code == 0 && posted.output == "OUT-1448-000001\tpost\tsent\t2026-11-28 12:00\n",
      "\(posted.errors)")
    let taken = ["1448/1", "--as", "handed-over", "--receiver", "سعد الشيحي", "--capacity", "ابنه"]
    #expect(try deliver(taken + ["--at", "2026-11-28T08:30:00Z"]).code == 0)
    let shown = try desk.run(["register", "show", "1448/1", "--reveal", "--office", desk.path])
    #expect(
      shown.output.contains("2026-11-28 11:30\tpost\thanded-over\t\tسعد الشيحي, ابنه"), "\(shown.output)")
    #expect(shown.output.contains("رقم التتبع: \u{2068}RR123SA\u{2069}"))
    #expect(try !desk.run(["register", "show", "1448/1", "--office", desk.path]).output.contains("الشيحي"))
    let refusals = [
      (["1448/2", "--as", "sent"], "khitab.delivery-not-on-paper"),
      (["1448/1", "--as", "sent"], "khitab.delivery-cannot-be"),
      (["1448/1", "--as", "delivered", "--at", "2026-12-01T09:00:00Z"], "khitab.delivery-in-future"),
    ]
    for (arguments, id) in refusals {
      let refused = try deliver(arguments)
      #expect(refused.code == 1 && refused.errors.contains("[\(id)]"), "\(refused.errors)")
    }
    for wrong in [
      ["--as", "handed-over"], ["--as", "returned"], ["--as", "sent", "--reason", "x"], ["--as", "lost"],
    ] {
      #expect(try deliver(["1448/1"] + wrong).code == 2)
    }
  }

  @Test(arguments: [
    ("--sender-date", "كلام", "values.date-unreadable"), ("--deadline", "5/6/1448", "values.date-ambiguous"),
    ("--deadline", "1448/06/30", "values.date-day"),
  ])
  func aDayThatCannotBeReadIsRefusedByItsOption(option: String, text: String, id: String) throws {
    let clerk = try Clerk()
    let refused = try clerk.receive("أمانة المنطقة", subject: "طلب", [option, text])
    #expect(refused.code == 1 && refused.output.isEmpty)
    #expect(refused.errors.contains("error: \u{2068}\(option)\u{2069}: "))
    #expect(refused.errors.contains("[\(id)]"))
  }

  @Test func whatIsPastedComesInWithoutWhatIsUnseen() throws {
    let clerk = try Clerk()
    let pasted = ["--sender-number", "\u{202E}٤٤/1448\u{202C}\n", "--refer-to", "لجنة\u{1B}[31m البحث"]
    #expect(try clerk.receive("أمانة المنطقة", subject: "طلب", pasted).code == 0)
    let shown = try clerk.run(["register", "show", "44/1448"])
    #expect(shown.code == 0 && shown.output.contains("\u{2068}44/1448\u{2069}"), "\(shown.output)")
    #expect(!shown.output.unicodeScalars.contains { $0 == "\u{202E}" || $0 == "\u{1B}" })
  }

  @Test(arguments: ["-1", "100000"])
  func noNumberOfEnclosuresIsBelowZeroOrPastBelief(_ count: String) throws {
    let clerk = try Clerk()
    for option in ["--enclosures", "--enclosures-found"] {
      let refused = try clerk.receive("أمانة المنطقة", subject: "طلب", ["\(option)=\(count)"])
      #expect(refused.code == 2 && refused.errors.contains("from 0 to 99999"), "\(refused.errors)")
    }
  }

  @Test func theSendersDateIsKeptAsADay() throws {
    let clerk = try Clerk()
    let days = ["--sender-date", "١ جمادى الآخرة ١٤٤٨هـ", "--deadline", "2026-12-31"]
    #expect(try clerk.receive("أمانة المنطقة", subject: "طلب", days).code == 0)
    let shown = try clerk.run(["register", "show", "IN-1448-1"])
    #expect(shown.output.contains("2026-11-11") && shown.output.contains("2026-12-31"), "\(shown.output)")
  }

  @Test func theAuditNamesARowThatWasChangedByHand() throws {
    let clerk = try Clerk()
    for name in ["أحمد", "نورة", "سعد"] { _ = try clerk.receive(name, subject: "طلب") }
    let audit = try clerk.run(["register", "audit"])
    #expect(audit.code == 0 && audit.output.hasPrefix("3:"))
    let head = audit.output.trimmingCharacters(in: .newlines)
    #expect(try clerk.run(["register", "audit", "--head", head]).code == 0)
    let tampered = try Program.run(
      URL(filePath: "/usr/bin/sqlite3"),
      [clerk.folder.url.path + "/register.db", "UPDATE entries SET printed = 'x' WHERE position = 2"])
    #expect(tampered.code == 0, "\(tampered.errors)")
    let found = try clerk.run(["register", "audit"])
    #expect(found.code == 1)
    #expect(
      found.errors.contains("link 2 (IN-1448-000002)") && found.errors.contains("[register.audit-changed]"))
  }

  /// What is written takes the place neither of the office's settings nor of the records it comes from.
  @Test func aResultTakesNoOtherFilesPlace() throws {
    let desk = try IssuingDesk(members: 1)
    let (settings, records) = (desk.path + "/office.yaml", desk.path + "/records.json")
    #expect(try desk.issue(row: 1).code == 0)
    let office = ["--office", desk.path]
    let before = try [settings, records].map { try Data(contentsOf: URL(filePath: $0)) }
    for command in [
      ["register", "subject", "0001", "--output", settings] + office,
      ["batch", "find", "unpaid", "--records", records, "--output", desk.path + "/./records.json"] + office,
      ["render", "--output", desk.path + "/out", "--report", settings] + desk.letters(),
      ["render", "--output", desk.path + "/out", "--report", records] + desk.letters(),
    ] {
      let refused = try desk.run(command)
      #expect(refused.code == 2, "\(command): \(refused.errors)")
    }
    #expect(try [settings, records].map { try Data(contentsOf: URL(filePath: $0)) } == before)
  }

  @Test func aBackupBringsBackWhatWasLost() throws {
    let clerk = try Clerk()
    for name in ["أحمد", "نورة"] { _ = try clerk.receive(name, subject: "طلب") }
    let backup = try clerk.run(["backup", "copy.db"])
    #expect(backup.code == 0, "\(backup.errors)")
    try Data(repeating: 7, count: 9000).write(to: clerk.folder.url.appending(path: "register.db"))
    let damaged = try clerk.run(["register", "search", "نورة"])
    #expect(damaged.code == 3 && damaged.errors.contains("restore the last backup"), "\(damaged.errors)")
    let restored = try clerk.run(["restore", "copy.db"])
    #expect(restored.code == 0 && restored.output == backup.output, "\(restored.errors)")
    #expect(try clerk.receive("سعد", subject: "طلب").output.hasPrefix("IN-1448-000003"))
  }

  @Test func anEncryptedRegisterNeedsItsKey() throws {
    var clerk = try Clerk()
    let key = try clerk.run(["register", "key"], at: nil).output.trimmingCharacters(in: .newlines)
    #expect(key.count == 64)
    clerk.environment["KHITAB_REGISTER_KEY"] = key
    #expect(try clerk.receive("نورة آل سدرة", subject: "طلب").code == 0)
    #expect(
      try clerk.run(["register", "search", "نوره", "السدره", "--reveal"]).output.contains("نورة آل سدرة"))
    clerk.environment["KHITAB_REGISTER_KEY"] = ""
    let refused = try clerk.run(["register", "search", "نوره"])
    #expect(refused.code == 3 && refused.errors.contains("give its key"))
    #expect(!refused.errors.contains(key))
  }

  @Test func anExportHasALineForEveryEntryAndSaysWhatBecameOfIt() throws {
    let clerk = try Clerk()
    for name in ["أحمد علي", "نورة سعد"] { _ = try clerk.receive(name, subject: "طلب", ["--party", "0002"]) }
    _ = try clerk.run(["register", "void", "IN-1448-1", "--reason", "قُيد مرتين", "--approver", "سلمان"])
    #expect(try clerk.run(["register", "export", "--output", "all.csv", "--masked"]).code == 0)
    let text = try String(contentsOf: clerk.folder.url.appending(path: "all.csv"), encoding: .utf8)
    let lines = text.split(separator: "\r\n")
    #expect(lines.count == 3 && lines[1].contains("ملغى") && lines[2].contains(",وارد,"))
    #expect(lines[2].contains("نورة ***") && !text.contains("سعد"))
    #expect(try clerk.run(["register", "subject", "0002", "--output", "answer.json"]).code == 0)
    let answer = try Data(contentsOf: clerk.folder.url.appending(path: "answer.json"))
    #expect((try JSONSerialization.jsonObject(with: answer) as? [Any])?.count == 2)
  }

  @Test func aClockThatWasSetBackGivesNoNumber() throws {
    let clerk = try Clerk()
    _ = try clerk.receive("أحمد", subject: "طلب")
    let refused = try clerk.run(
      ["register", "receive", "--from", "نورة", "--subject", "طلب"], at: "2026-11-25T09:00:00Z")
    #expect(refused.code == 1 && refused.errors.contains("[register.clock-set-back]"))
    #expect(try clerk.receive("نورة", subject: "طلب").output.hasPrefix("IN-1448-000002"))
  }
}
