import Diagnostics

/// The parser's own words in the user's language: it knows them in English only.
enum HelpWords {
  private static let headings = [
    ("OVERVIEW:", "نبذة:"), ("USAGE:", "الاستعمال:"), ("ARGUMENTS:", "المدخلات:"), ("OPTIONS:", "الخيارات:"),
    ("SUBCOMMANDS:", "الأوامر:"), ("Usage:", "الاستعمال:"), ("Error:", "خطأ:"), ("Help:", "شرحه:"),
    ("Show help information.", "يعرض هذه المساعدة."), ("Show the version.", "يعرض رقم الإصدار."),
    ("(default:", "(المعتاد:"), ("(values:", "(القيم:"),
  ]

  /// `text` with the parser's headings in the user's language, and the sentence of a mistake.
  static func translated(_ text: String) -> String {
    guard Interface.language == .arabic else { return text }
    return headings.reduce(sentence(text)) { $0.replacing($1.0, with: $1.1) }
  }

  /// Each of the parser's sentences about a command line, with what it quotes.
  private static func sentence(_ text: String) -> String {
    text
      .replacing(#/^Error: Unknown option '(.+?)'(?:\. Did you mean '(.+?)'\?)?$/#.anchorsMatchLineEndings())
    { match in
      "Error: لا خيار باسم \(quoted(match.1))" + (match.2.map { "؛ هل تقصد \(quoted($0))؟" } ?? "")
    }
      .replacing(#/^Error: Missing (?:expected argument|one of:) (.+)$/#.anchorsMatchLineEndings()) {
        "Error: ينقص الأمر \(list($0.1))"
      }
      .replacing(#/^Error: Missing value for '(.+)'$/#.anchorsMatchLineEndings()) {
        "Error: تنقص القيمة بعد \(quoted($0.1))"
      }
      .replacing(
        #/^Error: (?:Unexpected argument|\d+ unexpected arguments:) (.+)$/#.anchorsMatchLineEndings()
      ) {
        "Error: لا موضع في الأمر لما يأتي: \(list($0.1))"
      }
      .replacing(
        #/^Error: The value '(.+?)' is invalid for '(.+?)'(?:\. Please provide one of (.+?)\.|: (.+))?$/#
          .anchorsMatchLineEndings()
      ) { match in
        "Error: القيمة \(quoted(match.1)) لا تصلح لـ \(quoted(match.2))"
          + (match.3.map { "؛ القيم: \(list($0))" } ?? match.4.map { "؛ \($0)" } ?? "")
      }
      .replacing(#/See '(.+?)' for more information\./#) { "للتفصيل: \($0.1)" }
      .replacing(#/See '(.+?) <subcommand>' for detailed help\./#) { "لتفصيل أمر: \($0.1) ثم اسم الأمر." }
      // The parser may have broken the line there.
      .replacing(#/;(\s+)default:/#) { "؛\($0.1)المعتاد:" }
  }

  /// The parser's list of quoted words in our quotation marks.
  private static func list(_ words: Substring) -> String {
    words.matches(of: #/'(.+?)'/#).map { quoted($0.1) }.joined(separator: "، ")
  }

  private static func quoted(_ word: Substring) -> String { "«\u{2068}\(word)\u{2069}»" }
}
