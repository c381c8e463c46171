import ArgumentParser
import Diagnostics
import Issuing
import Register
import Values

/// `khitab register destroyed`: what was destroyed, and the record of it again.
struct Destroyed: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say(
      "يسرد القوائم المتلفة، ويكتب محضر إتلاف إحداها من جديد.",
      "List what was destroyed, and write the record of a list again."),
    discussion: say(
      "بلا بصمة تُسرد القوائم: بصمتها ويوم إتلافها وعدد قيودها ومن نفّذه ومن اعتمده.",
      "Without a digest it lists the lists: digest, day, number of entries, who carried it out and who approved it."
    ))

  @Argument(help: ArgumentHelp(say("بصمة القائمة المتلفة.", "The digest of a list that was destroyed.")))
  var list: String?

  @OptionGroup var files: DestructionRecordOptions
  @OptionGroup var options: RegisterOptions
  @OptionGroup var interface: InterfaceOptions

  mutating func validate() throws {
    guard (list == nil) == files.record.isEmpty else {
      throw ValidationError(say("يلزم مع بصمة القائمة --record", "a list's digest and --record go together"))
    }
  }

  func run() throws {
    try options.withRegister(interface) { register, log in
      guard let list else {
        let lists = try register.destroyedLists()
        if lists.isEmpty { Interface.reportNothing("لم يُتلف شيء.", "Nothing was destroyed.") }
        for list in lists {
          print(list.digest, list.day.iso, list.count, list.by, list.approver, separator: "\t")
        }
        return
      }
      guard files.areNew(log: &log),
        let found = try Destruction.carriedOut(list, in: register, log: &log)
      else { return }
      try files.write(found.list, found.acts, of: options.folder, log: &log)
    }
  }
}
