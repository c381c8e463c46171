public import Transfer

/// Why something wasn't printed, or isn't known to have been.
public enum PrinterError: Error, Hashable, Sendable {
  /// The address isn't `ipp://host/path` or `ipps://host/path`.
  case malformedAddress(String)
  /// The printer can't be reached; nothing was printed.
  case unreachable(TransferError)
  /// The document was sent and no answer came: it may be printed.
  case unknown(TransferError)
  /// The printer says no, under its status (RFC 8011, appendix B).
  case refused(status: Int, reason: String)
  /// The printer doesn't print what is asked: PDF, or on both sides.
  case unsupported(attribute: String, asked: String)
  /// What answers isn't a printer.
  case notAPrinter
}

extension PrinterError: CustomStringConvertible {
  /// The failure in English, for a log.
  public var description: String {
    switch self {
    case .malformedAddress(let address): "\(address) isn't a printer's address: ipp://host/path"
    case .unreachable(let error): "the printer can't be reached, and nothing was printed: \(error)"
    case .unknown(let error):
      "the printer gave no answer; look whether it prints before you print again: \(error)"
    case .refused(let status, let reason):
      "the printer refuses, status \(String(status, radix: 16)): \(reason)"
    case .unsupported(let attribute, let asked): "the printer doesn't know \(asked) (\(attribute))"
    case .notAPrinter: "what answers at this address isn't a printer"
    }
  }

  /// The failure in Arabic.
  public var arabicDescription: String {
    switch self {
    case .malformedAddress(let address):
      "\u{2068}\(address)\u{2069} ليس عنوان طابعة؛ يُكتب هكذا: \u{2066}ipp://host/path\u{2069}"
    case .unreachable(let error): "تعذّر الوصول إلى الطابعة ولم يُطبع شيء: \(error.arabicDescription)"
    case .unknown(let error):
      "لم ترد الطابعة؛ انظروا هل طبعت قبل أن تطبعوا مرة أخرى: \(error.arabicDescription)"
    case .refused(let status, let reason):
      "رفضت الطابعة الطلب، رمز الرفض \u{2066}\(String(status, radix: 16))\u{2069}: \u{2068}\(reason)\u{2069}"
    case .unsupported(let attribute, let asked):
      "لا تقبل الطابعة \u{2066}\(asked)\u{2069} (\u{2066}\(attribute)\u{2069})"
    case .notAPrinter: "ما يجيب في هذا العنوان ليس طابعة"
    }
  }
}
