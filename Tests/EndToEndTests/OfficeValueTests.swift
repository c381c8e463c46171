import Foundation
import Testing

/// `khitab value --office`: a value as this office would write it.
@Suite struct OfficeValueTests {
  private func office(_ style: String = "{}", calendar: String? = nil) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let yaml = "الجمعية: {الاسم: جمعية الغيمة, الترخيص: \"12\"}\nأسلوب الكتابة: \(style)\n"
    try Data(yaml.utf8).write(to: folder.url.appending(path: "office.yaml"))
    if let calendar { try Data(calendar.utf8).write(to: folder.url.appending(path: "calendar.txt")) }
    return folder
  }

  @Test func writesInTheOfficesStyle() throws {
    let folder = try office("{المئة: مئة, الياء المحذوفة: بلا علامة, العملة: ريال, الأرقام: \"0123\"}")
    let result = try Program.run(["value", "money", "108.28", "--office", folder.url.path])
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.output.contains("فقط مئة وثمانية ريالات وثمان وعشرون هللة لا غير"))
    #expect(result.output.contains("\t108.28"))
  }

  @Test func convertsByTheOfficesCalendar() throws {
    let folder = try office(calendar: "# إعلان المحكمة العليا\n1449-10 2028-02-27\n")
    let own = try Program.run(["value", "hijri", "1449-10-01", "--office", folder.url.path])
    #expect(own.output.contains("2028-02-27"))
    let official = try Program.run(["value", "hijri", "1449-10-01"])
    #expect(official.output.contains("2028-02-26"))
  }

  @Test func aWrongLineOfTheCalendarIsReportedWithItsPlace() throws {
    let folder = try office(calendar: "1449-10 2028-02-27\nغداً\n")
    let result = try Program.run(
      ["value", "hijri", "1449-10-01", "--office", folder.url.path, "--lang", "en"])
    #expect(result.code == 1)
    #expect(
      result.errors.contains("[values.override-line]") && result.errors.contains("line 2"))
  }

  @Test(arguments: [
    (["cardinal", "-5"], 1 as Int32, "values.negative-number-in-words"),
    (["money", "-5"], 1, "values.amount-negative"), (["cardinal", "5", "--colour"], 2, "--colour"),
    (["money", "--lang", "ar", "1500", "ريال"], 0, ""),
  ])
  func readsAValueOfSeveralWordsOrWithAMinus(words: [String], code: Int32, message: String) throws {
    let result = try Program.run(["value"] + words)
    #expect(result.code == code, "\(result.errors)")
    #expect(message.isEmpty || result.errors.contains(message))
  }

  @Test func bulkHasASpellingOfItsOwn() throws {
    let folder = try office()
    let result = try Program.run(["value", "cardinal", "--bulk", "--office", folder.url.path])
    #expect(result.code == 2)
  }
}
