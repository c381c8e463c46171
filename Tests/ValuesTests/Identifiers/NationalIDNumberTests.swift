import Diagnostics
import Testing

@testable import Values

@Suite struct NationalIDNumberTests {
  @Test func judgesEverySampleRow() throws {
    let ids = [
      "invalid-checksum": "values.national-id-check-digit", "invalid-prefix": "values.national-id-prefix",
      "invalid-format": "values.national-id-length",
    ]
    for row in try Fixture.rows("sa_national_id.csv") {
      let reading = Identifier.read(row[0], as: .nationalID)
      switch row[1] {
      case "valid-citizen": #expect(reading == Reading(Identifier(.nationalID, stored: row[0])), "\(row)")
      case "valid-resident": #expect(reading == Reading(Identifier(.iqama, stored: row[0])), "\(row)")
      case "policy": #expect(reading.value?.stored == Digits.ascii(row[0]), "\(row)")
      case "invalid-format" where row[0].hasSuffix("\u{A0}"):
        // In a record, cleaning makes it a plain space; only a list of numbers refuses it.
        #expect(reading.value?.stored == "1000000008")
        #expect(IdentifierBulkAnswers.nationalID(row[0]).hasPrefix("invalid\t"))
      case "invalid-format" where row[2].hasPrefix("Devanagari"):
        #expect(reading.diagnostics.map(\.message.id) == ["values.foreign-digits"])
      default:
        #expect(reading.diagnostics.map(\.message.id) == [ids[row[1]]], "\(row)")
        #expect(IdentifierBulkAnswers.nationalID(row[0]).hasPrefix("invalid\t"), "\(row)")
      }
    }
  }

  @Test(arguments: ["1000000008", "2000000006"]) func acceptsRightCheckDigits(_ number: String) {
    #expect(Identifier.read(number, as: .nationalID).diagnostics.isEmpty)
    #expect(IdentifierBulkAnswers.nationalID(number) == number)
  }

  @Test(arguments: ["1000000000", "2000000004", "1234567890"]) func keepsWrongCheckDigitsWithWarning(
    _ number: String
  ) {
    let reading = Identifier.read(number, as: .nationalID)
    #expect(reading.value?.stored == number)
    #expect(reading.diagnostics.map(\.severity) == [.warning])
  }

  @Test(arguments: [
    "١٠٠٠٠٠٠٠٠٨", "۱۰۰۰۰۰۰۰۰۸", "\u{200F}1000000008\u{200E}", "1000-000-008", "1000 000 008", " 1000000008 ",
    "1٠٠۰000008", "1000000008\u{200C}", "\u{200D}1000000008",
  ])
  func acceptsWhatPeopleTypeBetweenDigits(_ text: String) {
    #expect(Identifier.read(text, as: .nationalID) == Reading(Identifier(.nationalID, stored: "1000000008")))
  }

  @Test(arguments: ["１０００００００００８", "१०००००००००८", "①000000008", "১০০০০০০০০৮"])
  func refusesDigitsOfOtherScripts(_ text: String) {
    #expect(Identifier.read(text, as: .nationalID).diagnostics.map(\.message.id) == ["values.foreign-digits"])
  }

  @Test func everyValidNumberFailsWithoutADigitOrWithOneChanged() {
    var state: UInt64 = 7
    for _ in 0..<300 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let stem = String(1 + Int(state >> 63)) + String(String(state >> 8).suffix(8))
      let number = (0...9).map { stem + String($0) }.filter(NationalIDNumber.hasValidCheckDigit)
      #expect(number.count == 1)
      guard let valid = number.first else { continue }
      #expect(Identifier.read(valid, as: .nationalID).diagnostics.isEmpty)
      for index in valid.indices {
        var shorter = valid
        shorter.remove(at: index)
        #expect(Identifier.read(shorter, as: .nationalID).value == nil)
        var changed = valid
        changed.replaceSubrange(index...index, with: String((Int(String(valid[index])) ?? 0) + 1).suffix(1))
        #expect(!Identifier.read(changed, as: .nationalID).diagnostics.isEmpty)
      }
    }
  }
}
