import Diagnostics
import Testing

@testable import Values

@Suite struct PhoneNumberTests {
  @Test func judgesEverySampleRow() throws {
    let services: [String: PhoneNumber.Service] = [
      "MOBILE": .mobile, "FIXED_LINE": .landline, "SHARED_COST": .unified, "TOLL_FREE": .tollFree,
      "PREMIUM_RATE": .premium,
    ]
    for row in try Fixture.rows("sa_phone.csv") {
      let (isValid, isSaudi, type) = (row[2] == "True", row[3] == "True", row[4])
      let phone = Identifier.read(row[0], as: .phone)
      let mobile = Identifier.read(row[0], as: .mobile)
      if isValid {
        #expect(phone == Reading(Identifier(.phone, stored: row[1])), "\(row)")
        #expect(PhoneNumber.service(ofE164: row[1]) == (isSaudi ? services[type] : nil), "\(row)")
      } else {
        #expect(!phone.diagnostics.isEmpty, "\(row)")
        #expect(PhoneNumber.service(ofE164: row[1]) == nil, "\(row)")
      }
      if isValid, type == "MOBILE" {
        #expect(mobile == Reading(Identifier(.mobile, stored: row[1])), "\(row)")
        #expect(IdentifierBulkAnswers.mobile(row[0]) == row[1], "\(row)")
      } else {
        #expect(IdentifierBulkAnswers.mobile(row[0]).hasPrefix("invalid\t"), "\(row)")
      }
    }
  }

  @Test(arguments: [
    "٠50١234567", "0501234567", "501234567", "+966501234567", "00966501234567", "050-123 4567",
  ])
  func unitesTheWaysOfTyping(_ text: String) {
    #expect(Identifier.read(text, as: .mobile) == Reading(Identifier(.mobile, stored: "+966501234567")))
  }

  @Test(arguments: ["０５０１２３４５６７", "050١२३4567", "050123456x", "966501234567+", "", "050/1234567"])
  func refusesWhatIsNoNumber(_ text: String) {
    #expect(Identifier.read(text, as: .mobile).value == nil)
  }

  @Test(arguments: [
    ("00501234567", ["values.phone-zero-too-many"]), ("+501234567", []), ("00201001234567", []),
    ("+9991234567", ["values.phone-unknown-country"]), ("002101234567", ["values.phone-unknown-country"]),
    ("+2591234567", ["values.phone-unknown-country"]), ("+97150123456", []), ("+12025550123", []),
  ])
  func warnsOfForeignNumbersThatMayBeNone(_ text: String, _ ids: [String]) {
    let reading = Identifier.read(text, as: .phone)
    #expect(reading.value != nil)
    #expect(reading.diagnostics.map(\.message.id) == ids)
  }

  @Test func keepsAnUnassignedPrefixWithWarning() {
    let reading = Identifier.read("0521234567", as: .mobile)
    #expect(reading.value?.stored == "+966521234567")
    #expect(reading.diagnostics.map(\.message.id) == ["values.phone-unassigned"])
  }

  @Test(arguments: [
    ("0501234567", "+966 50 123 4567", "*********4567"), ("0112345678", "+966 11 234 5678", "*********5678"),
    ("920012345", "9200 12345", "*********2345"), ("8001234567", "800 123 4567", "**********4567"),
    ("+201001234567", "+201001234567", "*********4567"),
  ])
  func printsAndMasks(_ text: String, _ printed: String, _ masked: String) throws {
    let number = try #require(Identifier.read(text, as: .phone).value)
    #expect(number.printed == printed)
    #expect(number.masked == masked)
  }
}
