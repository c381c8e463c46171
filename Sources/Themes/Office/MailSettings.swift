public import Diagnostics
import Settings

/// How an office sends its letters by e-mail: the file `mail.yaml` of its folder.
///
/// It is apart from `office.yaml`, because no letter depends on it: a new server changes no letter.
public struct MailSettings: Hashable, Sendable {
  /// How the connection is encrypted.
  public enum Encryption: String, Hashable, Sendable {
    /// TLS from the first byte.
    case implicit
    /// STARTTLS, or nothing is sent.
    case required
    /// STARTTLS where the server offers it.
    case opportunistic
  }

  /// The mail server's name.
  public var server: String
  /// Its port; by default the encryption's own.
  public var port: Int?
  /// How the connection is encrypted.
  public var encryption: Encryption = .required
  /// Who logs in; nobody, if it isn't said.
  public var user: String?
  /// Where the password is read from: `env:NAME` or `fd:NUMBER`, never the password itself.
  public var password: String?
  /// A PEM file of the authorities that are trusted in place of the system's, beside the settings file.
  public var authorities: String?
  /// What the office's machine calls itself.
  public var clientName: String?
  /// The address that letters come from; the office's own by default.
  public var sender: String?
  /// The address for answers, if another.
  public var replyTo: String?
  /// How many messages go out in a minute at most.
  public var perMinute = 30
  /// Whether who has never agreed to be written to by e-mail isn't.
  public var needsConsent = false

  /// Reads `mail.yaml`; every mistake is reported, and `nil` returned if no server is named.
  public static func read(yaml: String, file: String, log: inout DiagnosticLog) -> MailSettings? {
    SettingsFile.read(yaml: yaml, file: file, log: &log) { $0.mailSettings(log: &$1) }
  }
}

extension SettingMap {
  fileprivate mutating func mailSettings(log: inout DiagnosticLog) -> MailSettings? {
    let key = SettingKey("server", "الخادم")
    let server = text(key, log: &log)
    if server == nil { log.error(.noServer, at: place(of: key)) }
    var settings = MailSettings(server: server ?? "")
    settings.port = wholeNumber(SettingKey("port", "المنفذ"), in: 1...65_535, log: &log)
    let encryptions: [(key: SettingKey, meaning: MailSettings.Encryption)] = [
      (SettingKey("tls", "من البداية"), .implicit), (SettingKey("starttls", "لازمة"), .required),
      (SettingKey("if offered", "إن أمكنت"), .opportunistic),
    ]
    settings.encryption = choice(SettingKey("encryption", "التعمية"), encryptions, log: &log) ?? .required
    settings.user = text(SettingKey("user", "المستخدم"), log: &log)
    settings.password = password(log: &log)
    settings.authorities = text(SettingKey("authorities", "جهات التوثيق"), log: &log)
    settings.clientName = text(SettingKey("client name", "اسم الجهاز"), log: &log)
    settings.sender = text(SettingKey("sender", "المرسل"), log: &log)
    settings.replyTo = text(SettingKey("reply to", "الرد إلى"), log: &log)
    settings.perMinute =
      wholeNumber(SettingKey("per minute", "في الدقيقة"), in: 1...6_000, log: &log) ?? settings.perMinute
    settings.needsConsent =
      boolean(SettingKey("consent needed", "تلزم الموافقة"), log: &log) ?? settings.needsConsent
    return server == nil ? nil : settings
  }

  /// The place of the password; a password itself in the file is refused, and not shown.
  private mutating func password(log: inout DiagnosticLog) -> String? {
    let key = SettingKey("password", "كلمة المرور")
    guard let text = text(key, log: &log) else { return nil }
    guard text.hasPrefix("env:") || text.hasPrefix("fd:") else {
      log.error(.passwordInFile, at: place(of: key), hints: [.namePlace])
      return nil
    }
    return text
  }
}

extension Diagnostic.Message {
  fileprivate static let noServer = Self(
    "themes.mail-no-server", arabic: "لا بد من ذكر «الخادم» في ملف البريد.",
    english: "The mail file must state “server”.")
  fileprivate static let passwordInFile = Self(
    "themes.mail-password-in-file", arabic: "لا تُكتب كلمة المرور في ملف، فغيركم يقرؤه.",
    english: "A password isn't written into a file, which others can read.")
}

extension Diagnostic.Hint {
  fileprivate static let namePlace = Self(
    arabic: "اكتبوا مكانها: env:NAME لمتغير من متغيرات البيئة.",
    english: "Write where it is: env:NAME for an environment variable.")
}
