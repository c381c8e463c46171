import Diagnostics

/// The parser's own headings in the user's language: it knows them in English only.
enum HelpWords {
  private static let headings = [
    ("OVERVIEW:", "نبذة:"), ("USAGE:", "الاستعمال:"), ("ARGUMENTS:", "المدخلات:"), ("OPTIONS:", "الخيارات:"),
    ("SUBCOMMANDS:", "الأوامر:"), ("Usage:", "الاستعمال:"), ("Error:", "خطأ:"),
    ("Show help information.", "يعرض هذه المساعدة."), ("Show the version.", "يعرض رقم الإصدار."),
    ("See 'khitab help <subcommand>' for detailed help.", "لتفصيل أمر: khitab help ثم اسم الأمر."),
  ]

  /// `text` with the parser's headings in the user's language.
  static func translated(_ text: String) -> String {
    guard Interface.language == .arabic else { return text }
    return headings.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }
}
