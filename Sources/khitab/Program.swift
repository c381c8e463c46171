import ArgumentParser
import Diagnostics
// `stdout` is a variable of the C library: whether it failed is asked when nothing else runs any more.
@unsafe @preconcurrency import Foundation
import Issuing
import Register
import Signing

/// How the program ends.
enum Outcome: Int32, Error {
  /// Everything asked for was done.
  case done = 0
  /// Something given was wrong, and was said.
  case errors = 1
  /// The command line itself was wrong.
  case usage = 2
  /// The machine failed.
  case failure = 3
}

/// Parses the command line, runs the command, and ends with one of four codes.
@main
enum Program {
  static func main() async {
    openClosedStreams()
    let outcome = await run()
    // print(_:) tells nobody what it couldn't write.
    guard unsafe fflush(stdout) == 0, unsafe ferror(stdout) == 0 else {
      Interface.report(
        say(
          "عطل: تعذّرت كتابة المخرجات كلها، فلا يُعتمد عليها؛ لعل القرص ممتلئ.",
          "failure: not all output could be written, so it can't be relied on; the disk may be full."))
      exit(Outcome.failure.rawValue)
    }
    exit(outcome.rawValue)
  }

  /// Opens the standard streams that were handed over closed, so that no file of the program's gets their numbers and
  /// messages among its bytes.
  private static func openClosedStreams() {
    for number in STDIN_FILENO...STDERR_FILENO where fcntl(number, F_GETFD) < 0 {
      _ = unsafe open("/dev/null", number == STDIN_FILENO ? O_RDONLY : O_WRONLY)
    }
  }

  private static func run() async -> Outcome {
    let words = CommandWords(Array(CommandLine.arguments.dropFirst()))
    do {
      var command = try Khitab.parseAsRoot(words.arguments)
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      return .done
    } catch let outcome as Outcome {
      return outcome
    } catch let error as IssuingError {
      Interface.report(say("عطل: " + error.arabicDescription, "failure: \(error)"))
      return .failure
    } catch let error as SigningError {
      // A signature that fails stops a run; what was issued before is whole, and nothing else has a number.
      let diagnostic = Diagnostic(.error, error.message, hints: error.hints)
      Interface.report(DiagnosticRenderer(language: Interface.language).render(diagnostic))
      return .errors
    } catch let error as RegisterError {
      Interface.report(say("عطل: " + error.arabicDescription, "failure: \(error)"))
      return .failure
    } catch is CancellationError {
      Interface.report(
        say("أُوقف العمل؛ ما كُتب من الملفات كامل.", "interrupted; every file written is whole."))
      return .failure
    } catch {
      return outcome(of: error, from: words)
    }
  }

  /// Help that was asked for goes to standard output; wrong usage and other failures to standard error.
  private static func outcome(of error: any Error, from words: CommandWords) -> Outcome {
    let code = Khitab.exitCode(for: error)
    guard code.isSuccess || code == .validationFailure else {
      Interface.report(say("عطل: تعذّر إتمام العمل: \u{2068}\(error)\u{2069}", "failure: \(error)"))
      return .failure
    }
    var text = Khitab.fullMessage(for: error)
    if code == .validationFailure, let mistake = words.mistake {
      text = mistake + "\n" + (text.firstRange(of: "Usage:").map { text[$0.lowerBound...] } ?? "")
    }
    text = HelpWords.translated(text)
    if code.isSuccess {
      print(text)
      return .done
    }
    Interface.report(text)
    return .usage
  }
}
