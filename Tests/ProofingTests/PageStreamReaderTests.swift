import Geometry
import TestSupport
import Testing

@testable import Proofing

/// A page's codes, read word by word and by comparing with the words of the code before.
@Suite struct PageStreamReaderTests {
  private static let fonts: [String: PrintedFont] = [
    "F0": PrintedFont(texts: (0..<64).map { "a\($0)" }, width: 0.5),
    "F1": PrintedFont(texts: (0..<64).map { "b\($0)" }, width: 0.25) { $0 != 7 },
  ]

  /// A page's codes with what each stands for.
  private struct Codes: Equatable {
    var codes: [PrintedCode]
    var texts: [String?]
  }

  /// What is read of a page: its codes, and the art it shows.
  private struct Page: Equatable {
    var page: PrintedPage
    var shown: [String]
  }

  private func page(
    _ stream: String, known: KnownLines = KnownLines(), fonts: [String: PrintedFont] = fonts
  ) throws -> Page {
    var reader = PageStreamReader(fonts: fonts, known: known)
    try reader.read(Array(stream.utf8))
    return Page(page: reader.page, shown: reader.shown)
  }

  private func read(_ stream: String) throws -> Codes {
    let page = try page(stream).page
    var rest = page.text[...]
    return Codes(
      codes: page.codes,
      texts: page.codes.map { code in
        guard let count = code.characterCount else { return nil }
        defer { rest = rest.dropFirst(count) }
        return String(String.UnicodeScalarView(rest.prefix(count)))
      })
  }

  /// A line that shows one code.
  private func line(
    _ font: Int = 0, _ size: String = "12", x: String, y: String = "700.5", code: String, end: String = "\n"
  ) -> String { "/F\(font) \(size) Tf 1 0 0 1 \(x) \(y) Tm <\(code)>Tj\(end)" }

  /// A line that shows one code so far from the one before.
  private func moved(_ font: Int = 0, _ size: String = "12", by x: String, _ y: String = "0", code: String)
    -> String
  {
    "/F\(font) \(size) Tf \(x) \(y) Td <\(code)>Tj\n"
  }

  @Test func codesInTheSameWordsAreReadAsOthersAre() throws {
    var state: UInt64 = 7
    func next(_ limit: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33 % limit)
    }
    for _ in 0..<200 {
      var (stream, apart) = ("BT\n", "BT\n")
      for _ in 0..<20 {
        let mode = next(6)
        if mode < 2 {
          stream += "\(mode == 0 ? 0 : 3) Tr\n"
          apart += "\(mode == 0 ? 0 : 3)  Tr\n"
        }
        let (font, size) = (next(2), ["12", "9.5"][next(2)])
        let (x, y) = ("\(next(600)).\(next(1000))", ["700.5", "20"][next(2)])
        let code = "00" + ["01", "0A", "3F", "07"][next(4)]
        stream += line(font, size, x: x, y: y, code: code)
        // A space before the operator is a word that no earlier code has.
        apart += line(font, size, x: x, y: y, code: code).replacing(">Tj", with: "> Tj")
        for _ in 0..<next(3) {
          let distance =
            ["", "-"][next(2)] + ["\(next(70)).\(next(1000))", ".\(next(100))", "0", "1234567.5"][next(4)]
          stream += moved(font, size, by: distance, code: code)
          apart += moved(font, size, by: distance, code: code).replacing(">Tj", with: "> Tj")
        }
      }
      let found = try read(stream + "ET\n")
      #expect(found.codes.count >= 20)
      #expect(try read(apart + "ET\n") == found)
    }
  }

  /// Lines that return, among others, with whatever may stand in them and between them.
  @Test func linesThatReturnAreReadAsAtFirst() throws {
    var generator = SeededGenerator(seed: 5)
    func next(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &generator) }
    let between = ["", "3 Tr\n", "0 Tr\n", "EMC\nBT\n", "/A0 Do\n3 Tr\n", "0 0 0 rg\n", "% a note\n", " "]
    let lines = (0..<12).map { index in
      (0..<4 + next(8)).map { place in
        (next(4) == 0 ? between[next(between.count)] : "")
          + (place > 0 && next(3) > 0
            ? moved(next(2), by: "\(place)", next(9) == 0 ? "1.5" : "0", code: "000\(next(10))")
            : line(
              next(2), ["12", "9.5"][next(2)], x: "\(10 * place)", y: ["700.5", "\(index)"][next(8) / 7],
              code: "000\(next(10))", end: next(12) == 0 ? " " : "\n"))
      }.joined()
    }
    let known = KnownLines()
    for _ in 0..<200 {
      let stream =
        "BT\n" + (0..<6).map { _ in between[next(between.count)] + lines[next(lines.count)] }.joined()
        + "ET\n"
      let fresh = try page(stream)
      #expect(try page(stream, known: known) == fresh)
    }
  }

  /// A line that returns with other fonts of the same names shows what these have at its codes.
  @Test func aLineThatReturnsWithOtherFontsShowsTheirs() throws {
    let others = [
      "F0": PrintedFont(texts: (0..<64).map { "c\($0)" }, width: 1) { $0 != 3 },
      "F1": Self.fonts["F1"] ?? PrintedFont(texts: []),
    ]
    let stream =
      "BT\n" + line(1, "9.5", x: "5", code: "0001")
      + (1..<6).map { line(0, $0 < 4 ? "12" : "8", x: "\(10 * $0)", code: "000\($0)") }.joined() + "ET\n"
    let known = KnownLines()
    for _ in 0..<3 { _ = try page(stream, known: known) }
    for fonts in [others, Self.fonts, others] {
      let fresh = try page(stream, fonts: fonts)
      #expect(try page(stream, known: known, fonts: fonts) == fresh)
    }
  }

  @Test func aCodeStandsSoFarFromTheOneBefore() throws {
    let codes =
      moved(by: "-3.5", code: "0002") + moved(1, by: "12", code: "0003")
      + moved(by: "-.25", "2", code: "0004")
    // A text object begins at the page's corner, whatever stood before it.
    let found = try read(
      "BT\n" + line(x: "100", code: "0001") + codes + "ET\nBT\n" + moved(by: "5", "6", code: "0005") + "ET\n")
    #expect(found.texts == ["a1", "a2", "b3", "a4", "a5"])
    #expect(found.codes.map(\.origin.x) == [100, 96.5, 108.5, 108.25, 5])
    #expect(found.codes.map(\.origin.y) == [700.5, 700.5, 700.5, 702.5, 6])
  }

  @Test func whatStandsBetweenCodesCounts() throws {
    let found = try read(
      "BT\n" + line(x: "10", code: "0001") + line(x: "20", code: "0002") + "3 Tr\n"
        + line(x: "30", code: "0003") + line(1, x: "40", code: "0007") + line(x: "50", code: "0004")
        + "0 Tr\n" + line(x: "60", code: "0005") + "ET\n")
    #expect(found.texts == ["a1", "a2", "a3", "b7", "a4", "a5"])
    #expect(found.codes.map(\.isDrawn) == [true, true, false, false, false, true])
    #expect(found.codes.map(\.hasOutline) == [true, true, true, false, true, true])
    #expect(found.codes.map(\.origin.x) == [10, 20, 30, 40, 50, 60])
    #expect(found.codes.map(\.advance) == [6, 6, 6, 3, 6, 6])
  }

  @Test(arguments: [
    // An operator that begins as `Tj` does.
    "/F0 12 Tf 1 0 0 1 30 700.5 Tm <0003>Tjx\n",
    // A string that isn't one code.
    "/F0 12 Tf 1 0 0 1 30 700.5 Tm <00>Tj\n", "/F0 12 Tf 1 0 0 1 30 700.5 Tm <00030004>Tj\n",
    // Turned text, an unknown font, another mode.
    "/F0 12 Tf 1 0.1 0 1 30 700.5 Tm <0003>Tj\n", "/F9 12 Tf 1 0 0 1 30 700.5 Tm <0003>Tj\n", "7 Tr\n",
    // A distance that isn't two numbers, or isn't said by `Td`.
    "/F0 12 Tf 5 Td <0003>Tj\n", "/F0 12 Tf 1 5 0 Td <0003>Tj\n", "/F0 12 Tf 5 0 TD <0003>Tj\n",
    "/F0 12 Tf 5 0 Td <3>Tj\n",
    // Moving what follows.
    "1 0 0 1 5 5 cm\n", "3 0 0 3 0 0 cm\n",
  ])
  func whatLettersDoNotHoldIsRefused(words: String) {
    let before = "BT\n" + line(x: "10", code: "0001") + line(x: "20", code: "0002")
    #expect(throws: ProofError.self) { try read(before + words + line(x: "40", code: "0004") + "ET\n") }
  }

  @Test func aNegativePlaceAndOtherSpellingsAreRead() throws {
    let found = try read(
      "BT\n" + line(x: "10", code: "0001") + line(x: "-4.5", code: "0002")
        + line(x: "20", code: "000a", end: "\r\n") + "/F0 12 Tf 1 0 0 1 30 700.5 Tm (\\000\\003) Tj\n"
        + line(x: "40", code: "0004") + "ET")
    #expect(found.texts == ["a1", "a2", "a10", "a3", "a4"])
    #expect(found.codes.map(\.origin.x) == [10, -4.5, 20, 30, 40])
  }
}
