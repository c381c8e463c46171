import Foundation
import Glibc
import Synchronization

/// A folder that takes many files, each there whole or not at all.
///
/// To wait for the disk after every file costs as much as a good part of drawing it. So files are written under other
/// names first, any number at once; ``keep()`` waits for the disk once, and then gives them theirs.
final class OutputFolder: Sendable {
  /// The folder's path.
  let path: String
  /// The names of files that are written and don't have them yet.
  private let written = Mutex<[String]>([])

  /// Makes the folder, where there is none, and removes what a run left in it that was killed.
  init(path: String) throws(IssuingError) {
    self.path = path
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      for name in try FileManager.default.contentsOfDirectory(atPath: path)
      where name.hasPrefix(".") && name.hasSuffix(Self.suffix) {
        try FileManager.default.removeItem(atPath: "\(path)/\(name)")
      }
    } catch {
      throw .unwritable(path: path, reason: error.localizedDescription)
    }
  }

  private static let suffix = ".partial"

  private func partial(_ name: String) -> String { "\(path)/.\(name)\(Self.suffix)" }

  /// Writes a file that will be called `name`.
  func write(_ bytes: [UInt8], for name: String) throws(IssuingError) {
    try NewFile.write(bytes, to: partial(name), named: "\(path)/\(name)")
    written.withLock { $0.append(name) }
  }

  /// Gives the files that were written their names, once they are on the disk; files of those names are replaced.
  func keep() throws(IssuingError) {
    let names = written.withLock { names in
      defer { names = [] }
      return names
    }
    guard !names.isEmpty else { return }
    sync()
    for name in names {
      guard unsafe rename(partial(name), "\(path)/\(name)") == 0 else {
        throw .unwritable(path: "\(path)/\(name)", reason: OutputFile.reason)
      }
    }
  }
}
