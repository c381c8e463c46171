import Diagnostics
import Values

/// Compares a template with the data dictionary, before any record: all that can't work is found at once.
struct Checker {
  /// A loop's name and the fields of the records it goes through.
  struct Binding {
    let variable: FieldName
    /// The list's fields; `nil` where it isn't known which list is meant, which is reported.
    let list: [Field]?
    let index: FieldIndex

    init(_ variable: FieldName, of list: [Field]?) {
      self.variable = variable
      self.list = list
      index = FieldIndex(list ?? [])
    }

    var fields: [Field] { list ?? [] }
  }

  let dictionary: DataDictionary
  let fields: FieldIndex
  let styles: Set<String>?
  let lexicon: Lexicon
  let nouns: NounTable
  let currencies: CurrencyTable
  var log = DiagnosticLog()
  var bindings: [Binding] = []
  /// Whether all of the template's text could be read; where not, the loop that a name belongs to may be what is missing.
  var isWhole = true

  init(
    dictionary: DataDictionary, styles: Set<String>?, lexicon: Lexicon, nouns: NounTable,
    currencies: CurrencyTable
  ) {
    self.dictionary = dictionary
    fields = FieldIndex(dictionary.fields)
    self.styles = styles
    self.lexicon = lexicon
    self.nouns = nouns
    self.currencies = currencies
  }

  /// What a name stands for, as far as the dictionary tells.
  enum Meaning {
    case field(Field)
    /// A word of the lexicon, and the fields that tell whom it agrees with.
    case word([Field])
    /// Nothing; reported.
    case nothing
  }

  /// What a name stands for; an unknown one is reported with the name nearest to it.
  mutating func meaning(of name: FieldName) -> Meaning {
    for binding in bindings.reversed() {
      guard let key = name.field(ofLoop: binding.variable.lookup) else { continue }
      if let field = binding.index[key] { return .field(field.field) }
      if lexicon.contains(key.name) { return .word(binding.fields) }
      guard binding.list != nil else { return .nothing }
      let candidates = binding.fields.map { binding.variable.spelled + "." + $0.name }
      return unknown(name, candidates)
    }
    if let field = fields[name.lookup] { return .field(field.field) }
    if lexicon.contains(name.spelled) { return .word(dictionary.fields) }
    if !isWhole, name.key.contains(".") { return .nothing }
    return unknown(name, candidates)
  }

  /// Every name that could have been meant.
  private var candidates: [String] {
    dictionary.fields.map(\.name)
      + bindings.flatMap { binding in binding.fields.map { binding.variable.spelled + "." + $0.name } }
      + TagKeyword.table.arabicSpellings + lexicon.words + dictionary.fields.map(\.alias)
  }

  private mutating func unknown(_ name: FieldName, _ candidates: [String]) -> Meaning {
    // A keyword that takes something was read as a field, for want of its colon.
    if let word = TagKeyword.table[name.key], word.shape == .colon {
      log.error(.bareKeyword(word.spelling), at: name.place, hints: word.example.map { [.example($0)] } ?? [])
      return .nothing
    }
    let isHinted = log.diagnostics.count < Parser.errorLimit
    let near = isHinted ? Suggestion.hint(for: name.key, among: candidates) : []
    log.error(.unknownField(name.spelled), at: name.place, hints: near.isEmpty ? [.whereFieldsAre] : near)
    return .nothing
  }

  /// Checks the records of a loop, and what is repeated for each.
  mutating func check<Node>(_ loop: Loop<Node>, _ check: (inout Checker, [Node]) -> Void) {
    var listFields: [Field]?
    switch meaning(of: loop.list) {
    case .field(let field) where field.type == .list: listFields = field.fields
    case .field(let field): log.error(.loopOverField(field.name, field.type), at: loop.list.place)
    case .word: log.error(.loopOverWord(loop.list.spelled), at: loop.list.place)
    case .nothing: break
    }
    bindings.append(Binding(loop.variable, of: listFields))
    check(&self, loop.body)
    bindings.removeLast()
    check(&self, loop.otherwise)
  }

  /// Checks the branches of a conditional.
  mutating func check<Node>(_ branches: [Branch<Node>], _ check: (inout Checker, [Node]) -> Void) {
    var seen: [Condition] = []
    for branch in branches {
      if let condition = branch.condition {
        self.check(condition)
        if seen.contains(where: { $0.asks(thesame: condition) }) {
          log.warning(.repeatedCondition(), at: branch.place)
        }
        seen.append(condition)
      }
      check(&self, branch.body)
    }
  }
}

extension Condition {
  /// Whether another condition asks the same, wherever it is written.
  fileprivate func asks(thesame other: Condition) -> Bool {
    switch (self, other) {
    case (.exists(let a), .exists(let b)), (.isMissing(let a), .isMissing(let b)),
      (.isTrue(let a), .isTrue(let b)):
      a.key == b.key
    case (.compares(let a, let how, let value), .compares(let b, let otherHow, let otherValue)):
      a.key == b.key && how == otherHow && value.key == otherValue.key
    default: false
    }
  }
}

extension TagKeyword {
  /// A tag of this keyword as it may be written, in both languages.
  fileprivate var example: Spelling? {
    switch self {
    case .space: Spelling("فراغ: ١ سم", "space: 1 cm")
    case .lines: Spelling("سطور: ٣", "lines: 3")
    case .span: Spelling("دمج: عمودان", "span: two columns")
    case .symbol: Spelling("رمز: صح", "symbol: tick")
    case .link: Spelling("رابط: www.example.org", "link: www.example.org")
    case .leftToRight: Spelling("من اليسار: A-12", "left to right: A-12")
    case .forms: Spelling("صيغة: الموقع / الموقعة", "forms: الموقع / الموقعة")
    case .signature: Spelling("توقيع: مقدم الطلب", "signature: مقدم الطلب")
    default: nil
    }
  }
}

extension Diagnostic.Hint {
  fileprivate static func example(_ tag: Spelling) -> Self {
    Self(arabic: "مثاله: {{\(tag.arabic)}}", english: "For example: {{\(tag.english)}}")
  }
}

extension Diagnostic.Message {
  fileprivate static func bareKeyword(_ word: Spelling) -> Self {
    Self(
      "templates.bare-keyword", arabic: "«\(word.arabic)» لا بد بعدها من نقطتين وما تتطلبه",
      english: "“\(word.english)” needs a colon, and what it asks for after it")
  }
  fileprivate static func unknownField(_ name: String) -> Self {
    Self(
      "templates.unknown-field", arabic: "لا يوجد حقل باسم «\(name)»، ولا كلمة تتصرف بهذا اللفظ",
      english: "There is no field “\(name)”, nor an inflected word of that name")
  }
  fileprivate static func loopOverField(_ name: String, _ type: FieldType) -> Self {
    Self(
      "templates.loop-over-field", arabic: "«\(name)» نوعه \(type.arabicName)، والتكرار يكون على قائمة",
      english: "“\(name)” is of type \(type.rawValue); only a list can be gone through")
  }
  fileprivate static func loopOverWord(_ name: String) -> Self {
    Self(
      "templates.loop-over-word", arabic: "«\(name)» كلمة وليست قائمة",
      english: "“\(name)” is a word, not a list")
  }
  fileprivate static func repeatedCondition() -> Self {
    Self(
      "templates.repeated-condition", arabic: "هذا الفرع لا يُبلغ أبداً: شرطه مذكور قبله",
      english: "This branch is never reached: its condition stands above")
  }
}

extension Diagnostic.Hint {
  /// Where a name that nothing is like has to be written first.
  static let whereFieldsAre = Self(
    arabic:
      "الأسماء من قاموس البيانات \u{2066}fields.yaml\u{2069}، ومن ملف الجمعية \u{2066}office.yaml\u{2069}: بياناتها ولجانها وأقسامها",
    english:
      "Names come from the data dictionary, fields.yaml, and from office.yaml: particulars, committees and departments"
  )
}
