/// Whole numbers in words (تفقيط): «مائتان وخمسون», «ثلاثة آلاف».
public enum Cardinal {
  /// The largest number that is written in words.
  public static let largest: Int64 = 999_999_999_999_999

  /// `n` in words, standing alone.
  ///
  /// - Parameters:
  ///   - n: the number, 0 to ``largest``.
  ///   - gender: the gender of what is counted, though it isn't named: 3 masculine is «ثلاثة».
  ///   - grammaticalCase: the case of the whole.
  ///   - style: the office's spellings.
  /// - Returns: the words, or `nil` for a number out of range.
  public static func words(
    _ n: Int64, counting gender: Gender, in grammaticalCase: GrammaticalCase = .nominative,
    style: HouseStyle = .init()
  ) -> String? {
    guard (0...largest).contains(n) else { return nil }
    var writer = NumeralWriter(style: style, in: grammaticalCase)
    if n == 0 {
      writer.write(NumeralWords.withMasculine[0])
      if grammaticalCase == .accusative { writer.writeTanwin() }
    } else {
      writer.writeNumber(n, counting: gender, headsNoun: false)
    }
    return writer.text
  }
}
