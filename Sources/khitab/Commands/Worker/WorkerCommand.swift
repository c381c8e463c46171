import ArgumentParser
import Diagnostics
import Foundation
import Issuing

/// `khitab worker`: rows on standard input, letters in frames on standard output; nothing is kept in between.
struct WorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker",
    abstract: say(
      "يصنع خطابات من أسطر JSON على الدخل القياسي.", "Make letters of lines of JSON on standard input."),
    discussion: say(
      "لا يرقّم ولا يقيد شيئاً. صيغة المخرجات في Docs/Worker.md.",
      "Nothing is numbered or registered. Docs/Worker.md defines what is written."))

  @Option(help: ArgumentHelp(say("القالب: معرّفه أو مساره.", "The template: its id or its path.")))
  var template: String

  @Option(help: ArgumentHelp(say("عدد العمال المتوازين.", "How many letters are worked on at once.")))
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

  @OptionGroup var file: FileOptions
  @OptionGroup var office: OfficeOptions
  @OptionGroup var interface: InterfaceOptions

  mutating func validate() throws {
    guard (1...256).contains(jobs) else {
      throw ValidationError(say("--jobs من ١ إلى ٢٥٦", "--jobs is from 1 to 256"))
    }
  }

  func run() throws {
    var log = DiagnosticLog()
    let workshop = try Workshop.open(
      template: template, office: office, beside: [], isBlank: false, log: &log)
    // Standard output belongs to the frames, whatever form is asked for.
    let renderer = DiagnosticRenderer(language: Interface.language)
    for diagnostic in log.diagnostics where !interface.quiet || diagnostic.severity > .note {
      Interface.report(renderer.render(diagnostic))
    }
    guard let workshop else { throw Outcome.errors }
    let composer = file.applied(to: workshop.composer)
    let inputs = try LetterInputs(composer, installation: try Installation.find())
    let manifest = try work(LetterWorker(composer: composer), WorkerManifest(inputs: inputs))
    Interface.report(
      say(
        "الخطابات المصنوعة: \(manifest.letters.count - manifest.refused)، والممتنعة: \(manifest.refused).",
        "\((manifest.letters.count - manifest.refused).english("letter")) made, \(manifest.refused) refused.")
    )
    if manifest.refused > 0 { throw Outcome.errors }
  }

  /// Reads to the end of the input, on threads of our own: a pool might let them wait for one another.
  private func work(_ worker: LetterWorker, _ manifest: WorkerManifest) throws -> WorkerManifest {
    let queue = RowQueue(capacity: jobs * 4)
    let output = FrameOutput(manifest: manifest) { queue.finished() }
    let done = DispatchGroup()
    for _ in 0..<jobs {
      done.enter()
      let thread = Thread {
        let press = WorkerPress()
        while let row = queue.next() {
          do {
            output.take(try worker.product(of: row, with: press))
          } catch {
            output.fail(error)
            output.take(.init(refused: row.number))
          }
        }
        done.leave()
      }
      // Layout recurses through tables; a thread's usual stack is half a megabyte.
      thread.stackSize = 8 << 20
      thread.start()
    }
    var input = LineInput()
    var number = 0
    do {
      while let line = try input.next() {
        guard !line.allSatisfy({ [0x20, 0x09, 0x0D].contains($0) }) else { continue }
        number += 1
        queue.add(.init(number: number, bytes: line))
      }
    } catch {
      output.fail(error)
    }
    queue.end(workers: jobs)
    done.wait()
    return try output.finish()
  }
}
