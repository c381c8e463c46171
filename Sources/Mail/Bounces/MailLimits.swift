/// How much of a message that comes from outside is looked at: anybody can send one.
enum MailLimits {
  /// The most bytes of one message; what is beyond is not read.
  static let messageSize = 1 << 20
  /// The most header fields of one part, and the most bytes of one of them.
  static let fields = 500
  static let fieldSize = 8_192
  /// The most parts of one multipart, and how deep they may stand in one another.
  static let parts = 50
  static let depth = 4
  /// The most recipients that one report may speak of.
  static let recipients = 100
}
