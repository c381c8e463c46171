import Foundation
import GRDB

/// Why the register couldn't be read or written: the machine's failures, never a user's mistake.
///
/// Whatever it is, the transaction that failed has left nothing behind.
public enum RegisterError: Error, Hashable, CustomStringConvertible {
  /// The file can't be opened.
  case unopenable(path: String, reason: String)
  /// Another program held the register for longer than was waited.
  case busy(path: String)
  /// The disk is full.
  case full(path: String)
  /// The file isn't a register, or is damaged.
  case damaged(path: String, reason: String)
  /// The file has nothing in it.
  case empty(path: String)
  /// The file is another program's database.
  case foreign(path: String)
  /// The file or its folder can't be written.
  case readOnly(path: String)
  /// Names in the register are encrypted, and no key was given.
  case keyNeeded(path: String)
  /// Names in the register are encrypted with another key.
  case wrongKey(path: String)
  /// The register was written by a newer version of the program.
  case newer(path: String)
  /// Another failure of the database's.
  case failed(path: String, reason: String)

  /// What the database's error means for the register at `path`.
  init(_ error: any Error, path: String) {
    switch error {
    case let error as RegisterError: self = error
    case let error as DatabaseError:
      let reason = error.message ?? "code \(error.resultCode.rawValue)"
      switch error.resultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
      case .SQLITE_FULL: self = .full(path: path)
      // The journal's index, a file beside the register, has no room.
      case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_SHMSIZE: self = .full(path: path)
      case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .damaged(path: path, reason: reason)
      case .SQLITE_READONLY, .SQLITE_PERM: self = .readOnly(path: path)
      case .SQLITE_CANTOPEN: self = .unopenable(path: path, reason: reason)
      default: self = .failed(path: path, reason: reason)
      }
    default: self = .failed(path: path, reason: error.localizedDescription)
    }
  }

  /// The same failure of the file that was given, where its copy was worked on.
  func naming(_ path: String) -> Self {
    switch self {
    case .unopenable(_, let reason): .unopenable(path: path, reason: reason)
    case .busy: .busy(path: path)
    case .full: .full(path: path)
    case .damaged(_, let reason): .damaged(path: path, reason: reason)
    case .empty: .empty(path: path)
    case .foreign: .foreign(path: path)
    case .readOnly: .readOnly(path: path)
    case .keyNeeded: .keyNeeded(path: path)
    case .wrongKey: .wrongKey(path: path)
    case .newer: .newer(path: path)
    case .failed(_, let reason): .failed(path: path, reason: reason)
    }
  }

  /// The failure in English.
  public var description: String {
    switch self {
    case .unopenable(let path, let reason): "cannot open the register \(path): \(reason)"
    case .busy(let path): "the register \(path) is held by another program; try again"
    case .full(let path): "the disk of the register \(path) is full; nothing of the last step was kept"
    case .damaged(let path, let reason):
      "the file \(path) is damaged or is no register (\(reason)); restore the last backup"
    case .empty(let path): "the file \(path) is empty and is no register; restore the last backup"
    case .foreign(let path): "the file \(path) is another program's database and no register"
    case .readOnly(let path): "the register \(path) can't be written to"
    case .keyNeeded(let path): "the register \(path) is encrypted; give its key"
    case .wrongKey(let path): "the key isn't the one the register \(path) is encrypted with"
    case .newer(let path): "the register \(path) was written by a newer version of khitab"
    case .failed(let path, let reason): "the register \(path) failed: \(reason)"
    }
  }

  /// The failure in Arabic.
  public var arabicDescription: String {
    func quoted(_ text: String) -> String { "\u{2068}\(text)\u{2069}" }
    return switch self {
    case .unopenable(let path, let reason): "تعذّر فتح السجل \(quoted(path)): \(quoted(reason))"
    case .busy(let path): "السجل \(quoted(path)) مشغول ببرنامج آخر؛ أعد المحاولة"
    case .full(let path): "امتلأ القرص الذي فيه السجل \(quoted(path))، ولم يُحفظ شيء من الخطوة الأخيرة"
    case .damaged(let path, let reason):
      "الملف \(quoted(path)) تالف أو ليس سجلاً (\(quoted(reason)))؛ استعد آخر نسخة احتياطية"
    case .empty(let path): "الملف \(quoted(path)) فارغ وليس سجلاً؛ استعد آخر نسخة احتياطية"
    case .foreign(let path): "الملف \(quoted(path)) قاعدة بيانات لبرنامج آخر وليس سجلاً"
    case .readOnly(let path): "لا تُتاح الكتابة في السجل \(quoted(path))"
    case .keyNeeded(let path): "السجل \(quoted(path)) معمّى؛ أعطِ مفتاحه"
    case .wrongKey(let path): "هذا المفتاح ليس مفتاح السجل \(quoted(path))"
    case .newer(let path): "السجل \(quoted(path)) كتبه إصدار أحدث من خطاب"
    case .failed(let path, let reason): "تعذّر العمل على السجل \(quoted(path)): \(quoted(reason))"
    }
  }
}
