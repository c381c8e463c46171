import Foundation
import TestSupport
import Testing

/// A template is approved before use, compared with what was issued from it, and brought back.
@Suite struct TemplateChangeTests {
  private static let sentence = "نسأل الله لكم التوفيق، ونسعد دائماً بخدمتكم."

  /// The acceptance letter with other words, in a folder of its own.
  private func changed(in desk: IssuingDesk, _ old: String, _ new: String) throws -> String {
    let folder = desk.folder.url.appending(path: "changed")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let source = Repository.file("Templates/acceptance-letter/template.khitab")
    let text = try String(contentsOf: source, encoding: .utf8)
    #expect(text.contains(old))
    let file = folder.appending(path: "template.khitab")
    try text.replacing(old, with: new).write(to: file, atomically: true, encoding: .utf8)
    return file.path
  }

  private func diff(_ template: String, in desk: IssuingDesk, _ further: [String] = []) throws
    -> Program.Result
  {
    try desk.run(
      ["template", "diff", template, "--office", desk.path, "--records", desk.path + "/records.json"]
        + further)
  }

  @Test func onlyLettersThatWouldChangeAreNamedPageBesidePage() throws {
    let desk = try IssuingDesk(members: 2)
    var members = (1...2).map { IssuingDesk.member($0) }
    members[1]["مبلغ الدعم"] = nil
    try desk.write(members)
    #expect(try desk.issue(row: 1).code == 0 && desk.issue(row: 2).code == 0)
    let same = try diff(try changed(in: desk, "الإصدار: 1", "الإصدار: 2"), in: desk)
    #expect(same.output == "OUT-1448-000002\tsame\nOUT-1448-000001\tsame\n", "\(same.errors)")
    // Only a letter with an amount says this.
    let output = desk.path + "/diff.pdf"
    let template = try changed(in: desk, "وتقديم دعم قدره", "ومنحكم دعماً قدره")
    let found = try diff(template, in: desk, ["--output", output])
    #expect(found.output == "OUT-1448-000002\tsame\nOUT-1448-000001\tdiffers\t1\n", "\(found.errors)")
    let sheet = try Program.run(URL(filePath: "/usr/bin/pdfinfo"), [output])
    #expect(sheet.output.contains(#/Pages: +1\n/#))
    #expect(sheet.output.contains(#/Page size: +1202\.[0-9]+ x 841/#), "\(sheet.output)")
    #expect(try diff(template, in: desk, ["--last", "1"]).output == "OUT-1448-000002\tsame\n")
  }

  @Test func theFormGivenMayBeTheVeryFormOfTheLetter() throws {
    let desk = try IssuingDesk(members: 1)
    let template = try changed(in: desk, Self.sentence, "وفقكم الله.")
    let issued = try desk.run([
      "issue", "--template", template, "--office", desk.path, "--records", desk.path + "/records.json",
    ])
    #expect(issued.code == 0, "\(issued.errors)")
    let found = try diff(template, in: desk)
    #expect(found.output == "OUT-1448-000001\tsame\n", "\(found.errors)")
  }

  @Test func aLetterWhoseRecordIsGoneIsNotGuessedAt() throws {
    let desk = try IssuingDesk(members: 1)
    #expect(try desk.issue(row: 1).code == 0)
    var member = IssuingDesk.member(1)
    member["الخدمة المطلوبة"] = "خدمة أخرى"
    try desk.write([member])
    let found = try diff(try changed(in: desk, Self.sentence, "وفقكم الله."), in: desk)
    #expect(found.output == "OUT-1448-000001\tunknown\n")
    #expect(found.errors.contains("[khitab.diff-no-record]"))
  }

  @Test func aCatalogueThatCannotBeReadIsSaid() throws {
    let desk = try IssuingDesk(members: 1)
    #expect(try desk.issue(row: 1).code == 0)
    try "الخدمات: []".write(
      to: desk.folder.url.appending(path: "catalogue.yaml"), atomically: true, encoding: .utf8)
    let found = try diff(try changed(in: desk, Self.sentence, "وفقكم الله."), in: desk)
    #expect(found.code == 1 && found.errors.contains("[cases.catalogue-empty]"), "\(found.errors)")
  }

  @Test func noLetterIsIssuedFromATemplateThatNobodyApproved() throws {
    let desk = try IssuingDesk(members: 1)
    let file = desk.folder.url.appending(path: "office.yaml")
    let office = try String(contentsOf: file, encoding: .utf8)
    try office.replacing("السجلات:", with: "السجلات:\n  اعتماد القوالب: نعم").write(
      to: file, atomically: true, encoding: .utf8)
    let refused = try desk.issue(row: 1)
    #expect(refused.code == 1 && refused.output == "")
    #expect(refused.errors.contains("[issuing.template-not-approved]"), "\(refused.errors)")
    let approved = try desk.run(
      ["template", "approve", "acceptance-letter", "--office", desk.path], by: "سلمان")
    #expect(approved.output.hasPrefix("MS-10\t1\t"), "\(approved.errors)")
    #expect(try desk.issue(row: 1).code == 0)
    // A word more is another form, which nobody has approved.
    let changed = try changed(in: desk, Self.sentence, "وفقكم الله.")
    let other = try desk.run([
      "issue", "--template", changed, "--office", desk.path, "--records", desk.path + "/records.json",
    ])
    #expect(other.errors.contains("[issuing.template-not-approved]"))
    try desk.expectExactly(1)
    // What was approved is kept whole and comes back as it was.
    let versions = try desk.run(["template", "versions", "MS-10", "--office", desk.path])
    let row = try #require(versions.output.split(separator: "\n").first).split(separator: "\t")
    #expect(row.last == "سلمان")
    let back = desk.path + "/back"
    let restored = try desk.run([
      "template", "restore", String(row[2]), "--output", back, "--office", desk.path,
    ])
    #expect(restored.code == 0, "\(restored.errors)")
    let text = try Data(contentsOf: URL(filePath: back + "/template.khitab"))
    #expect(text == (try Data(contentsOf: Repository.file("Templates/acceptance-letter/template.khitab"))))
  }
}
