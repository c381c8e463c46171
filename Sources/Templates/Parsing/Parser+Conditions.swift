import Diagnostics

extension Parser {
  /// Reads a whole condition.
  mutating func condition(_ tokens: ArraySlice<Token>, place: Range<Int>) -> Condition {
    var rest = tokens
    let condition = disjunction(&rest, place: place, depth: 0)
    if condition != .unreadable, let extra = rest.first {
      let words = source.phrase(range(of: rest, or: place))
      error(.unexpectedWords(words), extra.range, hints: [.standAlone()])
      return .unreadable
    }
    return condition
  }

  private mutating func disjunction(
    _ tokens: inout ArraySlice<Token>, place: Range<Int>, depth: Int
  ) -> Condition {
    var parts = [conjunction(&tokens, place: place, depth: depth)]
    while let (word, count) = ConditionKeyword.table.match(tokens), word == .or {
      note(word.spelling, tokens.prefix(count))
      tokens = tokens.dropFirst(count)
      parts.append(conjunction(&tokens, place: place, depth: depth))
    }
    return combined(parts, Condition.any)
  }

  private mutating func conjunction(
    _ tokens: inout ArraySlice<Token>, place: Range<Int>, depth: Int
  ) -> Condition {
    var parts = [comparison(&tokens, place: place, depth: depth)]
    while let (word, count) = ConditionKeyword.table.match(tokens), word == .and {
      note(word.spelling, tokens.prefix(count))
      tokens = tokens.dropFirst(count)
      parts.append(comparison(&tokens, place: place, depth: depth))
    }
    return combined(parts, Condition.all)
  }

  private func combined(_ parts: [Condition], _ join: ([Condition]) -> Condition) -> Condition {
    if parts.contains(.unreadable) { return .unreadable }
    return parts.count == 1 ? parts[0] : join(parts)
  }

  private mutating func comparison(
    _ tokens: inout ArraySlice<Token>, place: Range<Int>, depth: Int
  ) -> Condition {
    guard depth < Parser.depthLimit else {
      error(.conditionTooDeep(), place)
      tokens = []
      return .unreadable
    }
    if let (word, count) = ConditionKeyword.table.match(tokens), word == .not {
      note(word.spelling, tokens.prefix(count))
      tokens = tokens.dropFirst(count)
      let inner = comparison(&tokens, place: place, depth: depth + 1)
      return inner == .unreadable ? inner : .not(inner)
    }
    if tokens.first?.kind == .open { return group(&tokens, place: place, depth: depth) }
    let left = operandTokens(&tokens, endsAt: Set(ConditionKeyword.allCases))
    guard !left.isEmpty else {
      error(.conditionWithoutField(), range(of: tokens, or: place), hints: [.condition()])
      tokens = []
      return .unreadable
    }
    let named = name(left, or: place)
    let name = FieldName(
      spelled: unquoted(named.spelled), key: unquoted(named.key), place: named.place)
    return predicate(of: name, &tokens, place: place)
  }

  private mutating func group(
    _ tokens: inout ArraySlice<Token>, place: Range<Int>, depth: Int
  ) -> Condition {
    let open = tokens.removeFirst()
    let inner = disjunction(&tokens, place: place, depth: depth + 1)
    if tokens.first?.kind == .close {
      tokens.removeFirst()
    } else if inner != .unreadable {
      error(.unclosedBracket(), open.range)
      return .unreadable
    }
    return inner
  }

  /// Reads what is said of `name`.
  private mutating func predicate(
    of name: FieldName, _ tokens: inout ArraySlice<Token>, place: Range<Int>
  ) -> Condition {
    let comparison: Condition.Comparison
    if tokens.first?.kind == .equals {
      tokens.removeFirst()
      comparison = .equal
    } else if let (word, count) = ConditionKeyword.table.match(tokens), word != .and, word != .or {
      note(word.spelling, tokens.prefix(count))
      tokens = tokens.dropFirst(count)
      switch word {
      case .exists: return .exists(name)
      case .isMissing: return .isMissing(name)
      case .isTrue: return .isTrue(name)
      case .notEqual, .not: comparison = .notEqual
      case .greater: comparison = .greater
      case .less: comparison = .less
      case .atLeast: comparison = .atLeast
      case .atMost: comparison = .atMost
      case .equal, .and, .or: comparison = .equal
      }
    } else {
      return .isTrue(name)
    }
    let right = operandTokens(&tokens, endsAt: [.and, .or])
    guard !right.isEmpty else {
      error(.comparisonWithoutValue(name.spelled), place, hints: [.condition()])
      return .unreadable
    }
    let value = self.name(right, or: place)
    return .compares(
      name, comparison, .init(spelled: unquoted(value.spelled), key: unquoted(value.key), place: value.place))
  }

  /// Takes the tokens of a field's name or a value, up to one of the given words or a closing bracket.
  private func operandTokens(
    _ tokens: inout ArraySlice<Token>, endsAt words: Set<ConditionKeyword>
  ) -> ArraySlice<Token> {
    var taken = 0
    var opened = 0
    var isQuoted = false
    while taken < tokens.count {
      let rest = tokens.dropFirst(taken)
      guard let token = rest.first else { break }
      if token.key.hasPrefix("«") { isQuoted = true }
      if isQuoted {
        isQuoted = !token.key.hasSuffix("»")
        taken += 1
        continue
      }
      if token.kind == .open { opened += 1 }
      if token.kind == .close {
        if opened == 0 { break }
        opened -= 1
      }
      if token.kind == .equals { break }
      if taken > 0 || token.kind != .word, let match = ConditionKeyword.table.match(rest),
        words.contains(match.word)
      {
        break
      }
      taken += 1
    }
    let operand = tokens.prefix(taken)
    tokens = tokens.dropFirst(taken)
    return operand
  }

  private func unquoted(_ text: String) -> String {
    let quotes: [(Character, Character)] = [("«", "»"), ("\"", "\""), ("“", "”")]
    for (open, close) in quotes where text.count >= 2 && text.first == open && text.last == close {
      return String(text.dropFirst().dropLast())
    }
    return text
  }
}

extension Diagnostic.Hint {
  fileprivate static func standAlone() -> Self {
    Self(
      arabic: "افصل «و» و«أو» عما بعدهما بمسافة",
      english: "Put a space between «و» or «أو» and the word after it")
  }
  fileprivate static func condition() -> Self {
    Self(
      arabic: "اكتب الشرط هكذا: {{إذا الصفة = وكيل}} أو {{إذا المبلغ موجود}}",
      english: "Write a condition like {{if capacity = agent}} or {{if amount exists}}")
  }
}

extension Diagnostic.Message {
  fileprivate static func unexpectedWords(_ words: String) -> Self {
    Self(
      "templates.unexpected-words", arabic: "كلمات لا يُعرف موضعها في الشرط: «\(words)»",
      english: "These words have no place in the condition: “\(words)”")
  }
  fileprivate static func conditionTooDeep() -> Self {
    Self(
      "templates.condition-too-deep", arabic: "أقواس الشرط متداخلة أكثر مما يُقبل",
      english: "The condition's brackets are nested too deeply")
  }
  fileprivate static func conditionWithoutField() -> Self {
    Self(
      "templates.condition-without-field", arabic: "ليس في الشرط اسم حقل",
      english: "The condition names no field")
  }
  fileprivate static func unclosedBracket() -> Self {
    Self(
      "templates.unclosed-bracket", arabic: "قوس في الشرط لم يُغلق",
      english: "A bracket of the condition isn't closed")
  }
  fileprivate static func comparisonWithoutValue(_ name: String) -> Self {
    Self(
      "templates.comparison-without-value", arabic: "لم يُذكر ما يُقارن به «\(name)»",
      english: "Nothing is given to compare “\(name)” with")
  }
}
