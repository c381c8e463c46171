public import Diagnostics

extension UmmAlQura {
  /// The calendar with the months of an office's override file put in.
  ///
  /// Each line of the file states the Gregorian day that a Hijri month begins with, `1449-10 2028-02-27`; `#`
  /// begins a remark. A line may move the start of a known month, or continue the table by the month after
  /// its last. Lines that would leave a month without 29 or 30 days are errors and are not applied.
  public func applying(
    overrides text: String, file: String, log: inout DiagnosticLog
  ) -> UmmAlQura {
    var starts = monthStarts
    var changed: [(index: Int, location: SourceLocation)] = []
    for (number, raw) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let line = String(raw.prefix { $0 != "#" }).trimmingBlanks()
      if line.isEmpty { continue }
      let place = SourceLocation.text(file: file, line: number + 1, column: 1, phrase: line)
      guard let (month, day) = Self.overrideLine(Digits.ascii(line)) else {
        log.error(.overrideLine, at: place, hints: [.overrideForm])
        continue
      }
      let index = (month.year - firstYear) * 12 + month.month - 1
      guard (0...starts.count).contains(index) else {
        log.error(.overrideGap, at: place)
        continue
      }
      if index == starts.count { starts.append(day.dayNumber) } else { starts[index] = day.dayNumber }
      changed.append((index, place))
    }
    for (index, place) in changed {
      let neighbours = [index - 1, index].filter { $0 >= 0 && $0 + 1 < starts.count }
      guard !neighbours.allSatisfy({ (29...30).contains(starts[$0 + 1] - starts[$0]) }) else { continue }
      log.error(.overrideLength, at: place)
      return self
    }
    return UmmAlQura(firstYear: firstYear, monthStarts: starts)
  }

  private static func overrideLine(_ line: String) -> (month: (year: Int, month: Int), day: CivilDate)? {
    let fields = line.split { $0 == " " || $0 == "\t" }
    guard fields.count == 2 else { return nil }
    let month = fields[0].split(separator: "-").compactMap { Int($0) }
    let day = fields[1].split(separator: "-").compactMap { Int($0) }
    guard month.count == 2, (1...12).contains(month[1]), day.count == 3 else { return nil }
    // Years of more digits are nobody's, and too large to count days with.
    guard [month[0], day[0]].allSatisfy((1...9999).contains) else { return nil }
    let civil = CivilDate(year: day[0], month: day[1], day: day[2])
    guard civil.isValid else { return nil }
    return (month: (year: month[0], month: month[1]), day: civil)
  }
}

extension Diagnostic.Message {
  fileprivate static var overrideLine: Self {
    Self(
      "values.override-line", arabic: "هذا السطر ليس شهراً هجرياً يتبعه تاريخ أوله الميلادي.",
      english: "The line is not a Hijri month followed by the Gregorian date of its first day.")
  }

  fileprivate static var overrideGap: Self {
    Self(
      "values.override-gap", arabic: "هذا الشهر ليس في جدول التقويم ولا يلي آخر أشهره.",
      english: "The month is neither in the calendar's table nor the one after its last.")
  }

  fileprivate static var overrideLength: Self {
    Self(
      "values.override-length",
      arabic:
        "الشهر الهجري 29 يوماً أو 30، وبهذا السطر يصير هو أو الذي قبله غير ذلك، فلم يُعمل بالملف.",
      english:
        "A Hijri month has 29 or 30 days; this one or the one before it would not, so the file is not applied."
    )
  }
}

extension Diagnostic.Hint {
  fileprivate static var overrideForm: Self {
    Self(arabic: "اكتب السطر هكذا: 1449-10 2028-02-27", english: "Write the line as: 1449-10 2028-02-27")
  }
}
