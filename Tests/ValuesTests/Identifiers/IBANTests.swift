import Diagnostics
import Testing

@testable import Values

@Suite struct IBANTests {
  @Test func judgesEverySampleRow() throws {
    for row in try Fixture.rows("sa_iban.csv") {
      let stored = row[0].filter { $0 != " " && $0 != "-" }.uppercased()
      let reading = Identifier.read(row[0], as: .iban)
      if row[1] == "invalid" {
        #expect(reading.value == nil, "\(row)")
        #expect(IdentifierBulkAnswers.iban(row[0]).hasPrefix("invalid\t"), "\(row)")
      } else {
        #expect(reading == Reading(Identifier(.iban, stored: stored)), "\(row)")
        #expect(IdentifierBulkAnswers.iban(row[0]) == stored, "\(row)")
      }
    }
  }

  @Test func refusesTheCheckDigitsThatOnlyPassTheSum() {
    // Adding or taking 97 leaves the remainder: 02 → 99, 97 → 00, 98 → 01.
    for text in ["SA9980000000000000000008", "SA0080000000000000000044"] {
      #expect(Identifier.read(text, as: .iban).diagnostics.map(\.message.id) == ["values.iban-check-digits"])
    }
  }

  @Test(arguments: [
    ("GB82WEST12345698765432", "values.iban-country"), ("SA038000000060801016751", "values.iban-length"),
    ("SA03800000006080101675190", "values.iban-length"),
    ("SA03 8000 0000 6080 1016 751O", "values.iban-letters"),
    ("ＳＡ0380000000608010167519", "values.unexpected-character"), ("SA٠٣٨٠०", "values.foreign-digits"),
  ])
  func namesTheFlaw(_ text: String, _ id: String) {
    #expect(Identifier.read(text, as: .iban).diagnostics.map(\.message.id) == [id])
  }

  @Test func everySingleWrongDigitIsFound() {
    let valid = Array("SA0380000000608010167519")
    for index in 2..<valid.count {
      for digit in "0123456789" where digit != valid[index] {
        var changed = valid
        changed[index] = digit
        #expect(Identifier.read(String(changed), as: .iban).value == nil)
      }
    }
  }

  @Test func printsInFoursAndMasks() throws {
    let iban = try #require(Identifier.read("\u{200E}sa٠٣٨٠00000060۸۰10167519", as: .iban).value)
    #expect(iban.stored == "SA0380000000608010167519")
    #expect(iban.printed == "SA03 8000 0000 6080 1016 7519")
    #expect(iban.masked == "********************7519")
  }
}
