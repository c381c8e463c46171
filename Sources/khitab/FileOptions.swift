import ArgumentParser
import Issuing
import PDF

/// What the PDF files that are made conform to, and what rides along in them.
struct FileOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        "معيار ملف PDF: official (PDF/A-3a وPDF/UA-1) أو archive (PDF/A-2u).",
        "The standard of PDF files: official (PDF/A-3a and PDF/UA-1) or archive (PDF/A-2u)."),
      valueName: "profile"),
    transform: {
      guard let profile = Profile(rawValue: $0), profile != .print else {
        throw ValidationError(say("القيمة official أو archive", "the value is official or archive"))
      }
      return profile
    })
  var profile: Profile = .official

  @Flag(
    help: ArgumentHelp(
      say(
        "يرفق بكل خطاب بياناته للبرامج، في ملف JSON داخل PDF.",
        "Attach each letter's data for programs, as a JSON file inside the PDF.")))
  var attachData = false

  func validate() throws {
    guard profile == .official || !attachData else {
      throw ValidationError(
        say("لا تُرفق البيانات إلا في official", "data are attached in files of the official profile only"))
    }
  }

  /// The composer with these options.
  func applied(to composer: LetterComposer) -> LetterComposer {
    var composer = composer
    composer.profile = profile
    composer.attachesData = attachData
    return composer
  }
}
