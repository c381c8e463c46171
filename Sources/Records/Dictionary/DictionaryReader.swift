public import Diagnostics
public import Values
import Yams

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
    var reader = DictionaryReader(file: file)
    defer { log.append(contentsOf: reader.log) }
    guard let root = reader.root(of: yaml) else { return nil }
    return reader.dictionary(root)
  }
}

/// Reads the tree of a YAML file as a data dictionary.
struct DictionaryReader {
  let file: String
  var log = DiagnosticLog()
  /// The order of dates whose fields say nothing of their own.
  private var dayMonthOrder: DayMonthOrder?

  /// A place in the dictionary, as the keys from its top.
  typealias Path = [String]

  init(file: String) {
    self.file = file
  }

  func place(_ path: Path) -> SourceLocation { .setting(file: file, path: path.joined(separator: "/")) }

  mutating func dictionary(_ root: Node) -> DataDictionary? {
    guard let settings = settings(root, allowing: DictionaryKey.ofDictionary, at: []) else { return nil }
    guard let node = settings[.fields] else {
      log.error(.noFields, at: .file(file), hints: [.writeFields])
      return nil
    }
    dayMonthOrder = order(settings[.dayMonthOrder], at: [])
    let found = fields(node, at: [DictionaryKey.fields.arabic], isNested: false)
    checkNames(of: found, at: [DictionaryKey.fields.arabic])
    checkSources(of: found)
    return found.isEmpty ? nil : DataDictionary(fields: found)
  }

  mutating func fields(_ node: Node, at path: Path, isNested: Bool) -> [Field] {
    guard let items = node.sequence else {
      log.error(.notAList, at: place(path), hints: [.writeFields])
      return []
    }
    if items.isEmpty { log.error(.noFields, at: place(path), hints: [.writeFields]) }
    return items.enumerated().compactMap { index, item in
      field(item, at: path + [String(index + 1)], isNested: isNested)
    }
  }

  private mutating func field(_ node: Node, at numbered: Path, isNested: Bool) -> Field? {
    guard let settings = settings(node, allowing: DictionaryKey.ofField, at: numbered) else { return nil }
    guard let name = text(settings[.name], of: .name, at: numbered) else {
      log.error(.nameless, at: place(numbered), hints: [.writeName])
      return nil
    }
    let path = Path(numbered.dropLast()) + [name]
    let alias = text(settings[.alias], of: .alias, at: path)
    checkForm(of: name, alias: alias, at: path)
    let type = type(settings[.type], at: path)
    var field = Field(name: name, alias: alias ?? name, type: type ?? .text)
    field.isRequired = flag(settings[.required], of: .required, at: path) ?? false
    field.sensitivity = sensitivity(settings[.sensitivity], at: path) ?? Self.usualSensitivity(of: field.type)
    field.columns = texts(settings[.columns], of: .columns, at: path)
    field.patterns = texts(settings[.patterns], of: .patterns, at: path).map(ReferencePattern.init)
    field.dayMonthOrder = order(settings[.dayMonthOrder], at: path)
    if field.type == .date, field.dayMonthOrder == nil { field.dayMonthOrder = dayMonthOrder }
    readParts(of: &field, settings, at: path, isNested: isNested, isTyped: type != nil)
    return field
  }

  private mutating func readParts(
    of field: inout Field, _ settings: [DictionaryKey: Node], at path: Path, isNested: Bool, isTyped: Bool
  ) {
    if let node = settings[.choices] {
      field.choices = choices(node, at: path + [DictionaryKey.choices.arabic])
    }
    if let node = settings[.fields] {
      let inner = path + [DictionaryKey.fields.arabic]
      field.fields = fields(node, at: inner, isNested: true)
      checkNames(of: field.fields, at: inner)
    }
    let sheet = text(settings[.from], of: .from, at: path)
    let key = text(settings[.key], of: .key, at: path)
    if let sheet, let key { field.source = Field.ListSource(sheet: sheet, key: key) }
    if (sheet == nil) != (key == nil) { log.error(.halfSource, at: place(path), hints: [.writeSource]) }
    if isTyped { checkParts(of: field, settings, at: path, isNested: isNested) }
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
  fileprivate static let halfSource = Diagnostic.Message(
    "records.dictionary-half-source", arabic: "«من» و«المفتاح» يُذكران معاً",
    english: "“from” and “key” go together")
}

extension Diagnostic.Hint {
  fileprivate static let writeFields = Diagnostic.Hint(
    arabic: "اكتب «الحقول:» ثم تحتها سطراً لكل حقل، مثل: «- الاسم: رقم الطلب»",
    english: "Write “fields:” and below it one entry for each field, such as “- name: رقم الطلب”")
  fileprivate static let writeName = Diagnostic.Hint(
    arabic: "أضف «الاسم:» وهو الاسم العربي للحقل كما يرد في القوالب",
    english: "Add “name:”, the Arabic label that templates use")
  fileprivate static let writeSource = Diagnostic.Hint(
    arabic: "اكتب «من» باسم الورقة و«المفتاح» باسم الحقل الذي يربط صفوفها بالسجل، أو احذفهما",
    english:
      "Give “from” the sheet's name and “key” the field that ties its rows to the record, or leave both out")
}
