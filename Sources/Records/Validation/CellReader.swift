import Diagnostics
import Values

/// Reads the cells of one column as values of its field's type.
///
/// A class, because a field is large to copy for every cell.
final class CellReader {
  /// The field the cells fill.
  let field: Field
  /// The key of its name.
  let key: FieldKey
  /// The calendar of its Hijri dates.
  let calendar: UmmAlQura

  /// A reader of the cells that fill `field`.
  init(field: Field, calendar: UmmAlQura) {
    (self.field, self.calendar) = (field, calendar)
    key = FieldKey(field.name)
  }

  /// The value, or `nil` for an empty or wrong cell, with all that is to be said; nothing has a place yet.
  func read(_ cell: SourceCell) -> Reading<Value> {
    guard !cell.remarks.isEmpty else { return read(cell.content) }
    var reading = read(cell.content)
    reading.diagnostics.insert(contentsOf: cell.remarks, at: 0)
    return reading
  }

  private func read(_ content: SourceCell.Content) -> Reading<Value> {
    switch content {
    case .empty: Reading(nil)
    case .text(let text): readText(text)
    case .number(let number, let padding): readNumber(number, paddedTo: padding)
    case .percentage(let number): readPercentage(number)
    case .day(let day, let isShownHijri, let hasTime):
      readDay(day, isShownHijri: isShownHijri, hasTime: hasTime)
    case .boolean(let flag):
      field.type == .boolean ? Reading(.boolean(flag)) : readText(flag ? "TRUE" : "FALSE")
    case .failure(let code): wrong(.spreadsheetError(code), .mendFormula)
    case .items: wrong(.unexpectedList, .oneValue)
    }
  }

  func wrong(_ message: Diagnostic.Message, _ hint: Diagnostic.Hint...) -> Reading<Value> {
    Reading(nil, [Diagnostic(.error, message, hints: hint)])
  }

  private func readDay(_ day: CivilDate, isShownHijri: Bool, hasTime: Bool) -> Reading<Value> {
    let entered = day.iso
    guard field.type == .date else { return wrong(.becameDate(entered), .formatAsText) }
    var remarks: [Diagnostic] = []
    if hasTime { remarks.append(Diagnostic(.note, .timeDropped)) }
    if isShownHijri { remarks.append(Diagnostic(.warning, .shownHijri(entered), hints: [.typeHijriAsText])) }
    return Reading(.date(DateValue(day: day, calendar: .gregorian, entered: entered)), remarks)
  }

  // MARK: Text

  private func readText(_ text: String) -> Reading<Value> {
    guard text.utf8.count <= ReadingLimits.valueBytes else { return wrong(.valueTooLong, .shorten) }
    if let code = Self.spreadsheetError(text) { return wrong(.spreadsheetError(code), .mendFormula) }
    let cleaned = TextCleaning.clean(text, as: field.type.cleaning)
    guard let clean = cleaned.value, !clean.isEmpty else { return Reading(nil, cleaned.diagnostics) }
    if Self.standsForNothing(clean) {
      return Reading(nil, cleaned.diagnostics + [Diagnostic(.note, .readAsEmpty(clean))])
    }
    guard !cleaned.diagnostics.isEmpty else { return parse(clean) }
    var reading = parse(clean)
    reading.diagnostics = cleaned.diagnostics + reading.diagnostics
    return reading
  }

  private func parse(_ text: String) -> Reading<Value> {
    switch field.type {
    case .text: Reading(.text(text))
    case .paragraph: Reading(.paragraph(text))
    case .name: Reading(.name(text))
    case .id, .mobile, .phone, .iban, .reference: readIdentifier(text)
    case .email: Identifier.read(text, as: .email).map(Value.identifier)
    case .address: NationalAddress.read(text).map(Value.address)
    case .date: readDate(text)
    case .money: readMoney(text)
    case .integer: readInteger(text)
    case .choice: readChoice(text)
    case .boolean: readWord(YesNo.read(text).map(Value.boolean), .notYesOrNo(quoted(text)), .sayYesOrNo)
    case .gender:
      readWord(
        GenderWords.gender(text).map(Value.gender), .notGender(quoted(text)),
        GenderWords.kind(text) == nil ? .sayGender : .sayKindElsewhere)
    case .personKind:
      // One person is what a record tells of whose kind it leaves open: the gender says the rest. A field that has to be
      // filled in is the one that says it.
      if !field.isRequired, GenderWords.isOnePerson(text) {
        Reading(nil)
      } else {
        readWord(
          GenderWords.kind(text).map(Value.personKind), .notPersonKind(quoted(text)),
          field.isRequired ? .sayPersonKind : .sayPersonKindOrPerson)
      }
    case .list: wrong(.unexpectedText, .oneItemALine)
    }
  }

  /// Reads a day by the office's calendar, asking where the dictionary doesn't say which number is the day.
  func readDate(_ text: String) -> Reading<Value> {
    DateValue.read(text, order: field.dayMonthOrder, calendar: calendar).map(Value.date)
  }

  /// The value in quotation marks, as far as the field lets it be shown.
  func quoted(_ text: String) -> String { Quoting.quote(text, of: field.sensitivity) }

  private func readWord(
    _ value: Value?, _ message: @autoclosure () -> Diagnostic.Message, _ hint: Diagnostic.Hint
  ) -> Reading<Value> {
    value.map { Reading($0) } ?? wrong(message(), hint)
  }

  private func readChoice(_ text: String) -> Reading<Value> {
    if field.choices.contains(where: { $0.label == text }) { return Reading(.choice(text)) }
    let key = Spelling.key(text)
    if let choice = field.choices.first(where: {
      ([$0.label] + $0.spellings).contains { Spelling.key($0) == key }
    }) {
      let isDeclared = choice.spellings.contains(text)
      return Reading(
        .choice(choice.label), isDeclared ? [] : [Diagnostic(.note, .choiceReadAs(choice.label))])
    }
    let labels = field.choices.map(\.label)
    let suggestion = Spelling.suggestion(for: text, among: labels).map(Diagnostic.Hint.didYouMean)
    return wrong(.unknownChoice(quoted(text)), suggestion ?? .allChoices(labels))
  }

  /// What spreadsheets show in the place of a value, and programs write into their exports.
  private static func spreadsheetError(_ text: String) -> String? {
    guard text.hasByte(UInt8(ascii: "#")) else { return nil }
    let trimmed = text.trimmed
    let codes = ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"]
    if codes.contains(trimmed.uppercased()) { return trimmed }
    return trimmed.count >= 3 && trimmed.allSatisfy { $0 == "#" } ? trimmed : nil
  }

  private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "–", "—", "_", "/", ".", "ـ": true
    default: false
    }
  }

  /// Dashes and the word null are how people and programs fill an empty cell.
  private static func standsForNothing(_ text: String) -> Bool {
    let bytes = text.utf8.span
    guard !bytes.isEmpty else { return true }
    switch bytes[0] {
    case UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "("):
      return bytes.count <= 6 && ["null", "n/a", "nan", "none", "(null)"].contains(text.lowercased())
    // Digits and capital letters, and the first of two bytes of most letters of Arabic.
    case 0x30...0x4D, 0x4F...0x5A, 0xD8: return false
    default: return text.unicodeScalars.allSatisfy(isDash)
    }
  }
}

extension Reading {
  /// The same remarks on another value.
  func map<Other: Hashable & Sendable>(_ transform: (Result) -> Other) -> Reading<Other> {
    Reading<Other>(value.map(transform), diagnostics)
  }
}

extension FieldType {
  /// How a text of this type is cleaned.
  fileprivate var cleaning: TextCleaning.Kind {
    switch self {
    case .text, .choice, .boolean, .gender, .personKind, .address: .text
    case .paragraph, .list: .paragraph
    case .name: .name
    case .id, .mobile, .phone, .email, .iban, .date, .money, .integer, .reference: .identifier
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func spreadsheetError(_ code: String) -> Diagnostic.Message {
    .init(
      "records.spreadsheet-error", arabic: "في الخلية خطأ من برنامج الجداول: \(Quoting.quote(code))",
      english: "The cell shows a spreadsheet error: \(code)")
  }
  fileprivate static let valueTooLong = Diagnostic.Message(
    "records.value-too-long", arabic: "النص أطول مما يُقبل في خلية واحدة",
    english: "The text is longer than one cell may be")
  fileprivate static let unexpectedList = Diagnostic.Message(
    "records.unexpected-list", arabic: "هنا قائمة، والحقل يقبل قيمة واحدة",
    english: "There is a list here, but the field takes one value")
  fileprivate static let unexpectedText = Diagnostic.Message(
    "records.unexpected-text", arabic: "هنا نص، والحقل قائمة",
    english: "There is a text here, but the field is a list")
  fileprivate static func becameDate(_ day: String) -> Diagnostic.Message {
    .init(
      "records.became-date", arabic: "حوّل برنامج الجداول القيمة إلى تاريخ (\(Quoting.quote(day)))",
      english: "The spreadsheet turned the value into a date (\(day))")
  }
  fileprivate static let timeDropped = Diagnostic.Message(
    "records.time-dropped", arabic: "مع التاريخ وقت لم يُؤخذ به",
    english: "The date came with a time, which was left out")
  fileprivate static func shownHijri(_ day: String) -> Diagnostic.Message {
    .init(
      "records.date-shown-hijri",
      arabic:
        "تعرض الخلية التاريخ هجرياً بتقويم Excel، وقُرئ اليوم الميلادي المخزن فيها: \(Quoting.quote(day))",
      english: "The cell shows the date in Excel's Hijri calendar; the stored Gregorian day was read: \(day)")
  }
  fileprivate static func readAsEmpty(_ text: String) -> Diagnostic.Message {
    .init(
      "records.read-as-empty", arabic: "عُدّت القيمة \(Quoting.quote(text)) خلية فارغة",
      english: "The value \(Quoting.quote(text)) was read as an empty cell")
  }
  fileprivate static func notYesOrNo(_ text: String) -> Diagnostic.Message {
    .init(
      "records.not-yes-no", arabic: "القيمة \(text) ليست «نعم» ولا «لا»",
      english: "\(text) is neither yes nor no")
  }
  fileprivate static func notGender(_ text: String) -> Diagnostic.Message {
    .init(
      "records.not-gender", arabic: "القيمة \(text) ليست جنساً معروفاً", english: "\(text) is no known gender")
  }
  fileprivate static func notPersonKind(_ text: String) -> Diagnostic.Message {
    .init(
      "records.not-person-kind", arabic: "القيمة \(text) ليست صفة معروفة للمخاطب",
      english: "\(text) is no known kind of addressee")
  }
  fileprivate static func choiceReadAs(_ label: String) -> Diagnostic.Message {
    .init(
      "records.choice-read-as", arabic: "قُرئت القيمة على أنها \(Quoting.quote(label))",
      english: "The value was read as \(Quoting.quote(label))")
  }
  fileprivate static func unknownChoice(_ text: String) -> Diagnostic.Message {
    .init(
      "records.unknown-choice", arabic: "القيمة \(text) ليست من خيارات الحقل",
      english: "\(text) isn't one of the field's choices")
  }
}

extension Diagnostic.Hint {
  fileprivate static let mendFormula = Diagnostic.Hint(
    arabic: "صحح المعادلة أو اكتب القيمة نفسها", english: "Mend the formula, or type the value itself")
  fileprivate static let shorten = Diagnostic.Hint(
    arabic: "اختصره، وتأكد من علامات الاقتباس حوله",
    english: "Shorten it, and check the quotation marks around it")
  fileprivate static let oneValue = Diagnostic.Hint(
    arabic: "اكتب قيمة واحدة، أو اجعل نوع الحقل «قائمة» في القاموس",
    english: "Give one value, or make the field a list in the dictionary")
  fileprivate static let oneItemALine = Diagnostic.Hint(
    arabic: "اكتب كل بند في سطر، أو ضع البنود في ورقة مستقلة",
    english: "Give each item its own line, or its own sheet")
  static let formatAsText = Diagnostic.Hint(
    arabic: "اجعل تنسيق العمود «نص» ثم اكتب القيمة من جديد",
    english: "Format the column as Text, then type the value again")
  fileprivate static let typeHijriAsText = Diagnostic.Hint(
    arabic: "قارنه بالأصل؛ والأسلم أن يُكتب التاريخ الهجري نصاً، مثل ١٤٤٨/٠٦/١٣هـ",
    english: "Compare it with the original; a Hijri date is safer typed as text, such as 1448/06/13هـ")
  fileprivate static let sayYesOrNo = Diagnostic.Hint(
    arabic: "اكتب «نعم» أو «لا»", english: "Write yes or no")
  fileprivate static let sayGender = Diagnostic.Hint(
    arabic: "اكتب «ذكر» أو «أنثى»", english: "Write “ذكر” or “أنثى”, male or female")
  fileprivate static let sayKindElsewhere = Diagnostic.Hint(
    arabic: "اترك الجنس فارغاً، واكتب هذا في حقل نوعه «صفة المخاطب»",
    english: "Leave the gender empty, and write this into a field of the type person-kind")
  fileprivate static let sayPersonKind = Diagnostic.Hint(
    arabic: "اكتب واحدة من: \(GenderWords.kindLabels.joined(separator: "، "))",
    english: "Write one of: \(GenderWords.kindLabels.joined(separator: ", "))")
  fileprivate static let sayPersonKindOrPerson = Diagnostic.Hint(
    arabic: "اكتب واحدة من: \(GenderWords.kindLabels.joined(separator: "، "))، أو «شخص» ليُعرف من حقل الجنس",
    english:
      "Write one of: \(GenderWords.kindLabels.joined(separator: ", ")), or “شخص”, a person whose gender another field states"
  )
  fileprivate static func allChoices(_ labels: [String]) -> Diagnostic.Hint {
    .init(
      arabic: "الخيارات: \(Quoting.list(labels, separator: "، "))",
      english: "The choices: \(Quoting.list(labels, separator: ", "))")
  }
}
