import Content
import Diagnostics
import Values

extension Evaluator {
  /// Writes what a field's tag stands for.
  mutating func append(_ tag: FieldTag, _ style: InlineStyle, to atoms: inout [Atom]) {
    switch resolve(tag.name) {
    case .value(let value, let field, let origin): append(value, field, tag, origin, style, to: &atoms)
    case .missing(let field, let origin): atoms += absent(field, tag, origin, style)
    case .inDoubt(_, let doubt): atoms += inDoubt(doubt, tag)
    case .word(let word, let kind): atoms += self.atoms(of: word, for: kind, tag, style)
    case .unknown: report(.unknownName(tag.name.spelled), at: tag.name.place, hints: [.whereFieldsAre])
    }
  }

  /// What stands in place of a value that the record doesn't state.
  private mutating func absent(
    _ named: IndexedField, _ tag: FieldTag, _ origin: SourceLocation?, _ style: InlineStyle
  ) -> [Atom] {
    let field = named.field
    if isWrittenByHand(tag) { return fill(field, tag, style) }
    if let fallback = tag.fallback {
      return [.inline(.text(TextSpan(fallback, style: style, origin: tag.name.place)))]
    }
    if tag.isOptional { return [.missing] }
    if optionalDepth > 0 {
      lacksValue = true
      return []
    }
    let use = Diagnostic.Hint.use(of: field.name, at: tag.name.place)
    report(
      .missingValue(field.name), at: origin ?? recordLocation(of: named.key) ?? tag.name.place,
      hints: [use])
    return []
  }

  /// The record's place, pointing at a field's column where it is a row of a table.
  mutating func recordLocation(of field: FieldKey) -> SourceLocation? {
    if let known = recordLocations[field] { return known }
    let place = scope.record?.cell(inColumn: field.name)
    recordLocations[field] = place
    return place
  }

  /// How many boxes a comb has: as the tag says, or as the type's numbers are long.
  func combLength(_ call: FilterCall, _ type: FieldType) -> Int {
    if let argument = call.arguments.first, let count = Int(argument.key), (1...40).contains(count) {
      return count
    }
    return type.combLength
  }

  /// Writes a word of the lexicon in the form of a person.
  private mutating func atoms(
    of word: String, for kind: PersonKind, _ tag: FieldTag, _ style: InlineStyle
  ) -> [Atom] {
    let grammaticalCase = tag.grammaticalCase ?? (tag.preposition.isGenitive ? .genitive : .nominative)
    func form(_ kind: PersonKind) -> String? {
      scope.lexicon.form(of: word, for: kind, in: grammaticalCase, style: scope.style)
    }
    var text = form(kind)
    if kind == .unknown, scope.mode == .blank {
      let both = [form(.masculine), form(.feminine)].compactMap(\.self)
      text = both.first == both.last ? both.first : both.joined(separator: " / ")
    }
    guard let text else {
      if !isPersonInDoubt(of: tag.name) {
        let binding = bindings.last { tag.name.field(ofLoop: $0.variable) != nil }
        report(
          kind, word, at: tag.name.place, told: binding?.list.field.fields ?? scope.dictionary.fields,
          turningOn: .init(form(.masculine), form(.feminine), form(.organisation)))
      }
      return []
    }
    let written = tag.preposition.map { AttachedPrepositions.attach($0, to: text) } ?? text
    return [.words(written, style, tag.name.place)]
  }

  /// Writes a phrase in the form of a person.
  mutating func atoms(of tag: FormsTag, _ style: InlineStyle) -> [Atom] {
    let kind = tag.subject.map { person(named: $0) } ?? scope.personKind
    if let form = FormName(kind), let text = tag.forms[form] ?? tag.forms[form.fallback] {
      return [.words(text, style, tag.place)]
    }
    if kind == .unknown, scope.mode == .blank {
      let both = [tag.forms[.masculine], tag.forms[.feminine]].compactMap(\.self)
      let text = both.first == both.last ? both.first ?? "" : both.joined(separator: " / ")
      return [.words(text, style, tag.place)]
    }
    if !isPersonInDoubt(named: tag.subject) {
      let binding = tag.subject.flatMap { name in bindings.last { $0.variable == name.lookup } }
      report(
        kind, tag.forms[.masculine] ?? tag.forms.values.sorted().first ?? "", at: tag.place,
        told: binding?.list.field.fields ?? tag.subject.flatMap(field).map { [$0] }
          ?? scope.dictionary.fields,
        turningOn: .init(tag.forms[.masculine], tag.forms[.feminine], tag.forms[.organisation]))
    }
    return []
  }

  /// The person that a name of a field, or of a loop's record, tells of.
  private func person(named name: FieldName) -> PersonKind {
    if let binding = bindings.last(where: { $0.variable == name.lookup }) {
      return PersonKind(of: binding.values, fields: binding.list.field.fields)
    }
    switch resolve(name) {
    case .value(.gender(let gender), _, _): return gender == .masculine ? .masculine : .feminine
    case .value(.personKind(let kind), _, _): return kind
    default: return .unknown
    }
  }

  /// The field of a name.
  private func field(_ name: FieldName) -> Field? {
    switch resolve(name) {
    case .value(_, let named, _), .missing(let named, _), .inDoubt(let named, _): named.field
    case .word, .unknown: nil
    }
  }

  /// Says that a word can't be written for a person, or for nobody knows whom: what it turns on, and which of `fields`
  /// tell it.
  private mutating func report(
    _ kind: PersonKind, _ word: String, at place: SourceLocation, told fields: [Field],
    turningOn difference: FormDifference
  ) {
    let use = Diagnostic.Hint.use(of: word, at: place)
    if kind == .unknown {
      let names = fields.filter { $0.type == .gender }.map(\.name)
      let kinds = fields.filter { $0.type == .personKind }.map(\.name)
      report(
        .unknownPerson(word, difference), at: scope.record ?? place,
        hints: [Diagnostic.Hint.fill(names, kinds), use].compactMap(\.self))
    } else {
      report(
        .noForm(word, kind), at: scope.record ?? place,
        hints: [use, Diagnostic.Hint.writeForm(kind)].compactMap(\.self))
    }
  }
}

/// What the forms of a word turn on.
private enum FormDifference {
  case gender, body, number

  /// What the forms for a man, a woman and a body turn on.
  init(_ masculine: String?, _ feminine: String?, _ organisation: String?) {
    self =
      masculine != feminine ? .gender : organisation != nil && organisation != masculine ? .body : .number
  }
}

extension FieldTag {
  /// The case that a filter asks for.
  var grammaticalCase: GrammaticalCase? {
    for call in filters {
      switch call.filter {
      case .nominative: return .nominative
      case .accusative: return .accusative
      case .genitive: return .genitive
      default: if let asked = call.grammaticalCase { return asked }
      }
    }
    return nil
  }
}

extension FilterCall {
  /// The case among its arguments.
  var grammaticalCase: GrammaticalCase? {
    if options.contains(.genitive) { return .genitive }
    if options.contains(.accusative) { return .accusative }
    return options.contains(.nominative) ? .nominative : nil
  }
}

extension String? {
  /// Whether these letters put before a noun make it genitive.
  var isGenitive: Bool { self == "ل" || self == "ب" || self == "ك" }
}

extension FormName {
  /// The form of a kind of person; `nil` for the unknown one.
  init?(_ kind: PersonKind) {
    switch kind {
    case .masculine: self = .masculine
    case .feminine: self = .feminine
    case .dual: self = .dual
    case .feminineDual: self = .feminineDual
    case .masculinePlural: self = .masculinePlural
    case .femininePlural: self = .femininePlural
    case .organisation: self = .organisation
    case .unknown: return nil
    }
  }

  /// The form that serves where this one isn't written: two women may go by the dual.
  var fallback: FormName { self == .feminineDual ? .dual : self }
}

extension FieldType {
  /// How many characters its numbers have, and so how many boxes their comb.
  var combLength: Int {
    switch self {
    case .iban: 24
    case .date: 8
    case .reference: 12
    default: 10
    }
  }
}

extension Diagnostic.Hint {
  /// Which fields tell whom a record speaks of; `nil` where none does.
  fileprivate static func fill(_ genders: [String], _ kinds: [String]) -> Self? {
    func list(_ names: [String], _ open: String, _ close: String, _ or: String) -> String {
      names.map { "\(open)\u{2068}\($0)\u{2069}\(close)" }.joined(separator: or)
    }
    let (gender, kind) = (list(genders, "«", "»", " أو "), list(kinds, "«", "»", " أو "))
    let (its, other) = (list(genders, "“", "”", " or "), list(kinds, "“", "”", " or "))
    if genders.isEmpty {
      if kinds.isEmpty { return nil }
      return Self(arabic: "اكتب في السجل \(kind)", english: "State \(other) in the record")
    }
    if kinds.isEmpty { return Self(arabic: "اكتب في السجل \(gender)", english: "State \(its) in the record") }
    return Self(
      arabic: "اكتب في السجل \(gender) لشخص، أو \(kind) لجهة أو جماعة",
      english: "State in the record \(its) for a person, or \(other) for a body or several")
  }
  fileprivate static func writeForm(_ kind: PersonKind) -> Self? {
    FormName(kind).map { form in
      Self(
        arabic:
          "المخاطب في هذا السجل «\(form.spelling.arabic)»: اكتب له صيغة، مثل \u{2068}{{صيغة: … / \(form.spelling.arabic): …}}\u{2069}",
        english:
          "This record speaks to “\(form.spelling.arabic)”: write a form for it, such as {{forms: … / \(form.spelling.english): …}}"
      )
    }
  }
  fileprivate static func use(of name: String, at place: SourceLocation) -> Self {
    Self(
      arabic: "يطلبه القالب في هذا الموضع: «\(name)»", english: "The template asks for it here: “\(name)”",
      location: place)
  }
}

extension Diagnostic.Message {
  fileprivate static func unknownName(_ name: String) -> Self {
    Self(
      "templates.unknown-name", arabic: "«\(name)» ليس اسم حقل ولا كلمة معروفة",
      english: "“\(name)” is neither a field nor a known word")
  }
  fileprivate static func missingValue(_ field: String) -> Self {
    Self(
      "templates.missing-value", arabic: "القيمة «\(field)» غير موجودة في السجل، والخطاب يحتاج إليها",
      english: "The record has no “\(field)”, and the letter needs it")
  }
  fileprivate static func unknownPerson(_ word: String, _ difference: FormDifference) -> Self {
    let (arabic, english) =
      switch difference {
      case .gender: ("أرجل هو أم امرأة", "of a man or a woman")
      case .body: ("أشخص هو أم جهة", "of a person or a body")
      case .number: ("أواحد هو أم أكثر", "of one person or several")
      }
    return Self(
      "templates.unknown-person", arabic: "لا يُعرف من السجل \(arabic)، و«\(word)» تتغير بذلك",
      english: "The record doesn't say whether it speaks \(english), and “\(word)” depends on it")
  }
  fileprivate static func noForm(_ word: String, _ kind: PersonKind) -> Self {
    Self(
      "templates.no-form", arabic: "ليس لـ «\(word)» صيغة لهذا المخاطب",
      english: "“\(word)” has no form for this addressee (\(kind.rawValue))")
  }
}
