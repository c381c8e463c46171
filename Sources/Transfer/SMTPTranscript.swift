/// A conversation with a mail server as it passes: which command each reply answers, and how far it got.
///
/// It keeps no command's argument, so no password and no address.
final class SMTPTranscript {
  /// How far the conversation has got.
  private(set) var phase = SMTPPhase.greeting
  /// The extensions that the server's last EHLO reply names, in capitals.
  private(set) var extensions: Set<String> = []
  /// The reply to each RCPT, in order; one recipient can have none if the connection ended before.
  private(set) var recipientReplies: [SMTPReply?] = []
  /// The reply to the message's end.
  private(set) var endReply: SMTPReply?
  /// The last reply that refused something, apart from a recipient's own.
  private(set) var refusal: SMTPReply?
  private var lines: [String] = []
  private var isClosing = false
  /// Bytes of the message that went out.
  private var sentBytes = 0
  private let messageSize: Int
  /// The most bytes at the message's end that libcurl sends without reporting them.
  private static let unreportedBytes = 4

  init(messageSize: Int) { self.messageSize = messageSize }

  func add(_ event: CurlExchange.Event) {
    switch event {
    case .command(let command): add(command: command)
    case .reply(let text):
      for line in text.split(whereSeparator: \.isNewline) { add(line: String(line)) }
    case .sent(let bytes):
      sentBytes += bytes
      // libcurl sends the end of the message itself, together with the message's last CRLF, and doesn't report it.
      // From here on it may have gone out.
      if sentBytes + Self.unreportedBytes >= messageSize { phase = .end }
    }
  }

  /// An unknown command is a line of a log-in: no text that logs in encodes to one of these verbs in Base64.
  private func add(command: String) {
    lines = []
    switch command.prefix(while: \.isLetter).uppercased() {
    case "EHLO", "HELO": begin(.greeting)
    case "STARTTLS": begin(.encryption)
    case "AUTH": begin(.login)
    case "MAIL": begin(.sender)
    case "RCPT":
      begin(.recipient)
      recipientReplies.append(nil)
    case "DATA": begin(.content)
    case "QUIT": isClosing = true
    default: break
    }
  }

  private func begin(_ next: SMTPPhase) {
    phase = next
    refusal = nil
  }

  private func add(line: String) {
    lines.append(line)
    guard line.count >= 3, line.dropFirst(3).first != "-" else {
      if lines.count > 200 { lines.removeFirst() }
      return
    }
    defer { lines = [] }
    guard let reply = SMTPReply(lines: lines), !isClosing else { return }
    switch phase {
    case .recipient: recipientReplies[recipientReplies.count - 1] = reply
    case .end: endReply = reply
    case .content where messageSize <= Self.unreportedBytes: phase = .end
    default: break
    }
    if phase == .greeting, reply.code == 250 {
      extensions = Set(lines.dropFirst().map { $0.dropFirst(4).prefix { $0 != " " }.uppercased() })
    }
    if reply.code >= 400, phase != .recipient || reply.code == 421 { refusal = reply }
  }
}
