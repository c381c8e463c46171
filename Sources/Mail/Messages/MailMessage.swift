public import Transfer

/// One message to one recipient: words, and one PDF.
public struct MailMessage: Hashable, Sendable {
  /// A file that goes with it.
  public struct Attachment: Hashable, Sendable {
    /// The file's name, as the recipient sees it.
    public var name: String
    /// Its media type.
    public var type: String
    /// Its content.
    public var bytes: [UInt8]

    /// An attachment; a PDF unless something else is said.
    public init(name: String, type: String = "application/pdf", bytes: [UInt8]) {
      self.name = name
      self.type = type
      self.bytes = bytes
    }
  }

  /// Its name for all time.
  public var identifier: MessageIdentifier
  /// The moment it bears.
  public var date: MessageDate
  /// Who sends it; bounces go there too.
  public var sender: MailAddress
  /// Who gets the answer, if not the sender.
  public var replyTo: MailAddress?
  /// Who receives it.
  public var recipient: MailAddress
  /// What it is about.
  public var subject: String
  /// Its words: paragraphs parted by empty lines, which the HTML form shows as paragraphs from right to left.
  public var text: String
  /// What goes with it.
  public var attachment: Attachment?

  /// A message.
  public init(
    identifier: MessageIdentifier, date: MessageDate, sender: MailAddress, replyTo: MailAddress? = nil,
    recipient: MailAddress, subject: String, text: String, attachment: Attachment? = nil
  ) {
    self.identifier = identifier
    self.date = date
    self.sender = sender
    self.replyTo = replyTo
    self.recipient = recipient
    self.subject = subject
    self.text = text
    self.attachment = attachment
  }

  /// The message for SMTP.
  public var delivery: SMTPDelivery {
    SMTPDelivery(sender: sender.address, recipients: [recipient.address], message: MIMEWriter(self).bytes)
  }
}
