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
  struct Binding {
    let variable: String
    let values: FieldValues
    let fields: [Field]
    let index: FieldIndex
    let origin: SourceLocation?
    let position: Int
  }

  let scope: Scope
  var log = DiagnosticLog()
  var bindings: [Binding] = []
  /// The style of running text where a style block is open.
  var paragraphStyle: StyleName?
  /// How many optional groups are open.
  var optionalDepth = 0
  /// Whether the innermost optional group lacks a value.
  var lacksValue = false
  private var reported: Set<Diagnostic> = []
  private var iterations = 0
  private var output = 0
  private(set) var isExhausted = false

  init(scope: Scope) {
    self.scope = scope
  }

  /// Reports a mistake of a place once, however often the template runs into it.
  mutating func report(
    _ message: Diagnostic.Message, at location: SourceLocation, hints: [Diagnostic.Hint] = []
  ) {
    guard reported.insert(Diagnostic(.error, message, at: location)).inserted else { return }
    log.error(message, at: location, hints: hints)
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
    case value(Value, Field, SourceLocation?)
    case missing(Field, SourceLocation?)
    /// A word of the lexicon, and the person it agrees with.
    case word(String, PersonKind)
    case unknown
  }

  /// What a name stands for: a field of a loop's record, a field, or a word of the lexicon.
  func resolve(_ name: FieldName) -> Resolution {
    for binding in bindings.reversed() {
      guard let key = name.field(ofLoop: binding.variable) else { continue }
      if let field = binding.index[key] {
        guard let value = binding.values[field.name], !value.isEmpty else {
          return .missing(field, binding.origin)
        }
        return .value(value, field, binding.origin)
      }
      let spelled = name.spelled.split(separator: ".", maxSplits: 1).last.map(String.init) ?? ""
      let word = TagSpelling.spelled(spelled.unicodeScalars)
      if scope.lexicon.contains(word) {
        return .word(word, PersonKind(of: binding.values, fields: binding.fields))
      }
      return .unknown
    }
    if let field = scope.fields[name.key] {
      if let value = scope.values[field.name] {
        let origin = scope.origins[field.name]
        return value.isEmpty ? .missing(field, origin) : .value(value, field, origin)
      }
      // What the office states in every letter stands in no record: it is the line's own.
      if let value = scope.standing[field.name], !value.isEmpty { return .value(value, field, name.place) }
      return .missing(field, scope.origins[field.name])
    }
    return scope.lexicon.contains(name.spelled) ? .word(name.spelled, scope.personKind) : .unknown
  }

  /// Goes through the records of a list, with the loop's name bound to each.
  mutating func iterate<Node, Result>(
    _ loop: Loop<Node>, _ evaluate: (inout Evaluator, [Node]) -> [Result]
  ) -> [Result] {
    guard case .value(.list(let records), let field, let origin) = resolve(loop.list) else {
      return absentList(loop, evaluate)
    }
    guard !records.isEmpty else { return evaluate(&self, loop.otherwise) }
    let index = FieldIndex(field.fields)
    var results: [Result] = []
    for (position, record) in records.enumerated() {
      guard mayIterate(at: loop.list.place) else { break }
      bindings.append(
        Binding(
          variable: loop.variable.key, values: record, fields: field.fields, index: index, origin: origin,
          position: position + 1))
      results += evaluate(&self, loop.body)
      bindings.removeLast()
    }
    return results
  }

  /// What a loop writes when the record has no such list: nothing, its other part, or empty lines of a form.
  private mutating func absentList<Node, Result>(
    _ loop: Loop<Node>, _ evaluate: (inout Evaluator, [Node]) -> [Result]
  ) -> [Result] {
    guard case .missing(let field, _) = resolve(loop.list), field.type == .list else {
      log.error(.notAList(loop.list.spelled), at: loop.list.place)
      return []
    }
    guard scope.mode == .blank else { return evaluate(&self, loop.otherwise) }
    var results: [Result] = []
    for position in 1...loop.blankTurns {
      bindings.append(
        Binding(
          variable: loop.variable.key, values: [:], fields: field.fields, index: FieldIndex(field.fields),
          origin: nil, position: position))
      results += evaluate(&self, loop.body)
      bindings.removeLast()
    }
    return results
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
