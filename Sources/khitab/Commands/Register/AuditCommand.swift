import ArgumentParser
import Diagnostics
import Register

/// `khitab register audit`: every link of the ledger computed anew.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: say("يتحقق من سلسلة السجل كلها.", "Check the register's whole chain."),
    discussion: say(
      "السطر الأخير بصمة السجل: دوّنها خارج الجهاز، واذكرها في --head لاحقاً؛ فبها يُكشف قطع آخر السجل أو تزويره كله.",
      "The last line is the register's head: note it down elsewhere and give it to --head later; it shows an end cut off or a whole chain forged."
    ))

  @Option(
    help: ArgumentHelp(say("بصمة دُوّنت من قبل.", "A head that was noted down before.")), transform: Self.head)
  var head: Audit.Head?

  @OptionGroup var options: RegisterOptions
  @OptionGroup var interface: InterfaceOptions

  func run() throws {
    try options.withRegister(interface) { register, log in
      let audit = try register.audit(noted: head)
      for finding in audit.findings { log.error(.finding(finding)) }
      Interface.report(
        say(
          "الحلقات التي فُحصت \(audit.links)، والمخالفات \(audit.findings.count).",
          "\(audit.links.english("link")) examined, \(audit.findings.count.english("finding"))."))
      print(audit.head)
    }
  }

  private static func head(_ text: String) throws -> Audit.Head {
    guard let head = Audit.Head(text) else {
      throw ValidationError(say("البصمة كما يطبعها audit", "a head is what `audit` prints"))
    }
    return head
  }
}

extension Diagnostic.Message {
  /// A finding of an audit in words.
  static func finding(_ finding: Audit.Finding) -> Self {
    func name(_ position: Int, _ reference: String?) -> (arabic: String, english: String) {
      let own = reference.map { " \u{2066}(\($0))\u{2069}" } ?? ""
      return ("الحلقة \(position)\(own)", "link \(position)" + (reference.map { " (\($0))" } ?? ""))
    }
    switch finding {
    case .changed(let position, let reference):
      let name = name(position, reference)
      return Self(
        "register.audit-changed", arabic: "\(name.arabic): غُيّر ما قُيد فيها",
        english: "\(name.english): what was recorded there has been changed")
    case .missing(let position, let reference):
      let name = name(position, reference)
      return Self(
        "register.audit-missing", arabic: "\(name.arabic): حُذفت",
        english: "\(name.english): it has been removed")
    case .swapped(let position, let reference, let other):
      let name = name(position, reference)
      return Self(
        "register.audit-swapped", arabic: "\(name.arabic): بُدّل مكانها بالحلقة \(other)",
        english: "\(name.english): it has changed places with link \(other)")
    case .particularsChanged(let position, let reference):
      let name = name(position, reference)
      return Self(
        "register.audit-particulars-changed",
        arabic: "\(name.arabic): غُيّر الاسم أو الموضوع أو رقم صاحب الشأن",
        english: "\(name.english): the name, subject or party's number has been changed")
    case .particularsMissing(let position, let reference):
      let name = name(position, reference)
      return Self(
        "register.audit-particulars-missing", arabic: "\(name.arabic): حُذف الاسم والموضوع بلا محضر إتلاف",
        english: "\(name.english): name and subject are gone without a record of destruction")
    case .gap(let number):
      return Self(
        "register.audit-gap", arabic: "الرقم \u{2066}\(number)\u{2069} مفقود من سلسلته",
        english: "The number \(number) is missing from its series")
    case .lastNumber(let number):
      return Self(
        "register.audit-last-number",
        arabic: "آخر رقم سُجّل لسلسلة \u{2066}\(number)\u{2069} أقل من هذا الرقم، فقد غُيّر",
        english:
          "The last number that is kept of the series of \(number) is less than that: it has been changed")
    case .unlinked(let position, let reference):
      let name = name(position, reference)
      return Self(
        "register.audit-unlinked", arabic: "\(name.arabic): أُدخلت من غير البرنامج",
        english: "\(name.english): it was put in by other means than the program")
    case .headDiffers(let position):
      return Self(
        "register.audit-head-differs",
        arabic: "السجل ليس فيه الحلقة \(position) كما دُوّنت بصمتها: قُطع آخره أو أُعيدت كتابته",
        english:
          "The register doesn't hold link \(position) as it was noted down: its end was cut off, or it was written anew"
      )
    }
  }
}
