import Diagnostics
import Values

extension Checker {
  /// Checks a field's tag and its filters.
  mutating func check(_ tag: FieldTag) {
    switch meaning(of: tag.name) {
    case .nothing: break
    case .word(let people):
      checkPerson(in: people, at: tag.name.place)
      for call in tag.filters where ![.nominative, .accusative, .genitive].contains(call.filter) {
        log.error(.filterOnWord(call.filter.spelling, tag.name.spelled), at: call.place)
      }
    case .field(let field):
      if field.type == .list, tag.isWhole, tag.call(.count) == nil, tag.call(.number) == nil {
        log.error(.listAsValue(field.name), at: tag.name.place, hints: [.loop(field.name)])
        return
      }
      for call in tag.filters { check(call, on: field) }
    }
  }

  private mutating func check(_ call: FilterCall, on field: Field) {
    if let types = call.filter.types, !types.contains(field.type) {
      let fitting = Filter.allCases.filter { $0.types?.contains(field.type) == true }
      log.error(
        .filterDoesNotFit(call.filter.spelling, field.name, field.type), at: call.place,
        hints: [.filters(fitting.map(\.spelling))])
      return
    }
    if field.isRequired, call.filter == .optional || call.filter == .otherwise {
      log.warning(.neverMissing(field.name), at: call.place)
    }
    switch call.filter {
    case .otherwise: break
    case .count: checkCount(call)
    case .comb:
      for argument in call.arguments where !(1...40).contains(Int(argument.key) ?? 0) {
        log.error(.unknownArgument(argument.spelled, call.filter.spelling), at: argument.place)
      }
    case .after: checkArgument(of: call, hint: .period) { $0.period != nil }
    case .afterWorkingDays: checkArgument(of: call, hint: .workingDays) { $0.number != nil }
    case .currency:
      for argument in call.arguments where currencies.currency(argument.spelled.uppercased()) == nil {
        log.error(.unknownCode(argument.spelled), at: argument.place, hints: [.codes(currencies.codes)])
      }
    default: checkOptions(call)
    }
  }

  /// Checks that a filter has one argument, of its own kind.
  private mutating func checkArgument(
    of call: FilterCall, hint: Diagnostic.Hint, _ isReadable: (FilterCall.Argument) -> Bool
  ) {
    if call.arguments.count == 1, call.arguments.allSatisfy(isReadable) { return }
    let place = call.arguments.first { !isReadable($0) }?.place ?? call.place
    log.error(.unreadablePeriod(call.filter.spelling), at: place, hints: [hint])
  }

  private mutating func checkCount(_ call: FilterCall) {
    var hasNoun = false
    for argument in call.arguments where argument.option == nil {
      hasNoun = true
      if nouns.noun(argument.spelled) == nil {
        log.error(
          .unknownNoun(argument.spelled), at: argument.place,
          hints: Suggestion.hint(for: argument.key, among: nouns.singulars))
      }
    }
    if !hasNoun { log.error(.countOfNothing(), at: call.place) }
    let options = FilterCall(
      filter: call.filter, arguments: call.arguments.filter { $0.option != nil }, place: call.place)
    checkOptions(options)
  }

  private mutating func checkOptions(_ call: FilterCall) {
    for argument in call.arguments {
      if let option = argument.option, call.filter.options.contains(option) { continue }
      let candidates = FilterOption.allCases.filter { call.filter.options.contains($0) }
      log.error(
        .unknownArgument(argument.spelled, call.filter.spelling), at: argument.place,
        hints: Suggestion.hint(for: argument.key, among: candidates.map(\.spelling.arabic)))
    }
  }
}

extension Diagnostic.Hint {
  fileprivate static func loop(_ name: String) -> Self {
    Self(
      arabic: "كرر عليها: {{لكل عنصر من \(name)}} … {{نهاية لكل}}، أو اكتب عددها: {{\(name) | عدد: مستند}}",
      english: "Go through it: {{for each item in \(name)}} … {{end for each}}, or print its count")
  }
  fileprivate static var period: Self {
    Self(
      arabic: "أمثلة: | بعد: ١٤ يوماً، | بعد: أسبوعين، | بعد: ٣ أشهر، | بعد: ٥ أيام عمل",
      english: "Examples: | after: 14 days, | after: two weeks, | after: 3 months, | after: 5 working days")
  }
  fileprivate static var workingDays: Self {
    Self(arabic: "مثال: | بعد أيام عمل: ٥", english: "Example: | after working days: 5")
  }
  fileprivate static func codes(_ codes: [String]) -> Self {
    Self(
      arabic: "العملات المعروفة: " + codes.joined(separator: "، "),
      english: "The currencies known: " + codes.joined(separator: ", "))
  }
  fileprivate static func filters(_ filters: [Spelling]) -> Self {
    guard !filters.isEmpty else {
      return Self(arabic: "هذا النوع لا مرشح خاصاً له", english: "This type has no filters of its own")
    }
    return Self(
      arabic: "المرشحات المناسبة: " + filters.map(\.arabic).joined(separator: "، "),
      english: "Filters that fit: " + filters.map(\.english).joined(separator: ", "))
  }
}

extension Diagnostic.Message {
  fileprivate static func filterOnWord(_ filter: Spelling, _ word: String) -> Self {
    Self(
      "templates.filter-on-word", arabic: "«\(filter.arabic)» لا يصلح للكلمة «\(word)»؛ لا تقبل إلا الإعراب",
      english: "“\(filter.english)” doesn't fit the word “\(word)”, which takes only a case")
  }
  fileprivate static func listAsValue(_ name: String) -> Self {
    Self(
      "templates.list-as-value", arabic: "«\(name)» قائمة ولا تُطبع كقيمة واحدة",
      english: "“\(name)” is a list and can't be printed as one value")
  }
  fileprivate static func filterDoesNotFit(_ filter: Spelling, _ name: String, _ type: FieldType) -> Self {
    Self(
      "templates.filter-does-not-fit",
      arabic: "«\(filter.arabic)» لا يصلح للحقل «\(name)»، فنوعه \(type.arabicName)",
      english: "“\(filter.english)” doesn't fit the field “\(name)” of type \(type.rawValue)")
  }
  fileprivate static func neverMissing(_ name: String) -> Self {
    Self(
      "templates.never-missing", arabic: "الحقل «\(name)» مطلوب في كل سجل، فلا أثر لهذا المرشح",
      english: "The field “\(name)” is required of every record, so this filter has no effect")
  }
  fileprivate static func unknownNoun(_ noun: String) -> Self {
    Self(
      "templates.unknown-noun", arabic: "ليس «\(noun)» في جدول المعدودات",
      english: "“\(noun)” isn't in the table of counted nouns")
  }
  fileprivate static func unreadablePeriod(_ filter: Spelling) -> Self {
    Self(
      "templates.unreadable-period", arabic: "لا تُفهم المدة المكتوبة بعد «\(filter.arabic):»",
      english: "The period after “\(filter.english):” can't be read")
  }
  fileprivate static func unknownCode(_ code: String) -> Self {
    Self(
      "templates.unknown-currency", arabic: "ليس «\(code)» رمز عملة معروفة",
      english: "“\(code)” isn't the code of a known currency")
  }
  fileprivate static func countOfNothing() -> Self {
    Self(
      "templates.count-of-nothing", arabic: "لم يُذكر المعدود؛ يُكتب هكذا: | عدد: يوم، مجرور",
      english: "No counted noun is given; write | count: يوم, genitive")
  }
  fileprivate static func unknownArgument(_ argument: String, _ filter: Spelling) -> Self {
    Self(
      "templates.unknown-argument", arabic: "«\(argument)» لا تُقبل بعد «\(filter.arabic):»",
      english: "“\(argument)” has no meaning after “\(filter.english):”")
  }
}
