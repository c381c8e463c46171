import Foundation
import TestSupport
import Testing

/// An office whose `calendar.txt` moves a month: everything that states a Hijri day follows it.
@Suite struct OfficeCalendarTests {
  /// Jumada al-Akhira 1448, which begins on 11 November 2026, begins a day earlier: 26 November is its 17th day.
  private func desk(_ style: [String: String] = [:]) throws -> IssuingDesk {
    let desk = try IssuingDesk(members: 1)
    var member = IssuingDesk.member(1)
    member["الجوال"] = "0501234567"
    try desk.write([member])
    try Data("1448-06 2026-11-10\n".utf8).write(to: desk.folder.url.appending(path: "calendar.txt"))
    let file = desk.folder.url.appending(path: "office.yaml")
    var office = try String(contentsOf: file, encoding: .utf8)
    for (setting, value) in style { office = office.replacing(setting, with: value) }
    try Data(office.utf8).write(to: file)
    return desk
  }

  /// The text of a file, without the marks of direction that its reader puts in.
  private func text(of file: String) throws -> String {
    let text = try Program.run(URL(filePath: "/usr/bin/pdftotext"), ["-layout", file, "-"]).output
    return String(
      String.UnicodeScalarView(text.unicodeScalars.filter { $0.properties.generalCategory != .format }))
  }

  @Test func theRegisterAndWhatIsCheckedFollowIt() throws {
    let desk = try desk()
    #expect(try desk.issue(row: 1, ["--attach-data"], at: "2026-11-26T09:00:00Z").code == 0)
    #expect(try desk.query("SELECT hijri FROM entries") == ["1448-06-17"])
    let letter = desk.path + "/letters/1448/SANA-OUT-1448-000001.pdf"
    #expect(try !desk.run(["verify", letter]).errors.contains("letter.date-differs"))
    let search = ["register", "search", "--office", desk.path, "--from", "1448/06/17", "--to", "1448/06/17"]
    #expect(try desk.run(search).output.contains("OUT-1448-000001"))
    // What was entered stays as it was.
    try FileManager.default.removeItem(atPath: desk.path + "/calendar.txt")
    #expect(
      try desk.run(["register", "show", "1448/1", "--office", desk.path]).output.contains("1448/06/17"))
    #expect(try desk.run(search).output.isEmpty)
    #expect(try desk.run(["register", "audit", "--office", desk.path]).code == 0)
  }

  /// The office's digits and where its year stands, and the day as the copy and the message have it.
  @Test(arguments: [
    ([:], "١٤٤٨/٠٦/١٧هـ", "(١)"), (["الأرقام: ٠١٢٣": "الأرقام: \"0123\""], "1448/06/17هـ", "(1)"),
    (["موضع السنة: يسار": "موضع السنة: يمين"], "١٧/٠٦/١٤٤٨هـ", "(١)"),
  ])
  func copiesAndMessagesFollowItInTheOfficesStyle(style: [String: String], date: String, count: String) throws
  {
    let desk = try desk(style)
    #expect(try desk.issue(row: 1, ["--channel", "sms"], at: "2026-11-26T09:00:00Z").code == 0)
    for (kind, words) in [
      ("replacement", "بدل فاقد رقم \(count) — حُرر في"), ("certified", "صورة طبق الأصل — بتصديق منيرة، في"),
    ] {
      let line = ["copy", "1448/1", "--kind", kind] + desk.letters()
      let copy = try desk.run(line, at: "2026-11-26T10:00:00Z")
      #expect(copy.code == 0, "\(copy.errors)")
      let file = try #require(copy.output.split(whereSeparator: \.isWhitespace).last.map(String.init))
      let text = try text(of: file)
      #expect(text.contains(words) && text.contains(String(date.dropLast(2))), "\(text)")
    }
    #expect(try desk.run(["copy", "1448/1"] + desk.letters()).output == "same\n")
    let sheet = desk.path + "/messages.csv"
    #expect(try desk.run(["sms", "--office", desk.path, "--output", sheet]).code == 0)
    #expect(try String(contentsOfFile: sheet, encoding: .utf8).contains("وتاريخ \(date)."))
  }
}
