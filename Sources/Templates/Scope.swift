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

  /// The record's values, each under its field's Arabic name.
  public var values: FieldValues
  /// What the office states in every letter, where the record has no value of that name.
  public var standing: FieldValues = [:]
  /// The office's posts, each as it prints for who holds it: boxes to sign in agree with the signer, not with the person
  /// of the record.
  public var posts: [String: String] = [:]
  /// Where each value stands in the records.
  public var origins: FieldOrigins
  /// Where the parts of each item of a list stand, by the list's field.
  public var itemOrigins: FieldMap<[FieldOrigins]> = [:]
  /// The fields whose value isn't known, as a message says already: what depends on them is passed over.
  public var doubts: FieldDoubts = [:]
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
  /// The fields that were added last.
  private var added: FieldSet?

  /// A scope of one record.
  public init(
    values: FieldValues = [:], origins: FieldOrigins = [:], record: SourceLocation? = nil,
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
    _ values: FieldValues, origins: FieldOrigins, itemOrigins: FieldMap<[FieldOrigins]> = [:],
    doubts: FieldDoubts = [:], record: SourceLocation?
  ) -> Scope {
    var scope = self
    scope.values = values
    scope.origins = origins
    scope.itemOrigins = itemOrigins
    scope.doubts = doubts
    scope.record = record
    return scope
  }

  /// The same scope, in which `more` fields may be named where the dictionary has none of their name.
  public func adding(_ more: FieldSet) -> Scope {
    if added === more { return self }
    var scope = self
    scope.added = more
    let new = more.fields.filter { dictionary.field(named: $0.name) == nil }
    if !new.isEmpty {
      scope.dictionary.fields += new
      scope.fields = FieldIndex(scope.dictionary.fields)
    }
    return scope
  }

  /// The person the letter speaks to: the first `person-kind` value of the record, else its first gender.
  public var personKind: PersonKind { PersonKind(of: values, fields: dictionary.fields) }

  /// Whether that person may be a body, or anybody else, because the field that says so can't be read.
  public var mayBeAnybody: Bool {
    PersonKind.isInDoubt(values, doubts, fields: dictionary.fields, among: [.personKind])
  }
}

/// Fields that are added to scopes together, time and again.
public final class FieldSet: Sendable {
  let fields: [Field]

  /// A set of fields.
  public init(_ fields: [Field]) { self.fields = fields }
}

extension PersonKind {
  /// The person that a record's values tell of.
  init(of values: FieldValues, fields: [Field]) {
    // By their places, because a field is large to copy.
    for at in fields.indices where fields[at].type == .personKind {
      if case .personKind(let kind)? = values[fields[at].name] {
        self = kind
        return
      }
    }
    for at in fields.indices where fields[at].type == .gender {
      if case .gender(let gender)? = values[fields[at].name] {
        self = gender == .masculine ? .masculine : .feminine
        return
      }
    }
    self = .unknown
  }

  /// Whether it can't be told which person values tell of, because the field of `types` that says so is in doubt.
  static func isInDoubt(
    _ values: FieldValues, _ doubts: FieldDoubts, fields: [Field],
    among types: [FieldType] = [.personKind, .gender]
  ) -> Bool {
    guard !doubts.isEmpty else { return false }
    for type in types {
      for field in fields where field.type == type {
        if values[field.name] != nil { return false }
        if doubts[field.name] != nil { return true }
      }
    }
    return false
  }
}
