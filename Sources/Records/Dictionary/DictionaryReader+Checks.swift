import Diagnostics
import Settings
import Values

extension DictionaryReader {
  /// A name must be writable in a template's tag; an alias is one Latin word.
  func checkForm(of field: Field, alias: String?, _ map: SettingMap, log: inout DiagnosticLog) {
    if field.name.contains(where: { "{}|:/.،,()«»\"\n".contains($0) }) {
      log.error(.badName(field.name), at: map.place(of: .name), hints: [.plainName])
    }
    guard let alias else { return }
    let isWord = alias.utf8.allSatisfy { byte in
      switch byte {
      case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x5F, 0x2D: true
      default: false
      }
    }
    if !isWord || alias.first?.isLetter != true {
      log.error(.badAlias(alias), at: map.place(of: .alias), hints: [.plainAlias])
    }
  }

  /// Choices, fields and source each belong to one type of field.
  func checkParts(of field: Field, _ map: SettingMap, isNested: Bool, log: inout DiagnosticLog) {
    if field.type == .choice, !map.names(.choices) {
      log.error(.noChoices, at: map.place, hints: [.addChoices])
    }
    if field.type == .list, !map.names(.fields) {
      log.error(.listWithoutFields, at: map.place, hints: [.addFields])
    }
    if field.type == .list, isNested { log.error(.listInList, at: map.place, hints: [.flattenList]) }
    let belongs: [(SettingKey, FieldType)] = [
      (.choices, .choice), (.fields, .list), (.from, .list), (.key, .list), (.patterns, .reference),
      (.dayMonthOrder, .date),
    ]
    for (key, type) in belongs where map.names(key) && field.type != type {
      log.error(.misplaced(key, type), at: map.place(of: key), hints: [.moveKey])
    }
    checkSpellings(of: field, at: map.place(of: .choices), log: &log)
  }

  private func checkSpellings(of field: Field, at place: SourceLocation, log: inout DiagnosticLog) {
    var owners: [String: String] = [:]
    for choice in field.choices {
      for spelling in [choice.label] + choice.spellings {
        let owner = owners.updateValue(choice.label, forKey: Spelling.key(spelling))
        if let owner, owner != choice.label || spelling == choice.label {
          log.error(.sharedSpelling(spelling), at: place, hints: [.oneSpelling])
        }
      }
    }
  }

  /// No two fields may answer to one heading, in whatever spelling.
  func checkNames(of fields: [Stated], log: inout DiagnosticLog) {
    var owners: [String: (field: Int, name: String)] = [:]
    for (index, (field, level)) in fields.enumerated() {
      let spellings: [(SettingKey, String)] =
        [(.name, field.name)] + (field.alias == field.name ? [] : [(.alias, field.alias)])
        + field.columns.map { (.columns, $0) }
      for (key, spelling) in spellings {
        let folded = Spelling.key(spelling)
        guard let owner = owners[folded] else {
          owners[folded] = (index, field.name)
          continue
        }
        guard owner.field != index else { continue }
        log.error(.sharedHeading(spelling, owner.name), at: level.place(of: key), hints: [.oneOwner])
      }
    }
  }

  /// The key of a list's sheet must be a field of the record.
  func checkSources(of fields: [Stated], log: inout DiagnosticLog) {
    let single = fields.map(\.field).filter { $0.type != .list }
    for (field, level) in fields {
      guard let key = field.source?.key, !single.contains(where: { $0.name == key || $0.alias == key })
      else { continue }
      let hint = Spelling.suggestion(for: key, among: single.map(\.name)).map(Diagnostic.Hint.didYouMean)
      log.error(.unknownJoin(key), at: level.place(of: .key), hints: [hint ?? .useField])
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func badName(_ name: String) -> Diagnostic.Message {
    .init(
      "records.dictionary-bad-name",
      arabic: "اسم الحقل \(Quoting.quote(name)) فيه علامة لها معنى في القوالب",
      english: "The field name \(Quoting.quote(name)) holds a mark that has a meaning in templates")
  }
  fileprivate static func badAlias(_ alias: String) -> Diagnostic.Message {
    .init(
      "records.dictionary-bad-alias",
      arabic: "الاسم الإنجليزي \(Quoting.quote(alias)) ليس كلمة لاتينية واحدة",
      english: "The alias \(Quoting.quote(alias)) isn't one Latin word")
  }
  fileprivate static let noChoices = Diagnostic.Message(
    "records.dictionary-no-choices", arabic: "حقل من نوع «خيار» بلا خيارات",
    english: "An enum field has no choices")
  fileprivate static let listWithoutFields = Diagnostic.Message(
    "records.dictionary-list-without-fields", arabic: "حقل من نوع «قائمة» بلا حقول داخلية",
    english: "A list field has no fields of its own")
  fileprivate static let listInList = Diagnostic.Message(
    "records.dictionary-list-in-list", arabic: "لا تكون القائمة داخل قائمة",
    english: "A list can't stand in a list")
  fileprivate static func misplaced(_ key: SettingKey, _ type: FieldType) -> Diagnostic.Message {
    .init(
      "records.dictionary-misplaced-key",
      arabic: "المفتاح «\(key.arabic)» لا يكون إلا في حقل نوعه «\(type.arabicName)»",
      english: "“\(key.english)” belongs only to a field of type “\(type.rawValue)”")
  }
  fileprivate static func sharedSpelling(_ spelling: String) -> Diagnostic.Message {
    .init(
      "records.dictionary-shared-spelling", arabic: "الخيار \(Quoting.quote(spelling)) مذكور أكثر من مرة",
      english: "The choice \(Quoting.quote(spelling)) is given more than once")
  }
  fileprivate static func sharedHeading(_ heading: String, _ owner: String) -> Diagnostic.Message {
    .init(
      "records.dictionary-shared-heading",
      arabic: "\(Quoting.quote(heading)) اسم أو عمود للحقل \(Quoting.quote(owner)) أيضاً",
      english: "\(Quoting.quote(heading)) is a name or column of the field \(Quoting.quote(owner)) too")
  }
  fileprivate static func unknownJoin(_ key: String) -> Diagnostic.Message {
    .init(
      "records.dictionary-unknown-join-field", arabic: "المفتاح \(Quoting.quote(key)) ليس حقلاً من حقول السجل",
      english: "The key \(Quoting.quote(key)) is no field of the record")
  }
}

extension Diagnostic.Hint {
  fileprivate static let flattenList = Diagnostic.Hint(
    arabic: "اجعلها حقلاً من حقول السجل نفسه", english: "Make it a field of the record itself")
  fileprivate static let moveKey = Diagnostic.Hint(
    arabic: "احذف المفتاح، أو غيّر نوع الحقل", english: "Take the key out, or change the type of the field")
  fileprivate static let oneSpelling = Diagnostic.Hint(
    arabic: "أبقه في خيار واحد", english: "Keep it in one choice")
  fileprivate static let plainName = Diagnostic.Hint(
    arabic: "اكتب الاسم بحروف وأرقام ومسافات فقط", english: "Use letters, digits and spaces only")
  fileprivate static let plainAlias = Diagnostic.Hint(
    arabic: "استعمل حروفاً لاتينية وأرقاماً وشرطة سفلية، مثل request_no",
    english: "Use Latin letters, digits and underscores, such as request_no")
  fileprivate static let addChoices = Diagnostic.Hint(
    arabic: "أضف «الخيارات:» وتحتها كل قيمة مسموحة",
    english: "Add “choices:” with every value that is allowed")
  fileprivate static let addFields = Diagnostic.Hint(
    arabic: "أضف «الحقول:» وتحتها حقول كل بند", english: "Add “fields:” with the fields of each item")
  fileprivate static let oneOwner = Diagnostic.Hint(
    arabic: "اختلاف الهمزات والتاء المربوطة والتشكيل لا يُعد فرقاً؛ اجعل لكل حقل أسماءه",
    english: "Hamzas, teh marbuta and vowel marks don't count as a difference; give each field its own")
  fileprivate static let useField = Diagnostic.Hint(
    arabic: "اكتب الاسم العربي لحقل مذكور في القاموس", english: "Write the name of a field of the dictionary")
}
