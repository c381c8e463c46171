import Foundation
import PDFSyntax
import TestSupport
import Testing

/// Letters that carry what they state: the page and the data say one thing, or the letter is worth nothing.
@Suite struct AttachedDataTests {
  private static let moment = "2026-11-26T09:00:00Z"

  private func desks(members: Int = 1) throws -> (desk: IssuingDesk, authority: SigningDesk) {
    var desk = try IssuingDesk(members: members)
    desk.environment.merge(SigningDesk.secret) { $1 }
    return (desk, try SigningDesk(start: "1767225600"))
  }

  private func signing(_ authority: SigningDesk) -> [String] {
    [
      "--sign", authority.trial + "/signer.p12", "--passphrase", "env:KHITAB_TRIAL", "--trial",
      authority.trial,
      "--level", "B-LT",
    ]
  }

  private func verified(_ file: String, _ authority: SigningDesk) throws -> Program.Result {
    try authority.run(["verify", file, "--trust", authority.root, "--time", "1795683600"])
  }

  private func letter(_ desk: IssuingDesk, _ number: Int = 1) -> String {
    desk.path + "/letters/1448/SANA-OUT-1448-00000\(number).pdf"
  }

  private func data(of file: String) throws -> [String: Any] {
    let text = try Program.run(
      URL(filePath: "/usr/bin/env"), ["qpdf", "--show-attachment=letter-data.json", file])
    return try #require(try JSONSerialization.jsonObject(with: Data(text.output.utf8)) as? [String: Any])
  }

  @Test func aLetterIsIssuedSignedVerifiedAndComesOutTheSameAgain() throws {
    let (desk, authority) = try desks()
    let issued = try desk.issue(row: 1, signing(authority) + ["--attach-data"], at: Self.moment)
    #expect(issued.code == 0, "\(issued.errors)")
    try desk.expectExactly(1)
    let report = try verified(letter(desk), authority)
    #expect(report.code == 0, "\(report.output)")
    let found = try data(of: letter(desk))
    let fields = try #require(found["fields"] as? [String: Any])
    #expect(fields["رقم الخطاب"] as? String == "1448/1")
    #expect((found["code"] as? String)?.isEmpty == false)
    // The letter states neither of them, so nobody else learns them.
    #expect(fields["البريد الإلكتروني"] == nil && fields["المناسبة"] == nil, "\(fields.keys)")
    let compared = try desk.run(["copy", "1448/1"] + desk.letters(), at: Self.moment)
    #expect(compared.output == "same\n", "\(compared.errors)")
    #expect(!compared.errors.contains("issuing.input-changed"), "\(compared.errors)")
    let copy = try desk.run(["copy", "1448/1", "--kind", "certified"] + desk.letters(), at: Self.moment)
    #expect(copy.code == 0, "\(copy.errors)")
  }

  /// The words behind the pages of a trial belong to the letter that was issued, though nobody signs it again.
  @Test func aLetterSignedForTrialComesOutTheSameAgain() throws {
    let (desk, authority) = try desks()
    #expect(try desk.issue(row: 1, signing(authority), at: Self.moment).code == 0)
    #expect(try desk.issue(row: 1, at: Self.moment).code == 0)
    for number in ["1448/1", "1448/2"] {
      let compared = try desk.run(["copy", number] + desk.letters(), at: Self.moment)
      #expect(compared.output == "same\n" && compared.code == 0, "\(compared.errors)")
      #expect(!compared.errors.contains("issuing.input-changed"), "\(compared.errors)")
    }
    // What did change is still said.
    let changed = try desk.run(
      ["copy", "1448/1", "--custom", "government"] + desk.letters(), at: Self.moment)
    #expect(changed.output == "different\n" && changed.errors.contains("theme_sha256"), "\(changed.errors)")
  }

  @Test func aBatchCarriesWhatItsPlanSays() throws {
    let (desk, authority) = try desks(members: 2)
    let plan = try desk.run(["batch", "plan", "--attach-data"] + desk.letters())
    let id = plan.output.trimmingCharacters(in: .newlines)
    #expect(try desk.run(["batch", "approve", id, "--office", desk.path], by: "سلمان").code == 0)
    let run = try desk.run(
      ["batch", "run", id, "--office", desk.path] + signing(authority), at: Self.moment)
    #expect(run.code == 0, "\(run.errors)")
    try desk.expectExactly(2)
    for number in 1...2 {
      #expect(try verified(letter(desk, number), authority).code == 0)
      let fields = try data(of: letter(desk, number))["fields"] as? [String: Any]
      #expect(fields?["رقم الخطاب"] as? String == "1448/\(number)")
    }
    let compared = try desk.run(["copy", "1448/2", "--row", "2"] + desk.letters(), at: Self.moment)
    #expect(compared.output == "same\n", "\(compared.errors)")
  }

  @Test func theOfficeSaysWhetherLettersCarryTheirData() throws {
    let (desk, _) = try desks()
    let file = desk.folder.url.appending(path: "office.yaml")
    let office = try String(contentsOf: file, encoding: .utf8)
    try office.replacing("السجلات:", with: "السجلات:\n  إرفاق البيانات: نعم").write(
      to: file, atomically: true, encoding: .utf8)
    #expect(try desk.issue(row: 1, at: Self.moment).code == 0)
    #expect(try data(of: letter(desk))["code"] != nil)
    #expect(try desk.issue(row: 1, ["--no-attach-data"], at: Self.moment).code == 0)
    let listed = try Program.run(
      URL(filePath: "/usr/bin/env"), ["qpdf", "--list-attachments", letter(desk, 2)])
    #expect(!listed.output.contains("letter-data.json"), "\(listed.output)")
  }

  /// What can be bent of a letter, and what is then said of it.
  enum Bent: CaseIterable {
    case dataBefore, pageBefore, dataAfter, pageAfter
  }

  @Test(arguments: Bent.allCases) func aLetterThatSaysTwoThingsIsInvalid(_ bent: Bent) throws {
    let (desk, authority) = try desks()
    let isBefore = bent == .dataBefore || bent == .pageBefore
    let further = isBefore ? [] : signing(authority)
    #expect(try desk.issue(row: 1, further + ["--attach-data"], at: Self.moment).code == 0)
    let whole = [UInt8](try Data(contentsOf: URL(filePath: letter(desk))))
    let isData = bent == .dataBefore || bent == .dataAfter
    let changed = try isData ? withOtherNumber(whole) : withoutWords(whole)
    let path = authority.path("bent.pdf")
    try Data(changed).write(to: URL(filePath: path))
    var judged = path
    if isBefore {
      let (signed, result) = try authority.sign(path, ["--level", "B-LT", "--time", "1795683600"])
      #expect(result.code == 0, "\(result.errors)")
      judged = signed
    }
    let report = try verified(judged, authority)
    #expect(report.code == 1)
    #expect(
      report.output.contains("The printed number isn't the one in the letter's attached data"),
      "\(report.output)")
    #expect(
      report.output.contains("The file was changed after the signature") == !isBefore, "\(report.output)")
    #expect(report.output.contains("The printed verification code") == !isData, "\(report.output)")
  }

  private func withOtherNumber(_ bytes: [UInt8]) throws -> [UInt8] {
    let file = try PDFFile(bytes)
    let names = try file.value(of: "Names", in: file.catalog()).dictionary ?? [:]
    let tree = try file.value(of: "EmbeddedFiles", in: names).dictionary ?? [:]
    let list = try file.value(of: "Names", in: tree).array ?? []
    let specification = try file.resolve(try #require(list.last)).dictionary ?? [:]
    let place = try #require(try file.value(of: "EF", in: specification).dictionary?["F"].reference)
    var stream = try #require(try file.object(place).stream)
    let text = String(decoding: try stream.decoded(), as: UTF8.self)
    let other = text.replacing("\"1448/1\"", with: "\"1448/7\"")
    try #require(other != text)
    stream.dictionary["Filter"] = .null
    stream.bytes = Array(other.utf8)[...]
    return changed(file, place, stream)
  }

  private func withoutWords(_ bytes: [UInt8]) throws -> [UInt8] {
    let file = try PDFFile(bytes)
    let pages = try file.value(of: "Pages", in: file.catalog()).dictionary ?? [:]
    let first = try #require(try file.value(of: "Kids", in: pages).array?.first)
    let place = try #require(try file.resolve(first).dictionary?["Contents"].reference)
    var stream = try #require(try file.object(place).stream)
    stream.dictionary["Filter"] = .null
    stream.bytes = Array("q Q".utf8)[...]
    return changed(file, place, stream)
  }

  private func changed(_ file: PDFFile, _ place: PDFReference, _ stream: PDFStream) -> [UInt8] {
    var update = IncrementalUpdate(of: file)
    update.set(place, to: .stream(stream))
    return update.finish(identifier: [1, 2, 3]).bytes
  }
}
