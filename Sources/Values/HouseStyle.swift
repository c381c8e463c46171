/// How one office writes what grammar leaves open.
public struct HouseStyle: Hashable, Sendable {
  /// The digits of numbers in text.
  public enum Digits: String, Hashable, Sendable, CaseIterable {
    /// ٠١٢٣٤٥٦٧٨٩
    case arabicIndic
    /// 0123456789
    case european
  }

  /// The spelling of one hundred.
  public enum Hundred: String, Hashable, Sendable, CaseIterable {
    /// مائة
    case withAlef
    /// مئة
    case withoutAlef
  }

  /// Where the tanwin of a word ending in alef is written.
  public enum Tanwin: String, Hashable, Sendable, CaseIterable {
    /// ألفاً
    case afterAlef
    /// ألفًا
    case beforeAlef
  }

  /// The word for 10⁹.
  public enum Milliard: String, Hashable, Sendable, CaseIterable {
    /// مليار
    case milliard
    /// بليون
    case billion
  }

  /// The visual order of a date in digits.
  public enum NumericDateOrder: String, Hashable, Sendable, CaseIterable {
    /// `1448/06/13`, the year at the left.
    case yearAtLeft
    /// `13/06/1448`, the day at the left.
    case dayAtLeft
  }

  /// The seat of the hamza in «مسؤول» and «شؤون».
  public enum SeatOfHamza: String, Hashable, Sendable, CaseIterable {
    /// مسؤول
    case waw
    /// مسئول
    case ya
  }

  /// The digits of counts, dates and amounts; identifiers always use European ones.
  public var digits: Digits = .arabicIndic
  /// The spelling of one hundred.
  public var hundred: Hundred = .withAlef
  /// The place of tanwin beside alef.
  public var tanwin: Tanwin = .afterAlef
  /// Whether a word that lost its ya shows it by tanwin: «ثمانٍ» and «ثانٍ», or «ثمان» and «ثان».
  public var marksLostYa = true
  /// The seat of the hamza in «مسؤول» and «شؤون».
  public var seatOfHamza: SeatOfHamza = .waw
  /// The word for 10⁹.
  public var milliard: Milliard = .milliard
  /// Whether an amount in words says «ريال سعودي» or «ريال».
  public var namesCurrencyCountry = true
  /// The visual order of a date in digits.
  public var numericDateOrder: NumericDateOrder = .yearAtLeft
  /// Whether a woman member is called «عضوة» rather than «عضو».
  public var feminineMember = true

  /// The toolkit's own defaults.
  public init() {}
}
