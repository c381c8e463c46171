import ArgumentParser
import Diagnostics
import Foundation
import Issuing
import Mail
import Register

/// `khitab mail bounces`: what other servers say of letters that were sent.
struct Bounces: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say(
      "يقرأ بلاغات تعذّر التسليم ويقيدها.", "Read reports of delivery, and enter them."),
    discussion: say(
      "الصندوق مجلد Maildir أو ملف mbox أو بلاغ واحد محفوظ في ملف، ولا يتغير؛ وما قُرئ من قبل لا يُقيد ثانية.",
      "The box is a maildir, an mbox or one saved report, and isn't changed; what was read before isn't entered again."
    ))

  @Argument(help: ArgumentHelp(say("الصندوق.", "The box."), valueName: "path"))
  var box: String

  @OptionGroup var mail: MailOptions
  @OptionGroup var interface: InterfaceOptions

  func run() throws {
    var log = DiagnosticLog()
    guard let room = try mail.room(log: &log) else { return try interface.conclude(log) }
    let contents: ReportBox.Contents
    do {
      contents = try ReportBox(path: box).contents()
    } catch is ReportBox.NotABox {
      log.error(.notABox(box), at: .file(box), hints: [.giveBox])
      return try interface.conclude(log)
    } catch {
      throw IssuingError.unreadable(path: box, reason: UnreadableReason(of: error))
    }
    let summary = try room.read(contents, by: mail.options.by, at: mail.options.moment)
    for bounce in summary.failed {
      let number = bounce.entry.number
      log.warning(
        .bounced(number, bounce.status), hints: [bounce.isSoft ? .sendAgain(number) : .otherWay(number)])
      print(
        number, bounce.isSoft ? say("مؤقت", "soft") : say("دائم", "hard"), bounce.status, separator: "\t")
    }
    Interface.report(
      say(
        "البلاغات المقيدة: \(summary.logged)، وما قُيد من قبل: \(summary.known)، وما ليس لنا: \(summary.strangers)، والرسائل الأخرى: \(summary.others).",
        "\(summary.logged.english("report")) entered, \(summary.known) known before, \(summary.strangers) not ours, \(summary.others.english("other message"))."
      ))
    try interface.conclude(log)
  }
}

extension Diagnostic.Message {
  fileprivate static func notABox(_ path: String) -> Self {
    Self(
      "khitab.no-mailbox", arabic: "«\u{2068}\(path)\u{2069}» ليس صندوق بريد ولا بلاغاً من خادم بريد",
      english: "“\(path)” is neither a mailbox nor a mail server's report")
  }
  fileprivate static func bounced(_ number: RegisterNumber, _ status: String) -> Self {
    Self(
      "khitab.mail-bounced",
      arabic: "لم يصل بريد الخطاب \u{2066}\(number)\u{2069} (\u{2066}\(status)\u{2069})",
      english: "The mail of \(number) did not arrive (\(status))")
  }
}

extension Diagnostic.Hint {
  fileprivate static let giveBox = Self(
    arabic: "اذكر مجلد Maildir، أو ملف mbox، أو بلاغاً محفوظاً بصيغة ‎.eml",
    english: "Name a maildir, an mbox, or a report that was saved as .eml")
  fileprivate static func sendAgain(_ number: RegisterNumber) -> Self {
    Self(
      arabic: "قد ينجح لاحقاً: khitab mail resolve \(number) --again",
      english: "It may work later: khitab mail resolve \(number) --again")
  }
  fileprivate static func otherWay(_ number: RegisterNumber) -> Self {
    Self(
      arabic: "صحّح العنوان أو أرسله بطريقة أخرى: khitab mail resolve \(number) --by-channel post",
      english: "Correct the address, or send it another way: khitab mail resolve \(number) --by-channel post")
  }
}
