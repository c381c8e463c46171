public import Mail

/// What the program itself enters as the reason of a delivery, in the user's words; a server's or a person's stay theirs.
public enum DeliveryWords {
  /// A sheet of short messages went to the provider.
  static let handedOver = "handed to the provider as a sheet"
  /// Nobody knows whether a message went out.
  static let ended = "the program ended while the message was being sent"

  /// An entered reason in Arabic.
  public static func arabic(_ reason: String, channel: String) -> String {
    switch reason {
    case handedOver: "سُلّمت إلى مزوّد الخدمة في ملف"
    case ended: "انتهى البرنامج والرسالة قيد الإرسال"
    default: PreparedMail.Reason(rawValue: reason).map { arabic($0, channel: channel) } ?? reason
    }
  }

  /// Why a message was withheld, in Arabic.
  public static func arabic(_ reason: PreparedMail.Reason, channel: String) -> String {
    guard channel == ShortMessages.channel else { return reason.arabic }
    return switch reason {
    case .noConsent: "لم يوافق المستلم على الرسائل النصية"
    case .noAddress: "لا يوجد رقم جوال للمستلم"
    case .badAddress: "رقم جوال المستلم غير صحيح"
    case .documentMissing, .documentChanged, .voided: reason.arabic
    }
  }
}
