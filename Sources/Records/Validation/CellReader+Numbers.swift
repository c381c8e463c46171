import Diagnostics
import Values

extension CellReader {
  /// Reads a number that a spreadsheet stores as one.
  func readNumber(_ stored: DecimalNumber, paddedTo width: Int) -> Reading<Value> {
    let number = stored.rounded(to: DecimalNumber.excelPrecision)
    switch field.type {
    case .id, .mobile, .phone, .iban, .reference: return readNumericIdentifier(stored, paddedTo: width)
    case .integer: return readInteger(number.plain())
    case .money: return readMoney(number.plain(places: number.isWhole ? 0 : 2))
    case .boolean where number.plain() == "1": return Reading(.boolean(true))
    case .boolean where number.plain() == "0": return Reading(.boolean(false))
    case .date: return readSerial(number)
    case .text, .paragraph, .name, .choice, .address:
      return read(SourceCell(content: .text(Self.padded(number.plain(), to: width))))
    case .email, .boolean, .gender, .personKind, .list: return wrong(.unexpectedNumber, .checkColumn)
    }
  }

  /// Reads an amount; one that no letter is likely to state wants a look, since a digit too many is easily typed.
  func readMoney(_ text: String) -> Reading<Value> {
    var reading = Money.read(text)
    if let money = reading.value, money.minorUnits > Self.largestLikelyAmount {
      reading.diagnostics.append(Diagnostic(.warning, .largeAmount(quoted(text)), hints: [.confirmAmount]))
    }
    return reading.map(Value.money)
  }

  /// 999,999,999,999.99 in hundredths.
  private static let largestLikelyAmount: Int64 = 99_999_999_999_999

  /// Reads a number as its spreadsheet shows it, «15%» where the file has 0.15: that is what its user typed and sees.
  func readPercentage(_ stored: DecimalNumber) -> Reading<Value> {
    let number = stored.rounded(to: DecimalNumber.excelPrecision).plain()
    var reading: Reading<Value>
    switch field.type {
    case .integer: reading = readInteger(number)
    case .text, .paragraph, .name, .choice, .address: reading = read(SourceCell(content: .text(number + "%")))
    case .id, .mobile, .phone, .email, .iban, .reference, .date, .money, .boolean, .gender, .personKind,
      .list:
      return wrong(.unexpectedPercentage(quoted(number + "%")), .checkFormat)
    }
    if reading.value != nil {
      reading.diagnostics.insert(Diagnostic(.note, .percentageRead(quoted(number + "%"))), at: 0)
    }
    return reading
  }

  /// A whole number below 10¹⁵ is exact in a spreadsheet however it is written; past that, digits are gone.
  private func readNumericIdentifier(_ number: DecimalNumber, paddedTo width: Int) -> Reading<Value> {
    guard number.isWhole, !number.isNegative else { return wrong(.identifierNotWhole, .formatAsText) }
    guard number.wholeDigitCount <= DecimalNumber.excelPrecision else {
      return wrong(.digitsLost, .formatAsText)
    }
    let digits = number.plain()
    let text = Self.padded(digits, to: width)
    var reading = readIdentifier(text)
    if number.isScientific { reading.diagnostics.insert(Diagnostic(.note, .exponentRestored), at: 0) }
    if text != digits { reading.diagnostics.insert(Diagnostic(.note, .zerosRestored), at: 0) }
    if field.type == .mobile, text == digits, digits.count == 9, reading.value != nil {
      reading.diagnostics.append(Diagnostic(.note, .zerosRestored))
    }
    if reading.value == nil { reading.diagnostics = reading.diagnostics.map(Self.withZerosHint) }
    return reading
  }

  private static func withZerosHint(_ diagnostic: Diagnostic) -> Diagnostic {
    guard diagnostic.severity == .error else { return diagnostic }
    var diagnostic = diagnostic
    diagnostic.hints.append(.zerosDropped)
    return diagnostic
  }

  private static func padded(_ digits: String, to width: Int) -> String {
    String(repeating: "0", count: max(min(width, 64) - digits.count, 0)) + digits
  }

  /// Reads an identifier, first undoing the exponent that a spreadsheet may have left in an export.
  func readIdentifier(_ text: String) -> Reading<Value> {
    var remarks: [Diagnostic] = []
    var text = text
    // 0x20 is what tells small letters from capital ones.
    if text.hasByte(UInt8(ascii: "e")) || text.hasByte(UInt8(ascii: "E")),
      field.type != .reference || text.utf8.contains(UInt8(ascii: "+")),
      let number = DecimalNumber(Digits.ascii(text).replacing("\u{66B}", with: ".")), number.isScientific
    {
      guard number.isWhole, !number.isNegative, number.writtenDigits >= number.wholeDigitCount else {
        return wrong(.digitsLost, .formatAsText)
      }
      text = number.plain()
      remarks.append(Diagnostic(.note, .exponentRestored))
    } else if field.type != .reference, text.hasSuffix(".0"), let number = DecimalNumber(Digits.ascii(text)) {
      text = number.plain()
    }
    let identifier =
      field.type == .reference
      ? ReferencePattern.read(text, among: field.patterns)
      : Identifier.read(text, as: field.type.identifierKind)
    var reading = identifier.map(Value.identifier)
    reading.diagnostics = remarks + reading.diagnostics
    return reading
  }

  /// Reads a whole number in any of the three sets of digits, with or without separators of thousands.
  func readInteger(_ text: String) -> Reading<Value> {
    plainInteger(text).map { Reading(.integer($0)) } ?? readIntegerThoroughly(text)
  }

  /// The short way for up to 18 digits of ASCII; `nil` for any other form.
  private func plainInteger(_ text: String) -> Int? {
    let bytes = text.utf8.span
    guard (1...18).contains(bytes.count) else { return nil }
    var number = 0
    for index in bytes.indices {
      guard bytes[index] >= 0x30, bytes[index] <= 0x39 else { return nil }
      number = 10 * number + Int(bytes[index] - 0x30)
    }
    return number
  }

  /// Reads a whole number in whatever form.
  func readIntegerThoroughly(_ text: String) -> Reading<Value> {
    guard let ascii = ungrouped(text), let number = DecimalNumber(ascii) else {
      return wrong(.notNumber(quoted(text)), .digitsOnly)
    }
    guard number.isWhole else { return wrong(.notWhole(quoted(text)), .digitsOnly) }
    if number.isScientific, number.writtenDigits < number.wholeDigitCount {
      return wrong(.digitsLost, .formatAsText)
    }
    guard number.wholeDigitCount <= 18, let value = Int(number.plain()) else {
      return wrong(.numberTooLarge(quoted(text)), .checkColumn)
    }
    return Reading(.integer(value))
  }

  /// The text in ASCII, with a full stop for the decimal point and without separators of thousands; `nil` where
  /// those don't part groups of three digits: «1٬5» may mean 1.5.
  private func ungrouped(_ text: String) -> String? {
    var ascii = Digits.ascii(text).trimmed.replacing("\u{66C}", with: ",").replacing("\u{66B}", with: ".")
    ascii.removeAll { $0 == "\u{200E}" || $0 == "\u{200F}" }
    let parts = ascii.split(separator: ".", omittingEmptySubsequences: false)
    let groups = (parts.first ?? "").split(separator: ",", omittingEmptySubsequences: false)
    if groups.count == 1 {
      // A full stop parts thousands for many: «1.000».
      let isGroup = parts.count == 2 && parts[1] == "000" && (1...3).contains(parts[0].utf8.count)
      return isGroup && parts[0] != "0" ? nil : ascii
    }
    let digits = groups[0].drop { $0 == "-" || $0 == "+" }
    guard (1...3).contains(digits.utf8.count), digits != "0",
      groups.dropFirst().allSatisfy({ $0.utf8.count == 3 })
    else { return nil }
    return ([groups.joined()] + parts.dropFirst().map(String.init)).joined(separator: ".")
  }

  /// A bare number in a column of dates is most often a date that lost its format.
  private func readSerial(_ number: DecimalNumber) -> Reading<Value> {
    let text = number.plain()
    if number.isWhole, number.wholeDigitCount == 8 { return readDate(text) }
    guard let serial = Double(text), let day = SerialDate(serial, epoch: .of1900)?.day else {
      return wrong(.unexpectedNumber, .checkColumn)
    }
    return wrong(.bareSerial(text), .formatAsDate(day.iso))
  }
}

extension FieldType {
  /// The kind of identifier a field of this type holds.
  fileprivate var identifierKind: Identifier.Kind {
    switch self {
    case .id: .nationalID
    case .mobile: .mobile
    case .phone: .phone
    case .iban: .iban
    case .email: .email
    default: .reference
    }
  }
}

extension Diagnostic.Message {
  fileprivate static let unexpectedNumber = Diagnostic.Message(
    "records.unexpected-number", arabic: "في الخلية رقم لا يصلح قيمة لهذا الحقل",
    english: "The cell holds a number, which is no value for this field")
  fileprivate static func percentageRead(_ text: String) -> Diagnostic.Message {
    .init(
      "records.percentage-read", arabic: "تعرض الخلية عددها نسبة مئوية، وقُرئت كما تُعرض: \(text)",
      english: "The cell shows its number as a percentage, and was read as shown: \(text)")
  }
  fileprivate static func unexpectedPercentage(_ text: String) -> Diagnostic.Message {
    .init(
      "records.unexpected-percentage", arabic: "في الخلية نسبة مئوية لا تصلح قيمة لهذا الحقل: \(text)",
      english: "The cell holds a percentage, which is no value for this field: \(text)")
  }
  fileprivate static func largeAmount(_ text: String) -> Diagnostic.Message {
    .init(
      "records.amount-very-large", arabic: "المبلغ \(text) يزيد على 999,999,999,999.99",
      english: "The amount \(text) is above 999,999,999,999.99")
  }
  fileprivate static let identifierNotWhole = Diagnostic.Message(
    "records.identifier-not-whole", arabic: "الرقم مخزن عدداً كسرياً أو سالباً، فلا يكون رقماً تعريفياً",
    english: "The number is stored with a fraction or below zero, so it can identify nothing")
  fileprivate static let digitsLost = Diagnostic.Message(
    "records.digits-lost",
    arabic: "فقد الرقم بعض خاناته لأن برنامج الجداول خزنه بالصيغة العلمية (مثل 9.66E+11)",
    english:
      "The number has lost digits because the spreadsheet kept it in scientific form (such as 9.66E+11)")
  fileprivate static let exponentRestored = Diagnostic.Message(
    "records.exponent-restored", arabic: "الرقم مكتوب بالصيغة العلمية، واستُعيدت خاناته كاملة",
    english: "The number was in scientific form; all its digits were restored")
  fileprivate static let zerosRestored = Diagnostic.Message(
    "records.zeros-restored", arabic: "الرقم مخزن بلا أصفاره الأولى، وأُعيدت إليه",
    english: "The number was stored without its leading zeros; they were restored")
  fileprivate static func notNumber(_ text: String) -> Diagnostic.Message {
    .init("records.not-a-number", arabic: "القيمة \(text) ليست عدداً", english: "\(text) isn't a number")
  }
  fileprivate static func notWhole(_ text: String) -> Diagnostic.Message {
    .init(
      "records.not-a-whole-number", arabic: "القيمة \(text) ليست عدداً صحيحاً",
      english: "\(text) isn't a whole number")
  }
  fileprivate static func numberTooLarge(_ text: String) -> Diagnostic.Message {
    .init(
      "records.number-too-large", arabic: "العدد \(text) أكبر من أن يُقرأ",
      english: "\(text) is too large to be read")
  }
  fileprivate static func bareSerial(_ number: String) -> Diagnostic.Message {
    .init(
      "records.bare-serial", arabic: "في خلية التاريخ رقم مجرد: \(Quoting.quote(number))",
      english: "The date cell holds a bare number: \(number)")
  }
}

extension Diagnostic.Hint {
  fileprivate static let checkColumn = Diagnostic.Hint(
    arabic: "راجع القيمة، فلعلها في غير عمودها", english: "Check the value; it may stand in the wrong column")
  fileprivate static let checkFormat = Diagnostic.Hint(
    arabic: "راجع القيمة وتنسيق خليتها، فلعل التنسيق ليس لها",
    english: "Check the value and its cell's format, which may not be meant for it")
  fileprivate static let confirmAmount = Diagnostic.Hint(
    arabic: "قارن المبلغ بالأصل قبل إصدار الخطاب",
    english: "Compare the amount with the original before issuing")
  fileprivate static let zerosDropped = Diagnostic.Hint(
    arabic: "الخلية مخزنة رقماً فتسقط أصفارها الأولى؛ اجعل تنسيق العمود «نص» ثم اكتب الرقم كاملاً",
    english:
      "The cell is stored as a number, which drops leading zeros; format the column as Text and type it in full"
  )
  fileprivate static let digitsOnly = Diagnostic.Hint(
    arabic: "اكتب العدد بالأرقام وحدها", english: "Write the number in digits only")
  fileprivate static func formatAsDate(_ day: String) -> Diagnostic.Hint {
    .init(
      arabic: "إن كان المقصود \(Quoting.quote(day)) فاجعل تنسيق الخلية «تاريخ»",
      english: "If \(day) is meant, format the cell as a date")
  }
}
