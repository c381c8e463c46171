public import Diagnostics
import Foundation
import PDF
import Themes
import Values

/// Whether a letter's page says what its attached data say: its number, its date and its code.
public enum LetterConsistency {
  /// What differs; empty where nothing does, and where the file holds no data of a letter.
  ///
  /// - Parameter bytes: the letter's file, signed or not.
  /// - Returns: a message for each part of the data that no line of the pages shows.
  public static func differences(in bytes: [UInt8]) -> [Diagnostic.Message] {
    guard let file = WrittenFile(bytes), let attached = file.attachment(named: LetterData.fileName) else {
      return []
    }
    guard
      let document = try? JSONSerialization.jsonObject(with: Data(attached)) as? [String: Any],
      let fields = document["fields"] as? [String: Any]
    else { return [.dataUnreadable] }
    let lines = file.lines.map(folded)
    func isShown(_ forms: [String]) -> Bool {
      forms.contains { form in lines.contains { $0.contains(folded(form)) } }
    }
    var differences: [Diagnostic.Message] = []
    if let number = fields[Theme.letterNumber.name] as? String, !isShown([number]) {
      differences.append(.numberDiffers(number))
    }
    if let date = fields[Theme.letterDate.name] as? [String: Any], let day = date["day"] as? String,
      !isShown(forms(ofDay: day, hijri: date[LetterData.hijriKey] as? String))
    {
      differences.append(.dateDiffers(day))
    }
    if let code = document["code"] as? String, !isShown([code]) { differences.append(.codeDiffers(code)) }
    return differences
  }

  /// The ways in which a day may be printed, in either calendar.
  private static func forms(ofDay text: String, hijri stated: String?) -> [String] {
    guard let day = Moment(iso: text + "T00:00:00Z")?.day else { return [] }
    let parts = (stated ?? "").split(separator: "-").compactMap { Int($0) }
    let hijri =
      parts.count == 3 ? HijriDate(year: parts[0], month: parts[1], day: parts[2]) : HijriDate(day)
    let gregorian = DatePhrase.words(day, .gregorian, style: HouseStyle()).map { [$0] } ?? []
    // The last two months of the Hijri year change with the sentence they stand in.
    let words = [GrammaticalCase.nominative, .accusative, .genitive].compactMap { grammaticalCase in
      hijri.map { DatePhrase.named($0, HouseStyle(), grammaticalCase) }
    }
    let numeric = [hijri.map { ($0.year, $0.month, $0.day) }, (day.year, day.month, day.day)]
    return gregorian + words
      + numeric.compactMap(\.self).flatMap { year, month, day in
        let (month, day) = (twoDigits(month), twoDigits(day))
        return ["\(year)/\(month)/\(day)", "\(day)/\(month)/\(year)", "\(year)-\(month)-\(day)"]
      }
  }

  private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// Digits of every kind as ASCII, without spaces, marks and signs of direction.
  private static func folded(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .format, .spaceSeparator, .nonspacingMark, .control: continue
      case .decimalNumber:
        let value = scalar.properties.numericType == .decimal ? Int(scalar.properties.numericValue ?? 0) : 0
        scalars.append(Unicode.Scalar(UInt8(0x30 + value)))
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}

extension Diagnostic.Message {
  fileprivate static let dataUnreadable = Self(
    "letter.data-unreadable", arabic: "بيانات الخطاب المرفقة فيه تالفة، فلا تُقارن بما طُبع",
    english: "The data attached to the letter are damaged, so they can't be compared with the page")
  fileprivate static func numberDiffers(_ number: String) -> Self {
    Self(
      "letter.number-differs",
      arabic: "الرقم المطبوع غير الرقم في بيانات الخطاب المرفقة (\u{2066}\(number)\u{2069})",
      english: "The printed number isn't the one in the letter's attached data (\(number))")
  }
  fileprivate static func dateDiffers(_ day: String) -> Self {
    Self(
      "letter.date-differs",
      arabic: "التاريخ المطبوع غير التاريخ في بيانات الخطاب المرفقة (\u{2066}\(day)\u{2069})",
      english: "The printed date isn't the one in the letter's attached data (\(day))")
  }
  fileprivate static func codeDiffers(_ code: String) -> Self {
    Self(
      "letter.code-differs",
      arabic: "رمز التحقق المطبوع غير الرمز في بيانات الخطاب المرفقة (\u{2066}\(code)\u{2069})",
      english: "The printed verification code isn't the one in the letter's attached data (\(code))")
  }
}
