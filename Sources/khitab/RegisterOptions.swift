import ArgumentParser
import Diagnostics
import Foundation
import Issuing
import Register
import Themes
import Values

/// Which register, of which office.
struct RegisterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say("مجلد المكتب؛ وإلا فالمجلد الحالي.", "The office's folder; the current folder by default."),
      valueName: "folder"))
  var office: String?

  @OptionGroup var ledger: LedgerOptions

  /// Who does this.
  var by: String { ledger.by }
  /// The moment of the command.
  var moment: Moment { ledger.moment }
  /// The office's folder.
  var folder: String { office ?? FileManager.default.currentDirectoryPath }
  /// The register's file.
  var path: String { ledger.path(in: folder) }

  /// Opens the register, with the numbering that the office's file states.
  func open(creates: Bool = false, log: inout DiagnosticLog) throws -> Register? {
    let profile = try profile(log: &log)
    guard !log.hasErrors else { return nil }
    return try ledger.open(
      in: folder, numbering: Numbering(profile), creates: creates)
  }

  /// The office's particulars, if its folder has them.
  private func profile(log: inout DiagnosticLog) throws -> OfficeProfile? {
    let file = folder + "/office.yaml"
    guard FileManager.default.fileExists(atPath: file) else { return nil }
    return try Office.profile(in: folder, log: &log)
  }
}
