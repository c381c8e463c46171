import Foundation
public import Testing

/// A text kept in the repository that a result is compared with.
///
/// `KHITAB_RECORD=1 swift test` rewrites every golden the tests touch; without it a difference
/// is a failure that attaches the actual text.
public enum Golden {
  /// Compares `actual` with the file at `path`, counted from the top of the checkout.
  public static func expect(
    _ actual: String, matches path: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let file = Repository.file(path)
    if ProcessInfo.processInfo.environment["KHITAB_RECORD"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try actual.write(to: file, atomically: true, encoding: .utf8)
      return
    }
    let expected = try? String(contentsOf: file, encoding: .utf8)
    if expected != actual { Attachment.record(actual, named: file.lastPathComponent) }
    let at = firstDifference(expected ?? "", actual)
    #expect(expected == actual, "\(path) differs: \(at)", sourceLocation: sourceLocation)
  }

  private static func firstDifference(_ expected: String, _ actual: String) -> String {
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
    for index in 0..<max(old.count, new.count) {
      let (a, b) = (index < old.count ? old[index] : "(end)", index < new.count ? new[index] : "(end)")
      if a != b { return "line \(index + 1)\n expected: \(a)\n actual:   \(b)" }
    }
    return "nothing"
  }
}
