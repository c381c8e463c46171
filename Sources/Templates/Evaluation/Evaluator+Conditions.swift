import Diagnostics
import Values

extension Evaluator {
  /// Whether a condition holds for the record; `nil` where a field in doubt decides it.
  ///
  /// In a form to be filled by hand an absent value counts as present, so that its place is printed.
  mutating func holds(_ condition: Condition) -> Bool? {
    switch condition {
    case .exists(let name): return exists(name)
    case .isMissing(let name): return exists(name).map { !$0 }
    case .isTrue(let name):
      switch resolve(name) {
      case .value(.boolean(let value), _, _): return value
      case .value(.list(let records), _, _): return !records.isEmpty
      case .value: return true
      case .missing, .word, .unknown: return false
      case .inDoubt: return nil
      }
    case .compares(let name, let comparison, let operand): return compares(name, comparison, operand)
    case .not(let inner): return holds(inner).map { !$0 }
    case .all(let parts): return settle(parts, by: false)
    case .any(let parts): return settle(parts, by: true)
    case .unreadable: return false
    }
  }

  /// Whether one of conditions holds, or all do: the first that is as `decisive` decides.
  private mutating func settle(_ parts: [Condition], by decisive: Bool) -> Bool? {
    var result: Bool? = !decisive
    for part in parts {
      let holds = holds(part)
      if holds == decisive { return decisive }
      if holds == nil { result = nil }
    }
    return result
  }

  private func exists(_ name: FieldName) -> Bool? {
    switch resolve(name) {
    case .value(.list(let records), _, _): !records.isEmpty
    case .value, .inDoubt(_, .faulty): true
    case .inDoubt: nil
    case .missing: scope.mode == .blank
    case .word, .unknown: false
    }
  }

  private mutating func compares(
    _ name: FieldName, _ comparison: Condition.Comparison, _ operand: Condition.Operand
  ) -> Bool? {
    let left = resolve(name)
    if case .inDoubt = left { return nil }
    guard case .value(let value, let named, _) = left else { return comparison == .notEqual }
    let field = named.field
    if let literal = Comparable(operand.spelled, like: value, field: field) {
      return Comparable(value, field: field)?.holds(comparison, literal) ?? false
    }
    switch resolve(FieldName(spelled: operand.spelled, key: operand.key, place: operand.place)) {
    case .value(let right, let rightField, _):
      guard let left = Comparable(value, field: field),
        let right = Comparable(right, field: rightField.field)
      else { return comparison == .notEqual }
      return left.holds(comparison, right)
    case .inDoubt: return nil
    case .missing, .word, .unknown: return comparison == .notEqual
    }
  }

  /// A value in the form in which it is compared.
  enum Comparable: Hashable {
    case number(Int64)
    case day(CivilDate)
    case words(String)

    /// A value of a record.
    init?(_ value: Value, field: Field) {
      switch value {
      case .integer(let number): self = .number(Int64(number))
      case .money(let money): self = .number(money.minorUnits)
      case .date(let date): self = .day(date.day)
      case .text(let text), .paragraph(let text), .name(let text), .choice(let text):
        self = .words(TagSpelling.key(text))
      case .identifier(let identifier): self = .words(TagSpelling.key(identifier.stored))
      case .boolean(let value): self = .number(value ? 1 : 0)
      case .gender(let gender): self = .words(gender.rawValue)
      case .personKind(let kind): self = .words(kind.rawValue)
      case .list(let records): self = .number(Int64(records.count))
      case .address: return nil
      }
    }

    /// Words of a template, read as the kind of value they are compared with.
    init?(_ text: String, like value: Value, field: Field) {
      let key = TagSpelling.key(text)
      switch value {
      case .integer, .list:
        guard let number = Int64(key) else { return nil }
        self = .number(number)
      case .money(let money):
        guard let amount = Money.read(key, currency: money.currency).value else { return nil }
        self = .number(amount.minorUnits)
      case .date:
        guard let date = DateValue.read(text).value else { return nil }
        self = .day(date.day)
      case .boolean:
        guard let value = BooleanWord.table[key] else { return nil }
        self = .number(value == .yes ? 1 : 0)
      case .gender, .personKind:
        guard let form = FormName.table[key] else { return nil }
        self = .words(form.personKind.rawValue)
      case .choice:
        guard
          let choice = field.choices.first(where: {
            ([$0.label] + $0.spellings).contains { TagSpelling.key($0) == key }
          })
        else { return nil }
        self = .words(TagSpelling.key(choice.label))
      case .text, .paragraph, .name, .identifier: self = .words(key)
      case .address: return nil
      }
    }

    /// Whether the comparison holds; values of different kinds are only ever unequal.
    func holds(_ comparison: Condition.Comparison, _ other: Comparable) -> Bool {
      switch comparison {
      case .equal: return self == other
      case .notEqual: return self != other
      case .greater: return other.isLess(than: self)
      case .less: return isLess(than: other)
      case .atLeast: return self == other || other.isLess(than: self)
      case .atMost: return self == other || isLess(than: other)
      }
    }

    private func isLess(than other: Comparable) -> Bool {
      switch (self, other) {
      case (.number(let a), .number(let b)): a < b
      case (.day(let a), .day(let b)): a < b
      default: false
      }
    }
  }
}

/// The words of yes and no.
enum BooleanWord: Keyword {
  case yes, no

  static let table = KeywordTable<BooleanWord>()

  var spelling: Spelling {
    switch self {
    case .yes: Spelling("نعم", "yes", ("صحيح", "true"))
    case .no: Spelling("لا", "no", ("غير صحيح", "false"))
    }
  }
}

extension FormName {
  /// The kind of person whose form it is.
  var personKind: PersonKind {
    switch self {
    case .masculine: .masculine
    case .feminine: .feminine
    case .dual: .dual
    case .feminineDual: .feminineDual
    case .masculinePlural: .masculinePlural
    case .femininePlural: .femininePlural
    case .organisation: .organisation
    }
  }
}
