import Diagnostics
import Settings
public import Templates
public import Values

/// How an office keeps its registers: years, printed numbers, file names, roles.
public struct RegistrySettings: Hashable, Sendable {
  /// The calendar whose year the numbers begin again with.
  public var calendar: CalendarOfRecord = .ummAlQura
  /// The printed form of the numbers of each series.
  public var patterns: [TemplateSettings.Series: NumberPattern] = [:]
  /// The printed form of the numbers of incoming letters.
  public var incomingPattern: NumberPattern?
  /// What the names of letters' files begin with: `SANA-OUT-1448-000125.pdf`.
  public var filePrefix: String?
  /// The page on which a code is checked; the code follows it.
  public var verificationPage: String?
  /// Who may prepare letters; anybody, if the office names nobody.
  public var preparers: [String] = []
  /// Who may check them.
  public var reviewers: [String] = []
  /// Who may approve them.
  public var approvers: [String] = []
  /// Whether a template has to be approved before letters are issued from it.
  public var approvesTemplates = false
  /// Whether a letter that goes out has to be prepared and approved, with the word recorded, before it gets its number.
  public var approvesLetters = false
  /// Whether what a letter states rides along in its file, for programs.
  public var attachesData = false

  /// The toolkit's defaults.
  public init() {}
}

extension OfficeProfile {
  /// Reads how the office keeps its registers.
  mutating func readRegistry(_ map: inout SettingMap, log: inout DiagnosticLog) {
    registry =
      map.section(SettingKey("registers", "السجلات"), log: &log) { $0.registry(log: &$1) } ?? registry
  }
}

extension SettingMap {
  fileprivate mutating func registry(log: inout DiagnosticLog) -> RegistrySettings {
    var settings = RegistrySettings()
    let calendars: [(key: SettingKey, meaning: CalendarOfRecord)] = [
      (SettingKey("hijri", "هجري"), .ummAlQura), (SettingKey("gregorian", "ميلادي"), .gregorian),
    ]
    settings.calendar =
      choice(SettingKey("calendar", "التقويم"), calendars, log: &log) ?? settings.calendar
    let series: [(SettingKey, TemplateSettings.Series)] = [
      (SettingKey("outgoing", "الصادر"), .outgoing), (SettingKey("internal", "الداخلي"), .internal),
      (SettingKey("requests", "الطلبات"), .requests),
    ]
    for (key, series) in series { settings.patterns[series] = pattern(key, log: &log) }
    settings.incomingPattern = pattern(SettingKey("incoming", "الوارد"), log: &log)
    let prefix = SettingKey("file prefix", "بادئة الملفات")
    settings.filePrefix = text(prefix, log: &log)
    if let text = settings.filePrefix, !text.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) {
      log.error(.notAPrefix(text), at: place(of: prefix))
      settings.filePrefix = nil
    }
    settings.verificationPage = page(SettingKey("verification page", "صفحة التحقق"), log: &log)
    settings.preparers = texts(SettingKey("preparers", "المعدون"), log: &log) ?? []
    settings.reviewers = texts(SettingKey("reviewers", "المراجعون"), log: &log) ?? []
    settings.approvers = texts(SettingKey("approvers", "المعتمدون"), log: &log) ?? []
    settings.approvesTemplates =
      boolean(SettingKey("approve templates", "اعتماد القوالب"), log: &log) ?? false
    settings.approvesLetters = boolean(SettingKey("approve letters", "اعتماد الخطابات"), log: &log) ?? false
    settings.attachesData = boolean(SettingKey("attach data", "إرفاق البيانات"), log: &log) ?? false
    return settings
  }

  /// A page that whoever holds a letter opens.
  private mutating func page(_ key: SettingKey, log: inout DiagnosticLog) -> String? {
    guard let text = text(key, log: &log) else { return nil }
    guard WebAddress.isSecurePage(text) else {
      log.error(.notAPage(text), at: place(of: key), hints: [.page])
      return nil
    }
    return text
  }

  private mutating func pattern(_ key: SettingKey, log: inout DiagnosticLog) -> NumberPattern? {
    guard let text = text(key, log: &log) else { return nil }
    guard let pattern = NumberPattern(text) else {
      log.error(.notAPattern(text), at: place(of: key), hints: [.pattern])
      return nil
    }
    return pattern
  }
}

extension Diagnostic.Message {
  fileprivate static func notAPattern(_ text: String) -> Self {
    Self(
      "themes.not-a-number-pattern", arabic: "«\u{2068}\(text)\u{2069}» ليس صورة لأرقام السجل.",
      english: "“\(text)” isn't a form of a register's numbers.")
  }
  fileprivate static func notAPrefix(_ text: String) -> Self {
    Self(
      "themes.not-a-file-prefix",
      arabic: "بادئة الملفات «\u{2068}\(text)\u{2069}» تكون حروفاً لاتينية وأرقاماً فقط.",
      english: "The file prefix “\(text)” may hold Latin letters and digits only.")
  }
  fileprivate static func notAPage(_ text: String) -> Self {
    Self(
      "themes.not-a-page", arabic: "«\u{2068}\(text)\u{2069}» ليس عنوان صفحة تُفتح باتصال آمن.",
      english: "“\(text)” isn't the address of a page that opens over a secure connection.")
  }
}

extension Diagnostic.Hint {
  fileprivate static let page = Self(
    arabic: "اكتبوه بأحرف لاتينية من https:// إلى ما يأتي بعده الرمز، مثل https://example.org/v/",
    english:
      "Write it in Latin letters from https:// to where the code follows, such as https://example.org/v/")
  fileprivate static let pattern = Self(
    arabic: "اكتبها بلا مسافات وفيها {السنة} و{الرقم} مرة لكل منهما، مثل {السنة}/{الرقم}",
    english: "Write it without spaces, with {year} and {number} once each, such as {year}/{number}")
}
