import Foundation

/// Holds the outbox of a channel for one process: the system gives it up when the process ends, however it ends.
///
/// Whoever holds it knows that what stands as being sent was left by a process that is gone.
public final class SenderLock {
  private let file: FileHandle

  /// The lock beside the register at `path`, or `nil` if another process holds it.
  public init?(register path: String, channel: String) throws(IssuingError) {
    let own = "\(path).\(channel)-lock"
    if !FileManager.default.fileExists(atPath: own) {
      _ = FileManager.default.createFile(atPath: own, contents: nil)
    }
    guard let file = FileHandle(forUpdatingAtPath: own) else {
      throw .unwritable(path: own, reason: "cannot open the file")
    }
    self.file = file
    guard flock(file.fileDescriptor, LOCK_EX | LOCK_NB) == 0 else { return nil }
  }

  deinit { try? file.close() }
}
