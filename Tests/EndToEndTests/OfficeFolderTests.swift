import Foundation
import TestSupport
import Testing

/// An office's own theme and templates, in its folder: every command takes them.
@Suite struct OfficeFolderTests {
  /// An office whose foot says «شعارنا», with one template of its own, and another in the place of one of the toolkit's.
  private func desk() throws -> IssuingDesk {
    let desk = try IssuingDesk(members: 1)
    try desk.addCases()
    func make(_ name: String) throws {
      try FileManager.default.createDirectory(
        at: desk.folder.url.appending(path: name), withIntermediateDirectories: true)
    }
    try make("theme")
    try FileManager.default.copyItem(
      at: Repository.file("Templates/theme/logo.svg"), to: desk.folder.url.appending(path: "theme/logo.svg"))
    let theme = try String(contentsOf: Repository.file("Templates/theme/theme.yaml"), encoding: .utf8)
    try theme.replacing("\"{{عنوان الجمعية | اختياري}}\"", with: "شعارنا العطاء").write(
      to: desk.folder.url.appending(path: "theme/theme.yaml"), atomically: true, encoding: .utf8)
    for name in ["our-letter", "receipt-notice"] {
      try make("templates/" + name)
      let kept =
        "النوع: خطاب\nالعنوان: خطابنا\nالموضوع: كتبناه\nالمخاطب: العضو\nالموقّع: المدير التنفيذي\nالسلسلة: صادر\n"
      try (kept + "---\nهذا نصنا عن الطلب {{رقم الطلب}}.\n").write(
        to: desk.folder.url.appending(path: "templates/\(name)/template.khitab"), atomically: true,
        encoding: .utf8)
    }
    return desk
  }

  private func text(of file: String) throws -> String {
    try Program.run(URL(filePath: "/usr/bin/pdftotext"), [file, "-"]).output
  }

  @Test func ownThemeAndTemplatesNeedNoOption() throws {
    let desk = try desk()
    let file = desk.path + "/letter.pdf"
    let records = ["--records", desk.path + "/records.json", "--output", file]
    let previewed = try desk.run(["preview", "--template", "our-letter"] + records)
    #expect(previewed.code == 0, "\(previewed.errors)")
    let letter = try text(of: file)
    #expect(letter.contains("شعارنا العطاء") && letter.contains("هذا نصنا"), "\(letter)")
    // Another theme is still a matter of an option.
    let other = try desk.run(
      ["preview", "--template", "our-letter", "--theme", Repository.file("Templates/theme").path] + records)
    #expect(other.code == 0, "\(other.errors)")
    #expect(try !text(of: file).contains("شعارنا"))
    let unknown = try desk.run(["check", "none", "--office", desk.path])
    let names = unknown.errors.split(separator: "templates are: ").last?.split(separator: ", ") ?? []
    #expect(names.first == "our-letter" && names.count { $0.hasPrefix("receipt-notice") } == 1, "\(names)")
  }

  @Test func theDesksPapersAreSetInTheOfficesOwnTheme() throws {
    let desk = try desk()
    try """
    new --members members.csv --only "رقم العضوية=0002" --service "ترميم مسكن" --details "سقف متضرر."
    submit 1448/0001 --channel site
    send-receipt 1448/0001
    """.write(toFile: desk.path + "/story.txt", atomically: true, encoding: .utf8)
    let told = try desk.run(
      ["case", "run", desk.path + "/story.txt", "--office", desk.path], at: "2026-11-23T09:00:00Z")
    #expect(told.code == 0, "\(told.errors)")
    let papers = try FileManager.default.contentsOfDirectory(atPath: desk.path + "/papers")
    let receipt = try #require(papers.first { $0.contains("receipt-notice") }, "\(papers)")
    let shown = try text(of: desk.path + "/papers/" + receipt)
    #expect(shown.contains("شعارنا العطاء") && shown.contains("هذا نصنا"), "\(shown)")
  }

  /// What a new office's own dictionary and file lack is said to be wanted there, and not in the record's cell alone.
  @Test func aValueThatNoRecordCanStateIsSoughtWhereItBelongs() throws {
    let folder = try TemporaryFolder()
    func write(_ text: String, _ name: String) throws {
      try text.write(to: folder.url.appending(path: name), atomically: true, encoding: .utf8)
    }
    try write(
      "الجمعية: {الاسم: جمعية نور البيان, الترخيص: \"3371\"}\nالموقعون: {المدير التنفيذي: خالد المطرودي}\n",
      "office.yaml")
    try write(
      "الحقول: [{الاسم: اسم الكافل, النوع: اسم}, {الاسم: الأيتام, النوع: قائمة, الحقول: [{الاسم: الصف, النوع: نص}]}]\n",
      "fields.yaml")
    try write("[{\"اسم الكافل\": \"نورة\", \"الأيتام\": [{\"الصف\": \"\"}]}]", "records.json")
    let head = "المخاطب: العضو\nالموقّع: المدير التنفيذي\n---\n"
    try write(head + "نشكر لكم.\n", "thanks.khitab")
    try write(
      head + "على {{الرقم الموحد}}.\n\n{{لكل يتيم من الأيتام}}\n- {{يتيم.الصف}}\n{{نهاية لكل}}\n",
      "note.khitab")
    let checked = try Program.run(
      ["check", "thanks.khitab", "note.khitab", "--records", "records.json", "--lang", "en"],
      folder: folder.url)
    #expect(checked.code == 1)
    let said = checked.errors.components(separatedBy: "error: ").filter { $0.contains("missing-value") }
    func hint(_ field: String) -> String { said.first { $0.contains("no “\(field)”") } ?? "" }
    #expect(hint("الاسم").contains("fields.yaml has no field of this name"), "\(checked.errors)")
    #expect(hint("الرقم الموحد").contains("state it in office.yaml"), "\(checked.errors)")
    #expect(!hint("الصف").isEmpty && !hint("الصف").contains(".yaml"), "\(checked.errors)")
  }

  @Test func aThemeFolderWithoutItsFileIsNotPassedOver() throws {
    let desk = try desk()
    try FileManager.default.removeItem(atPath: desk.path + "/theme/theme.yaml")
    let refused = try desk.run(["check", "our-letter", "--office", desk.path])
    #expect(refused.code != 0 && refused.errors.contains("theme/theme.yaml"), "\(refused.errors)")
  }
}
