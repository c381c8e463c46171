import ArgumentParser
import Diagnostics
import Issuing
import Register
import Themes
import Values

/// `khitab register destroy`: an approved list is destroyed as it was approved.
struct Destroy: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say(
      "يتلف قائمة معتمدة ويكتب محضر الإتلاف.", "Destroy an approved list, and write the record of it."),
    discussion: say(
      "تذهب الأسماء والأرقام والموضوعات وملفات الخطابات، وتبقى أرقام القيود وبصماتها. والنسخ الاحتياطية السابقة تُتلف على حدة.",
      "Names, numbers, subjects and the letters' files go; entries' numbers and hashes stay. Earlier backups must be destroyed apart."
    ))

  @Option(help: ArgumentHelp(say("بصمة القائمة المعتمدة.", "The approved list's digest.")))
  var list: String

  @Option(help: ArgumentHelp(say("من اعتمد القائمة.", "Who approved the list.")))
  var approver: String

  @OptionGroup var files: DestructionRecordOptions

  @OptionGroup var letters: LetterFolderOption

  @OptionGroup var options: RegisterOptions
  @OptionGroup var interface: InterfaceOptions

  mutating func validate() throws {
    guard !files.record.isEmpty else { throw ValidationError(say("يلزم --record", "--record is needed")) }
  }

  func run() throws {
    try options.withRegister(interface) { register, log in
      let rules = try Destruction.rules(in: options.folder, log: &log)
      let profile = try Office.profile(in: options.folder, log: &log)
      guard !log.hasErrors else { return }
      let due = try Destruction(by: rules, in: register, on: options.moment.day)
      guard due.digest == list else {
        log.error(.otherList(due.digest))
        return
      }
      guard files.areNew(log: &log), let acts = try destroy(due, in: register, log: &log) else { return }
      let archive = letters.archive(in: options.folder, prefix: profile?.registry.filePrefix)
      try Destruction.clearAway(in: register, archive: archive)
      Interface.report(
        say(
          "القيود التي أُتلفت بياناتها: \(acts.count).", "\(acts.count.english("entry", "entries")) destroyed."
        ))
    }
  }

  /// Destroys a list and puts it on record, or does neither.
  private func destroy(
    _ list: Destruction, in register: Register, log: inout DiagnosticLog
  ) throws -> [RegisterAct]? {
    var isDone = false
    // The record of what wasn't destroyed after all tells of nothing.
    defer { if !isDone { files.remove() } }
    let acts = try list.carryOut(
      in: register, by: options.by, approver: approver, at: options.moment, log: &log
    ) { acts, log in
      // Inside the transaction: what can't be put on record isn't destroyed. An empty list only clears away files.
      if !acts.isEmpty { try files.write(list, acts, of: options.folder, log: &log) }
    }
    isDone = acts != nil
    return acts
  }
}

extension Diagnostic.Message {
  fileprivate static func otherList(_ digest: String) -> Self {
    Self(
      "khitab.retention-other-list",
      arabic: "القائمة تغيرت أو ليست هذه بصمتها (\u{2066}\(digest)\u{2069})؛ اعتمدها من جديد",
      english: "The list has changed, or this isn't its digest (\(digest)); have it approved anew")
  }
}
