import Content
import Diagnostics
import Fonts
import Geometry
import Testing

@testable import Text

@Suite struct LineTests {
  private let prose = """
    إشارةً إلى طلبكم المقيد لدينا بشأن الاستفادة من خدمات الجمعية، فإنه يسرنا إفادتكم بقبول طلبكم وتسجيل \
    بياناتكم في سجل المستفيدين اعتباراً من تاريخه، ونسأل الله لكم دوام التوفيق والسداد.
    """

  private func lines(
    _ pieces: [TextPiece], _ alignment: HorizontalAlignment = .start, measure: Points = 200
  ) throws -> [Line] {
    var log = DiagnosticLog()
    let shaper = try #require(Fixture.shaper)
    return shaper.shape(pieces, log: &log).lines(alignment: alignment) { _ in measure }
  }

  @Test func justifiedLinesFillTheMeasureAndTheLastStandsAtTheRight() throws {
    let lines = try lines([Fixture.text(prose)], .justified)
    #expect(lines.count > 3)
    for line in lines.dropLast() {
      #expect(abs(line.extent.lowerBound) < 0.01)
      #expect(abs(line.extent.upperBound - 200) < 0.01)
    }
    let last = try #require(lines.last)
    #expect(last.endsParagraph)
    #expect(last.extent.lowerBound > 1)
    #expect(abs(last.extent.upperBound - 200) < 0.01)
  }

  @Test func onlySpacesAreWidenedByJustification() throws {
    let plain = try lines([Fixture.text(prose)], .start)
    let justified = try lines([Fixture.text(prose)], .justified)
    let space = try #require(Fixture.fonts?.font(family: "Amiri", isBold: false)?.nominalGlyph(of: 0x20))
    let widths = { (line: Line) in
      line.runs.flatMap(\.run.glyphs).filter { $0.id != space }.map { ($0.advance * 1000).rounded() }
    }
    #expect(plain.flatMap(widths) == justified.flatMap(widths))
  }

  @Test(arguments: HorizontalAlignment.allCases)
  func alignmentIsSeenFromTheRight(_ alignment: HorizontalAlignment) throws {
    let extent = try #require(try lines([Fixture.text("بعد التحية")], alignment).first).extent
    switch alignment {
    case .start, .justified: #expect(abs(extent.upperBound - 200) < 0.01)
    case .center: #expect(abs(extent.lowerBound + extent.upperBound - 200) < 0.01)
    case .end: #expect(abs(extent.lowerBound) < 0.01)
    }
  }

  @Test func anUnbreakableValueIsNeverBroken() throws {
    let iban = "SA03 8000 0000 6080 1016 7519"
    let pieces = [Fixture.text("رقم الآيبان: "), Fixture.text(iban, .leftToRight, isBreakable: false)]
    let lines = try lines(pieces, .justified, measure: 100)
    #expect(lines.contains { $0.overflows && $0.runs.contains { $0.run.text == iban } })
    #expect(try self.lines(pieces, measure: 240).allSatisfy { !$0.overflows })
  }

  /// An address that no line holds is broken at its signs; whatever is a number or a word isn't.
  @Test(arguments: [
    ("a.member@wadi.example.org", ["a.member", "@wadi", ".example.org"]),
    ("https://wadi.example.org/a/form?no=12", ["https://wadi", ".example.org/", "a/form?no=12"]),
    ("www.wadi.example.org/2026.5/1", ["www.wadi", ".example.org/", "2026.5/1"]),
    ("AB-2026-125-2026-125", ["AB-2026-125-2026-125"]), ("1.500.000.000,00", ["1.500.000.000,00"]),
  ]) func anAddressIsBrokenInNeedAlone(text: String, parts: [String]) throws {
    let pieces = [Fixture.text(text, .leftToRight, isBreakable: false)]
    let broken = try lines(pieces, measure: 80)
    #expect(broken.map { $0.runs.map(\.run.text).joined() } == parts)
    #expect(broken.contains(where: \.overflows) == (parts.count == 1))
    #expect(try lines(pieces, measure: 300).count == 1)
  }

  @Test func theWordsBesideACheckBoxAreBrokenInNeedAlone() throws {
    let pieces = [Fixture.text("☐\u{A0}قبول\u{A0}مشروط\u{A0}بشروط", isBreakable: false)]
    let broken = try lines(pieces, measure: 60)
    #expect(broken.count > 1)
    let first = try #require(broken.first).runs.map(\.run.text).joined()
    #expect(first.hasPrefix("\u{A0}قبول"), "not parted from its box")
    #expect(broken.allSatisfy { !$0.overflows })
    #expect(try lines(pieces, measure: 200).count == 1)
  }

  @Test(arguments: [
    ("See Annex B.", "See Annex B."), ("(Annex B) is void.", "(Annex B) is void."), ("انظر B.", ".رظنا B"),
  ]) func wordsThatAreAllLatinRunFromLeftToRight(text: String, visual: String) throws {
    let line = try #require(try lines([Fixture.text(text)]).first)
    #expect(line.visual.count == visual.count)
    #expect(line.visual.hasSuffix(".") == visual.hasSuffix("."), "\(line.visual)")
    #expect(abs(line.extent.upperBound - 200) < 0.01, "its lines stand as the others do")
  }

  @Test func linesTogetherHoldAllTheText() throws {
    let lines = try lines([Fixture.text(prose)], .justified, measure: 120)
    #expect(lines.map { $0.runs.map(\.run.text).joined() }.joined(separator: " ") == prose)
  }

  @Test func aMeasureMayDifferFromLineToLine() throws {
    let shaper = try #require(Fixture.shaper)
    var log = DiagnosticLog()
    let paragraph = shaper.shape([Fixture.text(prose)], log: &log)
    let lines = paragraph.lines(alignment: .justified) { $0 == 0 ? 150 : 220 }
    #expect(abs(lines[0].extent.upperBound - 150) < 0.01)
    #expect(abs(lines[1].extent.upperBound - 220) < 0.01)
    #expect(paragraph.naturalWidth > 220)
    #expect(paragraph.minimumWidth < 100)
  }

  @Test func whatFollowsAFlexibleSpaceStandsAtTheLeft() throws {
    let lines = try lines([
      Fixture.text("سعادة الأستاذ/ محمد"), .flexibleSpace(Fixture.plain), Fixture.text("حفظه الله"),
    ])
    #expect(lines.count == 1)
    #expect(abs(lines[0].extent.lowerBound) < 0.01)
    #expect(lines[0].runs.map(\.run.text) == ["سعادة الأستاذ/ محمد", " ", "حفظه الله"])
    let space = lines[0].runs[1]
    #expect(abs(space.x + space.run.advance - lines[0].runs[0].x) < 0.01, "beside the word before it")
  }

  @Test(arguments: [
    ["الجوال: ", "+966 50 123 4567", "، والبريد ", "member@example.org", "."],
    ["من ", "1446/22-أ", " إلى ", "الرياض (KSA) ١٢", "!"],
  ])
  func runsStandInTheOrderOfReading(texts: [String]) throws {
    let red = Color(red: 1, green: 0, blue: 0)
    let pieces = texts.enumerated().map { index, text in
      Fixture.text(
        text, index % 2 == 1 ? .leftToRight : .none, color: index % 3 == 1 ? red : .black,
        origin: .page(index))
    }
    let line = try #require(try lines(pieces, measure: 600).first)
    #expect(line.runs.map(\.run.text).joined() == texts.joined())
    #expect(line.decorations.isEmpty)
    let ends = line.placed.map { ($0.x * 100).rounded() } + [60000]
    let widths = line.placed.map { (($0.x + $0.run.advance) * 100).rounded() }
    #expect(zip(widths, ends.dropFirst()).allSatisfy { abs($0 - $1) <= 1 }, "no run covers another")
  }

  @Test func levelsAreThoseOfTheText() throws {
    let line = try #require(
      try lines([Fixture.text("رقم "), Fixture.text("AB-12", .leftToRight), Fixture.text(" تم")]).first)
    #expect(line.runs.map(\.run.level) == [1, 2, 1])
  }

  @Test func dotsAndTicksAreDrawnButAreNoText() throws {
    let line = try #require(
      try lines([
        Fixture.text("☑\u{A0}نعم  ☐\u{A0}لا: "), .dottedFill(Fixture.plain), Fixture.text(" ⃁"),
      ]).first)
    #expect(line.runs.map(\.run.text).joined() == "\u{A0}نعم  \u{A0}لا:  ⃁")
    #expect(line.decorations.map { $0.run.text.first } == [".", "☐", "☑"])
  }

  @Test(arguments: [["أ ", "ب"], ["أ", " ب"], ["أ", ""], ["", "ب"]])
  func aFillPartsWordsOnlyWhereNoSpaceDoes(words: [String]) throws {
    for fill in [TextPiece.flexibleSpace(Fixture.plain), .dottedFill(Fixture.plain)] {
      let line = try #require(try lines([Fixture.text(words[0]), fill, Fixture.text(words[1])]).first)
      #expect(line.runs.map(\.run.text).joined() == words.joined())
    }
  }

  /// A place to write on is as wide as it asks, takes the rest of its line where it is open, and is no text.
  @Test(arguments: [(true, 300.0), (false, 60.0)])
  func aPlaceToWriteOnHasItsRoom(isOpen: Bool, width: Double) throws {
    let word = try #require(try lines([Fixture.text("من\u{A0}")], measure: 300).first)
    let line = try #require(
      try lines(
        [
          Fixture.text("من\u{A0}"),
          .writingSpace(Fixture.plain, ems: 60 / Fixture.plain.size, isOpen: isOpen),
        ],
        measure: 300
      ).first)
    let taken = word.placed.reduce(0) { $0 + $1.run.advance }
    #expect(line.runs.map(\.run.text).joined() == "من\u{A0}")
    let dots = try #require(line.decorations.first?.run)
    #expect(abs(dots.advance - (isOpen ? width - taken : width)) < 0.01)
  }

  /// What is to be written stands after its label: a line ends before both, not between them.
  @Test func aPlaceToWriteOnStaysWithTheWordBeforeIt() throws {
    let place = TextPiece.writingSpace(Fixture.plain, ems: 100 / Fixture.plain.size, isOpen: false)
    let broken = try lines([Fixture.text("كلمة أخرى برقم ("), place, Fixture.text(") تم")], measure: 150)
    #expect(broken.map { $0.runs.map(\.run.text).joined() } == ["كلمة أخرى", "برقم ( ) تم"])
    let apart = try lines([Fixture.text("("), place, Fixture.text(") "), place], measure: 150)
    #expect(apart.count == 2, "two places need not stay together")
  }

  /// A justified line widens its places to write on, to twice their width at most, before it parts its words.
  @Test(arguments: [140.0, 260.0]) func aJustifiedLineWidensItsPlaces(measure: Double) throws {
    let place = TextPiece.writingSpace(Fixture.plain, ems: 80 / Fixture.plain.size, isOpen: false)
    let label = try #require(try lines([Fixture.text("رقم\u{A0}")], measure: 300).first)
    let taken = label.placed.reduce(0) { $0 + $1.run.advance }
    let rest = Fixture.text(" " + String(repeating: "م", count: 30))
    let broken = try lines([Fixture.text("رقم\u{A0}"), place, rest], .justified, measure: measure)
    let dots = try #require(broken.first?.decorations.first?.run.advance)
    #expect(abs(dots - min(160, measure - taken)) < 0.01)
    #expect(broken.count > 1)
  }

  @Test func clustersAreOffsetsOfCharactersInTheRunsOwnText() throws {
    let runs = try lines([
      Fixture.text("تُعَدُّ "), Fixture.text("AB-12", .leftToRight), Fixture.text(" جمعيّة"),
    ]).flatMap(\.runs).map(\.run)
    for run in runs {
      let starts = Set(
        run.text.unicodeScalars.indices.map { run.text.utf8.distance(from: run.text.startIndex, to: $0) })
      let clusters = run.glyphs.map(\.cluster)
      #expect(clusters.allSatisfy(starts.contains))
      #expect(clusters == (run.isRightToLeft ? clusters.sorted(by: >) : clusters.sorted()))
      #expect(clusters.min() == 0)
    }
  }

  @Test func marksStandOverTheirLetters() throws {
    let run = try #require(try lines([Fixture.text("بّ")]).first?.runs.first?.run)
    let marks = run.glyphs.filter { $0.advance == 0 }
    #expect(marks.count >= 1)
    #expect(marks.allSatisfy { $0.x > -2 && $0.x < run.advance })
  }

  @Test func aMissingCharacterIsAnErrorAtItsCell() throws {
    let cell = SourceLocation.cell(file: "members.csv", sheet: nil, row: 7, column: "الاسم")
    let shaper = try #require(Fixture.shaper)
    var log = DiagnosticLog()
    let text = "عضو 😀 و😀 \u{200D}\u{FE0F}\u{200B}"
    _ = shaper.shape([Fixture.text(text, .firstStrong, origin: cell)], log: &log)
    #expect(log.diagnostics.map(\.message.id) == ["text.missing-glyph"])
    #expect(log.diagnostics.first?.location == cell)
    #expect(log.diagnostics.first?.message.english.contains("U+1F600 GRINNING FACE") == true)
    #expect(log.hasErrors)
  }

  @Test func anEmptyParagraphHasOneLineWithItsHeight() throws {
    let lines = try lines([Fixture.text("")])
    #expect(lines.count == 1)
    #expect(lines[0].ascent > 14)
    #expect(try self.lines([]).isEmpty)
  }

  @Test func manyTasksSetTheSameLines() async throws {
    let shaper = try #require(Fixture.shaper)
    let prose = prose
    let results = await withTaskGroup { group in
      for task in 0..<48 {
        group.addTask {
          var log = DiagnosticLog()
          let other = [Fixture.text("خطاب رقم \(task) بشأن \(task * 7919)")]
          _ = shaper.shape(other, log: &log).lines(alignment: .start) { _ in 90 }
          return shaper.shape([Fixture.text(prose)], log: &log).lines(alignment: .justified) { _ in 200 }
        }
      }
      return await group.reduce(into: Set<[Line]>()) { $0.insert($1) }
    }
    #expect(results.count == 1)
  }
}
