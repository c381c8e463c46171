import ArgumentParser
import Diagnostics
import Foundation
import Issuing
import Themes
import Values

/// `khitab value`: one value in all its forms, or many, one a line.
struct Value: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("يعرض قيمة بكل صيغها.", "Print a value in all its forms."),
    discussion: say(
      "الأنواع: ", "Kinds: ") + Self.kinds.joined(separator: say("، ", ", ")))

  @Argument(help: ArgumentHelp(say("نوع القيمة.", "The kind of value.")))
  var kind: String

  // A value may begin with a minus, which would else be read as an option.
  @Argument(
    parsing: .allUnrecognized,
    help: ArgumentHelp(say("القيمة، وإن كثرت كلماتها.", "The value, of one word or more.")))
  var value: [String] = []

  @Flag(
    help: ArgumentHelp(
      say(
        "يقرأ قيمة من كل سطر ويكتب جواباً في كل سطر.",
        "Read one value a line on standard input, write one answer a line.")))
  var bulk = false

  @Option(
    help: ArgumentHelp(
      say(
        "مجلد المكتب: تُعرض القيمة بأسلوب كتابته وتقويمه.",
        "The office's folder: the value is written in its style and by its calendar."),
      valueName: "folder"))
  var office: String?

  @OptionGroup var interface: InterfaceOptions

  mutating func validate() throws {
    guard !bulk || office == nil else {
      throw ValidationError(
        say(
          "إملاء --bulk ثابت، فلا يُذكر معه --office",
          "--bulk has a spelling of its own, so --office can't go with it"))
    }
    if let option = value.first(where: { $0.hasPrefix("--") }) {
      throw ValidationError(say("خيار غير معروف: \(option)", "unknown option \(option)"))
    }
    guard bulk == value.isEmpty else {
      throw ValidationError(say("تُذكر قيمة أو ‎--bulk", "give a value or --bulk, one of the two"))
    }
    guard bulk ? Self.answers[kind] != nil : Self.kinds.contains(kind) else {
      let kinds = bulk ? Self.answers.keys.sorted() : Self.kinds
      throw ValidationError(
        say("النوع واحد من: ", "the kind is one of: ") + kinds.joined(separator: say("، ", ", ")))
    }
  }

  private static let kinds = ValueForms.Kind.allCases.map(\.rawValue)

  /// What each kind answers to a line.
  private static let answers: [String: @Sendable (String) -> String] = [
    "cardinal": { BulkAnswers.cardinal($0) },
    "money": { BulkAnswers.money($0) },
    "hijri": { DateBulkAnswers.hijri($0) },
    "gregorian": { DateBulkAnswers.gregorian($0) },
    "national-id": { IdentifierBulkAnswers.nationalID($0) },
    "iban": { IdentifierBulkAnswers.iban($0) },
    "mobile": { IdentifierBulkAnswers.mobile($0) },
    "phone": { IdentifierBulkAnswers.phone($0) },
  ]

  func run() throws {
    if bulk, let answer = Self.answers[kind] {
      while let line = readLine() { print(answer(line)) }
      return
    }
    var log = DiagnosticLog()
    let profile = try office.flatMap { try Office.profile(in: $0, log: &log) }
    let reading = ValueForms.forms(
      kind: kind, text: value.joined(separator: " "), style: profile?.style ?? HouseStyle(),
      calendar: profile?.calendar ?? .official)
    try interface.print(log.diagnostics + reading.diagnostics)
    guard !log.hasErrors else { throw Outcome.errors }
    guard let forms = reading.value else { throw Outcome.errors }
    for form in forms { print(say(form.arabicLabel, form.englishLabel) + "\t" + form.text) }
    if reading.diagnostics.contains(where: { $0.severity == .error }) { throw Outcome.errors }
  }
}
