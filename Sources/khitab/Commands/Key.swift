import ArgumentParser
import Cryptography
import Diagnostics
import Foundation
import Signing

/// The kinds of key that `khitab key` makes.
enum KeyKind: String, ExpressibleByArgument, CaseIterable {
  case p256 = "p-256"
  case p384 = "p-384"
  case rsa3072 = "rsa-3072"

  var kind: PrivateKey.Kind {
    switch self {
    case .p256: .p256
    case .p384: .p384
    case .rsa3072: .rsa(bits: 3072)
    }
  }
}

/// `khitab key`: keys for trials.
struct SigningKey: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key", abstract: say("مفاتيح التجربة.", "Keys for trials."), subcommands: [NewTest.self])

  /// `khitab key new-test`: an authority, a signer and a time-stamp authority that nobody else trusts.
  struct NewTest: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "new-test",
      abstract: say(
        "ينشئ جهة تجريبية وموقّعاً وجهة ختم وقت؛ لا قيمة لما توقّعه.",
        "Make a test authority, a signer and a time-stamp authority; what they sign counts for nothing."))

    @Argument(help: ArgumentHelp(say("المجلد.", "The folder.")))
    var folder: String

    @Option(help: ArgumentHelp(say("اسم الموقّع التجريبي.", "The test signer's name.")))
    var name = "موقّع تجريبي"

    @Option(
      help: ArgumentHelp(say("المفتاح: p-256 أو p-384 أو rsa-3072.", "The key: p-256, p-384 or rsa-3072.")))
    var kind = KeyKind.p256

    @Option(
      help: ArgumentHelp(
        say(
          "مصدر كلمة السر: env:الاسم أو fd:الرقم؛ وإلا سُئلت عنها.",
          "Where the passphrase is: env:NAME or fd:NUMBER; else it is asked for.")))
    var passphrase: String?

    @Option(
      help: ArgumentHelp(
        say(
          "بدء سريان الشهادات: ثوانٍ منذ ١٩٧٠؛ وإلا فقبل يوم.",
          "When the certificates begin: seconds since 1970; by default a day ago.")),
      transform: PointInTime.argument)
    var start: PointInTime?

    @OptionGroup var interface: InterfaceOptions

    func run() throws {
      if FileManager.default.fileExists(atPath: folder + "/root.p12") {
        try interface.print([Diagnostic(.error, .trialExists, at: .file(folder))])
        throw Outcome.errors
      }
      let secret = try KeyOptions.secret(
        from: passphrase, prompt: say("كلمة سر جديدة: ", "A new passphrase: "))
      // A day earlier, so that clocks that differ a little don't find the certificates too young.
      let start = start ?? .now.adding(seconds: -86_400)
      do {
        try TrialFolder.write(to: folder, name: name, kind: kind, secret: secret, start: start)
      } catch let error as SigningError {
        try interface.print([Diagnostic(.error, error.message, at: .file(folder))])
        throw Outcome.errors
      }
      Interface.report(
        say(
          "أُنشئت الجهة التجريبية في \(folder)؛ لا قيمة لما توقّعه.",
          "a test authority was made in \(folder); what it signs counts for nothing."))
    }
  }
}

extension Diagnostic.Message {
  fileprivate static let trialExists = Self(
    "key.trial-exists", arabic: "في المجلد جهة تجريبية من قبل، ولا تُستبدل",
    english: "The folder has a test authority already, which isn't replaced")
}
