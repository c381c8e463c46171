public import Diagnostics
import Settings
public import Values

extension DataDictionary {
  /// Reads a data dictionary, reporting all that is wrong in it at once.
  ///
  /// The grammar is in `Docs/Records.md`. The dictionary may be used only if `log` has no errors.
  /// - Parameters:
  ///   - yaml: the file's text.
  ///   - file: the file's name, for messages.
  ///   - log: takes the mistakes, each with the path of its setting.
  /// - Returns: what could be read, or `nil` when the text isn't YAML or names no fields.
  public static func read(yaml: String, file: String, log: inout DiagnosticLog) -> DataDictionary? {
    var reader = DictionaryReader()
    return SettingsFile.read(yaml: yaml, file: file, log: &log) { reader.dictionary(&$0, log: &$1) }
  }
}

/// Reads the settings of a data dictionary.
struct DictionaryReader {
  /// A field with the level of the file that states it.
  typealias Stated = (field: Field, level: SettingMap)

  /// The order of dates whose fields say nothing of their own.
  private var dayMonthOrder: DayMonthOrder?

  mutating func dictionary(_ map: inout SettingMap, log: inout DiagnosticLog) -> DataDictionary? {
    dayMonthOrder = map.choice(.dayMonthOrder, DayMonthOrder.words, log: &log)
    guard let list = map.take(.fields, log: &log) else {
      log.error(.noFields, at: map.place, hints: [.writeFields])
      return nil
    }
    let found = fields(of: list, isNested: false, log: &log)
    checkSources(of: found, log: &log)
    return found.isEmpty ? nil : DataDictionary(fields: found.map(\.field))
  }

  private func fields(of list: Setting, isNested: Bool, log: inout DiagnosticLog) -> [Stated] {
    guard list.isList else {
      log.error(.notAList, at: list.place, hints: [.writeFields])
      return []
    }
    let items = list.list(namedBy: .name)
    if items.isEmpty { log.error(.noFields, at: list.place, hints: [.writeFields]) }
    let fields = items.compactMap { item -> Stated? in
      item.section(log: &log) { map, log in
        field(&map, isNested: isNested, log: &log).map { ($0, map) }
      }
    }
    checkNames(of: fields, log: &log)
    return fields
  }

  private func field(_ map: inout SettingMap, isNested: Bool, log: inout DiagnosticLog) -> Field? {
    let name = map.words(.name, log: &log)
    let alias = map.words(.alias, log: &log)
    let type = type(&map, isOfNamed: name != nil, log: &log)
    var field = Field(name: name ?? "", alias: alias ?? name ?? "", type: type ?? .text)
    field.isRequired = map.boolean(.required, log: &log) ?? false
    field.sensitivity =
      map.choice(.sensitivity, Field.Sensitivity.words, log: &log)
      ?? Self.usualSensitivity(of: field.type)
    field.columns = map.texts(.columns, log: &log) ?? []
    field.patterns = patterns(&map, log: &log)
    field.dayMonthOrder = map.choice(.dayMonthOrder, DayMonthOrder.words, log: &log)
    if field.type == .date, field.dayMonthOrder == nil { field.dayMonthOrder = dayMonthOrder }
    field.choices = map.take(.choices, log: &log).map { choices(of: $0, log: &log) } ?? []
    field.fields =
      map.take(.fields, log: &log).map { fields(of: $0, isNested: true, log: &log).map(\.field) } ?? []
    field.source = source(&map, log: &log)
    guard name != nil else {
      log.error(.nameless, at: map.place, hints: [.writeName])
      return nil
    }
    checkForm(of: field, alias: alias, map, log: &log)
    if type != nil { checkParts(of: field, map, isNested: isNested, log: &log) }
    return field
  }

  private func type(
    _ map: inout SettingMap, isOfNamed: Bool, log: inout DiagnosticLog
  ) -> FieldType? {
    guard let setting = map.take(.type, log: &log) else {
      if isOfNamed { log.error(.noType, at: map.place, hints: [.allTypes]) }
      return nil
    }
    return setting.choice(FieldType.words, log: &log)
  }

  private func patterns(_ map: inout SettingMap, log: inout DiagnosticLog) -> [ReferencePattern] {
    guard let setting = map.take(.patterns, log: &log) else {
      if map.names(.patterns) { log.error(.noForm, at: map.place(of: .patterns), hints: [.quoteForm]) }
      return []
    }
    return setting.list().compactMap { $0.words(log: &log) }.map(ReferencePattern.init)
  }

  private func source(_ map: inout SettingMap, log: inout DiagnosticLog) -> Field.ListSource? {
    let (sheet, key) = (map.words(.from, log: &log), map.words(.key, log: &log))
    if let sheet, let key { return Field.ListSource(sheet: sheet, key: key) }
    if sheet != nil || key != nil {
      log.error(.halfSource, at: map.place, hints: [.writeSource])
    }
    return nil
  }

  /// Choices: a label alone, or a label with a list of its other spellings.
  private func choices(of setting: Setting, log: inout DiagnosticLog) -> [Field.Choice] {
    guard setting.isList || setting.isSection else {
      log.error(.badChoices, at: setting.place, hints: [.writeChoices])
      return []
    }
    return setting.list().flatMap { item -> [Field.Choice] in
      guard item.isSection else { return item.words(log: &log).map { [Field.Choice(label: $0)] } ?? [] }
      return item.section(log: &log) { level, log in
        level.takeRest().map { label, spellings in
          let others = spellings.isNull ? [] : spellings.list().compactMap { $0.words(log: &log) }
          return Field.Choice(label: label, spellings: others)
        }
      } ?? []
    }
  }

  /// Identifiers of persons are masked in messages unless the dictionary says otherwise.
  private static func usualSensitivity(of type: FieldType) -> Field.Sensitivity {
    switch type {
    case .name, .id, .mobile, .phone, .email, .iban, .address: .personal
    default: .open
    }
  }
}

extension Diagnostic.Message {
  fileprivate static let noFields = Diagnostic.Message(
    "records.dictionary-no-fields", arabic: "قاموس البيانات لا يذكر أي حقل",
    english: "The data dictionary names no fields")
  fileprivate static let notAList = Diagnostic.Message(
    "records.dictionary-fields-not-a-list", arabic: "«الحقول» يجب أن تكون قائمة يبدأ كل حقل فيها بشرطة",
    english: "“fields” must be a list, each field after a hyphen")
  fileprivate static let nameless = Diagnostic.Message(
    "records.dictionary-nameless-field", arabic: "حقل بلا اسم", english: "A field has no name")
  fileprivate static let noType = Diagnostic.Message(
    "records.dictionary-no-type", arabic: "الحقل بلا نوع", english: "The field has no type")
  fileprivate static let noForm = Diagnostic.Message(
    "records.dictionary-no-form", arabic: "لم تُكتب بعد «الصورة» صورة للرقم",
    english: "No form of the number stands after “form”")
  fileprivate static let halfSource = Diagnostic.Message(
    "records.dictionary-half-source", arabic: "«من» و«المفتاح» يُذكران معاً",
    english: "“from” and “key” go together")
  fileprivate static let badChoices = Diagnostic.Message(
    "records.dictionary-bad-choices", arabic: "«الخيارات» يجب أن تكون قائمة",
    english: "“choices” must be a list")
}

extension Diagnostic.Hint {
  fileprivate static let writeFields = Diagnostic.Hint(
    arabic: "اكتب «الحقول:» ثم تحتها سطراً لكل حقل، مثل: «- الاسم: رقم الطلب»",
    english: "Write “fields:” and below it one entry for each field, such as “- name: رقم الطلب”")
  fileprivate static let writeName = Diagnostic.Hint(
    arabic: "أضف «الاسم:» وهو الاسم العربي للحقل كما يرد في القوالب",
    english: "Add “name:”, the Arabic label that templates use")
  fileprivate static let allTypes = Diagnostic.Hint(
    arabic: "الأنواع: \(FieldType.allCases.map(\.arabicName).joined(separator: "، "))",
    english: "The types: \(FieldType.allCases.map(\.rawValue).joined(separator: ", "))")
  fileprivate static let quoteForm = Diagnostic.Hint(
    arabic: "ضع الصورة بين علامتي اقتباس، فما بعد # في YAML ملاحظة: \"####/#+\"",
    english: "Put the form in quotation marks, since # begins a remark in YAML: \"####/#+\"")
  fileprivate static let writeSource = Diagnostic.Hint(
    arabic: "اكتب «من» باسم الورقة و«المفتاح» باسم الحقل الذي يربط صفوفها بالسجل، أو احذفهما",
    english:
      "Give “from” the sheet's name and “key” the field that ties its rows to the record, or leave both out")
  fileprivate static let writeChoices = Diagnostic.Hint(
    arabic: "اكتب مثلاً: [مقبول، مرفوض] مفصولة بفاصلة لاتينية، أو سطراً لكل خيار يبدأ بشرطة",
    english: "Write one choice a line after a hyphen, or all in brackets with commas between")
}
