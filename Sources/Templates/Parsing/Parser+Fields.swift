import Diagnostics

extension Parser {
  /// Reads a name and its filters.
  mutating func field(
    _ tokens: ArraySlice<Token>, preposition: String?, place: Range<Int>
  ) -> Tag.Payload {
    let parts = tokens.split(omittingEmptySubsequences: false) { $0.kind == .bar }
    guard let first = parts.first, !first.isEmpty else {
      error(.fieldWithoutName(), place)
      return .unreadable
    }
    let filters = parts.dropFirst().map { filter($0, place: place) }
    return .field(
      FieldTag(
        name: name(first, or: place), filters: filters.compactMap(\.self), preposition: preposition,
        isWhole: !filters.contains(nil)))
  }

  private mutating func filter(_ tokens: ArraySlice<Token>, place: Range<Int>) -> FilterCall? {
    let colon = tokens.firstIndex { $0.kind == .colon } ?? tokens.endIndex
    let head = tokens[..<colon]
    let written = name(head, or: place)
    guard let filter = Filter.table[written.key] else {
      if head.isEmpty {
        error(.filterWithoutName(), place)
      } else {
        let hint = Suggestion.hint(for: written.key, among: Filter.table.arabicSpellings)
        error(.unknownFilter(written.spelled), range(of: head, or: place), hints: hint)
      }
      return nil
    }
    note(filter.spelling, head)
    let tail = colon < tokens.endIndex ? tokens[(colon + 1)...] : []
    let stretches = filter == .otherwise ? [tail] : tail.split { $0.kind == .comma }
    let arguments = stretches.map { stretch in
      let name = name(stretch, or: place)
      return FilterCall.Argument(spelled: name.spelled, key: name.key, place: name.place)
    }
    for (stretch, argument) in zip(stretches, arguments) where filter != .otherwise {
      if let option = argument.option { note(option.spelling, stretch) }
      if filter == .after { noteUnit(of: stretch) }
    }
    return FilterCall(filter: filter, arguments: arguments, place: written.place)
  }

  /// Notes the unit of a period: the words after its number.
  private mutating func noteUnit(of period: ArraySlice<Token>) {
    let words = period.drop { $0.number != nil }
    guard let (unit, count) = PeriodUnit.table.match(words), count == words.count else { return }
    note(unit.spelling, words)
  }
}

extension Diagnostic.Message {
  fileprivate static func fieldWithoutName() -> Self {
    Self(
      "templates.field-without-name", arabic: "ليس في الوسم اسم حقل", english: "This tag names no field")
  }
  fileprivate static func filterWithoutName() -> Self {
    Self(
      "templates.filter-without-name", arabic: "لم يُكتب شيء بعد الخط «|»",
      english: "Nothing follows the bar “|”")
  }
  fileprivate static func unknownFilter(_ name: String) -> Self {
    Self(
      "templates.unknown-filter", arabic: "لا يُعرف مرشح باسم «\(name)»",
      english: "There is no filter called “\(name)”")
  }
}
