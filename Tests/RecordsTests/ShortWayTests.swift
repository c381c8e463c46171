import TestSupport
import Testing
import Values

@testable import Records

/// The short ways of reading say what the whole ways say.
@Suite struct ShortWayTests {
  private func texts(of pieces: [String], seed: UInt64) -> [String] {
    var random = SeededGenerator(seed: seed)
    return (0..<4000).map { _ in
      (0..<Int.random(in: 0...7, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
        .joined()
    }
  }

  @Test func wholeNumbers() {
    let reader = CellReader(field: Field(name: "عدد", alias: "count", type: .integer), calendar: .official)
    let pieces = ["0", "7", "12", "000", "999999999", ".", ",", "٣", "-", "+", " ", "e", "ع"]
    for text in texts(of: pieces, seed: 1) {
      #expect(reader.readInteger(text) == reader.readIntegerThoroughly(text))
    }
  }

  @Test func looseKeys() {
    let pieces = [
      "0", "00", "7", "MB", "a", "-", "/", " ", "_", "م", "٣", "٠", "é", "e", "\u{301}", "\r\n", "\n",
    ]
    for text in texts(of: pieces, seed: 2) {
      #expect(Array(JoinKey.loose(text).utf8) == Array(JoinKey.looseThoroughly(text).utf8))
    }
  }

  @Test func wordsForNothing() {
    let reader = CellReader(field: Field(name: "نص", alias: "text", type: .text), calendar: .official)
    let pieces = [
      "n", "N", "u", "ll", "A", "a", "/", "-", "–", "ـ", ".", "_", "(", ")", "0", "س", "م", "o", "e",
    ]
    for text in texts(of: pieces, seed: 4) {
      let clean = TextCleaning.clean(text, as: .text).value ?? ""
      let standsForNothing =
        clean.allSatisfy { "-–—_/.ـ".contains($0) }
        || ["null", "n/a", "nan", "none", "(null)"].contains(clean.lowercased())
      let reading = reader.read(SourceCell(content: .text(text)))
      #expect(reading.value == (standsForNothing ? nil : .text(clean)))
    }
  }

  @Test func emptyCells() {
    let pieces = [" ", "\t", "\r\n", "\u{A0}", "\u{61C}", "\u{64B}", "\u{301}", "a", "س", "٣", "\u{200B}"]
    for text in texts(of: pieces, seed: 3) {
      #expect(SourceCell(content: .text(text)).isBlank == text.allSatisfy(\.isWhitespace))
    }
  }
}
