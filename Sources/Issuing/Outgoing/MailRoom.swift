public import Diagnostics
import Foundation
import Mail
public import Register
public import Themes
public import Transfer
import Values

/// What an office needs to send its issued letters by e-mail: the register, the letters, and who writes.
public struct MailRoom: Sendable {
  /// Where the outbox is.
  public let register: Register
  /// Where the letters are.
  public let archive: LetterArchive
  /// How the office sends.
  public let settings: MailSettings
  let folder: String
  let association: String
  let sender: MailAddress
  let replyTo: MailAddress?
  let verificationPage: String?
  let style: HouseStyle

  /// The mail room of the office in `folder`; nothing, with all the reasons in `log`, if its settings don't do.
  public init?(
    folder: String, profile: OfficeProfile?, register: Register, archive: LetterArchive,
    log: inout DiagnosticLog
  ) throws(IssuingError) {
    let file = folder + "/mail.yaml"
    guard FileManager.default.fileExists(atPath: file) else {
      log.error(.noMailFile(file), hints: [.writeMailFile])
      return nil
    }
    let settings = try InputFile.text(file, log: &log).flatMap {
      MailSettings.read(yaml: $0, file: file, log: &log)
    }
    guard let settings else { return nil }
    var office: String?
    if case .identifier(let identifier)? = profile?.values["بريد الجمعية"] { office = identifier.stored }
    let address = settings.sender ?? office
    if address == nil { log.error(.noSender, at: .file(file)) }
    let sender = address.flatMap { Self.address($0, file: file, log: &log) }
    let replyTo = settings.replyTo.flatMap { Self.address($0, file: file, log: &log) }
    guard let sender, !log.hasErrors else { return nil }
    if case .name(let name)? = profile?.values["اسم الجمعية"] { association = name } else { association = "" }
    self.settings = settings
    self.folder = folder
    self.register = register
    self.archive = archive
    self.sender = MailAddress(sender, name: association.isEmpty ? nil : association)
    self.replyTo = replyTo.map { MailAddress($0) }
    verificationPage = profile?.registry.verificationPage
    style = profile?.style ?? HouseStyle()
  }

  private static func address(_ text: String, file: String, log: inout DiagnosticLog) -> EnvelopeAddress? {
    let address = EnvelopeAddress(text)
    if address == nil { log.error(.notAnAddress(text), at: .file(file)) }
    return address
  }

  /// How the mail server is reached; nothing if its password isn't where it should be.
  ///
  /// A descriptor can be read once only, so this is asked once.
  public func server(patience: Int?, log: inout DiagnosticLog) -> SMTPServer? {
    var server = SMTPServer(host: settings.server, port: settings.port, encryption: encryption)
    if let authorities = settings.authorities {
      server.trust = .file(authorities.hasPrefix("/") ? authorities : "\(folder)/\(authorities)")
    }
    if let name = settings.clientName { server.clientName = name }
    if let patience { server.replyTimeout = .seconds(patience) }
    guard let user = settings.user else { return server }
    guard let password = settings.password.flatMap(SecretSource.init)?.read() else {
      log.error(
        .noPassword(settings.password ?? ""), at: .file(folder + "/mail.yaml"), hints: [.givePassword])
      return nil
    }
    server.credentials = .init(user: user, password: password)
    return server
  }

  private var encryption: SMTPServer.Encryption {
    switch settings.encryption {
    case .implicit: .implicit
    case .required: .required
    case .opportunistic: .opportunistic
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func noMailFile(_ path: String) -> Self {
    Self(
      "issuing.no-mail-file", arabic: "ليس في مجلد المكتب ملف البريد \u{2068}\(path)\u{2069}",
      english: "The office's folder has no mail file \(path)")
  }
  fileprivate static let noSender = Self(
    "issuing.mail-no-sender", arabic: "لم يُذكر عنوان «المرسل»، وليس في ملف الجمعية بريد إلكتروني",
    english: "No “sender” is given, and the office's file has no e-mail address")
  fileprivate static func notAnAddress(_ text: String) -> Self {
    Self(
      "issuing.mail-not-an-address", arabic: "«\u{2068}\(text)\u{2069}» ليس عنوان بريد إلكتروني",
      english: "“\(text)” isn't an e-mail address")
  }
  fileprivate static func noPassword(_ place: String) -> Self {
    Self(
      "issuing.mail-no-password", arabic: "لا توجد كلمة مرور خادم البريد في \u{2068}\(place)\u{2069}",
      english: "The mail server's password isn't in \(place)")
  }
}

extension Diagnostic.Hint {
  fileprivate static let writeMailFile = Self(
    arabic: "اكتب فيه الخادم والمستخدم ومكان كلمة المرور؛ انظر Docs/Mail.md",
    english: "Write the server, user and the password's place into it; see Docs/Mail.md")
  fileprivate static let givePassword = Self(
    arabic: "ضع كلمة المرور في متغير البيئة الذي يسميه ملف البريد",
    english: "Put it into the environment variable that the mail file names")
}
