import Diagnostics

extension Parser {
  /// The lines of the header and of the body: the first line of three hyphens or more parts them.
  func parts() -> (header: [Range<Int>], body: [Range<Int>]) {
    let lines = source.lines
    guard let rule = lines.firstIndex(where: isRule) else { return ([], lines) }
    return (Array(lines[..<rule]), Array(lines[(rule + 1)...]))
  }

  private func isRule(_ line: Range<Int>) -> Bool {
    let content = source.trimmed(line)
    return content.count >= 3 && source.scalars[content].allSatisfy { $0 == "-" }
  }

  /// Reports a header that no rule ends: a text without one, whose first line states a setting.
  mutating func checkRule() {
    let lines = source.lines
    guard !lines.contains(where: isRule),
      let first = lines.map({ source.trimmed($0) }).first(where: { !$0.isEmpty }),
      let colon = source.scalars[first].firstIndex(of: ":")
    else { return }
    let name = source.trimmed(first.lowerBound..<colon)
    guard let setting = Setting.table[TagSpelling.key(source.scalars[name])] else { return }
    error(.missingRule(setting.spelling), first, hints: [.rule()])
  }

  /// Reads all lines of a body.
  mutating func body(_ ranges: [Range<Int>]) -> [BlockNode] {
    takesFootnotes = true
    var lines = ranges.map { line($0) }[...]
    var nodes: [BlockNode] = []
    while !lines.isEmpty { nodes += blocks(&lines, mode: .flow) }
    return nodes
  }

  /// Reads the header's settings.
  mutating func header(_ lines: [Range<Int>]) -> TemplateSettings {
    var settings = TemplateSettings()
    var stated: Set<Setting> = []
    for line in lines {
      let content = source.trimmed(line)
      guard !content.isEmpty else { continue }
      guard let colon = source.scalars[content].firstIndex(of: ":") else {
        error(.settingWithoutColon(), content)
        continue
      }
      let name = source.trimmed(content.lowerBound..<colon)
      guard let setting = Setting.table[TagSpelling.key(source.scalars[name])] else {
        let key = TagSpelling.key(source.scalars[name])
        if TagKeyword.table[key] == .comment { continue }
        let hint = Suggestion.hint(for: key, among: Setting.table.arabicSpellings)
        error(.unknownSetting(source.phrase(name)), name, hints: hint)
        continue
      }
      note(setting.spelling, name)
      if !stated.insert(setting).inserted, !setting.isList {
        error(.settingStatedTwice(setting.spelling), name)
        continue
      }
      state(setting, source.trimmed(colon + 1..<content.upperBound), in: &settings)
    }
    return settings
  }

  private mutating func state(
    _ setting: Setting, _ value: Range<Int>, in settings: inout TemplateSettings
  ) {
    let text = TagSpelling.spelled(source.scalars[value])
    switch setting {
    case .title: (settings.title, settings.titleNodes) = (text, inlines(value))
    case .identifier: settings.identifier = text
    case .version: settings.version = text
    case .signer:
      guard word(value, [.none]) == nil else { return }
      (settings.signer, settings.signerPlace) = (text, source.location(value))
    case .subject: settings.subject = inlines(value)
    case .copies: settings.copies += list(value)
    case .enclosures: settings.enclosures += list(value)
    case .greeting: settings.greeting = word(value, [.none]) == nil ? .line(inlines(value)) : .none
    case .closing: settings.closing = word(value, [.none]) == nil ? .line(inlines(value)) : .none
    case .addressee:
      switch word(value, [.none, .member]) {
      case .none?: settings.addressee = .none
      case .member?: settings.addressee = .person
      default: settings.addressee = .line(inlines(value))
      }
    case .kind: settings.kind = choice(value, setting, kinds) ?? .letter
    case .series: settings.series = choice(value, setting, series) ?? .outgoing
    case .confidentiality:
      settings.confidentiality = choice(value, setting, confidentialities) ?? .ordinary
    case .priority: settings.priority = choice(value, setting, priorities) ?? .ordinary
    }
  }

  private var kinds: [(SettingWord, TemplateSettings.Kind)] {
    [
      (.letter, .letter), (.form, .form), (.memo, .memo), (.circular, .circular), (.minutes, .minutes),
      (.certificate, .certificate), (.report, .report),
    ]
  }
  private var series: [(SettingWord, TemplateSettings.Series)] {
    [(.outgoing, .outgoing), (.internalSeries, .internal), (.requests, .requests), (.none, .none)]
  }
  private var confidentialities: [(SettingWord, TemplateSettings.Confidentiality)] {
    [(.ordinary, .ordinary), (.none, .ordinary), (.restricted, .restricted), (.secret, .secret)]
  }
  private var priorities: [(SettingWord, TemplateSettings.Priority)] {
    [(.ordinary, .ordinary), (.none, .ordinary), (.urgent, .urgent), (.immediate, .immediate)]
  }

  /// The keyword that a whole value is, if it is one of `words`.
  private mutating func word(_ value: Range<Int>, _ words: [SettingWord]) -> SettingWord? {
    guard let word = SettingWord.table[TagSpelling.key(source.scalars[value])], words.contains(word) else {
      return nil
    }
    note(word.spelling, value)
    return word
  }

  private mutating func choice<Result>(
    _ value: Range<Int>, _ setting: Setting, _ choices: [(SettingWord, Result)]
  ) -> Result? {
    if let word = word(value, choices.map(\.0)) { return choices.first { $0.0 == word }?.1 }
    let accepted = choices.map(\.0.spelling)
    error(
      .unknownSettingValue(setting.spelling, source.phrase(value)), value,
      hints: [.oneOf(accepted.map(\.arabic), accepted.map(\.english))])
    return nil
  }

  /// The parts of a value between semicolons.
  private mutating func list(_ value: Range<Int>) -> [[InlineNode]] {
    if word(value, [.none]) != nil { return [] }
    var items: [[InlineNode]] = []
    var start = value.lowerBound
    var index = start
    while index <= value.upperBound {
      if index < value.upperBound,
        let inside = InlineScanner.opening(source.scalars, index, value.upperBound),
        case .closed(_, let after) = InlineScanner.tagEnd(source.scalars, from: inside, to: value.upperBound)
      {
        index = after
      } else if index == value.upperBound || source.scalars[index] == "؛" || source.scalars[index] == ";" {
        let item = source.trimmed(start..<index)
        if !item.isEmpty { items.append(inlines(item)) }
        start = min(index + 1, value.upperBound)
        index += 1
      } else {
        index += 1
      }
    }
    return items
  }
}

extension Diagnostic.Hint {
  fileprivate static func rule() -> Self {
    Self(
      arabic: "ضع --- في سطر وحدها بعد الإعدادات، أو قبل النص إن لم تكن له إعدادات",
      english: "Put --- on a line of its own after the settings, or before the text if it has none")
  }
  fileprivate static func oneOf(_ arabic: [String], _ english: [String]) -> Self {
    Self(
      arabic: "المقبول: " + arabic.joined(separator: "، "),
      english: "Accepted: " + english.joined(separator: ", "))
  }
}

extension Diagnostic.Message {
  fileprivate static func missingRule(_ setting: Spelling) -> Self {
    Self(
      "templates.missing-rule",
      arabic: "يبدأ القالب بالإعداد «\(setting.arabic)»، ولا سطر --- يفصل الإعدادات عن النص",
      english: "The template begins with the setting “\(setting.english)” but no --- ends its settings")
  }
  fileprivate static func settingWithoutColon() -> Self {
    Self(
      "templates.setting-without-colon", arabic: "سطر في رأس القالب ليس على صورة «الاسم: القيمة»",
      english: "A header line isn't of the form “name: value”")
  }
  fileprivate static func unknownSetting(_ name: String) -> Self {
    Self(
      "templates.unknown-setting", arabic: "لا يُعرف إعداد باسم «\(name)»",
      english: "There is no setting called “\(name)”")
  }
  fileprivate static func settingStatedTwice(_ setting: Spelling) -> Self {
    Self(
      "templates.setting-stated-twice", arabic: "الإعداد «\(setting.arabic)» مذكور مرتين",
      english: "The setting “\(setting.english)” is stated twice")
  }
  fileprivate static func unknownSettingValue(_ setting: Spelling, _ value: String) -> Self {
    Self(
      "templates.unknown-setting-value", arabic: "القيمة «\(value)» لا تُقبل للإعداد «\(setting.arabic)»",
      english: "“\(value)” is no value for the setting “\(setting.english)”")
  }
}
