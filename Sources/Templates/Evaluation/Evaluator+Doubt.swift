import Diagnostics
import Values

// A record with a field in doubt makes no letter: it is evaluated to find what else is wrong with it, and nothing may
// be said that could turn out untrue once the field is mended.

extension Evaluator {
  /// What stands in place of a value that isn't known: nothing, and nothing is said of it.
  mutating func inDoubt(_ doubt: FieldDoubt, _ tag: FieldTag) -> [Atom] {
    guard doubt == .open else { return [] }
    // It may be missing as well, and take its surroundings with it.
    if optionalDepth > 0 { lacksValue = true }
    return tag.isOptional ? [.missing] : []
  }

  /// Says what is wrong in each of the branches that may hold, the first of which is in doubt; writes nothing.
  mutating func tryEach<Node>(
    of branches: ArraySlice<Branch<Node>>, _ evaluate: (inout Evaluator, [Node]) -> Void
  ) {
    if optionalDepth > 0 { lacksValue = true }
    var common: [Diagnostic]?
    for branch in branches {
      let holds = if let condition = branch.condition { self.holds(condition) } else { Optional(true) }
      if holds == false { continue }
      var trial = self
      trial.log = DiagnosticLog()
      trial.reported = []
      evaluate(&trial, branch.body)
      let found = trial.log.diagnostics
      common = common?.filter { one in found.contains { $0.isSame(as: one) } } ?? found
      if holds == true {
        for diagnostic in common ?? [] { report(diagnostic) }
        return
      }
    }
    // None of them may hold, and then none of it is wrong.
  }

  /// Whether the person that a word agrees with is in doubt.
  func isPersonInDoubt(of word: FieldName) -> Bool {
    let binding = bindings.last { word.field(ofLoop: $0.variable) != nil }
    return binding?.isPersonInDoubt ?? scope.isPersonInDoubt
  }

  /// Whether the person that a name of a field, or of a loop's record, tells of is in doubt; without a name, the one
  /// that the letter speaks to.
  func isPersonInDoubt(named subject: FieldName?) -> Bool {
    guard let subject else { return scope.isPersonInDoubt }
    if let binding = bindings.last(where: { $0.variable == subject.lookup }) {
      return binding.isPersonInDoubt
    }
    if case .inDoubt = resolve(subject) { return true }
    return false
  }
}

extension Scope {
  fileprivate var isPersonInDoubt: Bool {
    PersonKind.isInDoubt(values, doubts, fields: dictionary.fields)
  }
}

extension Evaluator.Binding {
  fileprivate var isPersonInDoubt: Bool {
    PersonKind.isInDoubt(values, doubts, fields: list.field.fields)
  }
}

extension Diagnostic {
  /// Whether both say the same of the same place, whoever asks for it.
  fileprivate func isSame(as other: Diagnostic) -> Bool {
    severity == other.severity && message == other.message && location == other.location
  }
}
