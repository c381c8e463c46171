import Glibc

/// Writes files by the system's own calls: of a letter's cost, Foundation's would be a noticeable part.
package enum NewFile {
  /// Writes `bytes` to a file at `path`, in place of what was there; of a file that can't be written whole nothing is
  /// left.
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
    let file = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
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
}
