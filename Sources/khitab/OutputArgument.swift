import ArgumentParser
import Foundation

/// The file that a command writes: of the kind it says, so that an office's settings aren't taken for it, and none of
/// those that it reads.
enum OutputArgument {
  static func check(_ output: String?, endsIn ending: String, beside inputs: [String?] = []) throws {
    guard let output else { return }
    guard output.lowercased().hasSuffix(ending) else {
      throw ValidationError(
        say("ينتهي اسم الملف بـ \u{200E}\(ending)", "the file's name ends in \(ending)"))
    }
    guard !inputs.compactMap(\.self).map(place).contains(place(output)) else {
      throw ValidationError(
        say("لا تُكتب النتيجة فوق ملف يُقرأ منه", "the result isn't written over a file that is read"))
    }
  }

  private static func place(_ path: String) -> String {
    URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }
}
