import ArgumentParser
import Issuing

/// Where the files of issued letters are.
struct LetterFolderOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        "مجلد الخطابات الصادرة؛ وإلا فمجلد letters في مجلد المكتب.",
        "The folder of issued letters; by default letters, in the office's folder."),
      valueName: "folder"))
  var letters: String?

  /// The folder that is said, or the usual one of an office.
  func path(in office: String) -> String { letters ?? office + "/letters" }

  /// The archive of an office, whose files' names begin with `prefix`.
  func archive(in office: String, prefix: String?) -> LetterArchive {
    LetterArchive(folder: path(in: office), prefix: prefix)
  }
}
