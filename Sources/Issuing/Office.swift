public import Diagnostics
import Foundation
import PDF
import Records
public import Templates
public import Themes
public import Values

/// An office: its particulars, its data dictionary and its theme, read from its folder.
public struct Office: Sendable {
  /// The association's particulars and house style; `nil` for a nameless office.
  public var profile: OfficeProfile?
  /// What a record may state.
  public var records: DataDictionary
  /// All that a letter may state: the record's fields and the association's own.
  public var dictionary: DataDictionary
  /// The look and the fixed words of its letters.
  public var theme: Theme
  /// The words that inflect.
  public var lexicon: Lexicon
  /// The nouns that are counted.
  public var nouns: NounTable
  /// The currencies that amounts can be written in.
  public var currencies: CurrencyTable
  /// Its folder; `nil` for a nameless office.
  public var folder: String?
  /// The bytes of the office's own files, on which its letters depend.
  var ownFiles: [[UInt8]] = []
  /// The bytes of the theme's file and pictures.
  var themeFiles: [[UInt8]] = []
  /// The Umm al-Qura calendar with the office's corrections.
  public var calendar: UmmAlQura { profile?.calendar ?? .official }

  /// Reads `office.yaml`, `fields.yaml` and, where there is one, `calendar.txt` of `folder`, and the theme of
  /// `themeFolder`.
  ///
  /// Without a folder the office is nameless: its letters state nothing of an association's.
  public static func read(
    folder: String?, themeFolder: String, log: inout DiagnosticLog
  ) throws(IssuingError) -> Office? {
    var profile: OfficeProfile?
    var dictionary = DataDictionary(fields: [])
    var ownFiles: [[UInt8]] = []
    if let folder {
      profile = try self.profile(in: folder, log: &log)
      let fields = folder + "/fields.yaml"
      let own = try InputFile.text(fields, log: &log).flatMap {
        DataDictionary.read(yaml: $0, file: fields, log: &log)
      }
      guard profile != nil, let own else { return nil }
      dictionary = own
      let files = ["office.yaml", "fields.yaml", "calendar.txt"].map { folder + "/" + $0 }
      for file in files where FileManager.default.fileExists(atPath: file) {
        ownFiles.append(try InputFile.bytes(file))
      }
    }
    guard let (theme, themeFiles) = try theme(in: themeFolder, log: &log) else { return nil }
    let known = dictionary.adding(profile?.fields ?? OfficeProfile.standardFields).adding(Theme.fields)
    return Office(
      profile: profile, records: dictionary, dictionary: known, theme: theme,
      lexicon: .standard.merging(profile?.lexicon ?? Lexicon()),
      nouns: .standard.merging(profile?.nouns ?? NounTable()),
      currencies: .standard.merging(profile?.currencies ?? CurrencyTable()), folder: folder,
      ownFiles: ownFiles,
      themeFiles: themeFiles)
  }

  /// The particulars and ways of writing of the office in `folder`, by its `office.yaml` and `calendar.txt`.
  public static func profile(
    in folder: String, log: inout DiagnosticLog
  ) throws(IssuingError) -> OfficeProfile? {
    let file = folder + "/office.yaml"
    let calendar = try calendar(in: folder, log: &log)
    guard let yaml = try InputFile.text(file, log: &log) else { return nil }
    return OfficeProfile.read(yaml: yaml, file: file, calendar: calendar, log: &log)
  }

  /// The official calendar, corrected by the folder's `calendar.txt` if it has one.
  private static func calendar(
    in folder: String, log: inout DiagnosticLog
  ) throws(IssuingError) -> UmmAlQura {
    let file = folder + "/calendar.txt"
    guard FileManager.default.fileExists(atPath: file), let text = try InputFile.text(file, log: &log) else {
      return .official
    }
    return UmmAlQura.official.applying(overrides: text, file: file, log: &log)
  }

  private static func theme(
    in folder: String, log: inout DiagnosticLog
  ) throws(IssuingError) -> (theme: Theme, files: [[UInt8]])? {
    let file = folder + "/theme.yaml"
    guard let yaml = try InputFile.text(file, log: &log) else { return nil }
    var files = [Array(yaml.utf8)]
    let theme = Theme.read(
      yaml: yaml, file: file,
      image: { name, log in
        let path = "\(folder)/\(name)"
        guard let bytes = try? InputFile.bytes(path) else {
          log.error(.noPicture(path), at: .file(file))
          return nil
        }
        files.append(bytes)
        return ImageReader.read(bytes, file: path, log: &log)
      }, log: &log)
    return theme.map { ($0, files) }
  }

  /// Checks a template and the theme against the dictionary, before any letter.
  public func check(_ template: Template, log: inout DiagnosticLog) {
    template.check(
      against: dictionary, styles: theme.styleNames, lexicon: lexicon, nouns: nouns,
      currencies: currencies, log: &log)
    profile?.checkSigner(of: template.settings, log: &log)
    checkTheme(log: &log)
  }

  /// Checks what was read of a template, and the theme, against the dictionary.
  func check(_ reading: TemplateReading, log: inout DiagnosticLog) {
    reading.check(
      against: dictionary, styles: theme.styleNames, lexicon: lexicon, nouns: nouns,
      currencies: currencies, log: &log)
    profile?.checkSigner(of: reading.settings, log: &log)
    checkTheme(log: &log)
  }

  private func checkTheme(log: inout DiagnosticLog) {
    guard profile != nil else { return }
    theme.check(against: dictionary, lexicon: lexicon, nouns: nouns, currencies: currencies, log: &log)
  }

  /// The office's ways of writing, before any record states a value.
  func scope(mode: Scope.Mode) -> Scope {
    var scope = Scope(
      dictionary: dictionary, style: profile?.style ?? HouseStyle(), lexicon: lexicon, nouns: nouns,
      mode: mode)
    scope.currencies = currencies
    if let profile {
      scope.standing = profile.values
      for signer in profile.signers { scope.posts[signer.post] = signer.printedPost }
      scope.calendar = profile.calendar
      scope.week = profile.week
      scope.replyWindow = profile.replies.window
    }
    return scope.adding(Theme.namedFields)
  }

  /// What a letter made of `record` may state, in the office's `scope`.
  func scope(_ scope: Scope, of record: Record, speakingTo kind: PersonKind?) -> Scope {
    var values = record.values
    if let kind {
      for field in dictionary.fields where field.type == .personKind {
        values[field.name] = .personKind(kind)
      }
    }
    return scope.stating(
      values, origins: record.origins, itemOrigins: record.itemOrigins, doubts: record.doubts,
      record: record.location)
  }
}

extension Diagnostic.Message {
  fileprivate static func noPicture(_ path: String) -> Self {
    Self(
      "issuing.no-picture", arabic: "تعذّرت قراءة الصورة \u{2068}\(path)\u{2069} التي تطلبها السمة",
      english: "The picture \(path) that the theme asks for can't be read")
  }
}
