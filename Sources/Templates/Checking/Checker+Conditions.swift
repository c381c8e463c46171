import Diagnostics
import Values

extension Checker {
  /// Checks a condition's fields, and that each of its values can be had.
  mutating func check(_ condition: Condition) {
    switch condition {
    case .exists(let name), .isMissing(let name):
      guard let field = field(of: name), field.isRequired else { return }
      if condition.isExistence {
        log.warning(.alwaysHolds(field.name), at: name.place)
      } else {
        log.warning(.neverHolds(field.name), at: name.place)
      }
    case .isTrue(let name):
      guard let field = field(of: name), field.type != .boolean, field.type != .list else { return }
      log.error(.notYesOrNo(field.name, field.type), at: name.place, hints: [.existence(name.spelled)])
    case .compares(let name, let comparison, let operand):
      guard let field = field(of: name) else { return }
      check(field, comparison, operand, at: name.place)
    case .not(let inner): check(inner)
    case .all(let parts), .any(let parts): for part in parts { check(part) }
    case .unreadable: break
    }
  }

  /// The field that a condition's name means; a word of the lexicon is reported.
  private mutating func field(of name: FieldName) -> Field? {
    switch meaning(of: name) {
    case .field(let field): return field
    case .word:
      log.error(.conditionOnWord(name.spelled), at: name.place)
      return nil
    case .nothing: return nil
    }
  }

  private mutating func check(
    _ field: Field, _ comparison: Condition.Comparison, _ operand: Condition.Operand, at place: SourceLocation
  ) {
    if comparison != .equal, comparison != .notEqual, !field.type.isOrdered {
      log.error(.notOrdered(field.name, field.type), at: place)
      return
    }
    if isReadable(operand, as: field) { return }
    let other = FieldName(spelled: operand.spelled, key: operand.key, place: operand.place)
    if names(other) { return }
    switch field.type {
    case .choice:
      let hint = Suggestion.hint(for: operand.key, among: field.choices.map(\.label))
      log.error(
        .notAChoice(operand.spelled, field.name), at: operand.place,
        hints: hint + [.choices(field.choices.map(\.label))])
    default:
      log.error(.unreadableOperand(operand.spelled, field.name, field.type), at: operand.place)
    }
  }

  private func names(_ name: FieldName) -> Bool {
    fields[name.lookup] != nil
      || bindings.contains { binding in
        binding.fields.contains { name.key == binding.variable.key + "." + TagSpelling.key($0.name) }
      }
  }

  /// Whether the operand's words can be a value of the field.
  private func isReadable(_ operand: Condition.Operand, as field: Field) -> Bool {
    switch field.type {
    case .text, .paragraph, .name, .id, .mobile, .phone, .email, .iban, .reference: true
    case .address: false
    case .integer, .list: Int64(operand.key) != nil
    case .money: Money.read(operand.key).value != nil
    case .date: DateValue.read(operand.spelled).value != nil
    case .boolean: BooleanWord.table[operand.key] != nil
    case .gender: [.masculine, .feminine].contains(FormName.table[operand.key])
    case .personKind: FormName.table[operand.key] != nil
    case .choice:
      field.choices.contains { ([$0.label] + $0.spellings).contains { TagSpelling.key($0) == operand.key } }
    }
  }
}

extension Condition {
  fileprivate var isExistence: Bool {
    if case .exists = self { true } else { false }
  }
}

extension Diagnostic.Hint {
  fileprivate static func existence(_ name: String) -> Self {
    Self(arabic: "هل تقصد «\(name) موجود»؟", english: "Did you mean “\(name) exists”?")
  }
  fileprivate static func choices(_ labels: [String]) -> Self {
    Self(
      arabic: "خيارات الحقل: " + labels.joined(separator: "، "),
      english: "The field's choices: " + labels.joined(separator: ", "))
  }
}

extension Diagnostic.Message {
  fileprivate static func alwaysHolds(_ name: String) -> Self {
    Self(
      "templates.condition-always-holds", arabic: "الحقل «\(name)» مطلوب في كل سجل، فهذا الشرط متحقق دائماً",
      english: "The field “\(name)” is required, so this condition always holds")
  }
  fileprivate static func neverHolds(_ name: String) -> Self {
    Self(
      "templates.condition-never-holds", arabic: "الحقل «\(name)» مطلوب في كل سجل، فهذا الشرط لا يتحقق أبداً",
      english: "The field “\(name)” is required, so this condition never holds")
  }
  fileprivate static func notYesOrNo(_ name: String, _ type: FieldType) -> Self {
    Self(
      "templates.condition-on-value", arabic: "«\(name)» نوعه \(type.arabicName)، ولا يكون شرطاً وحده",
      english: "“\(name)” is of type \(type.rawValue) and is no condition by itself")
  }
  fileprivate static func conditionOnWord(_ name: String) -> Self {
    Self(
      "templates.condition-on-word", arabic: "«\(name)» كلمة تتصرف، وليست حقلاً يُشترط",
      english: "“\(name)” is an inflected word, not a field to test")
  }
  fileprivate static func notOrdered(_ name: String, _ type: FieldType) -> Self {
    Self(
      "templates.comparison-without-order",
      arabic: "«\(name)» نوعه \(type.arabicName)، فلا يقال فيه أكبر ولا أصغر",
      english: "“\(name)” is of type \(type.rawValue), which has no order")
  }
  fileprivate static func notAChoice(_ value: String, _ name: String) -> Self {
    Self(
      "templates.dead-branch", arabic: "هذا الشرط لا يتحقق أبداً: «\(value)» ليس من خيارات «\(name)»",
      english: "This condition never holds: “\(value)” is no choice of “\(name)”")
  }
  fileprivate static func unreadableOperand(_ value: String, _ name: String, _ type: FieldType) -> Self {
    Self(
      "templates.unreadable-operand",
      arabic: "«\(value)» لا يُقرأ على أنه \(type.arabicName) ليُقارن بـ «\(name)»",
      english: "“\(value)” can't be read as \(type.rawValue) to compare with “\(name)”")
  }
}
