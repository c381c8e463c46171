public import Diagnostics
public import Values

/// All that a letter's words may draw on: one record's values, the dictionary, and the office's ways of writing.
public struct Scope: Sendable {
  /// How absent values are treated.
  public enum Mode: Hashable, Sendable {
    /// A letter from a record: a missing value is an error.
    case filled
    /// A form to be filled by hand: absent values become dotted lines, comb boxes and empty check boxes.
    case blank
  }

  /// The values, each under its field's Arabic name.
  public var values: [String: Value]
  /// Where each value stands in the records.
  public var origins: [String: SourceLocation]
  /// Where the record stands.
  public var record: SourceLocation?
  /// The fields that may be named.
  public private(set) var dictionary: DataDictionary
  /// How the office writes.
  public var style: HouseStyle
  /// The words that agree with persons.
  public var lexicon: Lexicon
  /// The nouns that are counted.
  public var nouns: NounTable
  /// The currencies that amounts can be written in.
  public var currencies = CurrencyTable.standard
  /// The Umm al-Qura calendar as the office keeps it.
  public var calendar = UmmAlQura.official
  /// The days on which the office works.
  public var week = WorkingWeek()
  /// Within which days the office answers a request.
  public var replyWindow = ReplyWindow()
  /// How absent values are treated.
  public var mode: Mode
  private(set) var fields: FieldIndex

  /// A scope of one record.
  public init(
    values: [String: Value] = [:], origins: [String: SourceLocation] = [:], record: SourceLocation? = nil,
    dictionary: DataDictionary, style: HouseStyle = HouseStyle(), lexicon: Lexicon = .standard,
    nouns: NounTable = .standard, mode: Mode = .filled
  ) {
    self.values = values
    self.origins = origins
    self.record = record
    self.dictionary = dictionary
    self.style = style
    self.lexicon = lexicon
    self.nouns = nouns
    self.mode = mode
    fields = FieldIndex(dictionary.fields)
  }

  /// The same ways of writing over another record's values, without reading the dictionary anew.
  public func stating(
    _ values: [String: Value], origins: [String: SourceLocation], record: SourceLocation?
  ) -> Scope {
    var scope = self
    scope.values = values
    scope.origins = origins
    scope.record = record
    return scope
  }

  /// The same scope, in which `more` fields may be named where the dictionary has none of their name.
  public func adding(_ more: [Field]) -> Scope {
    let isKnown = more.allSatisfy { field in
      guard let known = fields[TagSpelling.key(field.name)] else { return false }
      return known.name == field.name || known.alias == field.name
    }
    if isKnown { return self }
    let new = more.filter { dictionary.field(named: $0.name) == nil }
    guard !new.isEmpty else { return self }
    var scope = self
    scope.dictionary.fields += new
    scope.fields = FieldIndex(scope.dictionary.fields)
    return scope
  }

  /// The person the letter speaks to: the first `person-kind` value of the record, else its first gender.
  public var personKind: PersonKind { PersonKind(of: values, fields: dictionary.fields) }
}

/// Fields by the keys of their names and aliases.
struct FieldIndex: Hashable, Sendable {
  private var byKey: [String: Field] = [:]

  init(_ fields: [Field]) {
    for field in fields.reversed() {
      byKey[TagSpelling.key(field.alias)] = field
    }
    for field in fields.reversed() {
      byKey[TagSpelling.key(field.name)] = field
    }
    byKey[""] = nil
  }

  subscript(key: String) -> Field? { byKey[key] }
}

extension PersonKind {
  /// The person that a record's values tell of.
  init(of values: [String: Value], fields: [Field]) {
    for field in fields where field.type == .personKind {
      if case .personKind(let kind)? = values[field.name] {
        self = kind
        return
      }
    }
    for field in fields where field.type == .gender {
      if case .gender(let gender)? = values[field.name] {
        self = gender == .masculine ? .masculine : .feminine
        return
      }
    }
    self = .unknown
  }
}
