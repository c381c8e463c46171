import ArgumentParser
import Diagnostics
import Foundation
import Issuing
import Themes

/// Whose letters are made, and how they are dressed.
struct OfficeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        "مجلد المكتب، وفيه office.yaml وfields.yaml؛ وإن لم يُذكر فمجلد السجلات أو المجلد الحالي إن كان مجلد مكتب.",
        "The office's folder, with office.yaml and fields.yaml; by default the records' folder or the current one, if it is one."
      ),
      valueName: "folder"))
  var office: String?

  @Option(
    help: ArgumentHelp(
      say("مجلد السمة (الترويسة والأنماط).", "The theme's folder: letterhead and styles."),
      valueName: "folder"))
  var theme: String?

  @Option(
    help: ArgumentHelp(
      say("الترويسة: drawn أو preprinted أو none.", "The letterhead: drawn, preprinted or none."),
      valueName: "kind"),
    transform: { try Self.choice($0) })
  var letterhead: LetterheadMode?

  @Option(
    help: ArgumentHelp(
      say(
        "صيغة المخاطبة: member للأعضاء أو government للجهات الحكومية.",
        "The custom of address: member, or government for official bodies."), valueName: "custom"),
    transform: { try Self.choice($0) })
  var custom: CompositionOptions.Custom = .member

  @Flag(help: ArgumentHelp(say("يضع «مسودة» خلف النص.", "Put «مسودة» behind the text.")))
  var draft = false

  @Flag(
    help: ArgumentHelp(
      say("نسخة الملف: تُطبع فيها «صورة إلى».", "The file copy: it carries the list of copies.")))
  var fileCopy = false

  /// The same options as arguments, paths made absolute, so that they name the same office from any folder.
  func arguments(beside files: [String?]) -> [String] {
    func absolute(_ path: String?) -> String? { path.map { URL(filePath: $0).path } }
    let isBeside = Self.office(beside: files) != nil
    let named = [
      ("--office", absolute(office ?? (isBeside ? nil : Self.current))), ("--theme", absolute(theme)),
      ("--letterhead", letterhead?.rawValue),
      ("--custom", custom.rawValue),
    ]
    return named.flatMap { name, value in value.map { [name, $0] } ?? [] } + (fileCopy ? ["--file-copy"] : [])
  }

  /// The office's folder: the one asked for, or that of a file given, or the current one, or none.
  func folder(beside files: [String?]) -> String? { office ?? Self.found(beside: files) }

  /// The office's folder where none is asked for: that of a file given, or the current one.
  static func found(beside files: [String?]) -> String? { office(beside: files) ?? current }

  /// The folder of the first file that has an office beside it.
  private static func office(beside files: [String?]) -> String? {
    files.compactMap { $0 }.map { URL(filePath: $0).deletingLastPathComponent().path }.first(where: isOffice)
  }

  /// The current folder, if it is an office's.
  private static var current: String? {
    let folder = FileManager.default.currentDirectoryPath
    return isOffice(folder) ? folder : nil
  }

  private static func isOffice(_ folder: String) -> Bool {
    FileManager.default.fileExists(atPath: folder + "/office.yaml")
  }

  /// The office of `folder`, or the nameless one.
  func read(
    _ folder: String?, installation: Installation, log: inout DiagnosticLog
  ) throws -> Office? {
    let themeFolder = theme ?? installation.theme(ofOfficeIn: folder)
    return try Office.read(folder: folder, themeFolder: themeFolder, log: &log)
  }

  /// The case whose name is `text`, or the list of those there are.
  private static func choice<Choice: RawRepresentable & CaseIterable>(_ text: String) throws -> Choice
  where Choice.RawValue == String {
    guard let choice = Choice(rawValue: text) else {
      let names = Choice.allCases.map(\.rawValue).joined(separator: say("، ", ", "))
      throw ValidationError(say("القيمة واحدة من: ", "the value is one of: ") + names)
    }
    return choice
  }
}
