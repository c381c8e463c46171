import Foundation

/// A file that is there whole or not at all.
///
/// Bytes go to a neighbour named `.NAME.partial`, which takes the name in one step when all are written: who reads
/// the file at any moment reads all of the old or all of the new, and an interrupted run leaves no half-written letter.
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
  ///
  /// - Parameters:
  ///   - bytes: the file's bytes.
  ///   - settle: what has to be done before the file may be there under its name: once its bytes are written.
  /// - Throws: what keeps the file from being written, and what `settle` throws.
  public func write(
    _ bytes: [UInt8], once settle: () throws(IssuingError) -> Void = {}
  ) throws(IssuingError) {
    try write { path throws(IssuingError) in
      do {
        try Data(bytes).write(to: URL(filePath: path))
      } catch {
        throw .unwritable(path: self.path, reason: error.localizedDescription)
      }
      try settle()
    }
  }

  /// Gives `body` the path to write to, and what it wrote the file's name.
  public func write(by body: (String) throws(IssuingError) -> Void) throws(IssuingError) {
    guard isReplaceable else { throw .irreplaceable(path: path) }
    do {
      try FileManager.default.createDirectory(
        at: partial.deletingLastPathComponent(), withIntermediateDirectories: true)
      try body(partial.path)
      // rename(2) replaces in one step; FileManager would remove first.
      guard unsafe rename(partial.path, path) == 0 else {
        throw IssuingError.unwritable(path: path, reason: Self.reason)
      }
    } catch {
      try? FileManager.default.removeItem(at: partial)
      throw (error as? IssuingError) ?? .unwritable(path: path, reason: error.localizedDescription)
    }
  }

  /// Whether a file may take the place of what is there: who may do everything on the machine would rename one over a
  /// device, and anybody over the office's register.
  private var isReplaceable: Bool {
    guard let type = FileKind.of(path), type != .typeDirectory else { return true }
    guard type == .typeRegular, let file = FileHandle(forReadingAtPath: path) else {
      return type == .typeRegular
    }
    defer { try? file.close() }
    return (try? file.read(upToCount: Self.database.count)) != Self.database
  }

  /// What SQLite's files begin with.
  private static let database = Data("SQLite format 3\0".utf8)

  /// What the last call of the system complained of.
  static var reason: String { unsafe String(cString: strerror(errno)) }
}
