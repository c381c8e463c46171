public import Diagnostics
import Foundation
public import Records
public import Values

/// Reading a whole file, with the failure in our own terms.
public enum InputFile {
  /// The largest file that is read whole: no office's settings, template or picture comes near it.
  public static let sizeLimit = 64 << 20

  /// The bytes of the file at `path`.
  public static func bytes(_ path: String) throws(IssuingError) -> [UInt8] {
    do {
      // A link's own attributes say nothing of what it leads to.
      let attributes = try FileManager.default.attributesOfItem(
        atPath: URL(filePath: path).resolvingSymlinksInPath().path)
      let isEndless = ![.typeRegular, .typeDirectory].contains(attributes[.type] as? FileAttributeType)
      let size = attributes[.size] as? Int ?? 0
      let bytes =
        isEndless ? try stream(path) : size <= sizeLimit ? try Data(contentsOf: URL(filePath: path)) : nil
      guard let bytes else {
        throw IssuingError.unreadable(path: path, reason: .tooLarge)
      }
      return [UInt8](bytes)
    } catch let error as IssuingError {
      throw error
    } catch {
      let isFolder = FileKind.of(path) == .typeDirectory
      throw .unreadable(path: path, reason: isFolder ? .folder : UnreadableReason(of: error))
    }
  }

  /// What a pipe or a device gives until its end; `nil` where that is more than the limit.
  private static func stream(_ path: String) throws -> Data? {
    let file = try FileHandle(forReadingFrom: URL(filePath: path))
    defer { try? file.close() }
    var bytes = Data()
    while let more = try file.read(upToCount: 1 << 16), !more.isEmpty {
      bytes += more
      guard bytes.count <= sizeLimit else { return nil }
    }
    return bytes
  }

  /// The file's text, or nothing and a diagnostic if its bytes aren't UTF-8: none is replaced in silence.
  public static func text(_ path: String, log: inout DiagnosticLog) throws(IssuingError) -> String? {
    guard let text = String(validating: try bytes(path), as: UTF8.self) else {
      log.error(.notUTF8, at: .file(path), hints: [.saveAsUTF8])
      return nil
    }
    return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
  }

  /// The records of a file, read as ``RecordSet/read(path:sheet:query:dictionary:calendar:isPartial:)`` says.
  public static func records(
    _ path: String, sheet: String? = nil, query: String? = nil, dictionary: DataDictionary,
    calendar: UmmAlQura = .official, isPartial: Bool = false
  ) throws(IssuingError) -> RecordSet {
    do {
      return try RecordSet.read(
        path: path, sheet: sheet, query: query, dictionary: dictionary, calendar: calendar,
        isPartial: isPartial)
    } catch { throw .records(error) }
  }
}

extension Diagnostic.Message {
  fileprivate static let notUTF8 = Self(
    "issuing.not-utf8", arabic: "ترميز الملف ليس UTF-8، فلا تُقرأ حروفه",
    english: "The file's encoding isn't UTF-8, so its letters can't be read")
}

extension Diagnostic.Hint {
  fileprivate static let saveAsUTF8 = Self(
    arabic: "احفظ الملف من محرر النصوص بترميز UTF-8", english: "Save the file as UTF-8 in a text editor")
}
