/// Why nothing, or no whole answer, came over the network: the machine's failure, with libcurl's own reason.
///
/// No case holds a password, a header's value or the body of what was sent.
public enum TransferError: Error, Hashable, Sendable {
  /// The address isn't one of a scheme that is allowed, or a header holds a control character.
  case malformed(reason: String)
  /// The name of the host has no address.
  case unresolved(host: String, reason: String)
  /// No connection, or it was lost.
  case connection(reason: String)
  /// The time given was over.
  case timedOut(reason: String)
  /// TLS failed before the certificate was looked at, or isn't offered where it is required.
  case encryption(reason: String)
  /// The other side's certificate isn't trusted, or isn't for this name, or isn't valid now.
  case certificate(reason: String)
  /// A file of certificates can't be read.
  case trustUnreadable(path: String)
  /// The answer is larger than was allowed, in bytes.
  case tooLarge(limit: Int)
  /// The answer points elsewhere more often than was allowed.
  case tooManyRedirects(limit: Int)
  /// The other side refuses user name and password, or offers no way to say them that we know.
  case loginRefused(reason: String)
  /// Anything else that libcurl says, under its number.
  case failed(code: Int, reason: String)

  /// Whether the same attempt may succeed later without anybody changing a setting.
  public var isTemporary: Bool {
    switch self {
    case .unresolved, .connection, .timedOut: true
    case .malformed, .encryption, .certificate, .trustUnreadable, .tooLarge, .tooManyRedirects, .loginRefused,
      .failed:
      false
    }
  }
}

extension TransferError: CustomStringConvertible {
  /// The failure in English, for a log.
  public var description: String {
    switch self {
    case .malformed(let reason): "the request is malformed: \(reason)"
    case .unresolved(let host, let reason): "the host \(host) isn't known: \(reason)"
    case .connection(let reason): "no connection: \(reason)"
    case .timedOut(let reason): "the time was over: \(reason)"
    case .encryption(let reason): "no encrypted connection: \(reason)"
    case .certificate(let reason): "the certificate isn't trusted: \(reason)"
    case .trustUnreadable(let path): "the certificates in \(path) can't be read"
    case .tooLarge(let limit): "the answer is larger than \(limit) bytes"
    case .tooManyRedirects(let limit): "the answer points elsewhere more than \(limit) times"
    case .loginRefused(let reason): "user name or password refused: \(reason)"
    case .failed(let code, let reason): "\(reason) (libcurl \(code))"
    }
  }

  /// The failure in Arabic, with the library's own reason as it is.
  public var arabicDescription: String {
    switch self {
    case .malformed(let reason): "الطلب غير سليم: \(isolated(reason))"
    case .unresolved(let host, let reason): "اسم الخادم \(isolated(host)) غير معروف: \(isolated(reason))"
    case .connection(let reason): "تعذّر الاتصال أو انقطع: \(isolated(reason))"
    case .timedOut(let reason): "انتهت المهلة: \(isolated(reason))"
    case .encryption(let reason): "تعذّر الاتصال المشفّر: \(isolated(reason))"
    case .certificate(let reason): "شهادة الخادم غير موثوقة: \(isolated(reason))"
    case .trustUnreadable(let path): "تعذّرت قراءة ملف الشهادات \(isolated(path))"
    case .tooLarge(let limit): "الرد أكبر من الحد المسموح به، وهو \(limit) بايت"
    case .tooManyRedirects(let limit): "تجاوزت الإحالة إلى عناوين أخرى الحد، وهو \(limit)"
    case .loginRefused(let reason): "رفض الخادم اسم المستخدم أو كلمة المرور: \(isolated(reason))"
    case .failed(let code, let reason): "تعذّر النقل: \(isolated("\(reason) (libcurl \(code))"))"
    }
  }

  private func isolated(_ text: String) -> String { "\u{2068}\(text)\u{2069}" }
}
