import Content
import Testing
import Values

@testable import Templates

/// A day in digits is set as the runs of its phrase would be.
@Suite struct DigitDateTests {
  @Test(arguments: [CalendarOfRecord.ummAlQura, .gregorian])
  func setsTheRunsOfThePhrase(_ calendar: CalendarOfRecord) throws {
    let ink = Ink(style: .plain, origin: nil)
    for digits in HouseStyle.Digits.allCases {
      for order in HouseStyle.NumericDateOrder.allCases {
        var style = HouseStyle()
        (style.digits, style.numericDateOrder) = (digits, order)
        for number in stride(from: -10_000, to: 39_000, by: 37) {
          let day = CivilDate(dayNumber: number)
          let form: DatePhrase.Form = calendar == .gregorian ? .numericGregorian : .numericHijri
          let date = DatePhrase.digits(day, calendar, style: style, by: .official)
          let phrase = DatePhrase.words(day, form, style: style)
          #expect((date == nil) == (phrase == nil))
          guard let date, let phrase else { continue }
          #expect(
            NumericRuns.atoms(of: phrase, ink, words: ink.plain) == [
              ink.signs(date.digits), ink.plain(date.mark),
            ])
        }
      }
    }
  }
}
