public import Diagnostics
import Values
import Yams

/// One level of a settings file: names and their values, each read at most once.
///
/// Every reading function leaves the default to its caller, and reports a bad value where it stands;
/// what nothing has read at the end is reported as unknown.
public struct SettingMap {
  /// The file, for messages.
  public let file: String
  /// The path of this level; empty at the top.
  public let path: String

  private struct Entry {
    let name: String
    let node: Node
    /// What the name is compared by.
    let key: String
  }

  private let entries: [Entry]
  private var readNames: Set<String> = []
  private var asked: [SettingKey] = []

  /// The level that `mapping` is.
  init(_ mapping: Node.Mapping, file: String, path: String) {
    self.file = file
    self.path = path
    entries = mapping.map { name, node in
      let name = name.scalar?.string ?? ""
      return Entry(name: name, node: node, key: Spelling.key(name))
    }
  }

  /// The place of the level itself.
  public var place: SourceLocation { path.isEmpty ? .file(file) : .setting(file: file, path: path) }

  /// The place of a setting of this level.
  public func place(_ name: String) -> SourceLocation {
    .setting(file: file, path: path.isEmpty ? name : path + "/" + name)
  }

  /// The place of the setting of `key`: as the file names it, or in the language of the file where it doesn't.
  public func place(of key: SettingKey) -> SourceLocation {
    if let named = entries(of: key).first { return place(named.name) }
    let known = entries.isEmpty ? path : entries.map(\.name).joined()
    return place(known.isEmpty || known.hasArabicLetters ? key.arabic : key.english)
  }

  /// Whether the file names `key` on this level, though it may say nothing of it.
  public func names(_ key: SettingKey) -> Bool { !entries(of: key).isEmpty }

  private func entries(of key: SettingKey) -> [Entry] {
    let spellings = key.spellings
    return entries.filter { spellings.contains($0.key) }
  }

  /// Takes the value of `key`, under whichever of its names the file uses; `nil` where nothing stands after it, as if
  /// it weren't named.
  public mutating func take(_ key: SettingKey, log: inout DiagnosticLog) -> Setting? {
    asked.append(key)
    let found = entries(of: key)
    for entry in found { readNames.insert(entry.name) }
    if found.count > 1 {
      log.error(.saidTwice(found[0].name, found[1].name), at: place(found[1].name))
    }
    guard let first = found.first else { return nil }
    let setting = Setting(
      node: first.node, file: file, path: path.isEmpty ? first.name : path + "/" + first.name)
    return setting.isNull ? nil : setting
  }

  /// Takes every entry that no reading function has taken: for levels whose names are the user's own.
  public mutating func takeRest() -> [(name: String, setting: Setting)] {
    let rest = entries.filter { !readNames.contains($0.name) }
    for entry in rest { readNames.insert(entry.name) }
    return rest.map { entry in
      let path = path.isEmpty ? entry.name : path + "/" + entry.name
      return (entry.name, Setting(node: entry.node, file: file, path: path))
    }
  }

  /// Reports each entry that nothing has read, with the nearest name that would have been.
  func reportUnread(log: inout DiagnosticLog) {
    for entry in entries where !readNames.contains(entry.name) {
      log.error(.unknown(entry.name), at: place(entry.name), hints: hints(for: entry.name))
    }
  }

  private func hints(for name: String) -> [Diagnostic.Hint] {
    let names = asked.map { name.hasArabicLetters ? $0.arabic : $0.english }
    if let meant = Spelling.suggestion(for: name, among: names) { return [.didYouMean(meant)] }
    return names.isEmpty ? [] : [.known(names)]
  }
}

extension String {
  /// Whether it has a letter of the Arabic block.
  fileprivate var hasArabicLetters: Bool { unicodeScalars.contains { (0x0600...0x06FF).contains($0.value) } }
}

extension Diagnostic.Message {
  fileprivate static func unknown(_ name: String) -> Self {
    Self(
      "settings.unknown", arabic: "لا يوجد إعداد باسم «\(name)» في هذا الموضع.",
      english: "There is no setting called “\(name)” here.")
  }
  fileprivate static func saidTwice(_ first: String, _ second: String) -> Self {
    Self(
      "settings.said-twice", arabic: "«\(first)» و«\(second)» إعداد واحد، وقد ورد مرتين.",
      english: "“\(first)” and “\(second)” are one setting, given twice.")
  }
}

extension Diagnostic.Hint {
  fileprivate static func known(_ names: [String]) -> Self {
    Self(
      arabic: "الإعدادات المعروفة هنا: \(names.joined(separator: "، ")).",
      english: "Settings known here: \(names.joined(separator: ", ")).")
  }
}
