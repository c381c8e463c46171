import Diagnostics
import TestSupport
import Testing

@testable import Values

@Suite struct ValueFormsTests {
  @Test func everyKindsFormsStandAsRecorded() throws {
    let values: [(ValueForms.Kind, String)] = [
      (.cardinal, "١٢٥"), (.ordinal, "21"), (.money, "1,500.50"), (.percent, "2.5%"), (.date, "2026-11-23"),
      (.hijri, "١٣/٦/١٤٤٨هـ"), (.gregorian, "23/11/2026م"), (.nationalID, "١٠٠٠٠٠٠٠٠٨"),
      (.unifiedNumber, "٧٠٠١٢٣٤٥٦٧"), (.licence, "٥١٤٨"), (.reference, "١٤٤٨/ع/١٢٥"),
      (.iban, "sa03 8000 0000 6080 1016 7519"), (.mobile, "٠٥٠١٢٣٤٥٦٧"), (.phone, "920012345"),
      (.email, "Noura@Example.sa"),
      (.address, "RRRD2929، 2929 شارع الأمير سلطان، حي الروضة، الرياض 13213-7284"),
      (.name, "عبد الله بن صالح آل فلان"),
    ]
    #expect(values.map(\.0) == ValueForms.Kind.allCases)
    var lines: [String] = []
    for (kind, text) in values {
      lines.append("\(kind.rawValue) \(text)")
      let reading = ValueForms.forms(kind: kind.rawValue, text: text, style: HouseStyle())
      #expect(reading.diagnostics.isEmpty)
      for form in reading.value ?? [] {
        lines.append("  \(form.englishLabel) | \(form.arabicLabel) | \(visible(form.text))")
      }
    }
    try Golden.expect(
      lines.joined(separator: "\n") + "\n", matches: "Tests/ValuesTests/Goldens/value-forms.txt")
  }

  private func visible(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      let isShown = !scalar.isDirectionMark && scalar.value != 0xA0 && scalar.value != 0x20C1
      return isShown ? String(scalar) : "<\(String(scalar.value, radix: 16, uppercase: true))>"
    }.joined()
  }

  @Test(arguments: [
    ("colour", "1", "values.unknown-kind"), ("ordinal", "0", "values.ordinal-out-of-range"),
    ("hijri", "2026-11-23", "values.other-calendar"), ("gregorian", "1448/6/13", "values.other-calendar"),
    ("date", "5/6/1448", "values.date-ambiguous"), ("name", " \u{200F}", "values.name-empty"),
    ("money", "1.500", "values.amount-ambiguous"), ("mobile", "0112345678", "values.not-mobile"),
    ("unified-number", "1001234567", "values.reference-pattern"),
    ("licence", "م-12", "values.reference-pattern"),
    ("cardinal", "1.5", "values.too-many-decimals"),
  ])
  func refusesAndSaysWhy(_ kind: String, _ text: String, _ id: String) {
    let reading = ValueForms.forms(kind: kind, text: text, style: HouseStyle())
    #expect(reading.value == nil)
    #expect(reading.diagnostics.map(\.message.id) == [id])
  }
}
