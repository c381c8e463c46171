/// One field of the data dictionary: what a record may state, and under which names.
public struct Field: Hashable, Sendable {
  /// How carefully a field's values are kept from eyes and logs.
  public enum Sensitivity: String, Hashable, Sendable, CaseIterable {
    /// May stand in a message.
    case open
    /// Names a person: masked in messages.
    case personal
    /// Never stands in a message or a file name.
    case secret
  }

  /// The Arabic label: the field's name in templates and messages.
  public var name: String
  /// The field's English name, an alias in templates: `request_no`.
  public var alias: String
  /// The type of its values.
  public var type: FieldType
  /// Whether a record without it is in error.
  public var isRequired: Bool
  /// How carefully its values are kept.
  public var sensitivity: Sensitivity
  /// Further column headings that it may come from.
  public var columns: [String]
  /// The labels a `choice` may take, each with other spellings that mean it.
  public var choices: [Choice]
  /// The forms that a `reference` may have; empty where any will do.
  public var patterns: [ReferencePattern]
  /// Which number of a `date` such as 5/6/1448 is the day; `nil` where its reader must ask.
  public var dayMonthOrder: DayMonthOrder?
  /// The fields of each record of a `list`.
  public var fields: [Field]
  /// Where the records of a `list` stand when they aren't inside the record itself.
  public var source: ListSource?

  /// A label of a `choice` field and the spellings that mean it.
  public struct Choice: Hashable, Sendable {
    /// The label as printed.
    public var label: String
    /// Other spellings, in any language.
    public var spellings: [String]

    /// A label with its other spellings.
    public init(label: String, spellings: [String] = []) {
      self.label = label
      self.spellings = spellings
    }
  }

  /// A table of its own that holds the records of a `list`, each row naming the record it belongs to.
  public struct ListSource: Hashable, Sendable {
    /// The table's name: a sheet of the same workbook, a table of the same database, or a file in the same folder.
    public var sheet: String
    /// The name of the record's field whose value each row repeats.
    public var key: String

    /// A table and the field that joins it to the records.
    public init(sheet: String, key: String) {
      self.sheet = sheet
      self.key = key
    }
  }

  /// A field by its parts.
  public init(
    name: String, alias: String, type: FieldType, isRequired: Bool = false, sensitivity: Sensitivity = .open,
    columns: [String] = [], choices: [Choice] = [], patterns: [ReferencePattern] = [],
    dayMonthOrder: DayMonthOrder? = nil, fields: [Field] = [], source: ListSource? = nil
  ) {
    self.name = name
    self.alias = alias
    self.type = type
    self.isRequired = isRequired
    self.sensitivity = sensitivity
    self.columns = columns
    self.choices = choices
    self.patterns = patterns
    self.dayMonthOrder = dayMonthOrder
    self.fields = fields
    self.source = source
  }
}

/// All that a record may state: the fields, in the dictionary's order.
public struct DataDictionary: Hashable, Sendable {
  /// The fields, in the order of the dictionary's file.
  public var fields: [Field]

  /// A dictionary of the given fields.
  public init(fields: [Field]) {
    self.fields = fields
  }

  /// The field whose Arabic name or alias is exactly `name`.
  public func field(named name: String) -> Field? {
    fields.first { $0.name == name || $0.alias == name }
  }
}
