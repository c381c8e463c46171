import Diagnostics
import Testing

@Suite struct EditDistanceTests {
  private func distance(_ a: String, _ b: String, atMost limit: Int = 9) -> Int? {
    EditDistance.between(Array(a.unicodeScalars), Array(b.unicodeScalars), atMost: limit)
  }

  @Test(arguments: [
    ("", "", 0), ("", "سند", 3), ("الطلب", "الطلب", 0), ("الطلب", "الطلبب", 1), ("الطلب", "اطلب", 1),
    ("الترويصة", "الترويسة", 1), ("المراجع", "المارجع", 1), ("refrence", "reference", 1), ("سعد", "علي", 3),
    // A stretch that was swapped isn't edited again: three edits, where two would do otherwise.
    ("ca", "abc", 3),
  ])
  func anEditIsACharacterPutInLeftOutChangedOrSwapped(a: String, b: String, expected: Int) {
    #expect(distance(a, b) == expected)
    #expect(distance(b, a) == expected)
  }

  @Test func nothingIsToldPastTheLimit() {
    #expect(distance("ab", "ba", atMost: 1) == 1)
    #expect(distance("ab", "ba", atMost: 0) == nil)
    #expect(distance("abcd", "badc", atMost: 2) == 2)
    #expect(distance("abcd", "badc", atMost: 1) == nil)
    #expect(distance("سند", "سند الصرف", atMost: 5) == nil)
  }

  /// The shortest way over all short words of three letters, found edit by edit.
  @Test func itIsTheDistanceOfTheDefinition() {
    var words = [""]
    for length in 1...4 {
      words += words.filter { $0.count == length - 1 }.flatMap { word in ["a", "b", "c"].map { word + $0 } }
    }
    for a in words.filter({ $0.count == 4 }).prefix(20) {
      for b in words {
        #expect(distance(a, b) == Self.byDefinition(Array(a)[...], Array(b)[...]), "\(a) \(b)")
      }
    }
  }

  private static func byDefinition(_ a: ArraySlice<Character>, _ b: ArraySlice<Character>) -> Int {
    guard let lastA = a.last, let lastB = b.last else { return a.count + b.count }
    var least = min(
      byDefinition(a.dropLast(), b) + 1, byDefinition(a, b.dropLast()) + 1,
      byDefinition(a.dropLast(), b.dropLast()) + (lastA == lastB ? 0 : 1))
    if a.count > 1, b.count > 1, lastA == b.dropLast().last, a.dropLast().last == lastB {
      least = min(least, byDefinition(a.dropLast(2), b.dropLast(2)) + 1)
    }
    return least
  }
}
