/// Answers of `khitab value KIND --bulk` for dates: one line in, one line out.
///
/// Both directions take and give `year-month-day`; what can't be converted is `invalid`, a tab and the reason.
public enum DateBulkAnswers {
  /// The Gregorian day of a Hijri one: `1410-01-01` gives `1989-08-02`.
  public static func hijri(_ line: String) -> String {
    guard let (year, month, day) = parts(of: line) else { return unreadable }
    let calendar = UmmAlQura.official
    guard calendar.years.contains(year) else {
      let (first, last) = (calendar.years.lowerBound, calendar.years.upperBound)
      return "invalid\tthe official Umm al-Qura table covers the years \(first) to \(last) AH"
    }
    guard let civil = HijriDate(year: year, month: month, day: day).civil else { return noSuchDay }
    return civil.iso
  }

  /// The Hijri day of a Gregorian one: `1989-08-02` gives `1410-01-01`.
  public static func gregorian(_ line: String) -> String {
    guard let (year, month, day) = parts(of: line) else { return unreadable }
    let civil = CivilDate(year: year, month: month, day: day)
    guard civil.isValid else { return noSuchDay }
    guard let date = HijriDate(civil) else {
      let days = UmmAlQura.official.days
      let range = "\(days.lowerBound.iso) to \(days.upperBound.iso)"
      return "invalid\tthe official Umm al-Qura table covers the days \(range)"
    }
    return date.dashed
  }

  private static let unreadable = "invalid\twrite the date as year-month-day, such as 1410-01-01"
  private static let noSuchDay = "invalid\tthere is no such day"

  private static func parts(of line: String) -> (year: Int, month: Int, day: Int)? {
    var kept = String.UnicodeScalarView()
    kept.append(contentsOf: line.unicodeScalars.filter { !$0.isDirectionMark && !$0.isStrayInvisible })
    let fields = Digits.ascii(String(kept)).trimmingBlanks()
      .split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "/" }
    let values = fields.compactMap { field in
      field.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(field) : nil
    }
    guard fields.count == 3, values.count == 3, fields[0].count == 4,
      fields.dropFirst().allSatisfy({ $0.count < 3 })
    else { return nil }
    return (values[0], values[1], values[2])
  }
}
