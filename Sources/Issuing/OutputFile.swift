import Foundation

/// A file that is there whole or not at all.
///
/// Bytes go to a neighbour named `.NAME.partial`, which takes the name only when all are written;
/// an interrupted run leaves no half-written letter.
public struct OutputFile: Hashable, Sendable {
  /// The file's path.
  public var path: String

  /// The file at `path`.
  public init(path: String) { self.path = path }

  private var partial: URL {
    let url = URL(filePath: path)
    return url.deletingLastPathComponent().appending(path: ".\(url.lastPathComponent).partial")
  }

  /// Writes `bytes`, replacing what was there.
  public func write(_ bytes: [UInt8]) throws(IssuingError) {
    do {
      try FileManager.default.createDirectory(
        at: partial.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: partial)
      try? FileManager.default.removeItem(atPath: path)
      try FileManager.default.moveItem(at: partial, to: URL(filePath: path))
    } catch {
      try? FileManager.default.removeItem(at: partial)
      throw .unwritable(path: path, reason: error.localizedDescription)
    }
  }

  /// Removes what an interrupted run left in `folder`.
  static func removePartials(in folder: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names where name.hasPrefix(".") && name.hasSuffix(".partial") {
      try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
    }
  }
}
