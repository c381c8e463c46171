import Testing

@testable import Values

@Suite struct EmailAddressTests {
  /// The ASCII forms are those of Python's `idna`.
  @Test(arguments: [
    ("example", 7), ("مثال", "xn--mgbh0fb".count), ("السعودية", "xn--mgberp4a5d4ar".count),
    ("جمعية-البر-الخيرية-بمحافظة-المندق-الباحة", 58), ("bücher", "xn--bcher-kva".count),
  ])
  func countsTheOctetsOfALabel(_ label: String, _ octets: Int) {
    #expect(DomainLabel.octets(of: label) == octets)
  }

  @Test func measuresDomainsByTheirASCIIForm() {
    // 75 octets of UTF-8, 58 in the domain name system.
    let address = "noura@جمعية-البر-الخيرية-بمحافظة-المندق-الباحة.السعودية"
    #expect(Identifier.read(address, as: .email).value?.stored == address)
    let label = String(repeating: "جمعية", count: 14)
    #expect(Identifier.read("noura@\(label).السعودية", as: .email).value == nil)
    #expect(Identifier.read("noura@\(String(repeating: "a", count: 64)).sa", as: .email).value == nil)
  }
}
