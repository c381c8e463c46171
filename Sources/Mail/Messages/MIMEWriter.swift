import Cryptography

/// Writes a message as RFC 5322 and MIME (RFC 2045 to 2049) have it, in ASCII unless an address isn't (RFC 6532).
///
/// The same message always gives the same bytes. Bodies are in Base64 or quoted-printable, in which `=_` can't occur:
/// so no boundary, all of which begin with it, is ever found in a body.
struct MIMEWriter {
  private let message: MailMessage

  init(_ message: MailMessage) { self.message = message }

  /// The whole message, lines ended by CR LF.
  var bytes: [UInt8] {
    var head =
      HeaderText.field("Date", [.plain(message.date.text)])
      + HeaderText.field("From", message.sender.words)
    if let replyTo = message.replyTo { head += HeaderText.field("Reply-To", replyTo.words) }
    head +=
      HeaderText.field("To", message.recipient.words)
      + HeaderText.field("Subject", HeaderText.unstructured(message.subject))
      + HeaderText.field("Message-ID", [.plain("<\(message.identifier.text)>")])
      // Asks for no answers from machines (RFC 3834, 5).
      + HeaderText.field("Auto-Submitted", [.plain("auto-generated")])
      + HeaderText.field("MIME-Version", [.plain("1.0")])
    let alternatives = multipart(
      "alternative",
      [
        leaf(type: "text/plain; charset=utf-8", text: plainText),
        leaf(
          type: "text/html; charset=utf-8", text: HTMLBody(subject: message.subject, text: plainText).text),
      ])
    guard let attachment = message.attachment else { return Array(head.utf8) + alternatives }
    return Array(head.utf8) + multipart("mixed", [alternatives, part(attachment)])
  }

  /// The words with LF line ends and without other control characters.
  private var plainText: String {
    let lines = message.text.split(omittingEmptySubsequences: false) { $0.isNewline }
    return lines.map {
      String($0.unicodeScalars.filter { $0 == "\t" || $0.properties.generalCategory != .control })
    }
    .joined(separator: "\n")
  }

  /// A part of words, in the encoding that takes less room.
  private func leaf(type: String, text: String) -> [UInt8] {
    let (base64, quoted) = (Base64.lines(Array(text.utf8)), QuotedPrintable.lines(text))
    let isQuoted = quoted.count <= base64.count
    let head =
      HeaderText.field("Content-Type", [.plain(type)])
      + HeaderText.field("Content-Language", [.plain("ar")])
      + HeaderText.field("Content-Transfer-Encoding", [.plain(isQuoted ? "quoted-printable" : "base64")])
    return Array((head + "\r\n").utf8) + (isQuoted ? quoted : base64)
  }

  private func part(_ attachment: MailMessage.Attachment) -> [UInt8] {
    // The name is data: it can't name a folder.
    var name = String.UnicodeScalarView()
    name.append(
      contentsOf: attachment.name.unicodeScalars.map { "/\\:".unicodeScalars.contains($0) ? "-" : $0 })
    let head =
      HeaderText.field(
        "Content-Type",
        [.plain(Self.isMediaType(attachment.type) ? attachment.type : "application/octet-stream")])
      + HeaderText.field(
        "Content-Disposition",
        [.plain("attachment;")] + HeaderParameter(name: "filename", value: String(name)).words)
      + HeaderText.field("Content-Transfer-Encoding", [.plain("base64")])
    return Array((head + "\r\n").utf8) + Base64.lines(attachment.bytes)
  }

  private static func isMediaType(_ text: String) -> Bool {
    text.utf8.count <= 70 && text.wholeMatch(of: #/[A-Za-z0-9.+-]+\/[A-Za-z0-9.+-]+/#) != nil
  }

  private func multipart(_ kind: String, _ parts: [[UInt8]]) -> [UInt8] {
    let digest = SHA256Digest(of: Array("\(kind) \(message.identifier.text)".utf8)).description.prefix(32)
    let boundary = "=_\(digest)"
    let type: [HeaderWord] = [.plain("multipart/\(kind);"), .plain("boundary=\"\(boundary)\"")]
    var bytes = Array((HeaderText.field("Content-Type", type) + "\r\n").utf8)
    for part in parts { bytes += Array("--\(boundary)\r\n".utf8) + part + [0x0D, 0x0A] }
    return bytes + Array("--\(boundary)--\r\n".utf8)
  }
}
