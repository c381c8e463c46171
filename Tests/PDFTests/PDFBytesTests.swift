import Testing

@testable import PDF

@Suite struct PDFBytesTests {
  @Test(arguments: [
    (0, "0"), (1, "1"), (-1, "-1"), (0.5, ".5"), (-0.25, "-.25"), (12.3456, "12.346"), (100, "100"),
    (0.0004, "0"), (-0.0004, "0"), (0.001, ".001"), (841.8898, "841.89"), (999.9996, "1000"), (7.05, "7.05"),
  ])
  func aRealNumberIsAsShortAsItSaysTheSame(number: Double, expected: String) {
    var bytes = PDFBytes()
    bytes.add(number)
    #expect(String(decoding: bytes.bytes, as: UTF8.self) == expected)
  }

  @Test func everyThousandthComesBack() {
    for thousandths in stride(from: -5000, through: 900_000, by: 137) {
      var bytes = PDFBytes()
      bytes.add(Double(thousandths) / 1000)
      #expect(Double(String(decoding: bytes.bytes, as: UTF8.self)) == Double(thousandths) / 1000)
    }
  }

  /// Below 1,000 digits are looked up, in room that may end with them.
  @Test func everyShortNumberHasItsDigits() {
    for number in 0..<1100 {
      for places in [2, 3] {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 8) { room in
          for part in [Double(number), Double(number) / 1000] {
            let expected = String(decoding: written(part, places: places, in: room), as: UTF8.self)
            let exact = written(
              part, places: places, in: UnsafeMutableBufferPointer(rebasing: room[..<expected.utf8.count]))
            #expect(String(decoding: exact, as: UTF8.self) == expected)
            let scale = places == 3 ? 1000.0 : 100
            #expect(Double(expected) == (part * scale + 0.5).rounded(.down) / scale)
          }
        }
      }
    }
  }

  private func written(
    _ number: Double, places: Int, in room: UnsafeMutableBufferPointer<UInt8>
  ) -> [UInt8] {
    var line = SyntaxLine(room)
    line.add(number, places: places)
    return Array(line.written)
  }

  @Test(arguments: [0, 9, 10, -7, 99, 100, 65_535, 1_234_567_890, .max, .min])
  func aWholeNumberHasAllItsDigits(number: Int) {
    var bytes = PDFBytes()
    bytes.add(number)
    #expect(String(decoding: bytes.bytes, as: UTF8.self) == String(number))
  }

  @Test(arguments: [
    (123.4567891, 7, "123.4567891"), (0.0000004, 7, ".0000004"), (5, 7, "5"), (1.005, 2, "1"),
    (2.005, 2, "2.01"),
  ])
  func asManyDecimalsAsAreAskedForAreWritten(number: Double, places: Int, expected: String) {
    var bytes = PDFBytes()
    bytes.add(number, places: places)
    #expect(String(decoding: bytes.bytes, as: UTF8.self) == expected)
  }

  @Test(arguments: [
    ("Letter (1)", #"(Letter \(1\))"#), (#"a\b"#, #"(a\\b)"#), ("خط", "<FEFF062E0637>"), ("", "()"),
    ("a\n", "<FEFF0061000A>"), ("𝐀", "<FEFFD835DC00>"),
  ])
  func aTextStringCannotEndItself(text: String, expected: String) {
    var bytes = PDFBytes()
    bytes.add(text: text)
    #expect(String(decoding: bytes.bytes, as: UTF8.self) == expected)
  }

  @Test func bytesAreTwoHexadecimalDigitsEach() {
    var bytes = PDFBytes()
    bytes.add(hexadecimalString: [0x00, 0xBE, 0xEF])
    bytes.add(hexadecimal: 0x2FA)
    #expect(String(decoding: bytes.bytes, as: UTF8.self) == "<00BEEF>02FA")
  }
}
