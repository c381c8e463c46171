import ArgumentParser
import Diagnostics
import Issuing
import Register
import Values

/// `khitab register retention`: the list of what may be destroyed.
struct Retention: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say(
      "قائمة ما انتهت مدة حفظه، لتُعتمد قبل إتلافه.",
      "List what is kept no longer, for approval before it is destroyed."),
    discussion: say(
      "السطر الأخير بصمة القائمة: يعتمدها المعتمد ويذكرها destroy.",
      "The last line is the list's digest: it is what gets approved, and what destroy is given."))

  @OptionGroup var options: RegisterOptions
  @OptionGroup var interface: InterfaceOptions

  func run() throws {
    try options.withRegister(interface) { register, log in
      let rules = try Destruction.rules(in: options.folder, log: &log)
      guard !log.hasErrors else { return }
      let list = try Destruction(by: rules, in: register, on: options.moment.day)
      for item in list.items {
        let entry = item.entry
        print(
          "\(entry.number)\t\(entry.printed)\t\(entry.day.iso)\t\(item.rule.documents)\t\(item.end.iso)\t\(item.rule.basis)"
        )
      }
      print(list.digest)
      Interface.report(
        say("القيود: \(list.items.count).", "\(list.items.count.english("entry", "entries"))."))
    }
  }
}
