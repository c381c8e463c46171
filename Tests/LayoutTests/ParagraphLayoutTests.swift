import Content
import Geometry
import Testing

@Suite struct ParagraphLayoutTests {
  @Test func linesStandOnTheLeadingOfTheirStyle() throws {
    try Fixture.expect(.of([.text(Sample.long), .text(Sample.short)]), matches: "paragraph-flow")
  }

  @Test func everyAlignmentStandsWhereItSays() throws {
    try Fixture.expect(
      .of([
        .text(Sample.short), .text(Sample.short, "center"), .text(Sample.short, "end"),
        .text(Sample.long, "indented"),
      ]), matches: "alignments")
  }

  @Test func indentsNarrowTheMeasureFromTheirSides() throws {
    try Fixture.expect(
      .of([.text(Sample.long, "indented"), .text(Sample.long, "quote"), .text(Sample.short)]),
      matches: "indents")
  }

  @Test func theLargerOfTwoSpacesCountsAndStatedSpaceIsAdded() throws {
    try Fixture.expect(
      .of([
        .text("أ", "spaced"), .text("ب", "spaced"), .text("ج"), .space(20), .text("د", "spaced"),
      ]), matches: "space-collapse")
  }

  @Test func largerWordsMakeTheirLineHigher() throws {
    try Fixture.expect(
      .of([
        .inlines(
          .words("كلمة "), .words("كبيرة", InlineStyle(isBold: true, scale: 2)),
          .words(" وكلمة صغيرة", InlineStyle(color: Color(red: 0.5, green: 0, blue: 0), scale: 0.7))),
        .text(Sample.short),
      ]), matches: "mixed-sizes")
  }

  @Test func flexibleSpacePutsThePrayerAtTheFarEndAndDotsFillTheLine() throws {
    try Fixture.expect(
      .of([
        .inlines(
          .words("سعادة الأستاذ عبد الله بن محمد", InlineStyle(isBold: true)), .flexibleSpace,
          .words("حفظه الله")),
        .inlines(.words("الاسم: "), .dottedFill),
        .inlines(.words("التوقيع: "), .dottedFill, .words(" التاريخ: "), .dottedFill),
      ]), matches: "flexible-space-and-dots")
  }

  @Test func insertedValuesKeepTheirOrder() throws {
    try Fixture.expect(
      .of([
        .inlines(
          .words("رقم الهوية "), .words("١٠٥٥٥٥٥٥٥٥", .plain, .leftToRight), .words(" والبريد "),
          .words("member@example.org", .plain, .leftToRight), .words("."))
      ]), matches: "isolated-values")
  }

  @Test func anEmptyParagraphIsOneBlankLine() throws {
    try Fixture.expect(.of([.text("قبل"), .inlines(), .text("بعد")]), matches: "blank-line")
  }
}
