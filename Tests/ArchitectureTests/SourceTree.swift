import Foundation
import TestSupport

/// The files of the checkout that the architecture tests read, as git would list them.
struct SourceTree {
  struct File {
    var path: String
    var text: String
    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
    /// The module whose folder the file is in: `Sources/MODULE/…` or `Tests/MODULE/…`.
    var module: String { String(path.split(separator: "/")[1]) }
  }

  /// Every file below `folder` with one of the extensions, in order of path.
  static func files(in folder: String, extensions: Set<String>) throws -> [File] {
    let top = Repository.file(folder)
    let found =
      FileManager.default.enumerator(at: top, includingPropertiesForKeys: nil)?.allObjects as? [URL] ?? []
    return try found.filter { extensions.contains($0.pathExtension) && !$0.path.contains("/.") }
      .map { url in
        let path = String(url.path.dropFirst(Repository.root.path.count)).drop { $0 == "/" }
        return File(path: String(path), text: try String(contentsOf: url, encoding: .utf8))
      }
      .sorted { $0.path < $1.path }
  }
}
