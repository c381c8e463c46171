public import Diagnostics
import Settings

/// How long an office keeps what its registers tell of persons: the file `retention.yaml` of its folder.
///
/// Published policies differ, so there is no default: what no rule names is kept.
public struct RetentionSettings: Hashable, Sendable {
  /// The time of one class of documents.
  public struct Rule: Hashable, Sendable {
    /// The class: a template's identifier, as entries name it.
    public var documents: String
    /// Whole years from the day of entry; `nil` for permanent.
    public var years: Int?
    /// The law or policy it rests on.
    public var basis: String
  }

  /// The rules, in the file's order.
  public var rules: [Rule] = []

  /// Reads `retention.yaml`; every mistake is reported.
  public static func read(yaml: String, file: String, log: inout DiagnosticLog) -> RetentionSettings? {
    SettingsFile.read(yaml: yaml, file: file, log: &log) { map, log in
      var settings = RetentionSettings()
      let items = map.take(SettingKey("periods", "مدد الحفظ"), log: &log)?.list() ?? []
      settings.rules = items.compactMap { item in item.section(log: &log) { $0.retentionRule(log: &$1) } }
      for (index, rule) in settings.rules.enumerated()
      where settings.rules[..<index].contains(where: { $0.documents == rule.documents }) {
        log.error(.ruledTwice(rule.documents), at: items[index].place)
      }
      return settings
    }
  }
}

extension SettingMap {
  fileprivate mutating func retentionRule(log: inout DiagnosticLog) -> RetentionSettings.Rule? {
    let (documents, years) = (SettingKey("documents", "الفئة"), SettingKey("years", "السنوات"))
    let basis = SettingKey("basis", "السند")
    var isPermanent = false
    var count: Int?
    if let setting = take(years, log: &log) {
      if case let word? = setting.text(log: &log), SettingKey("permanent", "دائم").matches(word) {
        isPermanent = true
      } else {
        count = setting.wholeNumber(in: 1...100, log: &log)
        if count == nil { return nil }
      }
    }
    guard let named = text(documents, log: &log), let rests = text(basis, log: &log),
      isPermanent || count != nil
    else {
      log.error(.incompleteRule, at: place(of: documents))
      return nil
    }
    return .init(documents: named, years: count, basis: rests)
  }
}

extension Diagnostic.Message {
  fileprivate static let incompleteRule = Self(
    "themes.retention-rule-incomplete", arabic: "لا بد لكل مدة من «الفئة» و«السنوات» و«السند».",
    english: "Every period states “documents”, “years” and “basis”.")
  fileprivate static func ruledTwice(_ name: String) -> Self {
    Self(
      "themes.retention-ruled-twice", arabic: "للفئة «\u{2068}\(name)\u{2069}» مدتان.",
      english: "“\(name)” has two periods.")
  }
}
