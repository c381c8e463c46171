import Diagnostics
import Foundation

/// A file of records, read by the reader that its name's extension asks for.
struct RecordSource {
  let path: String
  let limits: ReadingLimits

  /// The file's table.
  func table(sheet: String?, query: String?) throws(RecordError) -> SourceTable {
    let bytes = try bytes()
    return CSVReader.table(bytes, file: path, limits: limits)
  }

  private func bytes() throws(RecordError) -> [UInt8] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .noSuchFile(path: path)
    }
    guard !isFolder.boolValue else { throw .unreadable(path: path, reason: "is a folder") }
    do {
      return [UInt8](try Data(contentsOf: URL(filePath: path)))
    } catch {
      throw .unreadable(path: path, reason: error.localizedDescription)
    }
  }
}
