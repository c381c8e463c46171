import ArgumentParser
import Values

/// Names and reasons that a command is given, without what comes along unseen when they are pasted: blanks at the ends,
/// directional marks, line ends.
///
/// Who is who is decided by names: «سلمان» and «سلمان » must be one person, or somebody approves what they prepared.
enum WordsArgument {
  /// Somebody's name.
  static func name(_ text: String) throws -> String {
    let name = cleanedName(text)
    guard !name.isEmpty else { throw ValidationError(say("الاسم فارغ", "the name is empty")) }
    return name
  }

  /// A name, or nothing of it if it is blank.
  static func cleanedName(_ text: String) -> String { TextCleaning.clean(text, as: .name).value ?? "" }

  /// Why something is done, or where it goes, on one line.
  static func words(_ text: String) throws -> String {
    let words = TextCleaning.clean(text, as: .text).value ?? ""
    guard !words.isEmpty else { throw ValidationError(say("القيمة فارغة", "the value is empty")) }
    return words
  }
}
