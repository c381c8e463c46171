/// Ordinal numbers in words: «الاجتماع الحادي والعشرون», «الدورة الثالثة عشرة».
public enum Ordinal {
  /// The largest ordinal that is written in words.
  public static let largest = 999_999

  /// The `n`th in words.
  ///
  /// Above ninety-nine the part below the hundred comes first, «الخامس بعد المائة», as Arabic tells the
  /// thousand and first night: «الأولى بعد الألف».
  ///
  /// - Parameters:
  ///   - n: the place, 1 to ``largest``.
  ///   - gender: the gender of the noun it describes.
  ///   - isDefinite: whether that noun is definite, as in «الاجتماع الخامس».
  ///   - grammaticalCase: the case of that noun.
  ///   - style: the office's spellings.
  /// - Returns: the words, or `nil` for a place out of range.
  public static func words(
    _ n: Int, gender: Gender, isDefinite: Bool, in grammaticalCase: GrammaticalCase = .nominative,
    style: HouseStyle = .init()
  ) -> String? {
    let writer = OrdinalWriter(gender: gender, isDefinite: isDefinite, style: style, in: grammaticalCase)
    return words(n, writer)
  }

  private static func words(_ n: Int, _ writer: OrdinalWriter) -> String? {
    guard (1...largest).contains(n) else { return nil }
    var writer = writer
    let (round, last) = (n - n % 100, n % 100)
    if last > 0 {
      writer.writeBelowHundred(last)
      if round > 0 { writer.writeAfter(round) }
    } else if round > 1000 && round % 1000 > 0 {
      writer.writeRound(round % 1000)
      writer.writeAfter(round - round % 1000)
    } else {
      writer.writeRound(round)
    }
    return writer.text
  }

  /// The place of an item in a list, as the adverb that opens it: «أولاً», «ثانياً», «حادي عشر», «عشرين».
  ///
  /// - Returns: the adverb, or `nil` for a place out of range.
  public static func adverb(_ n: Int, style: HouseStyle = .init()) -> String? {
    words(
      n,
      OrdinalWriter(gender: .masculine, isDefinite: false, style: style, in: .accusative, opensItem: true))
  }
}
