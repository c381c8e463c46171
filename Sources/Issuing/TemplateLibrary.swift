public import Diagnostics
import Foundation
public import Templates
import Values

/// A template with the text it was read from.
public struct LoadedTemplate: Hashable, Sendable {
  /// The tree.
  public var template: Template
  /// The file and its text.
  public var source: TemplateSource
  /// The pieces it includes, in the order they are first met.
  public var pieces: [TemplateSource] = []

  /// All its text: its own file, then the pieces.
  var sources: [TemplateSource] { [source] + pieces }
}

/// Finds templates by path or by id, and the pieces they include.
public struct TemplateLibrary: Hashable, Sendable {
  /// The folders that hold one folder a template, first found first used.
  public var folders: [String]

  /// A library of the given folders.
  public init(folders: [String]) { self.folders = folders }

  /// The path of the template file that `name` means: a file, a folder with a `template.khitab`, or an id.
  public func path(of name: String) -> String? {
    let candidates = [name, name + "/template.khitab"] + folders.map { "\($0)/\(name)/template.khitab" }
    return candidates.first { FileKind.of($0) == .typeRegular }
  }

  /// The template called `name`, parsed; mistakes in it are diagnostics.
  ///
  /// With an `office` it is checked against its dictionary and theme too, as far as it could be read.
  public func template(
    named name: String, checkedFor office: Office? = nil, log: inout DiagnosticLog
  ) throws(IssuingError) -> LoadedTemplate? {
    guard let path = path(of: name) else {
      // The nearest alone where one is near: nobody reads fifty names for it.
      let nearest = Spelling.suggestion(for: name, among: ids)
      log.error(.noTemplate(name), hints: [nearest.map { .didYouMean($0) } ?? .listOfTemplates(ids)])
      return nil
    }
    let folder = URL(filePath: path).deletingLastPathComponent().path
    guard let text = try InputFile.text(path, log: &log) else { return nil }
    let source = TemplateSource(file: path, text: text)
    var pieces: [TemplateSource] = []
    var ofPieces = DiagnosticLog()
    var failure: IssuingError?
    let reading = Template.read(
      source,
      includes: { name in
        do throws(IssuingError) {
          guard let piece = try piece(named: name, beside: folder, log: &ofPieces) else { return nil }
          if !pieces.contains(piece) { pieces.append(piece) }
          return piece
        } catch {
          failure = failure ?? error
          return nil
        }
      }, log: &log)
    if let failure { throw failure }
    log.append(contentsOf: ofPieces)
    guard !ofPieces.hasErrors else { return nil }
    if let office, let reading { office.check(reading, log: &log) }
    return reading?.whole.map { LoadedTemplate(template: $0, source: source, pieces: pieces) }
  }

  /// The ids of all templates in the folders, in order, each once.
  public var ids: [String] {
    var said: Set<String> = []
    return folders.flatMap { folder in
      ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter {
        FileManager.default.fileExists(atPath: "\(folder)/\($0)/template.khitab")
      }.sorted()
    }.filter { said.insert($0).inserted }
  }

  /// An included piece: `NAME.khitab` beside the template or in a library folder; a name is never a path.
  private func piece(
    named name: String, beside folder: String, log: inout DiagnosticLog
  ) throws(IssuingError) -> TemplateSource? {
    guard !name.isEmpty, !name.contains("/"), !name.hasPrefix(".") else { return nil }
    let paths = ([folder] + folders.map { $0 + "/pieces" }).map { "\($0)/\(name).khitab" }
    guard let path = paths.first(where: { FileManager.default.fileExists(atPath: $0) }) else { return nil }
    // An empty text in the place of one that can't be read: it is there, and its own mistake is said.
    return TemplateSource(file: path, text: try InputFile.text(path, log: &log) ?? "")
  }
}

extension Diagnostic.Message {
  fileprivate static func noTemplate(_ name: String) -> Self {
    Self(
      "issuing.no-template", arabic: "لا يوجد قالب باسم «\u{2068}\(name)\u{2069}»",
      english: "There is no template called “\(name)”")
  }
}

extension Diagnostic.Hint {
  fileprivate static func listOfTemplates(_ ids: [String]) -> Self {
    let list = ids.joined(separator: ", ")
    return Self(arabic: "القوالب الموجودة: \u{2068}\(list)\u{2069}", english: "The templates are: \(list)")
  }
}
