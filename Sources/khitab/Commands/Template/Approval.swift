import ArgumentParser
import Diagnostics
import Foundation
import Issuing
import Register
import Templates
import Themes
import Values

extension Template {
  /// `khitab template approve`: somebody answers for a template as it stands.
  struct Approve: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say("يعتمد قالباً كما هو، ويحفظ نصه.", "Approve a template as it stands, and keep its text."))

    @Argument(help: ArgumentHelp(say("القالب: معرّفه أو مساره.", "The template: its id or its path.")))
    var template: String
    @OptionGroup var options: RegisterOptions
    @OptionGroup var interface: InterfaceOptions

    func run() throws {
      try options.withRegister(creates: true, interface) { register, log in
        let installation = try Installation.find()
        let library = installation.library(ofOfficeIn: options.folder)
        let office = try Office.read(
          folder: options.folder, themeFolder: installation.theme(ofOfficeIn: options.folder), log: &log)
        guard let template = try library.template(named: template, log: &log), let office else { return }
        // A template with a mistake in it is approved by nobody.
        office.check(template.template, log: &log)
        let approvers = office.profile?.registry.approvers ?? []
        if !approvers.isEmpty, !approvers.contains(options.by) { log.error(.notAnApprover(options.by)) }
        guard !log.hasErrors else { return }
        let version = template.version(approvedBy: options.by, at: options.moment)
        try register.approve(version)
        print(version.template, version.version, version.sha256.prefix(12), separator: "\t")
      }
    }
  }

  /// `khitab template versions`: what was approved, by whom and when.
  struct Versions: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say("ما اعتُمد من صور القوالب.", "The approved forms of templates."))

    @Argument(
      help: ArgumentHelp(say("رقم النموذج مثل MS-10؛ وإلا فالكل.", "The form's number, such as MS-10.")))
    var number: String?
    @OptionGroup var options: RegisterOptions
    @OptionGroup var interface: InterfaceOptions

    func run() throws {
      try options.withRegister(interface) { register, _ in
        let versions = try register.templateVersions(of: number)
        if versions.isEmpty { Interface.reportNothing("لم يُعتمد أي قالب.", "No template was approved.") }
        for version in versions {
          print(
            version.template, version.version, version.sha256.prefix(12),
            RegisterTable.text(of: version.approvedAt),
            version.approvedBy, separator: "\t")
        }
      }
    }
  }

  /// `khitab template restore`: an approved form written back to files.
  struct RestoreVersion: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "restore",
      abstract: say("يعيد صورة معتمدة من قالب إلى ملف.", "Write an approved form of a template to a folder."))

    @Argument(
      help: ArgumentHelp(
        say("أول بصمتها كما في versions.", "The beginning of its hash, as `versions` shows it.")))
    var hash: String
    @Option(help: ArgumentHelp(say("المجلد.", "The folder."), valueName: "folder"))
    var output: String
    @OptionGroup var options: RegisterOptions
    @OptionGroup var interface: InterfaceOptions

    func run() throws {
      try options.withRegister(interface) { register, log in
        let found = try register.templateVersions().filter { $0.sha256.hasPrefix(hash.lowercased()) }
        guard hash.count >= 6, found.count == 1 else {
          log.error(.versions(found.count, hash))
          return
        }
        for file in found[0].files {
          // A name is never a path.
          let name = URL(filePath: file.name).lastPathComponent
          try OutputFile(path: "\(output)/\(name)").write(Array(file.text.utf8))
        }
      }
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func notAnApprover(_ name: String) -> Self {
    Self(
      "khitab.template-approver",
      arabic: "«\u{2068}\(name)\u{2069}» ليس من المعتمدين المسمّين في ملف الجمعية",
      english: "“\(name)” isn't one of the approvers named in the office's file")
  }
  fileprivate static func versions(_ count: Int, _ hash: String) -> Self {
    Self(
      "khitab.template-versions",
      arabic:
        "الصور المعتمدة التي تبدأ بصمتها بـ \u{2066}\(hash)\u{2069}: \(count)، والمطلوب واحدة، بستة أحرف على الأقل",
      english: "\(count) approved forms begin with \(hash); it has to be one, named by six characters or more"
    )
  }
}
