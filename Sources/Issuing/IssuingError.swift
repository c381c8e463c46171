public import Records

/// Why the machine couldn't do what it was asked: never a mistake in a record or template.
public enum IssuingError: Error, Hashable, CustomStringConvertible {
  /// A file can't be read.
  case unreadable(path: String, reason: UnreadableReason)
  /// A file can't be written.
  case unwritable(path: String, reason: String)
  /// There is a letter in the archive under a number that the register hasn't given yet.
  case numberUsed(number: String, path: String)
  /// What stands where a file should be written is a device, a pipe or a database, and isn't replaced by it.
  case irreplaceable(path: String)
  /// The toolkit's own folders, Fonts and Templates, aren't where it looks for them.
  case notInstalled(lookedIn: [String])
  /// A file of records can't be read at all.
  case records(RecordError)
  /// Fonts or drawing failed for a reason of their library's.
  case failed(String)

  /// The failure in English, for a log.
  public var description: String {
    switch self {
    case .unreadable(let path, let reason): "cannot read \(path): \(reason.english)"
    case .unwritable(let path, let reason): "cannot write \(path): \(reason)"
    case .numberUsed(let number, let path):
      "the register gives the number \(number) now, but a letter with it is in the archive already: the register was restored from a backup older than that letter, or the file was put there; nothing was issued; restore a newer backup, or move \(path) to another folder"
    case .irreplaceable(let path):
      "cannot write \(path): there is a device or a database, which a file doesn't replace"
    case .notInstalled(let folders): "no Fonts and Templates folders in \(folders.joined(separator: ", "))"
    case .records(let error): error.description
    case .failed(let reason): reason
    }
  }

  /// The failure in Arabic.
  public var arabicDescription: String {
    switch self {
    case .unreadable(let path, let reason):
      "تعذّرت قراءة الملف \u{2068}\(path)\u{2069}: \u{2068}\(reason.arabic)\u{2069}"
    case .unwritable(let path, let reason):
      "تعذّرت كتابة الملف \u{2068}\(path)\u{2069}: \u{2068}\(reason)\u{2069}"
    case .numberUsed(let number, let path):
      "يعطي السجل الآن الرقم \u{2066}\(number)\u{2069} وفي الأرشيف خطاب به: استُعيد السجل من نسخة أقدم من ذلك الخطاب، أو وُضع الملف هناك؛ لم يصدر شيء؛ استعد نسخة أحدث، أو انقل \u{2068}\(path)\u{2069} إلى مجلد آخر"
    case .irreplaceable(let path):
      "تعذّرت كتابة الملف \u{2068}\(path)\u{2069}: في موضعه جهاز أو قاعدة بيانات، ولا يحل ملف محلهما"
    case .notInstalled(let folders):
      "لم يُعثر على مجلدي Fonts وTemplates في: \u{2068}\(folders.joined(separator: ", "))\u{2069}"
    case .records(let error): error.arabicDescription
    case .failed(let reason): "تعذّر إتمام العمل: \u{2068}\(reason)\u{2069}"
    }
  }
}
