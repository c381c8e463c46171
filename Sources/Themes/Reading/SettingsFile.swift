import Diagnostics
import Yams

/// A settings file as a tree of YAML nodes.
enum SettingsFile {
  /// Reads the top of a settings file and everything below it through `read`, then reports what nobody asked for.
  static func read<Result>(
    yaml: String, file: String, log: inout DiagnosticLog,
    _ read: (inout SettingMap, inout DiagnosticLog) -> Result?
  ) -> Result? {
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
  fileprivate static func brokenFile(reason: String) -> Self {
    Self(
      "themes.settings-unreadable",
      arabic: "تعذرت قراءة ملف الإعدادات؛ فصياغته ليست YAML سليمة.",
      english: "The settings file isn't valid YAML: \(reason)")
  }
  fileprivate static let notSettings = Self(
    "themes.settings-not-a-mapping",
    arabic: "ملف الإعدادات فارغ، أو لا يبدأ بأسماء إعدادات تليها قيمها.",
    english: "The settings file is empty, or doesn't consist of names and values.")
}

extension Diagnostic.Hint {
  fileprivate static let checkSigns = Self(
    arabic: "راجعوا السطر المذكور وما قبله: المسافات في أول السطر، وعلامات التنصيص، والنقطتين بعد الاسم.",
    english:
      "Look at that line and the one before it: leading spaces, quotation marks, the colon after a name.")
}
