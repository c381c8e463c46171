import Diagnostics
import Settings
import Values

extension OfficeProfile {
  /// Reads the words, days and limits that the office adds to the toolkit's own.
  mutating func readLanguage(_ map: inout SettingMap, log: inout DiagnosticLog) {
    for line in map.tableLines(SettingKey("counted nouns", "الأسماء المعدودة"), log: &log) {
      nouns = nouns.merging(line.read(log: &log) { NounTable.read($0, file: line.file, log: &$1) })
    }
    for line in map.tableLines(SettingKey("words", "الألفاظ"), log: &log) {
      lexicon = lexicon.merging(line.read(log: &log) { Lexicon.read($0, file: line.file, log: &$1) })
    }
    for line in map.tableLines(SettingKey("currencies", "العملات"), log: &log) {
      currencies = currencies.merging(
        line.read(log: &log) { CurrencyTable.read($0, file: line.file, log: &$1) })
    }
    let calendar = calendar
    for line in map.tableLines(SettingKey("holidays", "العطل"), log: &log) {
      let days = line.read(log: &log) {
        WorkingWeek(holidays: $0, file: line.file, calendar: calendar, log: &$1)
      }
      week.holidays.formUnion(days.holidays)
    }
    replies = map.section(SettingKey("reply", "الرد"), log: &log) { $0.replies(log: &$1) } ?? replies
  }
}

/// One line of a table that stands in a settings file.
private struct TableLine {
  let text: String
  let file: String
  let place: SourceLocation

  /// What a reader of tables makes of the line; its remarks get the setting's place.
  func read<Table>(
    log: inout DiagnosticLog, _ reader: (String, inout DiagnosticLog) -> Table
  ) -> Table {
    var remarks = DiagnosticLog()
    let table = reader(text, &remarks)
    for remark in remarks.diagnostics { log.append(remark, at: place) }
    return table
  }
}

extension SettingMap {
  /// The lines of a table: the items of a list, or the lines of one text.
  fileprivate mutating func tableLines(_ key: SettingKey, log: inout DiagnosticLog) -> [TableLine] {
    guard let setting = take(key, log: &log) else { return [] }
    return setting.list().flatMap { item -> [TableLine] in
      let lines = (item.text(log: &log) ?? "").split(separator: "\n", omittingEmptySubsequences: false)
      return lines.enumerated().map { index, line in
        let place =
          lines.count == 1
          ? item.place : SourceLocation.setting(file: file, path: "\(item.path)/\(index + 1)")
        return TableLine(text: String(line), file: file, place: place)
      }
    }
  }

  fileprivate mutating func replies(log: inout DiagnosticLog) -> ReplySettings {
    var settings = ReplySettings()
    settings.window = window(log: &log)
    settings.earlyApprovers =
      texts(SettingKey("early approvers", "يأذن بالرد قبل موعده"), log: &log) ?? settings.earlyApprovers
    if let days = wholeNumber(SettingKey("appeal days", "أيام التظلم"), in: 1...365, log: &log) {
      settings.appealDays = days
    }
    if let days = wholeNumber(SettingKey("visit days", "أيام المراجعة"), in: 1...365, log: &log) {
      settings.visitDays = days
    }
    return settings
  }

  private mutating func window(log: inout DiagnosticLog) -> ReplyWindow {
    var window = ReplyWindow()
    let clocks: [(key: SettingKey, meaning: ReplyWindow.Clock)] = [
      (SettingKey("receipt", "الاستلام"), .receipt), (SettingKey("completeness", "الاكتمال"), .completeness),
    ]
    window.clockStartsAt =
      choice(SettingKey("clock starts at", "تبدأ المدة من"), clocks, log: &log) ?? window.clockStartsAt
    let (least, most) = (SettingKey("minimum days", "أقل الأيام"), SettingKey("maximum days", "أكثر الأيام"))
    if let days = number(least, in: 0...365, log: &log) { window.minReplyDays = Int(days) }
    window.maxReplyDays = number(most, in: 1...365, log: &log).map { Int($0) }
    if let limit = window.maxReplyDays, limit < window.minReplyDays {
      log.error(.replyLimitTooShort(limit, window.minReplyDays), at: place(of: most))
    }
    return window
  }
}

extension Diagnostic.Message {
  fileprivate static func replyLimitTooShort(_ most: Int, _ least: Int) -> Self {
    Self(
      "themes.reply-limit-too-short", arabic: "أكثر أيام الرد (\(most)) دون أقلها (\(least)).",
      english: "The maximum of reply days (\(most)) is below the minimum (\(least)).")
  }
}
