import Foundation
import Glibc

/// Writes and moves files by the system's own calls: of a letter's cost, Foundation's would be a noticeable part.
package enum NewFile {
  /// Writes `bytes` to a file at `path`, in place of what was there; its folder is made where there is none.
  ///
  /// Of a file that can't be written whole nothing is left.
  ///
  /// - Parameters:
  ///   - bytes: what it holds.
  ///   - path: the file.
  ///   - name: the path to tell of where it fails: the one that the file will have in the end.
  ///   - waits: whether to return only once the bytes are on the disk.
  /// - Throws: `IssuingError.unwritable`.
  package static func write(
    _ bytes: [UInt8], to path: String, named name: String, waits: Bool = false
  ) throws(IssuingError) {
    var file = open(path)
    if file < 0, errno == ENOENT {
      try makeFolder(of: path)
      file = open(path)
    }
    guard file >= 0 else { throw .unwritable(path: name, reason: OutputFile.reason) }
    var failure: IssuingError?
    func check(_ succeeds: Bool) {
      if !succeeds, failure == nil { failure = .unwritable(path: name, reason: OutputFile.reason) }
    }
    var count = 0
    while count < bytes.count, failure == nil {
      let more = unsafe bytes[count...].withUnsafeBytes {
        unsafe Glibc.write(file, $0.baseAddress, $0.count)
      }
      if more < 0, errno == EINTR { continue }
      check(more > 0)
      count += more
    }
    if waits, failure == nil { check(fsync(file) == 0) }
    // What a full disk could not take may show only now (close(2)).
    check(Glibc.close(file) == 0)
    guard let failure else { return }
    _ = unsafe unlink(path)
    throw failure
  }

  private static func open(_ path: String) -> CInt {
    unsafe Glibc.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
  }

  /// Gives a file another name, unless that is taken; the name's folder is made where there is none.
  ///
  /// - Returns: whether the file has the name now; `false` where another process has moved it there meanwhile.
  /// - Throws: `IssuingError.unwritable`.
  static func move(_ path: String, to target: String) throws(IssuingError) -> Bool {
    guard !exists(target) else {
      guard exists(path) else { return false }
      throw .unwritable(path: target, reason: unsafe String(cString: strerror(EEXIST)))
    }
    if unsafe rename(path, target) == 0 { return true }
    if errno == ENOENT, exists(path) {
      try makeFolder(of: target)
      if unsafe rename(path, target) == 0 { return true }
    }
    let reason = OutputFile.reason
    if exists(target), !exists(path) { return false }
    throw .unwritable(path: target, reason: reason)
  }

  /// Whether something has this name.
  static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  private static func makeFolder(of path: String) throws(IssuingError) {
    let folder = URL(filePath: path).deletingLastPathComponent().path
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw .unwritable(path: folder, reason: error.localizedDescription)
    }
  }
}
