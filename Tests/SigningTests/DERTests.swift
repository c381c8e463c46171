import Testing

@testable import Signing

/// The DER reader takes what X.690 calls DER and nothing else, and ends whatever comes.
@Suite struct DERTests {
  @Test(
    arguments: [
      [0x30, 0x80, 0x00, 0x00], [0x30, 0x81, 0x01, 0x05], [0x30, 0x03, 0x05, 0x00], [0x05, 0x00, 0x00],
      [0x04, 0x85, 1, 1, 1, 1, 1], [],
    ] as [[UInt8]]) func refusesWhatIsNotDER(_ bytes: [UInt8])
  {
    #expect(throws: DERError.self) { try DERNode(bytes[...], as: "test") }
  }

  @Test(arguments: [[2, 2, 0, 1], [2, 2, 0xFF, 0x80], [2, 0]] as [[UInt8]])
  func refusesLongIntegers(_ bytes: [UInt8]) {
    #expect((try? DERNode(bytes[...], as: "test"))?.integerBytes == nil)
  }

  @Test func writesWhatItReads() throws {
    for value in [0, 1, 127, 128, 255, 256, 65_535, 1 << 40] {
      let bytes = DERWriter.integer(value)
      #expect(try DERNode(bytes[...], as: "test").integer == value)
    }
    for count in [0, 1, 127, 128, 255, 256, 70_000] {
      let bytes = DERWriter.octets([UInt8](repeating: 7, count: count))
      #expect(try DERNode(bytes[...], as: "test").octets?.count == count)
    }
    #expect(OID(1, 2, 840, 113_549, 1, 7, 2).bytes == [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02])
    #expect(OID(2, 999, 1).bytes == [0x88, 0x37, 0x01])
  }

  @Test func timesGoThroughDERAndPDF() throws {
    let time = try #require(PointInTime(year: 2028, month: 2, day: 29, hour: 23, minute: 59, second: 58))
    #expect(try DERNode(DERWriter.time(time)[...], as: "test").time == time)
    #expect(try DERNode(DERWriter.generalizedTime(time)[...], as: "test").time == time)
    #expect(PDFText.time(Array("D:20280301025958+03'00'".utf8)) == time)
    #expect(PDFText.time(Array("D:20280229235958Z".utf8)) == time)
    #expect(PDFText.time(Array("D:20280230000000Z".utf8)) == nil)
    #expect(time.description == "2028-02-29T23:59:58Z")
  }

  @Test(
    arguments: [
      ("المدير العام", false), ("General Manager", false), ("المدير rsa", true), ("المدير 2", true),
    ] as [(String, Bool)]) func namesThatOthersRefuseAreKnown(_ name: String, _ isRefused: Bool)
  {
    let subject = DistinguishedName(commonName: name, organization: nil)
    #expect(subject.breaksBidirectionalRule == isRefused)
  }

  @Test func readingStructuresEndsWhateverComes() throws {
    let fixture = try SigningFixture.shared.get()
    let token = try TimestampRequest.token(for: [UInt8](repeating: 1, count: 32), from: fixture.clock())
    let list = try #require(fixture.source().revocationList(at: "/issuer.crl"))
    var source = fixture.source()
    source.usesResponder = true
    let answer = try #require(source.answer(to: [], at: ""))
    var state: UInt64 = 11
    func random() -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33)
    }
    var refused = 0
    for seed in [Array(token.der), list, answer, fixture.signer.certificate.der] {
      for _ in 0..<300 {
        var bytes = seed
        for _ in 0...random() % 3 { bytes[random() % bytes.count] = UInt8(truncatingIfNeeded: random()) }
        if random() % 4 == 0 { bytes.removeLast(random() % bytes.count) }
        if (try? Certificate(der: bytes[...])) == nil, (try? RevocationList(bytes[...])) == nil,
          (try? OCSPResponse(bytes[...])) == nil, (try? TimestampToken(bytes[...])) == nil
        {
          refused += 1
        }
      }
    }
    #expect(refused > 200)
  }

  @Test func aRespondersWordCounts() throws {
    let fixture = try SigningFixture.shared.get()
    var source = fixture.source()
    source.usesResponder = true
    let bytes = try LongTermValidation(
      anchors: [fixture.authority.root], source: source, time: SigningFixture.day
    ).add(to: fixture.signed(.bT))
    let report = fixture.verifier().verify(bytes)
    #expect(report.verdict == .valid, "\(report)")
    #expect(report.signatures.first?.level == .bLT)
  }
}
