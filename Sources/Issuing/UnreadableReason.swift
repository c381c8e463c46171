import Foundation

/// Why a file can't be read: in words of ours where it happens to users.
public enum UnreadableReason: Hashable, Sendable {
  case missing, folder, notPermitted
  /// It is larger than ``InputFile/sizeLimit``.
  case tooLarge
  /// Another reason, in the system's words.
  case other(String)

  /// The reason of a failure to read.
  public init(of error: any Error) {
    self =
      switch (error as? CocoaError)?.code {
      case .fileNoSuchFile?, .fileReadNoSuchFile?: .missing
      case .fileReadNoPermission?: .notPermitted
      default: .other(error.localizedDescription)
      }
  }

  /// The reason in English.
  public var english: String {
    switch self {
    case .missing: "there is no such file"
    case .folder: "it is a folder"
    case .notPermitted: "permission denied"
    case .tooLarge: "larger than \(InputFile.sizeLimit >> 20) MiB"
    case .other(let words): words
    }
  }

  /// The reason in Arabic.
  public var arabic: String {
    switch self {
    case .missing: "لا يوجد ملف بهذا الاسم"
    case .folder: "هو مجلد لا ملف"
    case .notPermitted: "لا تأذن صلاحياته بقراءته"
    case .tooLarge: "هو أكبر من \(InputFile.sizeLimit >> 20) ميغابايت"
    case .other(let words): words
    }
  }
}
