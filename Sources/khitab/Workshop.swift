import Diagnostics
import Fonts
import Foundation
import Issuing
import Layout
import Templates
import Text
import Themes

/// What the commands that make letters share: the installation, its fonts, an office and a template.
struct Workshop {
  var office: Office
  /// The fonts that its letters are set in.
  var fonts: FontCollection
  var template: LoadedTemplate
  var composer: LetterComposer
  /// Draws what stands in signature fields.
  var drawing: SignatureDrawing
  /// The template's id, which names its files.
  var name: String

  /// Opens everything one template's letters need, or nothing with all the reasons in `log`.
  static func open(
    template name: String, office options: OfficeOptions, beside files: [String?], isBlank: Bool,
    log: inout DiagnosticLog
  ) throws -> Workshop? {
    let installation = try Installation.find()
    let fonts = try FontCollection(folder: installation.fonts, log: &log)
    let folder = options.folder(
      beside: files + [TemplateLibrary(folders: [installation.templates]).path(of: name)])
    let library = installation.library(ofOfficeIn: folder)
    let office = try options.read(folder, installation: installation, log: &log)
    let template = try library.template(named: name, checkedFor: office, log: &log)
    guard let template, let office, !log.hasErrors else { return nil }
    let letterhead = options.letterhead ?? (folder == nil ? LetterheadMode.none : office.profile?.letterhead)
    let composition = CompositionOptions(
      custom: options.custom, letterhead: letterhead ?? .drawn, isDraft: options.draft,
      isFileCopy: options.fileCopy)
    let paginator = Paginator(shaper: ParagraphShaper(fonts: fonts))
    let composer = LetterComposer(
      office: office, template: template, options: composition, isBlank: isBlank, paginator: paginator)
    return Workshop(
      office: office, fonts: fonts, template: template, composer: composer,
      drawing: SignatureDrawing(office: office, paginator: paginator), name: fileName(of: template))
  }

  /// The template's folder name, or its file's: ASCII letters, digits and hyphens only.
  private static func fileName(of template: LoadedTemplate) -> String {
    let url = URL(filePath: template.source.file)
    let stem = url.deletingPathExtension().lastPathComponent
    let name = stem == "template" ? url.deletingLastPathComponent().lastPathComponent : stem
    let safe = name.unicodeScalars.filter {
      $0.isASCII && ($0.properties.isAlphabetic || $0 == "-" || ("0"..."9") ~= $0)
    }
    return safe.isEmpty ? "letter" : String(String.UnicodeScalarView(safe))
  }
}
