import Content
import Diagnostics
import Geometry
import Settings
import Templates

/// What stands around a letter's text.
struct LetterSettings: Hashable, Sendable {
  /// Number, date and enclosures at the head.
  var details = DetailsBlock()
  /// The marks of a confidential or urgent letter.
  var marks: [Snippet] = []
  /// How members are written to.
  var member = Wording()
  /// How government bodies are written to: by rank and post, with no courtesy word and no prayer.
  var government = Wording()
  /// The line that states the subject.
  var subject: Snippet?
  /// Where and how the signer signs.
  var signature = SignatureBlock()
  /// What stands small below the signature.
  var notes = ClosingNotes()
  /// The line across the head of further pages.
  var runningHead: Snippet?
  /// The rule under that line.
  var runningRule: Stroke?
  /// The foot of every page.
  var foot = PageFoot()
}

/// How one kind of addressee is written to.
struct Wording: Hashable, Sendable {
  /// The addressee's lines where it is a person.
  var person: [Snippet] = []
  /// The addressee's lines where it is a body.
  var organisation: [Snippet] = []
  /// The addressee's lines where the template names a post of the office: they agree with who holds it.
  var officer: [Snippet] = []
  /// The addressee's lines of a letter printed blank, for a name to be written in; those of a person where there are none.
  var blank: [Snippet] = []
  /// The greeting.
  var greeting: Snippet?
  /// The closing words.
  var closing: Snippet?
}

/// Where and how the signer signs: at the left, post over name.
struct SignatureBlock: Hashable, Sendable {
  /// Its width, from the left margin.
  var width: Points = .mm(75)
  /// The empty space between post and name.
  var space: Points = .mm(22)
  /// What stands, pale, where the stamp goes.
  var stamp: Snippet?
  /// What stands in place of the signature on the file copy: «وُقّع الأصل».
  var onFileCopy: Snippet?
  /// What further signatures are for, in their order: «ختم الجمعية»; their fields don't show, but for the first where
  /// there is room for it.
  var further: [Snippet] = []
  /// How high the room is in which the first further signature shows, at the right of the signer's; `nil` leaves it
  /// invisible.
  var sealSpace: Points?
  /// What it shows there.
  var sealed: [Snippet] = Self.sealLines
  /// What the signer's field shows once it is signed electronically.
  var electronic: [Snippet] = Self.electronicLines
}

extension SignatureBlock {
  /// The lines of a theme that states none: who signed, when in both calendars, and the code for checking.
  static let electronicLines = snippets([

    "**وُقّع إلكترونياً**",
    "{{صاحب التوقيع}}{{إذا منصب صاحب التوقيع موجود}}، {{منصب صاحب التوقيع}}{{نهاية إذا}}",
    "{{تاريخ التوقيع}}", "{{إذا رمز التحقق موجود}}رمز التحقق: {{رمز التحقق}}{{نهاية إذا}}",
  ])
  /// The same for a seal: whose it is, and when.
  static let sealLines = snippets(["**خُتم إلكترونياً**", "{{صاحب التوقيع}}", "{{تاريخ التوقيع}}"])

  private static func snippets(_ lines: [String]) -> [Snippet] {
    var log = DiagnosticLog()
    return lines.compactMap { Snippet.parse($0, at: .file("theme.yaml"), log: &log) }
  }
}

/// What stands small below the signature.
struct ClosingNotes: Hashable, Sendable {
  /// The words before the list of enclosures.
  var enclosures: Snippet?
  /// The words before the list of copies, which only the file copy bears.
  var copies: Snippet?
  /// What follows each copy.
  var eachCopy: Snippet?
  /// The initials of who drafted and checked; on the file copy.
  var initials: Snippet?
}

extension ThemeReader {
  func readLetterSettings(_ map: inout SettingMap, log: inout DiagnosticLog) -> LetterSettings? {
    var letters = LetterSettings()
    letters.details =
      map.section(SettingKey("details", "البيانات"), log: &log, readDetails) ?? letters.details
    letters.marks = map.lines(SettingKey("marks", "الدرجات"), log: &log)
    letters.member =
      map.section(SettingKey("to members", "للأعضاء"), log: &log, readWording) ?? letters.member
    letters.government =
      map.section(SettingKey("to government", "للجهات الحكومية"), log: &log, readWording)
      ?? letters.government
    letters.subject = map.line(SettingKey("subject", "الموضوع"), log: &log)
    letters.signature =
      map.section(SettingKey("signature", "التوقيع"), log: &log, readSignature) ?? letters.signature
    letters.notes = map.section(SettingKey("notes", "الحواشي"), log: &log, readNotes) ?? letters.notes
    letters.runningHead = map.line(SettingKey("running head", "رأس بقية الصفحات"), log: &log)
    letters.runningRule = map.section(SettingKey("rule under it", "الخط تحته"), log: &log) {
      stroke(&$0, log: &$1)
    }
    letters.foot = map.section(SettingKey("foot", "التذييل"), log: &log, readFoot) ?? letters.foot
    return letters
  }

  private func readWording(_ map: inout SettingMap, log: inout DiagnosticLog) -> Wording? {
    Wording(
      person: map.lines(SettingKey("person", "شخص"), log: &log),
      organisation: map.lines(SettingKey("organisation", "جهة"), log: &log),
      officer: map.lines(SettingKey("officer", "منصب"), log: &log),
      blank: map.lines(SettingKey("blank", "فارغ"), log: &log),
      greeting: map.line(SettingKey("greeting", "التحية"), log: &log),
      closing: map.line(SettingKey("closing", "الخاتمة"), log: &log))
  }

  private func readSignature(_ map: inout SettingMap, log: inout DiagnosticLog) -> SignatureBlock? {
    var block = SignatureBlock()
    block.width = map.millimetres(SettingKey("width", "العرض"), in: 40...120, log: &log) ?? block.width
    block.space = map.millimetres(SettingKey("space", "الفراغ"), in: 10...50, log: &log) ?? block.space
    block.stamp = map.line(SettingKey("stamp", "الختم"), log: &log)
    block.further = map.lines(SettingKey("further signatures", "توقيعات أخرى"), log: &log)
    let shown = map.lines(SettingKey("electronic", "الإلكتروني"), log: &log)
    if !shown.isEmpty { block.electronic = shown }
    block.sealSpace = map.millimetres(SettingKey("seal space", "فراغ الختم"), in: 10...50, log: &log)
    let sealed = map.lines(SettingKey("electronic seal", "الختم الإلكتروني"), log: &log)
    if !sealed.isEmpty { block.sealed = sealed }
    block.onFileCopy = map.line(SettingKey("on file copy", "في نسخة الملف"), log: &log)
    return block
  }

  private func readNotes(_ map: inout SettingMap, log: inout DiagnosticLog) -> ClosingNotes? {
    ClosingNotes(
      enclosures: map.line(SettingKey("enclosures", "المرفقات"), log: &log),
      copies: map.line(SettingKey("copies", "صورة إلى"), log: &log),
      eachCopy: map.line(SettingKey("each copy", "بعد كل صورة"), log: &log),
      initials: map.line(SettingKey("initials", "التركين"), log: &log))
  }
}
