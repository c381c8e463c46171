import Diagnostics
import TestSupport
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

  @Test(arguments: [
    "RRRD2929 - 2929 شارع الأمير سلطان - وحدة 5 - حي الروضة - الرياض 13213-7284",
    "الرياض 13213 - 7284 – حي الروضة – شارع الأمير سلطان – مبنى رقم 2929 – وحدة 5 – RRRD2929",
    "RRRD2929، 2929 شارع الأمير سلطان، وحدة 5، حي الروضة، الرياض 13213-7284، المملكة العربية السعودية",
    "RRRD2929، 2929 شارع الأمير سلطان، وحدة 5، 7284 حي الروضة، الرياض 13213 السعودية",
    "RRRD2929، 2929 شارع الأمير سلطان، وحدة 5، 7284 حي الروضة، الرياض 13213، K.S.A.",
    "RRRD2929 – 2929 شارع الأمير سلطان – وحدة 5 – حي الروضة – الرياض 13213-7284، السعودية",
    "المملكة العربية السعودية - RRRD2929 - 2929 شارع الأمير سلطان - وحدة 5 - حي الروضة - الرياض 13213-7284",
  ])
  func partsAtHyphensAndLeavesOutTheCountry(_ text: String) {
    #expect(NationalAddress.read(text) == Reading(full))
  }

  @Test func keepsHyphensAndNamesThatAreOfAPart() {
    let street = NationalAddress.read("2929 شارع السعودية - مخرج 5، حي الروضة، الرياض 13213").value
    #expect(street?.street == "شارع السعودية مخرج 5")
    #expect(street?.city == "الرياض")
    #expect(NationalAddress.read("ص.ب 1234 الرياض 11564 المملكة العربية السعودية").value?.city == "الرياض")
  }

  @Test(arguments: [
    "جدة 21544-7284 - مخطط 12 - 2929 شارع قباء", "جدة 21544-7284 - 2929 شارع قباء - مخطط 12",
    "مخطط 12 - 2929 شارع قباء - 21544 - 7284 جدة",
  ])
  func aHyphenBetweenNumbersJoinsPostcodeAndAdditionalNumberOnly(_ text: String) {
    let expected = NationalAddress(
      building: "2929", street: "شارع قباء", district: "مخطط 12", city: "جدة", postcode: "21544",
      additional: "7284")
    #expect(NationalAddress.read(text) == Reading(expected))
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
    ("2929 شارع س، حي ص، الرياض 13213-728", "values.address-number"),
    ("2929 شارع س، حي ص، الرياض 13213-72844", "values.address-number"),
    ("2929 شارع س، حي ص، الرياض 728 13213", "values.address-number"),
    ("2929 شارع س، حي ص، الرياض 1321", "values.address-postcode"),
    ("ص.ب 1234567 الرياض 11564", "values.address-box"),
    ("العنوان المختصر: RRR2929، 2929 شارع س، الرياض 13213", "values.short-address"),
    ("RRR2929، 2929 شارع س، الرياض 13213", "values.short-address"),
    ("2929 شارع س، حي ص، الرياض 13213، rrrd292", "values.short-address"),
    ("2929RRRD، 2929 شارع س، الرياض 13213", "values.short-address"),
    ("", "values.address-empty"),
  ])
  func refusesWhatCannotBeRight(_ text: String, _ id: String) {
    let reading = NationalAddress.read(text)
    #expect(reading.value == nil)
    #expect(reading.diagnostics.map(\.message.id) == [id])
  }

  @Test(arguments: [
    "ص.ب 1234 الرياض 11564", "ص.ب. ١٢٣٤، الرياض ١١٥٦٤", "صندوق بريد 1234 الرياض 11564",
    "ص ب: 1234، 11564 الرياض", "ص.ب1234 - الرياض - 11564", "الرياض 11564، صندوق البريد رقم 1234",
    "الرياض 11564، 1234 ص.ب",
  ])
  func readsBoxesOfThePost(_ text: String) {
    let reading = NationalAddress.read(text)
    #expect(reading == Reading(NationalAddress(city: "الرياض", postcode: "11564", postBox: "1234")))
    #expect(reading.value?.lines == ["ص.ب 1234", "الرياض 11564"])
  }

  @Test(arguments: [
    ("P.O. Box 1234 Riyadh 11564", ["ص.ب 1234", "Riyadh 11564"]),
    ("ص.ب 12345 الرياض 11564", ["ص.ب 12345", "الرياض 11564"]),
    ("ص.ب 1234، حي العليا، الرياض 11564", ["حي العليا", "ص.ب 1234", "الرياض 11564"]),
    (
      "2929 شارع س، الرياض 13213-7284، ص.ب 7",
      ["2929 شارع س", "7284", "ص.ب 7", "الرياض 13213"]
    ),
  ])
  func laysBoxesOutAboveTheCity(_ text: String, _ lines: [String]) {
    let reading = NationalAddress.read(text)
    #expect(reading.value?.lines == lines)
    #expect(reading.diagnostics.isEmpty)
  }

  @Test(arguments: [
    "الرياض 13213-7284، حي الروضة، 2929 شارع الأمير سلطان",
    "7284 حي الروضة، 2929 شارع الأمير سلطان، 13213 الرياض",
    "حي الروضة، شارع الأمير سلطان، 2929، 7284-13213 الرياض",
    "2929 شارع الأمير سلطان، الرياض، 13213، 7284، حي الروضة",
  ])
  func takesPartsInAnyOrder(_ text: String) {
    let expected = NationalAddress(
      building: "2929", street: "شارع الأمير سلطان", district: "حي الروضة", city: "الرياض", postcode: "13213",
      additional: "7284")
    #expect(NationalAddress.read(text) == Reading(expected))
  }

  @Test(arguments: [
    ("2929 شارع 1234، حي الروضة، الرياض 13213", ["2929 شارع 1234", "حي الروضة", "الرياض 13213"]),
    ("2929 شارع 12-14، مخطط 77، أبها 62521", ["2929 شارع 12-14", "مخطط 77", "أبها 62521"]),
    ("شارع 12345، حي الروضة، الرياض 13213", ["شارع 12345", "حي الروضة", "الرياض 13213"]),
    ("3000 شارع قباء حي العوالي 42311", ["3000 شارع قباء", "حي العوالي", "42311"]),
    ("المدينة المنورة 42311، 3000 شارع قباء", ["3000 شارع قباء", "المدينة المنورة 42311"]),
    ("عمارة 12، 2929 شارع س، حي ص، الرياض 13213", ["2929 شارع س", "حي ص", "الرياض 13213"]),
    ("عمارة 2929، شارع س، الدور 3، الرياض 13213", ["2929 شارع س", "الدور 3", "الرياض 13213"]),
    ("7284 حي الروضة، 2929 الأمير سلطان، 13213 جدة", ["2929 الأمير سلطان", "7284 حي الروضة", "جدة 13213"]),
    ("الأمير سلطان 2929، الروضة، الرياض 13213", ["2929 الأمير سلطان", "الروضة", "الرياض 13213"]),
    ("المدينة: الرياض 13213، 2929 الأمير سلطان، الروضة", ["2929 الأمير سلطان", "الروضة", "الرياض 13213"]),
  ])
  func leavesNumbersToTheNamesTheyBelongTo(_ text: String, _ lines: [String]) {
    let reading = NationalAddress.read(text)
    #expect(reading.value?.lines == lines)
    let expected = ["values.address-incomplete", "values.address-unplaced"]
    #expect(reading.diagnostics.allSatisfy { expected.contains($0.message.id) })
  }

  @Test(arguments: [
    ("الرياض حي العليا شارع الملك فهد 3456 12211-7890", "7890"),
    ("رقم المبنى 3456 الرقم الفرعي 7890 الرمز البريدي 12211 الرياض حي العليا شارع الملك فهد", "7890"),
    ("3456 الرياض حي العليا شارع الملك فهد 12211", nil),
    ("حي العليا شارع الملك فهد مبنى 3456 الرياض 12211", nil),
    ("الرياض حي العليا شارع الملك فهد رقم المبنى 3456 الرمز البريدي 12211", nil),
    ("3456 شارع الملك فهد، 12211 حي العليا، الرياض", nil),
  ])
  func keepsStreetAndDistrictOutOfTheCity(_ text: String, _ additional: String?) {
    let expected = NationalAddress(
      building: "3456", street: "شارع الملك فهد", district: "حي العليا", city: "الرياض", postcode: "12211",
      additional: additional)
    #expect(NationalAddress.read(text) == Reading(expected))
  }

  /// Words of letters and digits that aren't nearly a short address stay what they are.
  @Test(arguments: ["B12", "Villa5", "KAFD10", "مبنى12"]) func keepsOtherWordsWithDigits(_ word: String) {
    let reading = NationalAddress.read("\(word)، 2929 شارع س، الرياض 13213")
    #expect(reading.value?.lines == ["2929 شارع س", word, "الرياض 13213"])
  }

  /// Where commas part the address, «حي» and «شارع» may be of any name.
  @Test func leavesStreetAndDistrictInNamesThatHaveThem() {
    let reading = NationalAddress.read("مجمع حي السفارات، 3456 طريق س، الرياض 12512")
    #expect(reading.value?.lines == ["3456 طريق س", "مجمع حي السفارات", "الرياض 12512"])
  }

  /// Whatever the order, each number and name is part of the address, or the diagnostics name it.
  @Test func losesNoNumberAndNoName() {
    var generator = SeededGenerator(seed: 1)
    let pieces = [
      "2929", "13213", "7284", "728", "55555", "شارع", "حي", "الرياض", "الروضة", "قباء", "،", "،", "،", "ص.ب",
      "-",
      "RRRD2929", "الرمز البريدي", "رقم المبنى", "وحدة", "المدينة", "عمارة", "\n",
    ]
    let kept: Set<Substring> = ["2929", "13213", "7284", "728", "55555", "الرياض", "الروضة", "قباء"]
    for _ in 0..<4000 {
      let text = generator.text(of: pieces.map { $0 + " " }, upTo: 12)
      let reading = NationalAddress.read(text)
      guard let address = reading.value else {
        #expect(reading.diagnostics.contains { $0.severity == .error }, "\(text)")
        continue
      }
      let said = (address.lines + reading.diagnostics.map(\.message.arabic)).joined(separator: " ")
      let lost = kept.filter { text.split(separator: " ").contains($0) && !said.contains($0) }
      #expect(lost.isEmpty, "\(text): \(lost) in \(said)")
    }
  }

  @Test func saysWhichPartsItLeftOut() {
    let reading = NationalAddress.read("2929 شارع س، الرياض 13213-7284، 5555، طريق ص")
    #expect(reading.value?.lines == ["2929 شارع س", "7284", "الرياض 13213"])
    #expect(reading.diagnostics.map(\.message.id) == ["values.address-unplaced"])
    #expect(reading.diagnostics.allSatisfy { $0.message.arabic.contains("«طريق ص»، «5555»") })
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
    ("info@جمعية.sa", "info@جمعية.sa"), ("noura٩٩@example.sa", "noura99@example.sa"),
    ("noura۹@example.sa\u{200C}", "noura9@example.sa"), ("نورة٩٩@example.sa", "نورة٩٩@example.sa"),
    ("n٩@مثال.السعودية", "n٩@مثال.السعودية"),
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
    ("a  b", "a b"), ("\u{200D}م-7\u{200C}", "م-7"),
  ])
  func readsReferences(_ text: String, _ stored: String) {
    #expect(Identifier.read(text, as: .reference) == Reading(Identifier(.reference, stored: stored)))
  }

  @Test(arguments: [
    ("####/#+", "1448/125", true), ("####/#+", "1448/", false), ("#+/ص/####", "١٢٥/ص/1448", true),
    ("م-####", "م-12345", false), ("@@-#+", "AB-1", true), ("@+#", "abc1", true), ("#++", "12+", true),
    ("7#########", "700 123 4567", true), ("7#########", "700-1234567", true), ("م-####", "م-12 34", true),
    ("م-####", "م12-34", false), ("#+", "12 13", false), ("####", "12 -", false),
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
