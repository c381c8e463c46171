import Cryptography
import Foundation
import PDF
import Register
import Themes
import Templates

/// The hashes of everything besides the record that a letter's bytes depend on.
public struct LetterInputs: Hashable, Sendable {
  /// The template's text and the pieces it includes.
  public var template: String
  /// The theme's file and pictures, and how it dresses the letter.
  public var theme: String
  /// The office's two files.
  public var office: String
  /// The lock of the fonts.
  public var fonts: String

  /// The program and its version, as entries name it.
  public static let program = "khitab \(version)"
  /// The program's version.
  public static let version = "0.1.0"

  /// Reads what `composer`'s letters depend on.
  public init(_ composer: LetterComposer, installation: Installation) throws(IssuingError) {
    template = Self.hash(of: composer.template)
    theme = Self.theme(of: composer)
    office = Self.hash(composer.office.ownFiles)
    fonts = Self.hash([try InputFile.bytes(installation.fonts + "/fonts.lock")])
  }

  /// The hash of the theme and of how it dresses a composer's letters.
  static func theme(of composer: LetterComposer) -> String {
    // The dress is told by the command, not by a file.
    let options = composer.options
    let dress =
      "\(options.custom.rawValue) \(options.letterhead.rawValue) \(options.isFileCopy) "
      + (options.isSignedForTrial ? "trial " : "")
      + "\(composer.profile.rawValue) \(composer.attachesData)"
    return hash(composer.office.themeFiles + [Array(dress.utf8)])
  }

  /// The hash of a template's text and the pieces it includes.
  static func hash(of template: LoadedTemplate) -> String {
    hash(template.sources.map { Array($0.text.utf8) })
  }

  /// The hashes as an entry's facts.
  var facts: [EntryColumn: String] {
    [
      .templateHash: template, .themeHash: theme, .officeHash: office, .fontsHash: fonts,
      .program: Self.program,
    ]
  }

  /// One hash of several files, each with its length before it.
  private static func hash(_ files: [[UInt8]]) -> String {
    let bytes = files.flatMap { Array("\($0.count):".utf8) + $0 }
    return SHA256Digest(of: bytes).description
  }
}
