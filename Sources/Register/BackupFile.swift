import Diagnostics
import Foundation

/// The file of a backup, and what it may replace or become.
struct BackupFile {
  /// The file's path.
  var path: String

  /// Where the copy is made that then takes the file's name.
  var partial: String { path + ".partial" }

  /// Whether a backup of the register at `register` may be written here: over nothing, or over an older backup.
  func mayReplace(registerAt register: String, log: inout DiagnosticLog) -> Bool {
    let place = SourceLocation.file(path)
    if Self.isOne(of: register, path) || Self.isOne(of: register, partial) {
      log.error(.backupOverRegister(path), at: place, hints: [.anotherName])
      return false
    }
    if !Self.isBackupOrNothing(path) {
      log.error(.backupOverOther(path), at: place, hints: [.anotherName])
      return false
    }
    return true
  }

  /// Whether this backup may take the place of the register at `register`.
  func mayBecome(registerAt register: String, log: inout DiagnosticLog) -> Bool {
    if Self.isOne(of: register, path) {
      log.error(.restoreOfRegister(path), at: .file(path), hints: [.giveBackup])
      return false
    }
    if !Self.isRegularFile(path) {
      log.error(.noBackup(path), at: .file(path), hints: [.giveBackup])
      return false
    }
    return true
  }

  /// Whether `path` is the register's file or one of its journals, by whatever name or link.
  private static func isOne(of register: String, _ path: String) -> Bool {
    let (own, name) = (FileIdentity(path), resolved(path))
    return ["", "-wal", "-shm", "-journal"].contains { suffix in
      let file = register + suffix
      // A journal that isn't there at this moment may be at the next.
      return name == resolved(file) || (own != nil && own == FileIdentity(file))
    }
  }

  private static func resolved(_ path: String) -> String {
    let file = URL(filePath: path).standardizedFileURL
    let folder = file.deletingLastPathComponent().resolvingSymlinksInPath()
    return folder.appending(path: file.lastPathComponent).path
  }

  /// Whether nothing would be lost but a database: a file of another kind was hardly meant.
  private static func isBackupOrNothing(_ path: String) -> Bool {
    guard FileManager.default.fileExists(atPath: path) else { return true }
    // A device reads as an empty file, and would be renamed over.
    guard isRegularFile(path) else { return false }
    // A folder can't be read.
    let file = FileHandle(forReadingAtPath: path)
    guard let file, let start = try? file.read(upToCount: 16) ?? Data() else { return false }
    return start.isEmpty || start == Data("SQLite format 3\0".utf8)
  }

  /// Whether `path` leads to a file, and to no folder, device or pipe.
  static func isRegularFile(_ path: String) -> Bool {
    let place = URL(filePath: path).resolvingSymlinksInPath().path
    let attributes = try? FileManager.default.attributesOfItem(atPath: place)
    return attributes?[.type] as? FileAttributeType == .typeRegular
  }
}

/// Which file a path leads to, whatever the path is called.
private struct FileIdentity: Equatable {
  var device: Int?
  var number: Int?

  /// `nil` if there is no file.
  init?(_ path: String) {
    let file = URL(filePath: path).resolvingSymlinksInPath().path
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: file) else { return nil }
    device = attributes[.systemNumber] as? Int
    number = attributes[.systemFileNumber] as? Int
  }
}

extension Diagnostic.Message {
  fileprivate static func backupOverRegister(_ path: String) -> Self {
    Self(
      "register.backup-over-register",
      arabic: "الملف «\u{2068}\(path)\u{2069}» هو السجل نفسه أو من ملفاته، فلا تُكتب النسخة فوقه",
      english: "“\(path)” is the register itself or a file of it; no backup is written over it")
  }

  fileprivate static func backupOverOther(_ path: String) -> Self {
    Self(
      "register.backup-over-other",
      arabic: "«\u{2068}\(path)\u{2069}» موجود وليس نسخة من سجل، فلا يُكتب فوقه",
      english: "“\(path)” is there and is no backup of a register; it isn't written over")
  }

  fileprivate static func restoreOfRegister(_ path: String) -> Self {
    Self(
      "register.restore-of-register",
      arabic: "الملف «\u{2068}\(path)\u{2069}» هو السجل نفسه أو من ملفاته، وليس نسخة احتياطية منه",
      english: "“\(path)” is the register itself or a file of it, and no backup")
  }

  fileprivate static func noBackup(_ path: String) -> Self {
    Self(
      "register.no-backup", arabic: "«\u{2068}\(path)\u{2069}» ليس ملفاً، فلا يكون نسخة احتياطية",
      english: "“\(path)” is no file, so it can't be a backup")
  }

  /// Entries that were in the register's place and aren't in the backup.
  static func restoreLoses(_ numbers: [String]) -> Self {
    let shown = numbers.count > 6 ? numbers.prefix(3) + ["…"] + numbers.suffix(2) : numbers[...]
    return Self(
      "register.restore-loses",
      arabic:
        "في السجل الذي كان في هذا المكان قيود ليست في النسخة، عددها \(numbers.count): \u{2066}\(shown.joined(separator: " "))\u{2069}؛ وأرقامها ستُعطى مرة أخرى ما لم تكن خطاباتها في الأرشيف",
      english:
        "The register that was in this place has entries that the backup lacks, \(numbers.count) of them: \(shown.joined(separator: " ")); their numbers will be given again unless their letters are in the archive"
    )
  }
}

extension Diagnostic.Hint {
  fileprivate static let anotherName = Self(
    arabic: "سمِّ ملفاً جديداً، أو نسخة احتياطية قديمة تحل الجديدة محلها",
    english: "Name a new file, or an older backup that the new one replaces")

  fileprivate static let giveBackup = Self(
    arabic: "اذكر ملفاً كتبه الأمر khitab backup", english: "Name a file that `khitab backup` wrote")

  /// How what was set aside comes back.
  static func bringBack(_ aside: String) -> Self {
    Self(
      arabic: "إن كان ذلك السجل سليماً فأعده: khitab restore \u{2068}\(aside)\u{2069}",
      english: "If that register is sound, put it back: khitab restore \(aside)")
  }
}
