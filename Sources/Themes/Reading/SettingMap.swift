import Diagnostics
import Yams

/// One level of a settings file: names and their values, each read at most once.
///
/// Every reading function leaves the default to its caller, and reports a bad value where it stands;
/// what nothing has read at the end is reported as unknown.
struct SettingMap {
  /// The file, for messages.
  let file: String
  /// The path of this level; empty at the top.
  let path: String

  private let entries: [(name: String, node: Node)]
  private var readNames: Set<String> = []
  private var asked: [SettingKey] = []

  /// The level that `mapping` is.
  init(_ mapping: Node.Mapping, file: String, path: String) {
    self.file = file
    self.path = path
    entries = mapping.map { pair in
      if case .scalar(let scalar) = pair.key { (scalar.string, pair.value) } else { ("", pair.value) }
    }
  }

  /// The place of a setting of this level.
  func place(_ name: String) -> SourceLocation {
    .setting(file: file, path: path.isEmpty ? name : path + "/" + name)
  }

  /// The place of the setting of `key`: as the file names it, or in the language of the file where it doesn't.
  func place(of key: SettingKey) -> SourceLocation {
    if let named = entries.first(where: { key.matches($0.name) }) { return place(named.name) }
    let known = entries.isEmpty ? path : entries.map(\.name).joined()
    return place(known.isEmpty || known.hasArabicLetters ? key.arabic : key.english)
  }

  /// Takes the value of `key`, under whichever of its names the file uses.
  mutating func take(_ key: SettingKey, log: inout DiagnosticLog) -> Setting? {
    asked.append(key)
    let found = entries.filter { key.matches($0.name) }
    for entry in found { readNames.insert(entry.name) }
    if found.count > 1 {
      log.error(.saidTwice(found[0].name, found[1].name), at: place(found[1].name))
    }
    guard let first = found.first else { return nil }
    let setting = Setting(
      node: first.node, file: file, path: path.isEmpty ? first.name : path + "/" + first.name)
    // A name with nothing after its colon says nothing, as if it weren't there.
    return setting.isNull ? nil : setting
  }

  /// Takes every entry that no reading function has taken: for levels whose names are the user's own.
  mutating func takeRest() -> [(name: String, setting: Setting)] {
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
    let near = names.map { ($0, SettingKey.distance($0, name)) }.min { $0.1 < $1.1 }
    if let near, near.1 <= 2 { return [.meant(near.0)] }
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
      "themes.unknown-setting", arabic: "لا يوجد إعداد باسم «\(name)» في هذا الموضع.",
      english: "There is no setting called “\(name)” here.")
  }
  fileprivate static func saidTwice(_ first: String, _ second: String) -> Self {
    Self(
      "themes.setting-said-twice", arabic: "«\(first)» و«\(second)» إعداد واحد، وقد ورد مرتين.",
      english: "“\(first)” and “\(second)” are one setting, given twice.")
  }
}

extension Diagnostic.Hint {
  fileprivate static func meant(_ name: String) -> Self {
    Self(arabic: "هل تقصد «\(name)»؟", english: "Did you mean “\(name)”?")
  }
  fileprivate static func known(_ names: [String]) -> Self {
    Self(
      arabic: "الإعدادات المعروفة هنا: \(names.joined(separator: "، ")).",
      english: "Settings known here: \(names.joined(separator: ", ")).")
  }
}
