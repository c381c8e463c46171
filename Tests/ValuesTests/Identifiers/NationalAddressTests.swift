import Diagnostics
import Testing

@testable import Values

@Suite struct NationalAddressTests {
  private let full = NationalAddress(
    building: "2929", street: "شارع الأمير سلطان", district: "حي الروضة", city: "الرياض", postcode: "13213",
    additional: "7284", unit: "5", short: "RRRD2929")

  @Test(arguments: [
    "RRRD2929، 2929 شارع الأمير سلطان، وحدة 5، حي الروضة، الرياض 13213-7284",
    "rrrd ٢٩٢٩\n٢٩٢٩ شارع الأمير سلطان\nوحدة ٥\n٧٢٨٤ حي الروضة\n١٣٢١٣ الرياض",
    "رقم المبنى: 2929، شارع الأمير سلطان، حي الروضة، المدينة: الرياض، الرمز البريدي 13213، الرقم الإضافي 7284، رقم الوحدة: 5، العنوان المختصر: RRRD2929",
    "RRRD2929، شارع الأمير سلطان، وحدة 5، حي الروضة، الرياض 13213 الرقم الإضافي، الرقم الفرعي 7284",
  ])
  func readsTheFormsPeopleType(_ text: String) {
    let reading = NationalAddress.read(text)
    if text.hasSuffix("الرقم الفرعي 7284") {
      #expect(reading.diagnostics.map(\.message.id) == ["values.building-from-short"])
      #expect(reading.value?.building == "2929")
    } else {
      #expect(reading == Reading(full))
    }
  }

  @Test func standsOnPaperAPartToALine() {
    #expect(
      full.lines == [
        "RRRD2929", "2929 شارع الأمير سلطان", "وحدة 5", "7284 حي الروضة", "الرياض 13213",
      ])
    #expect(NationalAddress(city: "الباحة").lines == ["الباحة"])
  }

  @Test(arguments: [
    ("RRRD2930، 2929 شارع س، الرياض 13213", "values.short-address-disagrees"),
    ("2929 شارع س، الرياض 93213", "values.address-postcode"),
    ("رقم المبنى: 29، الرياض 13213", "values.address-number"),
    ("العنوان المختصر: RRR2929، 2929 شارع س، الرياض 13213", "values.short-address"),
    ("", "values.address-empty"),
  ])
  func refusesWhatCannotBeRight(_ text: String, _ id: String) {
    let reading = NationalAddress.read(text)
    #expect(reading.value == nil)
    #expect(reading.diagnostics.map(\.message.id) == [id])
  }

  @Test func warnsOfWhatIsMissing() {
    let reading = NationalAddress.read("حي الصفا، الباحة")
    #expect(reading.value == NationalAddress(district: "حي الصفا", city: "الباحة"))
    #expect(reading.diagnostics.map(\.message.id) == ["values.address-incomplete"])
  }
}

@Suite struct OtherIdentifierTests {
  @Test(arguments: [
    ("Name.Last+tag@Example.SA", "Name.Last+tag@example.sa"), (" a@b.co ", "a@b.co"),
    ("\u{200E}x@y.org", "x@y.org"), ("اسم@مثال.السعودية", "اسم@مثال.السعودية"),
    ("info@جمعية.sa", "info@جمعية.sa"),
  ])
  func readsEmailAddresses(_ text: String, _ stored: String) {
    #expect(Identifier.read(text, as: .email) == Reading(Identifier(.email, stored: stored)))
  }

  @Test(arguments: [
    "a@b", "a b@c.sa", "a@@c.sa", "@c.sa", "a@.sa", ".a@c.sa", "a..b@c.sa", "a@c-.sa", "a@1.2", "a＠c.sa",
    "a,b@c.sa",
    "a@c.sa,", "", "a@c_d.sa",
  ])
  func refusesWhatIsNoEmailAddress(_ text: String) {
    let reading = Identifier.read(text, as: .email)
    #expect(reading.value == nil)
    #expect(reading.diagnostics.count == 1)
  }

  @Test func masksEmailAddresses() {
    #expect(Identifier(.email, stored: "noura@example.sa").masked == "n***@example.sa")
  }

  @Test(arguments: [("١٣٢١٣", "13213"), ("65 527", "65527")]) func readsPostcodes(
    _ text: String, _ stored: String
  ) {
    #expect(Identifier.read(text, as: .postcode) == Reading(Identifier(.postcode, stored: stored)))
  }

  @Test(arguments: ["03213", "93213", "1321", "132134", "1321x"]) func refusesOtherPostcodes(_ text: String) {
    #expect(Identifier.read(text, as: .postcode).diagnostics.map(\.message.id) == ["values.postcode"])
  }

  @Test(arguments: [
    ("١٤٤٨/ع/١٢٥", "1448/ع/125"), (" \u{200F}م-٠١٢٣ ", "م-0123"), ("OUT\u{2011}1448", "OUT-1448"),
    ("a  b", "a b"),
  ])
  func readsReferences(_ text: String, _ stored: String) {
    #expect(Identifier.read(text, as: .reference) == Reading(Identifier(.reference, stored: stored)))
  }

  @Test(arguments: [
    ("####/#+", "1448/125", true), ("####/#+", "1448/", false), ("#+/ص/####", "١٢٥/ص/1448", true),
    ("م-####", "م-12345", false), ("@@-#+", "AB-1", true), ("@+#", "abc1", true), ("#++", "12+", true),
    ("7#########", "7001234567", true), ("7#########", "1001234567", false), ("", "1", false),
  ])
  func checksTheOfficesPattern(_ pattern: String, _ text: String, _ isRight: Bool) {
    let reading = ReferencePattern(pattern).read(text)
    #expect((reading.value != nil) == isRight)
    #expect(reading.diagnostics.map(\.message.id) == (isRight ? [] : ["values.reference-pattern"]))
  }

  @Test func hidesShortIdentifiersWhole() {
    #expect(Identifier(.reference, stored: "125").masked == "***")
    #expect(Identifier(.nationalID, stored: "1000000008").masked == "******0008")
    #expect(Identifier(.nationalID, stored: "1000000008").printed == "1000000008")
  }
}
