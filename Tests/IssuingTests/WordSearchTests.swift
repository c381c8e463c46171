import Testing

@testable import Issuing

@Suite struct WordSearchTests {
  private static let pages = ["abcabdxyz", "", "مرحبا123", "abe"].map { Array($0.unicodeScalars) }

  @Test(arguments: [
    // Forwards, backwards, the same again, over pages and back, at the very end.
    (["abc", "abd", "xyz", "123", "abe"], true), (["abe", "xyz", "abd", "abc", "z"], true),
    (["ab", "ab", "ab", "ab", "ab"], true), (["مرحبا", "a", "مرحبا123", "", "e"], true),
    // Nowhere; over the end of a page; longer than any page.
    (["abx"], false), (["abd", "zم"], false), (["3abe"], false), (["abcabdxyzabcabdxyz"], false),
  ])
  func aWordIsFoundWhereverItStands(words: [String], found: Bool) {
    var search = WordSearch(Self.pages)
    #expect(words.allSatisfy { search.finds(Array($0.unicodeScalars)) } == found)
  }

  @Test func whatIsNotFoundHidesNothing() {
    var search = WordSearch(Self.pages)
    for word in ["xyz", "q", "abc", "qq", "abe", "q", "abc"] {
      #expect(search.finds(Array(word.unicodeScalars)) == !word.hasPrefix("q"))
    }
    var none = WordSearch([])
    #expect(none.finds([]) && !none.finds(["a"]))
  }
}
