import Foundation

/// Where the toolkit's own Fonts and Templates folders are.
public struct Installation: Hashable, Sendable {
  /// The folder that holds Fonts and Templates.
  public var folder: String

  /// The toolkit in `folder`.
  public init(folder: String) { self.folder = folder }

  /// The Fonts folder: `fonts.conf`, `fonts.lock` and the symbol font.
  public var fonts: String { folder + "/Fonts" }
  /// The Templates folder.
  public var templates: String { folder + "/Templates" }

  /// Looks in `KHITAB_HOME`, then from the program's own folder upwards, then from the current folder upwards.
  public static func find() throws(IssuingError) -> Installation {
    var folders: [String] = []
    if let home = ProcessInfo.processInfo.environment["KHITAB_HOME"] { folders.append(home) }
    let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    for start in [program, URL(filePath: FileManager.default.currentDirectoryPath)] {
      var url = start.standardizedFileURL
      while url.path != "/" {
        folders.append(url.path)
        url.deleteLastPathComponent()
      }
    }
    for folder in folders where FileManager.default.fileExists(atPath: folder + "/Fonts/fonts.lock") {
      return Installation(folder: folder)
    }
    throw .notInstalled(lookedIn: folders)
  }
}
