import Foundation
import TestSupport
import Testing

/// `khitab batch find`: who would get what and why, and records that a batch is planned from.
@Suite struct OutreachCommandTests {
  private func desk() throws -> IssuingDesk {
    let desk = try IssuingDesk(members: 2)
    let samples = Repository.file("samples").path
    try FileManager.default.copyItem(
      atPath: samples + "/catalogue.yaml", toPath: desk.path + "/catalogue.yaml")
    var members = (1...2).map { IssuingDesk.member($0) }
    for index in members.indices {
      members[index]["رقم الطلب"] = nil
      members[index]["تاريخ الاستحقاق"] = "1448/05/30هـ"
      members[index]["سنة الاشتراك"] = "١٤٤٨هـ"
      members[index]["مبلغ الاشتراك"] = "300"
    }
    members[1]["تاريخ السداد"] = "1448/05/12هـ"
    try desk.write(members)
    return desk
  }

  private func find(_ occasion: String, in desk: IssuingDesk, _ further: [String] = []) throws
    -> Program.Result
  {
    try desk.run(
      ["batch", "find", occasion, "--office", desk.path, "--records", desk.path + "/records.json"] + further,
      at: "2026-11-26T09:00:00Z")
  }

  @Test func whatIsFoundIsPlannedAndNothingIsSent() throws {
    let desk = try desk()
    let output = desk.path + "/unpaid.json"
    let found = try find("unpaid", in: desk, ["--output", output])
    #expect(found.code == 0, "\(found.errors)")
    #expect(found.output == "0001\tsubscription-reminder\tthe subscription was due on 2026-11-10\n")
    #expect(!FileManager.default.fileExists(atPath: desk.path + "/register.db"))
    let plan = try desk.run([
      "batch", "plan", "--template", "subscription-reminder", "--office", desk.path, "--records", output,
    ])
    #expect(plan.code == 0, "\(plan.errors)")
    #expect(plan.output.hasPrefix("subscription-reminder-"))
  }

  @Test func aServiceThatIsNotOfferedIsSaid() throws {
    let desk = try desk()
    let wrong = try find("service", in: desk, ["--service", "رحلة"])
    #expect(wrong.code == 1 && wrong.errors.contains("[khitab.find-service]"))
    #expect(try find("service", in: desk).code == 2)
    #expect(try find("overdue", in: desk).code == 2)
    let found = try find("service", in: desk, ["--service", "منحة دراسية"])
    #expect(found.output.split(separator: "\n").count == 2, "\(found.errors)")
  }
}
