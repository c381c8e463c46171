import ArgumentParser
import Diagnostics
import Foundation
import Issuing
import Register

/// The files that the record of a destruction (محضر إتلاف) is written to.
struct DestructionRecordOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        "ملف محضر الإتلاف: pdf للتوقيع أو csv؛ ويُكرر لهما.",
        "The record's file: pdf, to be signed, or csv; may be repeated for both."), valueName: "file"))
  var record: [String] = []

  private static let template = "destruction-record"

  private static func isPDF(_ path: String) -> Bool { path.lowercased().hasSuffix(".pdf") }

  mutating func validate() throws {
    guard record.allSatisfy({ Self.isPDF($0) || $0.lowercased().hasSuffix(".csv") }) else {
      throw ValidationError(say("ينتهي اسم الملف بـ .pdf أو .csv", "the file's name ends in .pdf or .csv"))
    }
  }

  /// Whether no file of these names is there yet: it might be an earlier record.
  func areNew(log: inout DiagnosticLog) -> Bool {
    for path in record where FileManager.default.fileExists(atPath: path) {
      log.error(.recordExists(path), hints: [.otherName])
    }
    return !log.hasErrors
  }

  /// Writes the record of a destruction to each of the files.
  ///
  /// - Parameters:
  ///   - list: what is destroyed.
  ///   - acts: the acts of it, in the list's order.
  ///   - folder: the office's folder.
  ///   - log: takes what can't be put on record.
  /// - Throws: failures of the machine: a full disk, a folder that isn't there.
  func write(
    _ list: Destruction, _ acts: [RegisterAct], of folder: String, log: inout DiagnosticLog
  ) throws {
    for path in record {
      guard Self.isPDF(path) else {
        try OutputFile(path: path).write(Array(CSVText.text(list.record(of: acts)).utf8))
        continue
      }
      try OfficeReport.destruction(list, acts: acts).write(
        as: Self.template, of: folder, to: path, log: &log)
    }
  }

  /// Removes the files.
  func remove() {
    for path in record { try? FileManager.default.removeItem(atPath: path) }
  }
}

extension Diagnostic.Hint {
  fileprivate static let otherName = Self(
    arabic: "اختر للمحضر اسماً آخر", english: "Choose another name for the record")
}

extension Diagnostic.Message {
  fileprivate static func recordExists(_ path: String) -> Self {
    Self(
      "khitab.retention-record-exists",
      arabic: "الملف \u{2068}\(path)\u{2069} موجود، وقد يكون محضر إتلاف سابق، فلا يُكتب فوقه",
      english: "The file \(path) exists and may be the record of an earlier destruction: it isn't overwritten"
    )
  }
}
