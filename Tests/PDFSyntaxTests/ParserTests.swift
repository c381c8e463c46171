import Testing

@testable import PDFSyntax

/// Objects as ISO 32000-1, 7.3 writes them.
@Suite struct PDFParserTests {
  @Test(
    arguments: [
      ("null", .null), ("true", .boolean(true)), ("17", .integer(17)), ("+17", .integer(17)),
      ("-98", .integer(-98)), ("34.5", .real(34.5)), ("-.002", .real(-0.002)), ("4.", .real(4)),
      ("/Name1", .name("Name1")),
      ("/A;Name_With-Various***Characters?", .name("A;Name_With-Various***Characters?")),
      ("/Lime#20Green", .name("Lime Green")), ("/", .name("")), ("/#D8#AE", .name(PDFName(utf8: "خ"))),
      ("(a (balanced) one)", .string(Array("a (balanced) one".utf8))),
      ("(two\\\r\n lines\\n\\t\\(\\053\\53a)", .string(Array("two lines\n\t(++a".utf8))),
      ("(one\r\nend)", .string(Array("one\nend".utf8))), ("<901FA3>", .string([0x90, 0x1F, 0xA3])),
      ("<90 1f\nA>", .string([0x90, 0x1F, 0xA0])), ("12 0 R", .reference(12)),
      (
        "[549 3.14 false(x)/S 3 0 R 4 0]",
        .array([
          .integer(549), .real(3.14), .boolean(false), .string([0x78]), .name("S"), .reference(3),
          .integer(4),
          .integer(0),
        ])
      ),
      // Of a row of numbers the two before an `R` are a reference.
      (
        "[1 2 3 0 R 4 0\n% a note\nR 5 6 7 1 R]",
        .array([
          .integer(1), .integer(2), .reference(3), .reference(4), .integer(5), .integer(6),
          .reference(PDFReference(7, generation: 1)),
        ])
      ),
      (
        "<</A 1 % a note\n/B<</C null/D[]>>>>",
        .dictionary(["A": .integer(1), "B": .dictionary(["D": .array([])])])
      ),
    ] as [(String, PDFObject)])
  func readsWhatTheStandardWrites(_ text: String, _ expected: PDFObject) throws {
    #expect(try Self.parse(text) == expected)
    #expect(try Self.parse(String(decoding: expected.serialized, as: UTF8.self)) == expected)
  }

  @Test(
    arguments: [
      ("", .malformedObject), ("nul", .malformedObject), ("truex", .malformedObject),
      ("--5", .malformedNumber),
      ("1.2.3", .malformedNumber), ("5a", .malformedNumber), ("1e5", .malformedNumber),
      (".", .malformedNumber),
      ("99999999999999999999", .malformedNumber), ("/A#0", .malformedName), ("/A#00", .malformedName),
      ("/A#GG", .malformedName), ("(open", .malformedString), ("<12", .malformedString),
      ("<1G>", .malformedString),
      ("[1 2", .malformedObject), ("[R]", .malformedObject), ("[1 R]", .malformedObject),
      ("[0 0 R]", .malformedObject), ("[+1 0 R]", .malformedObject), ("[1 0.0 R]", .malformedObject),
      ("[1 65536 R]", .malformedObject), ("[1 0 Rx]", .malformedObject), ("[1 0R]", .malformedNumber),
      ("[1 0 R R]", .malformedObject), ("<</A 1", .malformedObject), ("<</A>>", .malformedObject),
      ("<<1 2>>", .malformedObject), ("<</A 1/A 1>>", .duplicateKey), ("<</A 1/#41 2>>", .duplicateKey),
      (")", .malformedObject), ("}", .malformedObject),
      (String(repeating: "[", count: 101), .nestingTooDeep),
      (String(repeating: "<</A", count: 100_000), .nestingTooDeep),
    ] as [(String, PDFSyntaxError.Flaw)])
  func repairsNothing(_ text: String, _ flaw: PDFSyntaxError.Flaw) throws {
    let error = try #require(throws: PDFSyntaxError.self) { try Self.parse(text) }
    #expect(error.flaw == flaw)
  }

  @Test func equalDictionariesAreWrittenAlike() throws {
    let a = try Self.parse("<</B 1/A(x)/C/N>>")
    let b = try Self.parse("<< /C /N /A <78> /B 1 /D null >>")
    #expect(a == b)
    #expect(String(decoding: a.serialized, as: UTF8.self) == "<</A(x)/B 1/C/N>>")
  }

  @Test func writesNumbersWithoutExponent() {
    let numbers: [Double] = [0.1, -0.1, 1e-7, 123_456.789, -0.00001, 3, 1e30]
    let text = String(decoding: PDFObject.array(numbers.map(PDFObject.real)).serialized, as: UTF8.self)
    #expect(text == "[0.1 -0.1 0.0 123456.789 -0.00001 3.0 0]")
  }

  /// A reference counts as one element, though it is read as two numbers first.
  @Test(arguments: [
    ("[1 0 R 2 0 R]", true), ("[1 2]", true), ("[1 0 R 2 0 R 3 0 R]", false), ("[1 2 3]", false),
    ("[1 2 /N]", false), ("[1 0 R 2 3]", false),
  ])
  func anArrayHoldsNoMoreThanTheLimit(text: String, holds: Bool) throws {
    var limits = PDFLimits.standard
    limits.elements = 2
    if holds {
      #expect(try Self.parse(text, limits: limits).array?.count == 2)
    } else {
      #expect(throws: PDFSyntaxError.self) { try Self.parse(text, limits: limits) }
    }
  }

  static func parse(_ text: String, limits: PDFLimits = .standard) throws -> PDFObject {
    var parser = PDFParser(PDFLexer(Array(text.utf8)), limits: limits)
    return try parser.object()
  }
}
