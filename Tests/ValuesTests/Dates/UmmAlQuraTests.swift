import Testing

@testable import Values

@Suite struct UmmAlQuraTests {
  @Test func everyDayOfTheTableGoesAndComesBack() {
    let calendar = UmmAlQura.official
    var expected = calendar.days.lowerBound
    var count = 0
    for year in calendar.years {
      for month in 1...12 {
        for day in 1...(calendar.length(ofMonth: month, year: year) ?? 0) {
          let date = HijriDate(year: year, month: month, day: day)
          let civil = calendar.civil(date)
          if civil != expected || calendar.hijri(expected) != date || !expected.isValid {
            Issue.record("\(date.dashed) and \(expected.iso) part ways")
            return
          }
          expected = expected.adding(days: 1)
          count += 1
        }
      }
    }
    #expect(count == 55_991)
    #expect(calendar.days.lowerBound.iso == "1924-08-01")
    #expect(calendar.days.upperBound.iso == "2077-11-16")
    #expect(calendar.years == 1343...1500)
  }

  @Test func agreesWithTheSampleOfMonthStarts() throws {
    for row in try Fixture.rows("hijri_month_starts.csv") {
      let date = HijriDate(year: try #require(Int(row[0])), month: try #require(Int(row[1])), day: 1)
      #expect(date.civil?.iso == row[2], "\(row)")
    }
  }

  /// Months that two of three published tables begin on one day, and the third on another.
  @Test(arguments: [
    ("1343-08-01", "1925-02-24"), ("1346-01-01", "1927-06-30"), ("1349-01-01", "1930-05-29"),
    ("1353-10-01", "1935-01-06"), ("1355-04-01", "1936-06-20"),
  ])
  func twoTablesCountAgainstOne(_ hijri: String, _ gregorian: String) {
    #expect(DateBulkAnswers.hijri(hijri) == gregorian)
    #expect(DateBulkAnswers.gregorian(gregorian) == hijri)
  }

  @Test(arguments: [
    ("1410-01-01", "1989-08-02"), ("1404-01-01", "1983-10-07"), ("1448-01-01", "2026-06-16"),
    ("1448-06-27", "2026-12-07"), ("1448-07-23", "2027-01-01"), ("1449-01-01", "2027-06-06"),
    ("1343-01-01", "1924-08-01"), ("1500-12-30", "2077-11-16"),
  ])
  func convertsBothWays(_ hijri: String, _ gregorian: String) {
    #expect(DateBulkAnswers.hijri(hijri) == gregorian)
    #expect(DateBulkAnswers.gregorian(gregorian) == hijri)
  }

  @Test func knowsTheMonthsOf1448() {
    let lengths = (1...12).map { UmmAlQura.official.length(ofMonth: $0, year: 1448) }
    #expect(lengths == [29, 30, 29, 30, 30, 29, 30, 30, 29, 30, 29, 30])
  }

  @Test(arguments: ["1342-12-30", "1501-01-01", "1448-06-30", "1448-13-01", "1448-00-01", "1448/6", "x", ""])
  func refusesHijriDaysItDoesNotKnow(_ line: String) {
    #expect(DateBulkAnswers.hijri(line).hasPrefix("invalid\t"))
  }

  @Test(arguments: ["1924-07-31", "2077-11-17", "2023-02-29", "2026-11", "x", ""])
  func refusesGregorianDaysItDoesNotKnow(_ line: String) {
    #expect(DateBulkAnswers.gregorian(line).hasPrefix("invalid\t"))
  }
}
