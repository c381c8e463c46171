import Foundation
import TestSupport
import Testing

@Suite struct PostCommandTests {
  private static let members = Repository.file("samples/members.csv").path

  @Test(arguments: ["3x7", "2x7", "dl"]) func labelsComeFromMembersInTheOrderOfThePost(paper: String) throws {
    let folder = try TemporaryFolder()
    let output = folder.url.appending(path: "labels.pdf").path
    let result = try Program.run([
      "labels", "--records", Self.members, "--paper", paper, "--output", output, "--format", "json",
    ])
    #expect(FileManager.default.fileExists(atPath: output), "\(result.errors)")
    let text = try Program.run(URL(filePath: "/usr/bin/pdftotext"), ["-layout", output, "-"]).output
    #expect(text.contains("65948"))
    let again = folder.url.appending(path: "again.pdf").path
    _ = try Program.run(["labels", "--records", Self.members, "--paper", paper, "--output", again])
    #expect(try Data(contentsOf: URL(filePath: output)) == Data(contentsOf: URL(filePath: again)))
  }

  @Test func anAddressThatIsMissingIsReportedWithItsRow() throws {
    let folder = try TemporaryFolder()
    let records = folder.url.appending(path: "few.csv")
    try
      "الاسم,الجنس,العنوان الوطني\nنورة بنت صالح,خطأ,2126 شارع الخزامى، حي السنابل، الرياض 13213-6214\nسعود بن ناصر,ذكر,\n"
      .write(
        to: records, atomically: true, encoding: .utf8)
    let output = folder.url.appending(path: "labels.pdf").path
    let office = Repository.file("samples").path
    let result = try Program.run([
      "labels", "--records", records.path, "--office", office, "--output", output, "--format", "json",
    ])
    #expect(result.code == 1)
    let text = try Program.run(URL(filePath: "/usr/bin/pdftotext"), ["-layout", output, "-"]).output
    // A gender that can't be read keeps no label back.
    #expect(text.contains("13213"))
    #expect(result.output.contains("issuing.post-no-address") && result.output.contains("\"row\" : 3"))
    #expect(FileManager.default.fileExists(atPath: output))
  }

  @Test func aLettersNumberStandsBelowTheAddress() throws {
    let folder = try TemporaryFolder()
    let records = folder.url.appending(path: "one.csv")
    try
      "الاسم,العنوان الوطني,رقم الخطاب\nنورة بنت صالح,2126 شارع الخزامى، حي السنابل، الرياض 13213-6214,1448/125\n"
      .write(to: records, atomically: true, encoding: .utf8)
    let output = folder.url.appending(path: "labels.pdf").path
    let labels = [
      "labels", "--records", records.path, "--office", Repository.file("samples").path, "--output", output,
    ]
    for (further, isShown) in [([], false), (["--reference-field", "رقم الخطاب"], true)] {
      #expect(try Program.run(labels + further).code == 0)
      let text = try Program.run(URL(filePath: "/usr/bin/pdftotext"), ["-layout", output, "-"]).output
      #expect(text.contains("1448/125") == isShown)
    }
    let telling = try Program.run(labels + ["--reference-field", "رقم الهوية", "--lang", "en"])
    #expect(telling.code == 1 && telling.errors.contains("[issuing.post-not-reference]"), "\(telling.errors)")
  }

  @Test(arguments: [("3x7", "21"), ("2x7", "14"), ("dl", "1"), ("3x7", "99999999999")])
  func noMoreLabelsAreSkippedThanASheetHas(paper: String, skip: String) throws {
    let desk = try IssuingDesk(members: 1)
    let file = desk.path + "/labels.pdf"
    let refused = try desk.run(
      [
        "labels", "--records", desk.path + "/records.json", "--paper", paper, "--skip", skip, "--output",
        file,
      ])
    #expect(refused.code == 2 && refused.errors.contains("--skip"), "\(refused.errors)")
    #expect(!FileManager.default.fileExists(atPath: file))
  }

  /// A dictionary of the office's own needs no English names for labels, nor does its office for its folder.
  @Test func nameAndAddressAreTheDictionarysOwn() throws {
    let folder = try TemporaryFolder()
    func write(_ text: String, _ name: String) throws {
      try text.write(to: folder.url.appending(path: name), atomically: true, encoding: .utf8)
    }
    try write("الجمعية: {الاسم: جمعية نور البيان, الترخيص: \"3371\"}\n", "office.yaml")
    try write(
      "الحقول: [{الاسم: الاسم, النوع: اسم}, {الاسم: عنوان الكافل, النوع: عنوان وطني}]\n", "fields.yaml")
    let elsewhere = try TemporaryFolder()
    let records = elsewhere.url.appending(path: "few.csv")
    try "الاسم,عنوان الكافل\nنورة بنت صالح,\"2126 شارع الخزامى، حي السنابل، الرياض 13213-6214\"\n".write(
      to: records, atomically: true, encoding: .utf8)
    let result = try Program.run(
      ["labels", "--records", records.path, "--output", "labels.pdf", "--lang", "en"], folder: folder.url)
    #expect(result.code == 0 && result.errors.contains("1 page written to labels.pdf"), "\(result.errors)")
  }

  @Test func aCalibrationPageNeedsNoRecords() throws {
    let folder = try TemporaryFolder()
    let output = folder.url.appending(path: "calibration.pdf").path
    #expect(try Program.run(["labels", "--calibration", "--paper", "c5", "--output", output]).code == 0)
    #expect(try Program.run(["labels", "--output", output]).code == 2)
    let moved = ["labels", "--calibration", "--offset-x", "-2", "--offset-y", "-1.5", "--output", output]
    #expect(try Program.run(moved).code == 0)
    #expect(try Program.run(["labels", "--calibration", "--paper", "a9", "--output", output]).code == 2)
  }

  @Test func aRunForThePostIsSortedAndBeginsEachLetterOnAFront() throws {
    let folder = try TemporaryFolder()
    let output = folder.url.appending(path: "run.pdf").path
    let result = try Program.run([
      "render", "--template", "acceptance-letter", "--records", "samples/requests.xlsx", "--sheet",
      "المقبولة",
      "--members", "samples/members.csv", "--on", "رقم العضوية", "--output", output, "--by-post", "--duplex",
      "--sheet-codes", "--fold-marks",
    ])
    #expect(FileManager.default.fileExists(atPath: output), "\(result.errors)")
    let text = try Program.run(URL(filePath: "/usr/bin/pdftotext"), ["-layout", output, "-"]).output
    let pages = text.split(separator: "\u{C}", omittingEmptySubsequences: false).dropLast()
    #expect(pages.count.isMultiple(of: 2))
    let outlines = try Program.run(URL(filePath: "/usr/bin/qpdf"), ["--json", "--json-key=outlines", output])
      .output
    let titles = outlines.split(separator: "\n").filter { $0.contains("\"title\"") }
    // A letter's title is that of all; what tells it apart is in its bookmark too.
    #expect(titles.count > 2 && Set(titles).count == titles.count, "\(titles)")
    let fronts = pages.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element)
    #expect(fronts.allSatisfy { $0.contains("/1") || $0.contains("/2") })
    #expect(fronts.first?.contains("0001-1/1") == true)
    let refused = try Program.run([
      "render", "--template", "acceptance-letter", "--records", "samples/requests.xlsx", "--output",
      folder.url.path,
      "--duplex",
    ])
    #expect(refused.code == 2)
  }

  @Test func aFileIsPrintedOnceAndAMissingPrinterIsSaid() throws {
    let printer = try TestServer("printer", ["-2"], takesFolder: true)
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "page.pdf").path
    #expect(try Program.run(["labels", "--calibration", "--output", file]).code == 0)
    let address = "ipp://127.0.0.1:\(printer.port)/ipp/print"
    let result = try Program.run(["print", file, "--printer", address, "--duplex"])
    #expect(result.code == 0, "\(result.errors)")
    let other = try Program.run(["print", "samples/office.yaml", "--printer", address, "--lang", "en"])
    #expect(other.code == 1 && other.errors.contains("[khitab.print-not-pdf]"), "\(other.errors)")
    let missing = try Program.run(["print", file, "--printer", "ipp://127.0.0.1:1/ipp/print"])
    #expect(missing.code == 3 && missing.errors.contains("nothing was printed"))
  }
}
