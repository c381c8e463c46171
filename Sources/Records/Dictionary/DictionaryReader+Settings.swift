import Diagnostics
import Values
import Yams

extension DictionaryReader {
  /// The longest dictionary that is read, in UTF-8 bytes: far above any real one.
  static let limit = 1 << 20

  /// The root of the YAML text, or `nil` with the parser's complaint in the log.
  mutating func root(of yaml: String) -> Node? {
    guard yaml.utf8.count <= Self.limit else {
      log.error(.tooLong(Self.limit), at: .file(file), hints: [.wrongFile])
      return nil
    }
    do {
      if let node = try Yams.compose(yaml: yaml) { return node }
      log.error(.empty, at: .file(file), hints: [.writeSettings])
    } catch let error as YamlError {
      log.error(.notYAML(error.problem), at: place(of: error), hints: [.checkIndentation])
    } catch {
      log.error(.notYAML("\(error)"), at: .file(file), hints: [.checkIndentation])
    }
    return nil
  }

  private func place(of error: YamlError) -> SourceLocation {
    guard let mark = error.mark else { return .file(file) }
    return .text(file: file, line: mark.line, column: mark.column, phrase: "")
  }

  /// A mapping's settings by key; unknown and repeated keys are reported.
  mutating func settings(_ node: Node, allowing allowed: [DictionaryKey], at path: Path) -> [DictionaryKey:
    Node]?
  {
    guard let mapping = node.mapping else {
      log.error(.notSettings, at: path.isEmpty ? .file(file) : place(path), hints: [.writeSettings])
      return nil
    }
    var settings: [DictionaryKey: Node] = [:]
    for (key, value) in mapping {
      let spelled = key.scalar?.string ?? ""
      guard let known = DictionaryKey(spelled: spelled), allowed.contains(known) else {
        let words = allowed.flatMap { [$0.arabic, $0.rawValue] }
        log.error(
          .unknownKey(spelled), at: place(path + [spelled]), hints: [.meant(spelled, among: words)])
        continue
      }
      if settings.updateValue(value, forKey: known) != nil {
        log.error(.repeatedKey(known), at: place(path + [spelled]), hints: [.keepOne])
      }
    }
    return settings
  }

  mutating func text(_ node: Node?, of key: DictionaryKey, at path: Path) -> String? {
    guard let node else { return nil }
    let value = node.scalar?.string ?? ""
    let trimmed = value.trimmed
    guard !trimmed.isEmpty else {
      let hint = key == .patterns ? Diagnostic.Hint.quoteForm : .writeSettings
      log.error(.notText(key), at: place(path + [key.arabic]), hints: [hint])
      return nil
    }
    return trimmed
  }

  /// A list of texts; one text alone is a list of one.
  mutating func texts(_ node: Node?, of key: DictionaryKey, at path: Path) -> [String] {
    guard let node else { return [] }
    guard let items = node.sequence else { return text(node, of: key, at: path).map { [$0] } ?? [] }
    return items.compactMap { text($0, of: key, at: path) }
  }

  mutating func flag(_ node: Node?, of key: DictionaryKey, at path: Path) -> Bool? {
    guard let word = text(node, of: key, at: path) else { return nil }
    if let flag = YesNo.read(word) { return flag }
    log.error(.notYesNo(word), at: place(path + [key.arabic]), hints: [.sayYesOrNo])
    return nil
  }

  mutating func type(_ node: Node?, at path: Path) -> FieldType? {
    guard let node else {
      log.error(.noType, at: place(path), hints: [.allTypes])
      return nil
    }
    guard let word = text(node, of: .type, at: path) else { return nil }
    if let type = FieldType(spelled: word) { return type }
    let words = FieldType.allCases.flatMap { [$0.arabic, $0.rawValue] }
    let suggestion = Spelling.suggestion(for: word, among: words).map(Diagnostic.Hint.didYouMean)
    log.error(
      .unknownType(word), at: place(path + [DictionaryKey.type.arabic]), hints: [suggestion ?? .allTypes])
    return nil
  }

  mutating func sensitivity(_ node: Node?, at path: Path) -> Field.Sensitivity? {
    guard let word = text(node, of: .sensitivity, at: path) else { return nil }
    if let degree = Field.Sensitivity(spelled: word) { return degree }
    log.error(
      .unknownSensitivity(word), at: place(path + [DictionaryKey.sensitivity.arabic]),
      hints: [.allSensitivities])
    return nil
  }

  mutating func order(_ node: Node?, at path: Path) -> DayMonthOrder? {
    guard let word = text(node, of: .dayMonthOrder, at: path) else { return nil }
    if let order = DayMonthOrder(spelled: word) { return order }
    log.error(
      .unknownOrder(word), at: place(path + [DictionaryKey.dayMonthOrder.arabic]), hints: [.allOrders])
    return nil
  }

  /// Choices: a label alone, or a label with a list of its other spellings.
  mutating func choices(_ node: Node, at path: Path) -> [Field.Choice] {
    if let mapping = node.mapping { return mapping.compactMap { choice($0.key, $0.value, at: path) } }
    guard let items = node.sequence else {
      log.error(.badChoices, at: place(path), hints: [.writeChoices])
      return []
    }
    return items.flatMap { item -> [Field.Choice] in
      if let mapping = item.mapping { return mapping.compactMap { choice($0.key, $0.value, at: path) } }
      return text(item, of: .choices, at: path.dropLast()).map { [Field.Choice(label: $0)] } ?? []
    }
  }

  private mutating func choice(_ label: Node, _ spellings: Node, at path: Path) -> Field.Choice? {
    guard let label = text(label, of: .choices, at: path.dropLast()) else { return nil }
    guard !(spellings.scalar?.string.trimmed.isEmpty ?? false) else { return Field.Choice(label: label) }
    return Field.Choice(label: label, spellings: texts(spellings, of: .choices, at: path.dropLast()))
  }
}

extension YamlError {
  /// Where the parser stopped.
  fileprivate var mark: Mark? {
    switch self {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark
    case .duplicatedKeysInMapping(_, let context): context.mark
    default: nil
    }
  }

  /// What the parser complains of, in its own words.
  fileprivate var problem: String {
    switch self {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _),
      .reader(let problem, _, _, _):
      problem
    case .duplicatedKeysInMapping(let duplicates, _):
      "duplicate keys: " + duplicates.sorted().joined(separator: ", ")
    default: "unreadable"
    }
  }
}

extension String {
  /// The text without white space at its ends.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}

extension Diagnostic.Message {
  fileprivate static func tooLong(_ limit: Int) -> Diagnostic.Message {
    .init(
      "records.dictionary-too-long", arabic: "قاموس البيانات أطول من الحد (\(limit) بايت)",
      english: "The data dictionary is longer than the limit (\(limit) bytes)")
  }
  fileprivate static let empty = Diagnostic.Message(
    "records.dictionary-empty", arabic: "ملف قاموس البيانات فارغ",
    english: "The data dictionary's file is empty")
  fileprivate static func notYAML(_ problem: String) -> Diagnostic.Message {
    .init(
      "records.dictionary-not-yaml", arabic: "لا يُقرأ الملف بصيغة YAML: \(Quoting.quote(problem))",
      english: "The file can't be read as YAML: \(problem)")
  }
  fileprivate static let notSettings = Diagnostic.Message(
    "records.dictionary-not-settings", arabic: "يُنتظر هنا إعدادات بصيغة «مفتاح: قيمة»",
    english: "Settings of the form “key: value” are expected here")
  fileprivate static func unknownKey(_ key: String) -> Diagnostic.Message {
    .init(
      "records.dictionary-unknown-key", arabic: "مفتاح غير معروف: \(Quoting.quote(key))",
      english: "Unknown key: \(Quoting.quote(key))")
  }
  fileprivate static func repeatedKey(_ key: DictionaryKey) -> Diagnostic.Message {
    .init(
      "records.dictionary-repeated-key", arabic: "المفتاح «\(key.arabic)» مكرر",
      english: "The key “\(key.rawValue)” is given twice")
  }
  fileprivate static func notText(_ key: DictionaryKey) -> Diagnostic.Message {
    .init(
      "records.dictionary-not-text", arabic: "قيمة «\(key.arabic)» يجب أن تكون نصاً غير فارغ",
      english: "“\(key.rawValue)” must be a text that isn't empty")
  }
  fileprivate static func notYesNo(_ word: String) -> Diagnostic.Message {
    .init(
      "records.dictionary-not-yes-no", arabic: "القيمة \(Quoting.quote(word)) ليست «نعم» ولا «لا»",
      english: "\(Quoting.quote(word)) is neither yes nor no")
  }
  fileprivate static let noType = Diagnostic.Message(
    "records.dictionary-no-type", arabic: "الحقل بلا نوع", english: "The field has no type")
  fileprivate static func unknownType(_ word: String) -> Diagnostic.Message {
    .init(
      "records.dictionary-unknown-type", arabic: "نوع غير معروف: \(Quoting.quote(word))",
      english: "Unknown type: \(Quoting.quote(word))")
  }
  fileprivate static func unknownSensitivity(_ word: String) -> Diagnostic.Message {
    .init(
      "records.dictionary-unknown-sensitivity", arabic: "درجة سرية غير معروفة: \(Quoting.quote(word))",
      english: "Unknown sensitivity: \(Quoting.quote(word))")
  }
  fileprivate static func unknownOrder(_ word: String) -> Diagnostic.Message {
    .init(
      "records.dictionary-unknown-date-order", arabic: "ترتيب غير معروف للتاريخ: \(Quoting.quote(word))",
      english: "Unknown order of dates: \(Quoting.quote(word))")
  }
  fileprivate static let badChoices = Diagnostic.Message(
    "records.dictionary-bad-choices", arabic: "«الخيارات» يجب أن تكون قائمة",
    english: "“choices” must be a list")
}

extension Diagnostic.Hint {
  fileprivate static let wrongFile = Diagnostic.Hint(
    arabic: "تأكد أنه ملف القاموس", english: "Check that it is the dictionary")
  static func didYouMean(_ word: String) -> Diagnostic.Hint {
    .init(arabic: "هل تقصد \(Quoting.quote(word))؟", english: "Did you mean \(Quoting.quote(word))?")
  }
  fileprivate static func meant(_ word: String, among words: [String]) -> Diagnostic.Hint {
    if let suggestion = Spelling.suggestion(for: word, among: words) { return .didYouMean(suggestion) }
    return .init(
      arabic: "المفاتيح المعروفة هنا: \(words.joined(separator: "، "))",
      english: "Known keys here: \(words.joined(separator: ", "))")
  }
  fileprivate static let keepOne = Diagnostic.Hint(arabic: "أبقِ واحداً منهما", english: "Keep one of them")
  fileprivate static let sayYesOrNo = Diagnostic.Hint(
    arabic: "اكتب «نعم» أو «لا»", english: "Write yes or no")
  fileprivate static let checkIndentation = Diagnostic.Hint(
    arabic: "راجع المسافات في أول السطر، وضع علامتي اقتباس حول ما فيه «:» أو «#»",
    english: "Check the indentation, and put quotation marks around what contains “:” or “#”")
  fileprivate static let writeSettings = Diagnostic.Hint(
    arabic: "اكتب مثلاً: «النوع: نص»", english: "Write, for example, “type: text”")
  fileprivate static let quoteForm = Diagnostic.Hint(
    arabic: "ضع الصورة بين علامتي اقتباس، فما بعد # في YAML ملاحظة: \"####/#+\"",
    english: "Put the form in quotation marks, since # begins a remark in YAML: \"####/#+\"")
  fileprivate static let writeChoices = Diagnostic.Hint(
    arabic: "اكتب مثلاً: [مقبول، مرفوض] مفصولة بفاصلة لاتينية، أو سطراً لكل خيار يبدأ بشرطة",
    english: "Write one choice a line after a hyphen, or all in brackets with commas between")
  fileprivate static let allTypes = Diagnostic.Hint(
    arabic: "الأنواع: \(FieldType.allCases.map(\.arabic).joined(separator: "، "))",
    english: "The types: \(FieldType.allCases.map(\.rawValue).joined(separator: ", "))")
  fileprivate static let allOrders = Diagnostic.Hint(
    arabic: "الترتيب: \(DayMonthOrder.allCases.map(\.arabic).joined(separator: "، "))",
    english: "The orders: \(DayMonthOrder.allCases.map(\.english).joined(separator: ", "))")
  fileprivate static let allSensitivities = Diagnostic.Hint(
    arabic: "الدرجات: \(Field.Sensitivity.allCases.map(\.arabic).joined(separator: "، "))",
    english: "The degrees: \(Field.Sensitivity.allCases.map(\.rawValue).joined(separator: ", "))")
}
