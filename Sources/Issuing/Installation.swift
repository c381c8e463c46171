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

  /// The theme's folder for the office in `folder`: `theme` in it where there is one, else the toolkit's own.
  public func theme(ofOfficeIn folder: String?) -> String {
    Self.own("theme", of: folder) ?? templates + "/theme"
  }

  /// The templates that the office in `folder` may name: its own in `templates` first, then the toolkit's.
  public func library(ofOfficeIn folder: String?) -> TemplateLibrary {
    TemplateLibrary(folders: [Self.own("templates", of: folder), templates].compactMap(\.self))
  }

  private static func own(_ name: String, of folder: String?) -> String? {
    guard let path = folder.map({ "\($0)/\(name)" }) else { return nil }
    return FileKind.of(path) == .typeDirectory ? path : nil
  }

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
