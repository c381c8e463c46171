import Testing
import Verification

@Suite struct ShortCodeTests {
  /// Digests that differ in every bit a code shows.
  private static let digests: [[UInt8]] = (0..<64).map { seed in
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678
    return (0..<32).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(state >> 56)
    }
  }

  @Test func aCodeIsTwelveCharactersOfTheAlphabet() {
    for digest in Self.digests {
      let code = ShortCode(digest: digest)
      #expect(code.characters.count == 12)
      #expect(code.characters.allSatisfy(ShortCode.alphabet.contains))
      #expect(ShortCode.isValid(code.characters))
      #expect(ShortCode.isValid(code.printed))
    }
  }

  @Test func theSameDigestAlwaysGivesTheSameCode() {
    #expect(ShortCode(digest: [0x4B, 0x68, 0x69, 0x74, 0x61, 0x62, 0x21]).printed == "9DM6-JX31-C8G8")
    #expect(ShortCode(digest: []).printed == "0000-0000-0000")
  }

  @Test func digestsThatDifferInTheirFirst55BitsGiveDifferentCodes() {
    #expect(Set(Self.digests.map { ShortCode(digest: $0).characters }).count == Self.digests.count)
    let zero = [UInt8](repeating: 0, count: 32)
    for bit in 0..<55 {
      var other = zero
      other[bit / 8] ^= 128 >> UInt8(bit % 8)
      #expect(ShortCode(digest: other) != ShortCode(digest: zero))
    }
  }

  @Test func everySingleWrongCharacterIsFound() {
    for digest in Self.digests {
      let code = Array(ShortCode(digest: digest).characters)
      for place in code.indices {
        for wrong in ShortCode.alphabet where wrong != code[place] {
          var mistaken = code
          mistaken[place] = wrong
          #expect(!ShortCode.isValid(String(mistaken)))
        }
      }
    }
  }

  @Test func everyExchangeOfNeighboursIsFound() {
    for digest in Self.digests {
      let code = Array(ShortCode(digest: digest).characters)
      for place in 0..<code.count - 1 where code[place] != code[place + 1] {
        var mistaken = code
        mistaken.swapAt(place, place + 1)
        #expect(!ShortCode.isValid(String(mistaken)))
      }
    }
  }

  @Test(arguments: [
    "", "0000-0000-000", "0000-0000-00000", "0000-0000-000U", "٠٠٠٠-٠٠٠٠-٠٠٠٠", "0000-0000-0001",
  ])
  func whatIsNoCodeIsRefused(_ text: String) {
    #expect(!ShortCode.isValid(text))
  }

  @Test func lettersReadAsTheDigitsTheyLookLike() {
    #expect(ShortCode.isValid("oooo 0O00 ooo0"))
    let code = ShortCode(digest: [0x08, 0x42, 0x10, 0x84, 0x21, 0x08, 0x42]).characters
    #expect(ShortCode.isValid(code.replacing("1", with: "l")))
    #expect(ShortCode.isValid(code.lowercased()))
  }

  /// A code with a mistake in it is told from one that was never given, and from what was meant for no code at all.
  @Test(arguments: [
    ("9DM6-JX31-C8G8", false), ("9DM6-JX31-C8G9", true), ("9dm6 jx31 c8g9", true), ("9DM6JX31C8G9", true),
    ("9DM6-JX31-C8UG", true), ("9DM6-JX31-C8G", false), ("OUT-1448-00012", false), ("144800000125", false),
    ("1448/و/000012", false), ("", false),
  ])
  func aMistypedCodeIsTold(text: String, isMistyped: Bool) {
    #expect(ShortCode.isMistyped(text) == isMistyped)
  }
}
