import Foundation

/// What stands under a path.
enum FileKind {
  /// The kind of what a path leads to, for a link's own attributes say nothing of that; `nil` where nothing is there.
  static func of(_ path: String) -> FileAttributeType? {
    let place = URL(filePath: path).resolvingSymlinksInPath().path
    return try? FileManager.default.attributesOfItem(atPath: place)[.type] as? FileAttributeType
  }
}
