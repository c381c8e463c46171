public import Diagnostics
import Yams

/// A settings file as a tree of YAML nodes.
public enum SettingsFile {
  /// The longest settings file that is read, in UTF-8 bytes: far above any real one.
  static let limit = 1 << 20

  /// Reads the top of a settings file and everything below it through `read`, then reports what nobody asked for.
  public static func read<Result>(
    yaml: String, file: String, log: inout DiagnosticLog,
    _ read: (inout SettingMap, inout DiagnosticLog) -> Result?
  ) -> Result? {
    guard yaml.utf8.count <= limit else {
      log.error(.tooLong, at: .file(file), hints: [.wrongFile])
      return nil
    }
    let node: Node?
    do {
      node = try Yams.compose(yaml: yaml)
    } catch let error as YamlError {
      log.error(
        .brokenFile(reason: error.description), at: place(of: error, file: file), hints: [.checkSigns])
      return nil
    } catch {
      log.error(.brokenFile(reason: "\(error)"), at: .file(file), hints: [.checkSigns])
      return nil
    }
    guard let node, case .mapping(let mapping) = node else {
      log.error(.notSettings, at: .file(file))
      return nil
    }
    var map = SettingMap(mapping, file: file, path: "")
    let result = read(&map, &log)
    map.reportUnread(log: &log)
    return result
  }

  private static func place(of error: YamlError, file: String) -> SourceLocation {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      .text(file: file, line: mark.line, column: mark.column, phrase: "")
    case .duplicatedKeysInMapping(_, let context):
      .text(file: file, line: context.mark.line, column: context.mark.column, phrase: "")
    default: .file(file)
    }
  }
}

extension Diagnostic.Message {
  fileprivate static let tooLong = Self(
    "settings.too-long",
    arabic: "ملف الإعدادات أطول من الحد (\(SettingsFile.limit) بايت).",
    english: "The settings file is longer than the limit (\(SettingsFile.limit) bytes).")
  fileprivate static func brokenFile(reason: String) -> Self {
    Self(
      "settings.not-yaml",
      arabic: "تعذرت قراءة ملف الإعدادات؛ فصياغته ليست YAML سليمة.",
      english: "The settings file isn't valid YAML: \(reason)")
  }
  fileprivate static let notSettings = Self(
    "settings.none",
    arabic: "ملف الإعدادات فارغ، أو لا يبدأ بأسماء إعدادات تليها قيمها.",
    english: "The settings file is empty, or doesn't consist of names and values.")
}

extension Diagnostic.Hint {
  fileprivate static let wrongFile = Self(
    arabic: "تأكدوا أنه الملف المقصود.", english: "Check that it is the file you mean.")
  fileprivate static let checkSigns = Self(
    arabic: "راجعوا السطر المذكور وما قبله: المسافات في أول السطر، وعلامات التنصيص، والنقطتين بعد الاسم.",
    english:
      "Look at that line and the one before it: leading spaces, quotation marks, the colon after a name.")
}
