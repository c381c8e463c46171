import Diagnostics
import Settings

extension SettingMap {
  /// What a picture shows, in words, for who can't see it; `words` where the file is silent.
  mutating func description(or words: String, log: inout DiagnosticLog) -> String {
    guard let setting = take(SettingKey("described as", "الوصف"), log: &log),
      let text = setting.text(log: &log)
    else { return words }
    guard text.contains(where: { !$0.isWhitespace }) else {
      log.error(.describesNothing, at: setting.place, hints: [.describe(as: words)])
      return words
    }
    return text
  }
}

extension Diagnostic.Message {
  fileprivate static let describesNothing = Diagnostic.Message(
    "themes.empty-description",
    arabic: "وصف الصورة فارغ، فلا يعرف ما فيها من لا يراها.",
    english: "The picture's description is empty, so nobody who can't see it learns what it shows.")
}

extension Diagnostic.Hint {
  fileprivate static func describe(as words: String) -> Diagnostic.Hint {
    Diagnostic.Hint(
      arabic: "صِف ما تُظهره، أو احذف الوصف ليكون «\(words)».",
      english: "Say what it shows, or leave the setting out: it is then described as “\(words)”.")
  }
}
