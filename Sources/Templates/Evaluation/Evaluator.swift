import Content
import Diagnostics
import Values

/// Puts one record's values into a template's tree.
///
/// It has no file, no network and no clock, and is bounded.
struct Evaluator {
  /// The most records that all loops of one letter may go through.
  static let iterationLimit = 20_000
  /// The most characters one letter may hold.
  static let outputLimit = 2_000_000

  /// A loop's name and the record it stands for now.
  final class Binding {
    let variable: FieldKey
    let values: FieldValues
    let list: IndexedField
    /// Where the list stands.
    let origin: SourceLocation?
    /// Where the record's values stand; `nil` where that isn't known.
    let origins: FieldOrigins?
    /// Which of the record's fields are in doubt.
    let doubts: FieldDoubts
    let position: Int

    init(
      variable: FieldKey, values: FieldValues, list: IndexedField, origin: SourceLocation?,
      origins: FieldOrigins? = nil, doubts: FieldDoubts = [:], position: Int
    ) {
      self.variable = variable
      self.values = values
      self.list = list
      self.origin = origin
      self.origins = origins
      self.doubts = doubts
      self.position = position
    }

    /// Where the value of a field stands, or else its row or the list.
    func place(of field: FieldKey) -> SourceLocation? { origins?[field] ?? origins?.row ?? origin }
  }

  let scope: Scope
  /// Whether it writes a form, which has room to write by hand for what isn't known.
  var isForm = false
  var log = DiagnosticLog()
  var bindings: [Binding] = []
  /// The style of running text where a style block is open.
  var paragraphStyle: StyleName?
  /// How many optional groups are open.
  var optionalDepth = 0
  /// Whether the innermost optional group lacks a value.
  var lacksValue = false
  var reported: Set<Diagnostic> = []
  private var iterations = 0
  private var output = 0
  private(set) var isExhausted = false
  /// The noun of the currency that was written last, for amounts one after the other.
  var lastUnit: (currency: String, noun: CountedNoun?)?
  /// The record's place in the columns of fields, as far as it was asked for.
  var recordLocations: FieldMap<SourceLocation> = [:]

  init(scope: Scope) {
    self.scope = scope
  }

  /// Reports a mistake of a place once, however often the template runs into it.
  mutating func report(
    _ message: Diagnostic.Message, at location: SourceLocation, hints: [Diagnostic.Hint] = []
  ) {
    report(Diagnostic(.error, message, at: location, hints: hints))
  }

  /// Reports a mistake of a place once, whatever it is needed for.
  mutating func report(_ mistake: Diagnostic) {
    var bare = mistake
    bare.hints = []
    if reported.insert(bare).inserted { log.append(mistake) }
  }

  /// Counts one turn of a loop; false when there have been too many.
  mutating func mayIterate(at place: SourceLocation) -> Bool {
    iterations += 1
    if iterations > Evaluator.iterationLimit, !isExhausted {
      isExhausted = true
      log.error(.tooManyIterations(), at: place)
    }
    return !isExhausted
  }

  /// Counts characters written; false when there have been too many.
  mutating func mayWrite(_ characters: Int, at place: SourceLocation?) -> Bool {
    output += characters
    if output > Evaluator.outputLimit, !isExhausted {
      isExhausted = true
      log.error(.tooLong(), at: place)
    }
    return !isExhausted
  }

  /// What a name stands for.
  enum Resolution {
    case value(Value, IndexedField, SourceLocation?)
    case missing(IndexedField, SourceLocation?)
    /// A field whose value isn't known, as was said already.
    case inDoubt(IndexedField, FieldDoubt)
    /// A word of the lexicon, and the person it agrees with.
    case word(String, PersonKind)
    case unknown
  }

  /// What a name stands for: a field of a loop's record, a field, or a word of the lexicon.
  func resolve(_ name: FieldName) -> Resolution {
    for at in bindings.indices.reversed() {
      guard let key = name.field(ofLoop: bindings[at].variable) else { continue }
      return resolve(name, key, in: bindings[at])
    }
    if let field = scope.fields[name.lookup] {
      if let value = scope.values[field.key] {
        let origin = scope.origins[field.key]
        return value.isEmpty ? .missing(field, origin) : .value(value, field, origin)
      }
      if let doubt = scope.doubts[field.key], scope.mode == .filled { return .inDoubt(field, doubt) }
      // What the office states in every letter stands in no record: it is the line's own.
      if let value = scope.standing[field.key], !value.isEmpty { return .value(value, field, name.place) }
      return .missing(field, scope.origins[field.key])
    }
    return scope.lexicon.contains(name.spelled) ? .word(name.spelled, scope.personKind) : .unknown
  }

  /// What a name stands for that names a field of a loop's record, or a word that agrees with the record.
  private func resolve(_ name: FieldName, _ key: FieldKey, in binding: Binding) -> Resolution {
    if let field = binding.list.parts[key] {
      let place = binding.place(of: field.key)
      if let value = binding.values[field.key], !value.isEmpty { return .value(value, field, place) }
      if let doubt = binding.doubts[field.key], scope.mode == .filled { return .inDoubt(field, doubt) }
      return .missing(field, place)
    }
    let spelled = name.spelled.split(separator: ".", maxSplits: 1).last.map(String.init) ?? ""
    let word = TagSpelling.spelled(spelled.unicodeScalars)
    guard scope.lexicon.contains(word) else { return .unknown }
    return .word(word, PersonKind(of: binding.values, fields: binding.list.field.fields))
  }

  /// Goes through the records of a list, with the loop's name bound to each; `evaluate` adds what each makes.
  mutating func iterate<Node, Result>(
    _ loop: Loop<Node>, into results: inout [Result],
    _ evaluate: (inout Evaluator, [Node], inout [Result]) -> Void
  ) {
    guard case .value(.list(let records), let list, let origin) = resolve(loop.list) else {
      return absentList(loop, into: &results, evaluate)
    }
    guard !records.isEmpty else { return evaluate(&self, loop.otherwise, &results) }
    // A list in a loop's record has no places of its own, and what was put in place of one has others.
    let isOfLoop = bindings.contains { loop.list.field(ofLoop: $0.variable) != nil }
    let places = isOfLoop ? [] : scope.itemOrigins[list.key] ?? []
    for (position, record) in records.enumerated() {
      guard mayIterate(at: loop.list.place) else { break }
      bindings.append(
        Binding(
          variable: loop.variable.lookup, values: record, list: list, origin: origin,
          origins: places.count == records.count ? places[position] : nil,
          doubts: isOfLoop ? [:] : scope.doubts.ofItem(position, in: list.key), position: position + 1))
      evaluate(&self, loop.body, &results)
      bindings.removeLast()
    }
  }

  /// What a loop writes when the record has no such list: nothing, its other part, or empty lines of a form.
  private mutating func absentList<Node, Result>(
    _ loop: Loop<Node>, into results: inout [Result],
    _ evaluate: (inout Evaluator, [Node], inout [Result]) -> Void
  ) {
    if case .inDoubt = resolve(loop.list) { return }
    guard case .missing(let list, _) = resolve(loop.list), list.field.type == .list else {
      log.error(.notAList(loop.list.spelled), at: loop.list.place)
      return
    }
    guard scope.mode == .blank else { return evaluate(&self, loop.otherwise, &results) }
    for position in 1...loop.blankTurns {
      bindings.append(
        Binding(variable: loop.variable.lookup, values: [:], list: list, origin: nil, position: position))
      evaluate(&self, loop.body, &results)
      bindings.removeLast()
    }
  }
}

extension Value {
  /// Whether it is a text without a word.
  fileprivate var isEmpty: Bool {
    switch self {
    case .text(let text), .paragraph(let text), .name(let text): text.isWhiteSpace
    default: false
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func tooManyIterations() -> Self {
    Self(
      "templates.too-many-iterations", arabic: "تكرار يتجاوز الحد المقبول في خطاب واحد",
      english: "The loops of this letter go on beyond the limit")
  }
  fileprivate static func tooLong() -> Self {
    Self(
      "templates.letter-too-long", arabic: "نص الخطاب أطول من الحد المقبول",
      english: "The letter's text is longer than the limit")
  }
  fileprivate static func notAList(_ name: String) -> Self {
    Self(
      "templates.loop-over-no-list", arabic: "«\(name)» ليس قائمة حتى يُكرر عليها",
      english: "“\(name)” isn't a list to go through")
  }
}
