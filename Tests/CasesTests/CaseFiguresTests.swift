import Testing
import Values

@testable import Cases

@Suite struct CaseFiguresTests {
  @Test func countsDaysAndWhatIsOverdue() throws {
    let rules = try Fixture.rules(ReplyWindow(maxReplyDays: 30))
    let told = Fixture.perform(Fixture.told, under: rules).file
    let early = Fixture.perform(
      Fixture.accepted + [
        (
          12,
          .sendDecision(
            Fixture.letter("1448/319", 12), early: EarlyReply(approver: Fixture.director, reason: "ضرورة"))
        )
      ], under: rules
    ).file
    let late = Fixture.perform(
      Fixture.accepted + [(60, .sendDecision(Fixture.letter("1448/399", 60), early: nil))], under: rules
    ).file
    let waiting = Fixture.perform([(0, .submit(channel: .phone))], under: rules).file
    let figures = CaseFigures(
      of: [told, early, late, waiting, Fixture.file()], from: Fixture.start, through: Fixture.start,
      under: rules, week: WorkingWeek(), today: Fixture.day(61))
    #expect(figures.received == 4)
    #expect(figures.answered == 3)
    #expect((figures.early, figures.late) == (1, 1))
    #expect(figures.turnaround == [12, 14, 60])
    #expect(figures.meanTurnaroundTenths == 287)
    #expect(figures.medianTurnaround == 14)
    #expect(figures.byChannel.mapValues(\.received) == [.site: 3, .phone: 1])
    #expect(figures.byChannel[.site]?.meanTurnaroundTenths == 287)
    #expect(figures.byChannel[.phone] == CaseFigures.Channel(received: 1))
    #expect(figures.byChannel.values.allSatisfy { $0.finished == 0 })
    #expect(figures.overdue == [.init(number: "1448/0102", days: 61, state: .received)])
    #expect(figures.open == 4)
    let none = CaseFigures(
      of: [told], from: Fixture.day(1), through: Fixture.day(9), under: rules, week: WorkingWeek(),
      today: Fixture.day(61))
    #expect(none.received == 0)
    let turned = CaseFigures(
      of: [told], from: Fixture.day(9), through: Fixture.start, under: rules, week: WorkingWeek(),
      today: Fixture.day(61))
    #expect(turned.received == 0, "a period that ends before it begins holds nothing")
    #expect(none.meanTurnaroundTenths == nil && none.medianTurnaround == nil)
  }
}
