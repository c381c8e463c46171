public import Diagnostics
import Values
import Yams

/// One value of a settings file, with its place.
public struct Setting {
  /// The YAML node.
  let node: Node
  /// The file, for messages.
  public let file: String
  /// The path of names that leads to it.
  public let path: String

  /// Its place.
  public var place: SourceLocation { .setting(file: file, path: path) }

  /// Its text, if it is a single value.
  public func text(log: inout DiagnosticLog) -> String? {
    guard case .scalar(let scalar) = node else {
      log.error(.notSingle, at: place)
      return nil
    }
    return scalar.string
  }

  /// Its text without white space at its ends, if it is a single value that says something.
  public func words(log: inout DiagnosticLog) -> String? {
    guard let text = text(log: &log) else { return nil }
    guard !isNull, let first = text.firstIndex(where: { !$0.isWhitespace }),
      let last = text.lastIndex(where: { !$0.isWhitespace })
    else {
      log.error(.saysNothing, at: place, hints: [.fillOrRemove])
      return nil
    }
    return String(text[first...last])
  }

  /// Whether nothing stands in its place, or one of YAML's words for nothing.
  public var isNull: Bool {
    guard case .scalar(let scalar) = node, scalar.style == .plain else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }

  /// Its number, if it is one within `range`; digits of any kind.
  public func number(in range: ClosedRange<Double>, log: inout DiagnosticLog) -> Double? {
    guard let text = text(log: &log) else { return nil }
    let ascii = String(
      text.map { character -> Character in
        if let digit = character.wholeNumberValue, (0...9).contains(digit) { return Character("\(digit)") }
        return character == "٫" ? "." : character
      })
    guard let number = Double(ascii), number.isFinite else {
      log.error(.notNumber(text), at: place, hints: [.numberBetween(range)])
      return nil
    }
    guard range.contains(number) else {
      log.error(.outOfRange(text), at: place, hints: [.numberBetween(range)])
      return nil
    }
    return number
  }

  /// Its whole number, if it is one within `range`.
  public func wholeNumber(in range: ClosedRange<Int>, log: inout DiagnosticLog) -> Int? {
    let bounds = Double(range.lowerBound)...Double(range.upperBound)
    guard let number = number(in: bounds, log: &log) else { return nil }
    guard let whole = Int(exactly: number) else {
      log.error(.notWhole(text(log: &log) ?? ""), at: place, hints: [.numberBetween(bounds)])
      return nil
    }
    return whole
  }

  /// Yes or no, as people write them.
  public func boolean(log: inout DiagnosticLog) -> Bool? {
    guard let text = text(log: &log) else { return nil }
    if let answer = YesNo.read(text) { return answer }
    log.error(
      .notChoice(text), at: place, hints: [.choices([SettingKey("yes", "نعم"), SettingKey("no", "لا")])])
    return nil
  }

  /// The meaning of its word among `choices`.
  public func choice<Meaning>(
    _ choices: [(key: SettingKey, meaning: Meaning)], log: inout DiagnosticLog
  ) -> Meaning? {
    guard let text = text(log: &log) else { return nil }
    // What differs in spelling alone, as «٠١٢٣» and `0123` do, may be a choice.
    if let found = choices.first(where: { $0.key.arabic == text || $0.key.english == text })
      ?? choices.first(where: { $0.key.matches(text) })
    {
      return found.meaning
    }
    let words = choices.flatMap { [$0.key.arabic, $0.key.english] }
    let meant = Spelling.suggestion(for: text, among: words).map(Diagnostic.Hint.didYouMean)
    log.error(.notChoice(text), at: place, hints: [meant ?? .choices(choices.map(\.key))])
    return nil
  }

  /// Its items; a single value counts as a list of one.
  public func list() -> [Setting] {
    guard case .sequence(let sequence) = node else { return [self] }
    return sequence.enumerated().map { Setting(node: $1, file: file, path: path + "/\($0 + 1)") }
  }

  /// Its items, each under the name that it gives itself by `key`, if it does.
  ///
  /// A message then says «الحقول/رقم الطلب», which its reader finds sooner than «الحقول/7».
  public func list(namedBy key: SettingKey) -> [Setting] {
    list().map { item in
      guard case .mapping(let mapping) = item.node,
        let name = mapping.first(where: { key.matches($0.key.scalar?.string ?? "") })?.value.scalar?.string,
        name.contains(where: { !$0.isWhitespace })
      else { return item }
      return Setting(node: item.node, file: file, path: path + "/" + name)
    }
  }

  /// The level below it, read through `read`; what that leaves unread is reported.
  public func section<Result>(
    log: inout DiagnosticLog, _ read: (inout SettingMap, inout DiagnosticLog) -> Result?
  ) -> Result? {
    guard case .mapping(let mapping) = node else {
      log.error(.notSection, at: place)
      return nil
    }
    var map = SettingMap(mapping, file: file, path: path)
    let result = read(&map, &log)
    map.reportUnread(log: &log)
    return result
  }

  /// Whether there are names and values below it.
  public var isSection: Bool { if case .mapping = node { true } else { false } }

  /// Whether it is a list.
  public var isList: Bool { if case .sequence = node { true } else { false } }
}

extension Diagnostic.Message {
  fileprivate static let notSingle = Self(
    "settings.not-single", arabic: "يُنتظر هنا نص واحد، لا قائمة ولا إعدادات فرعية.",
    english: "A single value is expected here, not a list or further settings.")
  fileprivate static let saysNothing = Self(
    "settings.says-nothing", arabic: "لم يُكتب لهذا الاسم شيء.",
    english: "Nothing is written for this name.")
  fileprivate static let notSection = Self(
    "settings.not-section", arabic: "يُنتظر هنا إعدادات فرعية، لكل منها اسم وقيمة.",
    english: "Further settings, each a name and a value, are expected here.")
  fileprivate static func notNumber(_ text: String) -> Self {
    Self("settings.not-number", arabic: "«\(text)» ليس عدداً.", english: "“\(text)” isn't a number.")
  }
  fileprivate static func notWhole(_ text: String) -> Self {
    Self(
      "settings.not-whole", arabic: "«\(text)» ليس عدداً صحيحاً.",
      english: "“\(text)” isn't a whole number.")
  }
  fileprivate static func outOfRange(_ text: String) -> Self {
    Self(
      "settings.out-of-range", arabic: "العدد «\(text)» خارج الحدود المقبولة لهذا الإعداد.",
      english: "\(text) is outside what this setting may be.")
  }
  fileprivate static func notChoice(_ text: String) -> Self {
    Self(
      "settings.not-choice", arabic: "«\(text)» ليس من القيم المقبولة لهذا الإعداد.",
      english: "“\(text)” isn't one of the values this setting may take.")
  }
}

extension Diagnostic.Hint {
  fileprivate static let fillOrRemove = Self(
    arabic: "اكتبوا قيمته، أو احذفوه.", english: "Write its value, or remove it.")
  fileprivate static func numberBetween(_ range: ClosedRange<Double>) -> Self {
    let (low, high) = (shown(range.lowerBound), shown(range.upperBound))
    return Self(
      arabic: "اكتبوا عدداً من \(low) إلى \(high).", english: "Write a number from \(low) to \(high).")
  }
  fileprivate static func choices(_ keys: [SettingKey]) -> Self {
    Self(
      arabic: "القيم المقبولة: \(keys.map(\.arabic).joined(separator: "، ")).",
      english: "It may be: \(keys.map(\.english).joined(separator: ", ")).")
  }
  private static func shown(_ number: Double) -> String {
    number == number.rounded() ? "\(Int(number))" : "\(number)"
  }
}
