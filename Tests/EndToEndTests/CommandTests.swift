import Foundation
import TestSupport
import Testing

/// The commands' contracts: what they print, and the code they end with.
@Suite struct CommandTests {
  struct Call: Sendable {
    var line: String
    var code: Int32
  }

  static let calls = [
    Call(line: "--help", code: 0), Call(line: "--version", code: 0), Call(line: "render --help", code: 0),
    Call(line: "rendr", code: 2), Call(line: "render", code: 2),
    Call(line: "preview --template x --output x.doc", code: 2), Call(line: "value cardinal", code: 2),
    Call(line: "value nonsense 5", code: 2), Call(line: "check --lang fr", code: 2),
    Call(line: "check no-such-template", code: 1),
    Call(line: "print x.pdf --printer office", code: 2),
    Call(line: "print x.pdf --printer ipp://localhost:99999/ipp/print", code: 2),
    // Times that no calendar reaches.
    Call(line: "verify x.pdf --time 9223372036854775807", code: 2),
    Call(line: "sign x.pdf -o y.pdf --key x.p12 --time 253402300800", code: 2),
    Call(line: "key new-test /tmp/none --start 9223372036854775807", code: 2),
    Call(
      line:
        "preview --template acceptance-letter --office samples --records /nowhere/x.csv --output /tmp/x.pdf",
      code: 3),
  ]

  @Test(arguments: calls) func endsWithTheCodeOfItsOutcome(call: Call) throws {
    let result = try Program.run(call.line.split(separator: " ").map(String.init))
    #expect(result.code == call.code, "\(result.errors)")
    #expect(!(result.output + result.errors).isEmpty)
  }

  /// What a shell may do with the standard streams; `khitab` stands for the program.
  static let streams = [
    // A full disk takes no output: it is said, and the code says it to programs.
    Call(line: "khitab fonts --format json >/dev/full", code: 3),
    Call(line: "khitab worker --template acceptance-letter --office samples </dev/null >/dev/full", code: 3),
    // What can't be read isn't the end of the rows.
    Call(line: "khitab worker --template acceptance-letter --office samples </ >/dev/null", code: 3),
    // Messages that nobody can take stop nothing.
    Call(line: "khitab check no-such-template 2>/dev/full", code: 1),
    Call(line: "khitab fonts <&- >&- 2>&-", code: 0),
    Call(line: "khitab check no-such-template 2>&-", code: 1),
    Call(line: "khitab worker --template acceptance-letter --office samples <&- 2>&- >/dev/null", code: 0),
  ]

  @Test(arguments: streams) func standsWhateverItsStreamsAre(call: Call) throws {
    let line = call.line.replacing("khitab", with: "\"$KHITAB\"") + " --lang en"
    let result = try Program.run(
      URL(filePath: "/bin/sh"), ["-c", line], environment: ["KHITAB": Program.path.path])
    #expect(result.code == call.code, "\(result.errors)")
    if call.code == 3 { #expect(result.errors.contains("failure: "), "\(result.errors)") }
  }

  @Test func helpSpeaksArabicWhenAsked() throws {
    let result = try Program.run(["render", "--help", "--lang", "ar"])
    #expect(result.output.contains("الاستعمال:") && !result.output.contains("USAGE:"))
    for command in ["case", "register", "labels", "copy"] {
      let help = try Program.run([command, "--help", "--lang", "ar"]).output
      #expect(!help.contains(/default|See|values/), "\(help)")
    }
    let byLocale = try Program.run(["render", "--help"], environment: ["LC_ALL": "ar_SA.UTF-8"])
    #expect(byLocale.output == result.output)
  }

  /// The parser's own sentences about a command line are said in the user's language too.
  @Test(arguments: [
    ("preview --template x", "خطأ: ينقص الأمر «\u{2068}--output <file>\u{2069}»"),
    ("preview --template x --output", "خطأ: تنقص القيمة بعد «\u{2068}--output <file>\u{2069}»"),
    (
      "fonts --formt text",
      "خطأ: لا خيار باسم «\u{2068}--formt\u{2069}»؛ هل تقصد «\u{2068}--format\u{2069}»؟"
    ),
    ("fonts here there", "خطأ: لا موضع في الأمر لما يأتي: «\u{2068}here\u{2069}»، «\u{2068}there\u{2069}»"),
    (
      "render --template x --output y --jobs two",
      "خطأ: القيمة «\u{2068}two\u{2069}» لا تصلح لـ «\u{2068}--jobs <jobs>\u{2069}»"
    ),
    (
      "fonts --format xml",
      "خطأ: القيمة «\u{2068}xml\u{2069}» لا تصلح لـ «\u{2068}--format <format>\u{2069}»؛ القيم: «\u{2068}text\u{2069}»، «\u{2068}json\u{2069}»"
    ),
    (
      "case submit 1448/0001 --channel sight",
      "خطأ: القيمة «\u{2068}sight\u{2069}» لا تصلح لـ «\u{2068}--channel <channel>\u{2069}»؛ القناة واحدة من: interview، phone، "
    ),
    (
      "case new --members members.csv --only 0002 --service x --details y",
      "خطأ: تُكتب --only هكذا: الحقل=القيمة\nالاستعمال: khitab case new "
    ),
    ("render --template x --records r.csv --output letter.PNG", "خطأ: render يكتب pdf وحده"),
    ("sign letter.pdf --key signer.p12 -o office.yaml", "خطأ: ينتهي اسم الملف بـ \u{200E}.pdf"),
    ("sign letter.pdf --key signer.p12 -o letter.pdf", "خطأ: لا تُكتب النتيجة فوق ملف يُقرأ منه"),
    (
      "sign x.pdf --key y.p12 -o z.pdf --level B-T",
      "خطأ: من B-T فما فوق تلزم --timestamp، أو --trial للتجربة"
    ),
    ("rendr --template x", "خطأ: لا أمر باسم «\u{2068}rendr\u{2069}»؛ الأوامر هنا: check، "),
    ("register shwo 1448/1", "خطأ: لا أمر باسم «\u{2068}shwo\u{2069}»؛ الأوامر هنا: "),
  ])
  func wrongUsageIsSaidInArabic(line: String, words: String) throws {
    let result = try Program.run(line.split(separator: " ").map(String.init) + ["--lang", "ar"])
    #expect(result.code == 2 && result.errors.hasPrefix(words), "\(result.errors)")
    #expect(result.errors.contains("الاستعمال: ") && result.errors.contains("للتفصيل: khitab "))
    #expect(!result.errors.contains(/Error|Usage|Help:|See/))
  }

  @Test func aMisspelledCommandIsNamedAndNotTheOptionsBehindIt() throws {
    let result = try Program.run(["isue", "--template", "x"])
    #expect(result.errors.hasPrefix("Error: There is no command 'isue'. The commands here: check, preview, "))
    #expect(result.errors.contains("\nUsage: khitab <subcommand>\n"))
  }

  /// The language may be said before a command's name, and of a group of commands.
  @Test(arguments: ["--lang ar fonts --help", "--lang=ar register", "register --lang ar"])
  func theLanguageMayBeSaidAnywhere(line: String) throws {
    let result = try Program.run(line.split(separator: " ").map(String.init))
    #expect(result.code == 0 && result.output.hasPrefix("نبذة: "), "\(result.errors)")
  }

  /// Whoever stands in the office's folder needn't name it, wherever the records are; a plan keeps which office it was.
  @Test func theCurrentFolderServesAsTheOffice() throws {
    let desk = try IssuingDesk(members: 1)
    let elsewhere = try TemporaryFolder()
    let records = elsewhere.url.appending(path: "records.json").path
    try FileManager.default.moveItem(atPath: desk.path + "/records.json", toPath: records)
    func run(_ line: String, _ further: [String] = [], in folder: URL? = nil) throws -> Program.Result {
      try Program.run(
        line.split(separator: " ").map(String.init) + further + ["--lang", "en", "--quiet"],
        environment: desk.environment, folder: folder ?? desk.folder.url)
    }
    #expect(try run("check acceptance-letter").code == 0)
    let prepared = try run("prepare --template acceptance-letter --records", [records])
    #expect(prepared.code == 0, "\(prepared.errors)")
    let name = prepared.output.trimmingCharacters(in: .newlines)
    #expect(try run("approve", [name, "--by", "سلمان"]).code == 0)
    let issued = try run("issue", [name, "--office", desk.path], in: elsewhere.url)
    #expect(issued.code == 0 && issued.output.hasPrefix("OUT-1448-000001"), "\(issued.errors)")
  }

  @Test func aTemplateWithoutFieldsNeedsNoRecordsAndNoOffice() throws {
    let folder = try TemporaryFolder()
    let template = folder.url.appending(path: "note.khitab")
    let text = "نفيدكم بأن الاجتماع يوم الأحد القادم، وهاتف الجمعية ثابت.\n\nوالله الموفق.\n"
    try text.write(to: template, atomically: true, encoding: .utf8)
    for kind in ["pdf", "png", "svg"] {
      let output = folder.url.appending(path: "note.\(kind)")
      let result = try Program.run(
        ["preview", "--template", template.path, "--output", output.path, "--lang", "en"], folder: folder.url)
      #expect(result.code == 0, "\(result.errors)")
      #expect(try Data(contentsOf: output).count > 1000)
    }
  }

  @Test func anEmptyFormStaysEmptyWhateverRecordsAreGiven() throws {
    let folder = try TemporaryFolder()
    func form(_ name: String, _ records: [String]) throws -> (text: Data, errors: String) {
      let output = folder.url.appending(path: name)
      let result = try Program.run(
        ["preview", "--template", "service-request", "--office", Program.samples, "--blank", "--lang", "en"]
          + ["--output", output.path] + records)
      #expect(result.code == 0, "\(result.errors)")
      return (try Data(contentsOf: output), result.errors)
    }
    let empty = try form("empty.txt", [])
    let given = try form("given.txt", ["--records", Program.samples + "/members.csv"])
    #expect(empty.text == given.text)
    #expect(empty.errors.isEmpty)
    #expect(given.errors.contains("[preview.records-unused]"), "\(given.errors)")
  }

  @Test func everySampleTemplatePassesItsCheck() throws {
    let result = try Program.run(["check", "--office", SampleRun.office, "--lang", "en"])
    #expect(result.code == 0, "\(result.errors)")
  }

  @Test(
    arguments: [
      ("nope.csv", "en", "failure: there is no file of records nope.csv; check its name and folder"),
      ("nope.csv", "ar", "لا يوجد ملف السجلات «\u{2068}nope.csv\u{2069}»؛ تأكد من اسمه ومجلده"),
      ("Sources", "en", "failure: the file of records Sources can't be read"),
      ("Sources", "ar", "لا تُتاح قراءة ملف السجلات «\u{2068}Sources\u{2069}»"),
    ])
  func aFileOfRecordsThatCannotBeReadIsSaidInASentence(file: String, language: String, words: String) throws {
    let result = try Program.run([
      "check", "acceptance-letter", "--office", SampleRun.office, "--records", file, "--lang", language,
    ])
    #expect(result.code == 3 && result.errors.contains(words), "\(result.errors)")
  }

  @Test func bulkAnswersOneLineForEachLine() throws {
    let result = try Program.run(["value", "hijri", "--bulk"], input: "1410-01-01\nx\n1448-01-01\n")
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines.first == "1989-08-02" && lines.last == "2026-06-16")
    #expect(lines[1].hasPrefix("invalid\t"))
    #expect(result.code == 0)
  }

  @Test func fontsListsEveryLockedFileAsFound() throws {
    let result = try Program.run(["fonts"])
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.output.contains("Amiri\tregular\tfonts-hosny-amiri"))
  }

  @Test func convertingATemplateToEnglishAndBackLosesNothing() throws {
    let folder = try TemporaryFolder()
    let path = Repository.file("Templates/acceptance-letter/template.khitab").path
    let english = try Program.run(["template", "convert", path, "--to", "en"])
    let copy = folder.url.appending(path: "english.khitab")
    try english.output.write(to: copy, atomically: true, encoding: .utf8)
    let back = try Program.run(["template", "convert", copy.path, "--to", "ar"])
    #expect(english.output != back.output)
    #expect(back.output == (try String(contentsOfFile: path, encoding: .utf8)))
  }

  @Test func aTemplateThatIsNotUTF8IsTheUsersMistake() throws {
    let folder = try TemporaryFolder()
    let template = folder.url.appending(path: "old.khitab")
    try Data([0xC7, 0xE1, 0xD3, 0xE1, 0xC7, 0xE3]).write(to: template)
    let result = try Program.run(
      ["preview", "--template", template.path, "--output", folder.url.path + "/x.pdf", "--lang", "en"])
    #expect(result.code == 1)
    #expect(result.errors.contains("[issuing.not-utf8]"))
  }
}
